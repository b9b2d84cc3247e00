/** What the pages of telling somebody are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { SHUT, type Lock } from '../../../platform/seal/index.ts';
import { askFeature } from '../../answers.ts';
import { findPerson, fullName, listHolders, listPeople, namesOf } from '../../people/index.ts';
import { SITE_DECIDED, type DecidedWords } from '../block-list/words.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { SAFEGUARDING_OFFICE } from '../routing.ts';
import { concernsOfReports, entriesOfSorts, reportsBy, type ReportRow } from '../store.ts';
import type { Concern, Doing } from '../words.ts';
import { timeOf, whenRead } from './decisions.ts';
import type { NamedAdult, ToldView } from './pages.tsx';
import { choiceOn } from './store.ts';
import type { Hours, WhenRead } from './words.ts';

export { choicesBy, findTelling } from './store.ts';

const MOST_STAFF = 400;
/** Sorts of entries: what is said to the one who told it, and what they wrote more. */
export const TO_REPORTER = 'to-reporter';
export const ADDED = 'added';
const THEIRS = [ADDED, 'answer'];

/** When what is told now is read. */
export async function readNow(tx: Tx, of: { readonly today: string; readonly now: Date }): Promise<WhenRead> {
  const hours = await choiceOn<Hours>(tx, 'reading-hours', of.today);
  const day = await askFeature('schoolDay', tx, of.today);
  const after = await askFeature('schoolDay', tx, addDays(of.today, 1));
  return whenRead(hours?.value ?? null, { today: of.today, time: timeOf(of.now), on: day.on, next: day.next }, after.next);
}

export const hoursOn = (tx: Tx, day: string) => choiceOn<Hours>(tx, 'reading-hours', day);

/** Who keeps children safe, by name. */
export const safeguardingNames = (holders: readonly { readonly office: string; readonly name: string }[]): string[] =>
  [...new Set(holders.filter(holder => holder.office === SAFEGUARDING_OFFICE).map(holder => holder.name))];

export interface Adults {
  readonly teachers: readonly NamedAdult[];
  readonly safeguarding: readonly string[];
  readonly staff: readonly NamedAdult[];
  readonly young: boolean;
}

/** The adults whom a pupil may pick: the teachers of the class, who keeps children safe, and everybody who works here. */
export async function adultsFor(tx: Tx, { person, kinds, today, shared }: Pick<Doing, 'today' | 'shared'> & { readonly person: string; readonly kinds: readonly string[] }): Promise<Adults> {
  const pupil = await findPerson(tx, person, today);
  const ids = pupil?.place ? await askFeature('teachersOf', tx, pupil.place.class, today) : [];
  const names = await namesOf(tx, ids);
  const staffKinds = [...shared.vocabulary.kinds.values()].filter(kind => kind.name === 'staff' || kind.within.includes('staff')).map(kind => kind.name);
  const staff = await listPeople(tx, { day: today, kinds: staffKinds, limit: MOST_STAFF });
  const holders = await listHolders(tx, today);
  return {
    teachers: ids.filter(id => names.has(id)).map(id => ({ id, name: names.get(id)! })),
    safeguarding: safeguardingNames(holders),
    staff: staff.filter(one => one.id !== person).map(one => ({ id: one.id, name: fullName(one) })),
    young: kinds.includes('pupil-ks1'),
  };
}

/** How far a report is: as far as any of its concerns. */
const stateOf = (concerns: readonly Concern[]): ToldView['state'] =>
  concerns.every(one => one.state === 'closed') ? 'closed' : concerns.some(one => one.actedAt !== null) ? 'in-hand' : concerns.some(one => one.seenAt !== null) ? 'seen' : 'new';

/** Reports as the one who told them sees them: never who read them, and no line that was not meant for them. */
export async function toldViews(tx: Tx, lock: Lock, reports: readonly ReportRow[]): Promise<ToldView[]> {
  const concerns = await concernsOfReports(tx, reports.map(one => one.id));
  const entries = await entriesOfSorts(tx, concerns.map(one => one.id), [TO_REPORTER, 'reply', 'question', SITE_DECIDED, ...THEIRS]);
  return reports.map(report => {
    const own = concerns.filter(one => one.report === report.id);
    const talk = entries.filter(row => own.some(one => one.id === row.concern)).map(row => { const opened = lock.openOr<{ text?: unknown }>(row.locked, row.id, { text: SHUT }); return { row, opened, words: 'says' in opened ? JSON.stringify(opened) : String(opened.text ?? '') }; });
    // Why once: what they wrote more stands in each concern of the report.
    const seen = new Set<string>();
    const lines = talk.filter(({ row, words }) => { const key = `${row.sort} ${row.at.getTime()} ${words}`; return words !== '' && !seen.has(key) && seen.add(key); });
    return { id: report.id, at: report.reportedAt, words: lock.openOr<Pick<ReportWords, 'narrative'>>(report.locked, report.id, { narrative: SHUT }).narrative, state: stateOf(own), talk: lines.map(({ row, opened, words }) => ({ at: row.at, words, mine: THEIRS.includes(row.sort), ...('says' in opened ? { decided: opened as DecidedWords } : {}) })) };
  });
}

const MOST_SHOWN = 20;

/** What somebody told, newest first. */
export const toldBy = async (tx: Tx, lock: Lock, person: string): Promise<ToldView[]> =>
  toldViews(tx, lock, await reportsBy(tx, lock.keyOf(person), { limit: MOST_SHOWN, offset: 0 }));
