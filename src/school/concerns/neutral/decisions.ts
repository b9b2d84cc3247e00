/** How long a note is kept, who was named more than once, and what may be done next. Pure. */
import { addMonths } from '../../../platform/days.ts';
import type { Keeping, NeutralNote, Pattern } from './words.ts';

/** The day until which a note is kept; null where the school has not chosen, or the person is still here. */
export function keepUntil(note: Pick<NeutralNote, 'notedOn'>, keeping: Keeping | null, leftOn: string | null): string | null {
  if (keeping === null) return null;
  const from = keeping.from === 'noted' ? note.notedOn : leftOn;
  return from === null ? null : addMonths(from, 12 * keeping.years);
}

/** Everybody who was named in at least two of these notes, the most often named first. */
export function patternsIn(notes: readonly Pick<NeutralNote, 'concern' | 'subjectKey' | 'notedOn'>[]): Pattern[] {
  const byKey = new Map<string, Pick<NeutralNote, 'concern' | 'notedOn'>[]>();
  for (const note of notes) if (note.subjectKey !== null) byKey.set(note.subjectKey, [...(byKey.get(note.subjectKey) ?? []), note]);
  return [...byKey].filter(([, own]) => own.length > 1)
    .map(([key, own]) => ({ key, count: own.length, first: own.map(one => one.notedOn).sort()[0]!, last: own.map(one => one.notedOn).sort().at(-1)!, concerns: own.map(one => one.concern) }))
    .sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : -1));
}

/** What comes next: the head is informed, decides when to speak, and speaks. */
export function nextStep(note: Pick<NeutralNote, 'headToldAt' | 'speakOn' | 'spokenAt'>): 'inform-head' | 'decide-when' | 'speak' | 'none' {
  if (note.headToldAt === null) return 'inform-head';
  if (note.speakOn === null) return 'decide-when';
  return note.spokenAt === null ? 'speak' : 'none';
}
