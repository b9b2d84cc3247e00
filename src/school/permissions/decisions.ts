/** Who decides about a request, and how long a yes may last. Pure. */
import { addDays, addMonths, type Day } from '../../platform/days.ts';
import type { OfficeGroups, Rule, Rulebook } from '../../rulebook/index.ts';
import { alikeIn, newestIn, shortIn } from './two-people.ts';
import type { Grant, Holders, Request, Seat, Word } from './words.ts';

export { isOpen, isOver, mayBecome, stateOf } from './states.ts';

/** Who holds which office on the day; cover counts like the holder. */
export type OfficeHolders = readonly { readonly office: string; readonly person: string }[];

export interface WhoDecidesAsk {
  readonly holders: OfficeHolders;
  /** They never decide: whoever asks, and whoever would hold it. */
  readonly not: readonly (string | null)[];
  /** "unassigned" and "the school" → `office:` and the real one. */
  readonly sheet?: Rulebook['school']['offices'];
  /** Offices that a certain person has in this matter: the owner of the file, the class's teacher, the leader of the trip. */
  readonly personal?: ReadonlyMap<string, readonly string[]>;
  /** How often it was handed on because nobody had opened it: each time the next responder may decide as well. */
  readonly handedOn?: number;
}

/** Answer where nobody else is left, one after the other. */
const LAST_RESPONDERS = ['head', 'chair-of-governors', 'governing-body', 'board-of-trustees'] as const;

/**
 * Who may decide: for each group of offices the seats from which one word is enough. Whoever asks never decides, by no
 * office they hold. A group that nobody is left in falls to the head; the head's own to the chair of governors.
 */
export function whoDecides(groups: OfficeGroups, ask: WhoDecidesAsk): Seat[][] {
  const seatsOf = (office: string, as: string): Seat[] => {
    const people = ask.personal?.get(as) ?? ask.holders.filter(one => one.office === as).map(one => one.person);
    return [...new Set(people)].filter(person => !ask.not.includes(person)).map(person => ({ person, office, as }));
  };
  const seats = groups.map(group => group.flatMap(office => seatsOf(office, realOf(office, ask.sheet))));
  /** Lets the next responder sit there as well. False where nobody is left. */
  const addNext = (at: number): boolean => {
    const sits = (one: Seat) => seats[at]!.some(other => other.person === one.person);
    const next = LAST_RESPONDERS.map(office => seatsOf(groups[at]![0] ?? office, office).filter(one => !sits(one))).find(others => others.length > 0) ?? [];
    seats[at]!.push(...next.map(one => ({ ...one, instead: true as const })));
    return next.length > 0;
  };
  groups.forEach((_, at) => { for (let more = (ask.handedOn ?? 0) + (seats[at]!.length > 0 ? 0 : 1); more > 0; more--) addNext(at); });
  const alike = alikeIn(realGroups(groups, ask.sheet));
  const apart = groups.flatMap((_, at) => (alike[at] === at ? [at] : []));
  while (shortIn(seats, apart).some(addNext));
  return seats;
}

/** The groups with the offices that the school has really. */
export const realGroups = (groups: OfficeGroups, sheet: WhoDecidesAsk['sheet']): OfficeGroups => groups.map(group => [...new Set(group.map(office => realOf(office, sheet)))]);

/** The office that the school has put in the place of "unassigned" or "the school"; any other is itself. */
export function realOf(office: string, sheet: WhoDecidesAsk['sheet']): string {
  const real = sheet?.[office];
  return real?.startsWith('office:') ? real.slice('office:'.length) : office;
}

/** How the offices' words stand together: a no ends it, and every group has to say yes. Of each office the newest word counts; what was said before `since` is no longer valid. */
export function outcomeOf(groups: OfficeGroups, words: readonly Pick<Word, 'says' | 'office' | 'at'>[], since: Date): { readonly says: 'yes' | 'no' | 'waits'; readonly offices: readonly string[]; readonly open: OfficeGroups } {
  const last = newestIn(words, since);
  if (groups.some(group => group.some(office => last.get(office)?.says === 'refuse'))) return { says: 'no', offices: [], open: [] };
  const yes = groups.map(group => group.find(office => last.get(office)?.says === 'grant'));
  const open = groups.filter((_, at) => yes[at] === undefined);
  return { says: open.length === 0 ? 'yes' : 'waits', offices: [...new Set(yes.filter(office => office !== undefined))], open };
}

/** The last day of a yes from a day on, by the rule's `lasts`: "1 day" is that day alone. Null where the rule sets no end. */
export function untilOf(rule: Pick<Rule, 'attributes'>, from: Day): Day | null {
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/.exec(rule.attributes['lasts'] ?? '') ?? [];
  if (unit === undefined) return null;
  const n = Number(count);
  const first = { day: () => addDays(from, n), week: () => addDays(from, 7 * n), month: () => addMonths(from, n), year: () => addMonths(from, 12 * n) }[unit as 'day']();
  return addDays(first, -1);
}

/** What a request shows beside the one thing it is about: facts tell that, or the list does. Whatever else it shows is that one thing: the program, the words of an e-mail, a picture, an event. */
const SHOWN_BESIDE: ReadonlySet<string> = new Set(['app-data', 'item', 'device', 'data', 'medium', 'destination', 'files', 'host', 'platform', 'second-adult', 'system', 'owner', 'what', 'lesson', 'class', 'checked', 'checked-on']);
/** Says whose thing it is, not what it is used for. */
const OWNER = 'device-owner';

/**
 * Whether no fact tells what a permission was given for from anything else under its rule: "may I put a program on a
 * school device?" is asked of every program, and the yes to one e-mail that was read before is no yes to another. Such a
 * permission counts only for whoever says that it is for this. What is open for a lesson and names no game, site or file
 * is open as such, till the bell.
 */
export const isForOneUse = ({ facts, evidence }: Pick<Grant, 'facts' | 'evidence'>): boolean =>
  Object.keys(evidence).some(key => !SHOWN_BESIDE.has(key)) || Object.keys(facts).every(fact => fact === OWNER) && (evidence['lesson'] === undefined || Boolean(evidence['what']));

/** What a person is on a day, as far as groups look at it. */
export interface Member {
  /** Kinds with every wider one. */
  readonly kinds: readonly string[];
  readonly class: string | null;
  readonly trips: readonly string[];
}

/** Whether somebody belongs to a group that holds a permission. A group that names nothing is nobody. */
export function belongs({ kinds, class: room, trip }: Holders, member: Member): boolean {
  if (kinds === undefined && room === undefined && trip === undefined) return false;
  return (kinds === undefined || kinds.some(kind => member.kinds.includes(kind))) && (room === undefined || room === member.class) && (trip === undefined || member.trips.includes(trip));
}

/** Whether a request was written by somebody else than its holder and this reader: what a parent writes to the school is neither for the child nor for the other parent. */
export const isAnothersWord = (request: Pick<Request, 'asker' | 'holder'>, person: string | null): boolean => request.asker !== person && request.asker !== request.holder;
