/** A concern as a text that any school can read, whatever software it has. Pure. */
import { momentInWords } from '../../../platform/days.ts';
import type { Entry, Opened } from '../words.ts';
import { ENTRY_SORT } from '../entry-words.ts';

const LEFT_OUT = new Set(['for', 'parts', 'outside']);

const lines = (words: Readonly<Record<string, unknown>>): string[] => Object.entries(words).flatMap(([name, value]) => {
  if (LEFT_OUT.has(name) || value === '' || value === null || value === undefined) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return lines(value as Readonly<Record<string, unknown>>);
  return [`  ${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`];
});

const entryText = (entry: Entry, names: ReadonlyMap<string, string>): string =>
  [`${momentInWords(entry.at)}  ${ENTRY_SORT[entry.sort] ?? entry.sort}${entry.by === null ? '' : `, ${names.get(entry.by) ?? ''}`}`, ...lines(entry.words)].join('\n');

/** The chronology of one concern. Notes for a few do not go along. */
export function concernText(opened: Opened, kind: string, names: ReadonlyMap<string, string>): string {
  const { concern, entries } = opened;
  return [`Concern ${concern.code}: ${kind}`, `Told ${momentInWords(concern.openedAt)}. State: ${concern.state}.`, '', ...entries.filter(entry => entry.sort !== 'restricted-note').map(entry => `${entryText(entry, names)}\n`)].join('\n');
}
