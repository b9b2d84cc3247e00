/** Who may take what from whom, when it goes back, and who may do what with it. Pure. */
import { addDays, addMonths, dayOf, type Day } from '../../../platform/days.ts';
import { decide, type BoundRule, type ClauseId, type OfficeGroups, type Permission, type Rulebook, type Vocabulary } from '../../../rulebook/index.ts';
import type { CustodySettings, Entry, Limit, SettingRow, Weighed } from './words.ts';

export const TAKE = 'confiscate-device';
const GIVE_BACK = 'return-confiscated-device';
const LOOK_THROUGH = 'search-device';
/** An office that any member of staff fills. */
const ANY_STAFF = ['staff-member', 'teacher', 'everyone'];
/** Groups of acts that a pupil's own device is used in. */
const DEVICE_GROUPS = ['devices', 'phones'];

export interface TakeAsk {
  /** Kinds and offices of whoever takes it, wider ones included. */
  readonly who: readonly string[];
  readonly kind: string;
  readonly place: string;
  /** The part of the school its owner is in; null where nobody knows. */
  readonly phase: string | null;
  /** What else was told, because the rules asked. */
  readonly facts: Readonly<Record<string, string>>;
  readonly permissions: readonly Permission[];
  readonly on: Day;
}

/** Asks the rules. Where they say nothing, that is no yes. */
export function weighTaking(rulebook: Rulebook, { who, kind, place, phase, facts, permissions, on }: TakeAsk): Weighed {
  const answer = decide(rulebook, { who, act: TAKE, on, permissions, facts: { ...facts, 'device-kind': kind, place, ...(phase === null ? {} : { phase }) } });
  switch (answer.says) {
    case 'silent': return { kind: 'silent' };
    case 'no': return { kind: 'no', because: answer.because };
    case 'ask': return { kind: 'ask', offices: answer.askGroups, because: answer.because };
    case 'depends': return { kind: 'unclear', missing: answer.missing, because: answer.because };
    default: return { kind: 'yes', because: answer.because };
  }
}

/** The kinds of device that this reader may take from at least some pupils; empty where the rules let them take nothing. */
export function takeable(rulebook: Rulebook, { facts }: Pick<Vocabulary, 'facts'>, ask: Pick<TakeAsk, 'who' | 'permissions' | 'on'>): string[] {
  const [kinds, phases, places] = ['device-kind', 'phase', 'place'].map(fact => [...facts.get(fact)?.values.keys() ?? []]) as [string[], string[], string[]];
  const possible = (kind: string, place: string, phase: string | null): boolean => !['no', 'silent'].includes(weighTaking(rulebook, { ...ask, kind, place, phase, facts: {} }).kind);
  const wide = places.filter(place => facts.get('place')!.values.get(place)!.within.length === 0);
  return kinds.filter(kind => wide.some(place => possible(kind, place, null) || phases.some(phase => possible(kind, place, phase))));
}

/** The part of the school in the words of the rules: "Senior school" is `senior`, Year 2 is `year-2`. The narrowest that fits. */
export function phaseOf(place: { readonly yearGroup: string; readonly phase: string } | null, { facts }: Pick<Vocabulary, 'facts'>): string | null {
  if (place === null) return null;
  const said = [place.yearGroup, place.phase].map(text => ` ${text.toLowerCase()} `);
  const fits = [...facts.get('phase')?.values.values() ?? []].filter(({ value, plain }) => [value.replaceAll('-', ' '), plain.toLowerCase().replace(/^the /, '')].some(words => said.some(text => text.includes(` ${words} `))));
  return fits.sort((a, b) => b.within.length - a.within.length)[0]?.value ?? null;
}

const inForce = (rule: BoundRule, on: Day): boolean => (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until);
const rulesOn = (rulebook: Rulebook, act: string, on: Day): BoundRule[] => (rulebook.rulesByAct.get(act) ?? []).filter(rule => inForce(rule, on));
const clausesOf = (rules: readonly BoundRule[]): ClauseId[] => [...new Set(rules.map(rule => rule.clauseId))];

/** The clauses on taking a device away, on giving it back and on looking through it. */
export const clausesOn = (rulebook: Rulebook, on: Day): { readonly take: ClauseId[]; readonly back: ClauseId[]; readonly search: ClauseId[] } => ({
  take: clausesOf(rulesOn(rulebook, TAKE, on)), back: clausesOf(rulesOn(rulebook, GIVE_BACK, on)), search: clausesOf(rulesOn(rulebook, LOOK_THROUGH, on)),
});

/** The longest that the rules let it be kept: `within="1 day"` is the same day, `within="2 days"` the day after. The shortest counts. */
export function limitOf(rulebook: Rulebook, on: Day): Limit | null {
  const said = rulesOn(rulebook, GIVE_BACK, on).filter(rule => rule.verb === 'must' && !rule.advice).flatMap(rule => {
    const [, count, unit] = /^(\d{1,3}) (school day|day|week)s?$/.exec(rule.attributes['within'] ?? '') ?? [];
    return unit === undefined ? [] : [{ clause: rule.clauseId, days: Number(count) * (unit === 'week' ? 7 : 1) - 1, schoolDays: unit === 'school day' }];
  });
  return said.sort((a, b) => a.days - b.days)[0] ?? null;
}

/** Who looks after it and gives it back, as the rules say; null where any member of staff does. */
export function custodians(rulebook: Rulebook, on: Day): OfficeGroups | null {
  const named = rulesOn(rulebook, GIVE_BACK, on).filter(rule => rule.verb === 'custody').flatMap(rule => rule.offices);
  return named.length === 0 || named.flat().some(office => ANY_STAFF.includes(office)) ? null : named;
}

export interface BackAsk {
  readonly today: Day;
  /** The day that the school's own setting leads to. */
  readonly set: Day;
  /** The last day that the rules allow, where they name one. */
  readonly limit: Day | null;
  /** The last day of what was decided in a case, where this is one. */
  readonly decided: Day | null;
}

/** The day on which it goes back: what was decided, else what the school set, never after what the rules allow. */
export function dueDay({ today, set, limit, decided }: BackAsk): Day {
  if (decided !== null) return decided < today ? today : decided;
  return limit !== null && limit < set ? limit : set;
}

/** Acts about devices, for which a pupil may hold a permission. */
export const deviceActs = ({ acts }: Pick<Vocabulary, 'acts'>): ReadonlySet<string> => new Set([...acts.values()].filter(act => DEVICE_GROUPS.includes(act.group)).map(act => act.name));

interface Doer { readonly person: string | null; readonly kinds: readonly string[]; readonly offices: readonly string[] }

/** Whether a reader may hand it over, give it back or pass it on. */
export function mayHandle(entry: Pick<Entry, 'holder'>, { person, kinds, offices }: Doer, keepers: OfficeGroups | null): boolean {
  if (person === null) return false;
  return keepers === null ? kinds.includes('staff') || offices.length > 0 : entry.holder === person || keepers.flat().some(office => offices.includes(office));
}

/** Whether a wrong entry may still be struck out: by whoever took it, within minutes, while it went nowhere. */
export const mayStrike = (entry: Pick<Entry, 'state' | 'takenBy' | 'takenAt'>, me: string | null, of: { readonly now: Date; readonly minutes: number }): boolean =>
  entry.state === 'held' && me !== null && entry.takenBy === me && of.now.getTime() - entry.takenAt.getTime() <= of.minutes * 60_000;

/** Whether a giving back that was noted by mistake may still be taken back: by whoever noted it, within minutes. */
export const mayTakeBack = (entry: Pick<Entry, 'state' | 'endedAt'>, notedBy: string | null, me: string | null, of: { readonly now: Date; readonly minutes: number }): boolean =>
  entry.state === 'returned' && me !== null && notedBy === me && entry.endedAt !== null && of.now.getTime() - entry.endedAt.getTime() <= of.minutes * 60_000;

const READ_WHY = ['head', 'deputy-head', 'deputy-head-academic', 'office', 'dsl'];

/** Whether a member of staff reads why it was taken: those through whose hands it went, and those who answer for it. */
export const seesWhy = (entry: Pick<Entry, 'takenBy' | 'holder'>, hands: readonly (string | null)[], { person, offices }: Doer): boolean =>
  person !== null && ([entry.takenBy, entry.holder, ...hands].includes(person) || offices.some(office => READ_WHY.includes(office)));

/** Whether a reader learns where it was handed on to: whoever handed it on, and the safeguarding lead. To all others it is handed on. */
export const seesWhither = (by: string | null, { person, offices }: Doer): boolean => person !== null && (by === person || offices.includes('dsl'));

/** On its day it is not overdue yet. */
export const isOverdue = ({ state, dueOn }: Pick<Entry, 'state' | 'dueOn'>, today: Day): boolean => state === 'held' && dueOn < today;

/** Whether whoever holds it is reminded on a school day: once a day from the day after it was due. */
export const remindsOn = (entry: Pick<Entry, 'state' | 'dueOn' | 'remindedOn'>, today: Day): boolean => isOverdue(entry, today) && entry.remindedOn !== today;

/** Whether parents are told that they can come for it: once, from its day on. Where that is the day it was taken, the receipt says so. */
export const tellsToCollect = ({ state, toWhom, dueOn, takenAt, remindedOn }: Pick<Entry, 'state' | 'toWhom' | 'dueOn' | 'takenAt' | 'remindedOn'>, today: Day): boolean =>
  state === 'held' && toWhom === 'parent' && dueOn <= today && dayOf(takenAt) < dueOn && remindedOn === null;

/** Whether an entry that is done with has been kept as long as the school keeps it. */
export const isToErase = ({ endedAt }: Pick<Entry, 'endedAt'>, settings: Pick<CustodySettings, 'keepMonths'>, today: Day): boolean => endedAt !== null && addMonths(dayOf(endedAt), settings.keepMonths) <= today;

/** What holds in a school that has set nothing. */
const DEFAULTS: readonly Pick<SettingRow, 'name' | 'since' | 'value'>[] = [
  { name: 'back', since: '2026-09-01', value: 'same-day' },
  { name: 'schoolDays', since: '2026-09-01', value: 1 },
  { name: 'to', since: '2026-09-01', value: 'pupil' },
  { name: 'strikeMinutes', since: '2026-09-01', value: 15 },
  { name: 'keepMonths', since: '2026-09-01', value: 12 },
];

/** The settings of a day: of each name the newest that has begun. Of two from the same day the one that stands first. */
export function settingsOn(rows: readonly Pick<SettingRow, 'name' | 'since' | 'value'>[], today: Day): CustodySettings {
  const newest = (name: string): unknown => {
    const own = rows.filter(row => row.name === name && row.since <= today).sort((a, b) => b.since.localeCompare(a.since))[0];
    return (own ?? DEFAULTS.find(row => row.name === name))?.value;
  };
  return Object.fromEntries(DEFAULTS.map(({ name }) => [name, newest(name)])) as unknown as CustodySettings;
}

/** The last day of school in the week of a day; the day itself where none is left. */
export function lastOfWeek(today: Day, isOn: (day: Day) => boolean): Day {
  const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  const rest = Array.from({ length: 7 - weekday }, (_, at) => addDays(today, at)).reverse();
  return rest.find(isOn) ?? today;
}
