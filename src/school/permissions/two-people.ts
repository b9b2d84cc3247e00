/** Where a rule wants the yes of two offices it wants two people, wherever there are two. Pure. */
import type { OfficeGroups } from '../../rulebook/index.ts';
import type { Seat, Word } from './words.ts';

type Seats = readonly (readonly Seat[])[];
type Said = Pick<Word, 'says' | 'office' | 'by' | 'at'>;

/** For each group the first that asks for the same office, itself where none does: one yes of that office answers both. */
export const alikeIn = (offices: OfficeGroups): number[] => offices.map((group, at) => offices.findIndex((other, before) => before === at || other.some(office => group.includes(office))));

/** Of each office the newest word that still counts, yes or no; what was said before `since` is no longer valid. */
export function newestIn<W extends Pick<Word, 'says' | 'office' | 'at'>>(words: readonly W[], since: Date): ReadonlyMap<string, W> {
  const last = new Map<string, W>();
  for (const word of [...words].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (word.at < since || word.office === '') continue;
    if (word.says === 'grant' || word.says === 'refuse') last.set(word.office, word);
    if (word.says === 'ask-back' || word.says === 'undo') last.delete(word.office);
  }
  return last;
}

/** Whose yes each group has: null where the group is open, empty where they are forgotten. */
export function yesesOf(groups: OfficeGroups, words: readonly Said[], since: Date): (string | null)[] {
  const last = newestIn(words, since);
  return groups.map(group => {
    const word = group.flatMap(office => last.get(office) ?? []).find(one => one.says === 'grant');
    return word ? word.by ?? '' : null;
  });
}

/** The groups for which nobody is left when each has somebody of its own, as few as can be. */
export function shortIn(seats: Seats, groups: readonly number[], not: ReadonlySet<string> = new Set()): number[] {
  const of = new Map<string, number>();
  const place = (at: number, tried: Set<string>): boolean => seats[at]!.some(({ person }) => {
    if (not.has(person) || tried.has(person)) return false;
    tried.add(person);
    const other = of.get(person);
    if (other !== undefined && !place(other, tried)) return false;
    of.set(person, at);
    return true;
  });
  return groups.filter(at => !place(at, new Set()));
}

export interface Standing {
  readonly seats: Seats;
  /** As `alikeIn` gives it, of the offices that the school has really. */
  readonly alike: readonly number[];
  /** As `yesesOf` gives it. */
  readonly yeses: readonly (string | null)[];
}

/** The seats for which a yes of this person would count: of one group, of those that ask for the same office, and of those for which nobody else is left. */
export function seatsForYes({ seats, alike, yeses }: Standing, person: string): Seat[] {
  const open = seats.flatMap((_, at) => (yeses[at] === null ? [at] : []));
  const mine = open.filter(at => seats[at]!.some(seat => seat.person === person));
  const taken = new Set([person, ...yeses.filter(one => one !== null)]);
  const left = (chosen: number | null) => shortIn(seats, open.filter(at => alike[at] === at && (chosen === null || alike[at] !== alike[chosen])), taken);
  // Why none of them at first: whoever has said one yes says the second only where nobody else could.
  const choices: (number | null)[] = yeses.includes(person) ? [null] : mine;
  const [best] = choices.map(chosen => ({ chosen, short: left(chosen) })).sort((a, b) => a.short.length - b.short.length);
  if (!best) return [];
  const counts = (at: number) => best.short.includes(alike[at]!) || (best.chosen !== null && alike[at] === alike[best.chosen]);
  return mine.filter(counts).map(at => seats[at]!.find(seat => seat.person === person)!);
}

/** Those who sit in two groups, of which at least one is open, though the rule wants two people. */
export function holdersOfBoth({ seats, alike, yeses }: Standing): string[] {
  const groupsOf = (person: string) => seats.flatMap((group, at) => (group.some(seat => seat.person === person && !seat.instead) ? [at] : []));
  return [...new Set(seats.flat().map(seat => seat.person))].filter(person => {
    const groups = groupsOf(person);
    return new Set(groups.map(at => alike[at])).size > 1 && groups.some(at => yeses[at] === null);
  });
}
