/** Who may see and change what about people, and which offices stand empty. Pure. */
import type { Vocabulary } from '../../rulebook/index.ts';
import type { Holding, Person } from './words.ts';

/** Whose work needs the list of everybody. */
export const LIST_READERS = ['head', 'deputy-head', 'deputy-head-academic', 'dsl', 'office', 'registrar', 'ict-lead', 'network-manager'] as const;
/** Who adds people and notes who has left. */
export const KEEPERS = ['head', 'office', 'registrar'] as const;
/** Who says which office is whose. */
export const OFFICE_GIVERS = ['head', 'office'] as const;
/** Who sees families: those who look after children and their records; not those who look after machines. */
const FAMILY_READERS: readonly string[] = ['head', 'deputy-head', 'deputy-head-academic', 'dsl', 'office', 'registrar'];

export const mayKeepPeople = (offices: readonly string[]): boolean => KEEPERS.some(office => offices.includes(office));
export const mayGiveOffices = (offices: readonly string[]): boolean => OFFICE_GIVERS.some(office => offices.includes(office));
export const maySeeFamilies = (offices: readonly string[]): boolean => FAMILY_READERS.some(office => offices.includes(office));

/** A kind and every narrower one: staff → staff, teacher, support-staff, supply, ict. */
export function narrowed(kind: string, vocabulary: Vocabulary): string[] {
  return [...vocabulary.kinds.values()].filter(one => one.name === kind || one.within.includes(kind)).map(one => one.name);
}

export const isPupil = (kinds: readonly string[]): boolean => kinds.some(kind => kind === 'pupil' || kind.startsWith('pupil-'));

/** Whether somebody has left before this day, or leaves on it or later, or stays. */
export function leaving(person: Pick<Person, 'leftOn'>, today: string): 'here' | 'leaves' | 'left' {
  if (person.leftOn === null) return 'here';
  return person.leftOn < today ? 'left' : 'leaves';
}

/** Words for somebody whom no one person at the school is: rules name them, nobody holds them. */
const NOBODY_HOLDS: ReadonlySet<string> = new Set(['everyone', 'parent', 'pictured-person', 'file-owner', 'staff-member', 'responsible-adult', 'teacher', 'trip-leader', 'line-manager']);

/** Whether an office ought to have a holder at the school at all. */
export const isHeld = (office: string, vocabulary: Vocabulary): boolean => !NOBODY_HOLDS.has(office) && vocabulary.offices.get(office)?.outside !== true;

export type HandOverFault = 'past' | 'not-here' | 'ends-first' | 'already';

/** What speaks against giving an office to somebody from a day on; null when nothing does. */
export function faultOf(given: { from: string; until: string | null; person: string }, of: { today: string; candidates: readonly string[]; holdings: readonly Holding[] }): HandOverFault | null {
  if (given.from < of.today) return 'past';
  if (given.until !== null && given.until < given.from) return 'ends-first';
  if (!of.candidates.includes(given.person)) return 'not-here';
  const holds = of.holdings.some(holding => holding.person === given.person && !holding.cover && (holding.until === null || holding.until >= given.from));
  return holds ? 'already' : null;
}

/** Who takes people in from a file, and out to one. */
export const IMPORTERS = ['office', 'head', 'network-manager', 'ict-lead'] as const;
export const mayImport = (offices: readonly string[]): boolean => IMPORTERS.some(office => offices.includes(office));
