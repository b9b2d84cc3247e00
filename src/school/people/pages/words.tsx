/** Small words and parts that the pages of people share. */
import { Chip, longDay } from '../../../page-parts/index.ts';
import { isStandIn, type Vocabulary } from '../../../rulebook/index.ts';
import { leaving } from '../decisions.ts';
import type { Person } from '../words.ts';

/** "Teacher, Governor": what somebody is, by the vocabulary's titles. */
export const kindTitles = (kinds: readonly string[], vocabulary: Vocabulary): string => kinds.map(kind => kindTitle(kind, vocabulary)).join(', ');
export const kindTitle = (kind: string, vocabulary: Vocabulary): string => vocabulary.kinds.get(kind)?.title ?? kind.replaceAll('-', ' ');
export const officeTitle = (office: string, vocabulary: Vocabulary): string => vocabulary.offices.get(office)?.title ?? office.replaceAll('-', ' ');

/** The offices of somebody, by their titles. Whoever answers where the rules name nobody holds no office of that name. */
export const officeTitles = (offices: readonly string[], vocabulary: Vocabulary): string[] => offices.filter(office => !isStandIn(office)).map(office => officeTitle(office, vocabulary));

/** "from 1 September 2026", "1 September 2026 to 18 December 2026". */
export const spanWords = (from: string, until: string | null): string => (until === null ? `since ${longDay(from)}` : `${longDay(from)} to ${longDay(until)}`);

/** A mark for those who have left or are about to. */
export function LeavingChip({ person, today }: { person: Person; today: string }) {
  const state = leaving(person, today);
  if (state === 'here') return null;
  return <Chip tone={state === 'left' ? 'no' : 'ask'}>{state === 'left' ? 'Left' : 'Last day'} {longDay(person.leftOn!)}</Chip>;
}
