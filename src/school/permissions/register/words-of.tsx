/** How a permission is spoken of: what it allows, who holds it, what it covers, how it stands. */
import { longDay } from '../../../page-parts/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, kindWords, listed, officeWords } from '../../policies/index.ts';
import type { Grant, Holders } from '../words.ts';
import type { Line } from './words.ts';

export { PERMISSION_TONES as TONES, PERMISSION_WORDS as STATES } from '../phrases.ts';

/** "Put a program or app on a school device". */
export const actWords = (act: string, { acts }: Vocabulary): string => capital(acts.get(act)?.plain ?? act);

/** Its last day: an end at midnight is the end of the day before. */
export const lastDay = ({ endsAt }: Pick<Grant, 'endsAt'>): string => dayOf(new Date(endsAt.getTime() - 1));

export function GroupWords({ holders, vocabulary }: { holders: Holders; vocabulary: Vocabulary }) {
  const kinds = capital(listed((holders.kinds ?? ['everyone']).map(kind => kindWords(kind, vocabulary))));
  if (holders.class !== undefined) return <>{kinds} in class {holders.class}</>;
  return holders.trip === undefined ? <>{kinds}</> : <>{kinds} on one school trip</>;
}

/** Who holds it, for a spreadsheet. */
export const holderText = (line: Line, vocabulary: Vocabulary): string =>
  (line.holders === null ? line.name ?? '' : [...(line.holders.kinds ?? []).map(kind => capital(kindWords(kind, vocabulary))), line.holders.class ?? ''].filter(Boolean).join(', '));

export function HolderWords({ line, vocabulary }: { line: Line; vocabulary: Vocabulary }) {
  if (line.holders !== null) return <GroupWords holders={line.holders} vocabulary={vocabulary} />;
  return line.name === null ? <span class="soft">A pupil, or somebody who is forgotten</span> : <>{line.name}</>;
}

/** Who said yes: the name, and for which office. */
export function GranterWords({ line, vocabulary }: { line: Line; vocabulary: Vocabulary }) {
  const offices = listed(line.offices.map(office => officeWords(office, vocabulary)));
  if (line.granter === null) return <>{capital(offices)}</>;
  return offices === '' ? <>{line.granter}</> : <>{line.granter}, for {offices}</>;
}

export const Span = ({ line }: { line: Pick<Grant, 'startsAt' | 'endsAt'> }) => <>{longDay(dayOf(line.startsAt))} to {longDay(lastDay(line))}</>;
