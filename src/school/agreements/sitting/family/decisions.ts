/** Where each document of a family's sitting stands, and which comes next. Pure. */
import type { Beside, Kept, Part, PartState } from './words.ts';

export const sameDocument = (a: Beside, b: Beside): boolean => a.child === b.child && a.policy === b.policy;

/**
 * Where a document stands.
 * @param asked whether this parent is still asked for it today
 * @param hash the mark of its words as they would be put before the parent now
 */
export function stateOfPart(kept: Pick<Kept, 'agreement' | 'readyAt' | 'textHash'>, of: { readonly asked: boolean; readonly hash: string | null }): PartState {
  if (kept.agreement !== null) return 'signed';
  if (!of.asked) return 'gone';
  return kept.readyAt !== null && kept.textHash !== null && kept.textHash === of.hash ? 'ready' : 'open';
}

/** The next to read; null when nothing is open any more. */
export const nextPart = (parts: readonly Part[]): Part | null => parts.find(one => one.state === 'open') ?? null;

/** What is signed with one name. */
export const readyParts = (parts: readonly Part[]): Part[] => parts.filter(one => one.state === 'ready');

/** Everything that stands on the page where all is looked at once more, as one text: another mark of it is another page. */
export const checkedText = (parts: readonly Part[]): string =>
  readyParts(parts).map(one => JSON.stringify([one.child, one.policy, one.textHash, one.language, one.said, one.answers])).join('\n');
