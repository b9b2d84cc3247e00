/** Which documents one sitting holds, in which order, and which comes next. Pure. */
import type { DocumentState } from './words.ts';

interface Document {
  readonly policy: string;
  /** The policies it is read with. */
  readonly readWith: readonly string[];
}

/** With so many open, one walk through them is offered. */
export const WORTH_A_SITTING = 2;

/** What others are read with comes first: the main policy before the code that stands on it. */
export function readingOrder(documents: readonly Document[]): string[] {
  const leant = (policy: string) => documents.filter(one => one.policy !== policy && one.readWith.includes(policy)).length;
  return [...documents].sort((a, b) => leant(b.policy) - leant(a.policy) || a.policy.localeCompare(b.policy)).map(one => one.policy);
}

/** Where a document stands, from what is asked today. */
export function stateOfDocument(of: { agreement: string | null }, ask: { readonly agreementId: string | null; readonly declinedOn: string | null } | undefined): DocumentState {
  if (of.agreement !== null || (ask && ask.agreementId !== null)) return 'signed';
  if (!ask) return 'gone';
  return ask.declinedOn === null ? 'open' : 'declined';
}

/** The next to read, or null when every one is done. */
export const nextOf = (documents: readonly { readonly policy: string; readonly state: DocumentState }[]): string | null => documents.find(one => one.state === 'open')?.policy ?? null;
