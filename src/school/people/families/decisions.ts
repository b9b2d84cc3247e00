/** What a family's record means on a day: who may agree, who is to be left alone, and what the office should look at. Pure. */
import type { Adult, FamilyRecord } from './words.ts';

/** Whether an adult's limits hold on a day. Without days they always do. */
export const limitsHold = (adult: Pick<Adult, 'from' | 'until'>, day: string): boolean =>
  (adult.from === null || adult.from <= day) && (adult.until === null || adult.until >= day);

/** Whether an adult must not be told of the child on a day. */
export const isKeptAway = (adult: Adult, day: string): boolean => adult.noContact && limitsHold(adult, day);

/** Whether an adult may agree for the child on a day. For a looked-after child only those who are named. */
export function mayAgree(adult: Adult, record: Pick<FamilyRecord, 'lookedAfter'>, day: string): boolean {
  if (record.lookedAfter && !adult.named) return false;
  return !limitsHold(adult, day) || (adult.mayAgree && !adult.noContact);
}

/** What the office should put right about a record, most pressing first. */
export type Worry = 'nobody-named' | 'nobody-may-agree' | 'both-but-one' | 'review-due';

/** The worries about a record on a day; none where it is well. */
export function worriesOf(record: FamilyRecord, day: string): Worry[] {
  const agreeing = record.adults.filter(adult => mayAgree(adult, record, day) && !isKeptAway(adult, day));
  const worries: Worry[] = [];
  if (agreeing.length === 0) worries.push(record.lookedAfter && !record.adults.some(adult => adult.named) ? 'nobody-named' : 'nobody-may-agree');
  if (record.agree === 'both' && agreeing.length === 1) worries.push('both-but-one');
  if ([record.reviewOn, ...record.adults.map(adult => adult.reviewOn)].some(on => on !== null && on <= day)) worries.push('review-due');
  return worries;
}

/** The adults, first contact first; numbered 1, 2, … */
export const inOrder = (adults: readonly Adult[]): Adult[] =>
  [...adults].sort((a, b) => a.order - b.order).map((adult, at) => ({ ...adult, order: at + 1 }));

/** The record with one adult moved up or down among those to contact. */
export function moved(record: FamilyRecord, parent: string, by: -1 | 1): FamilyRecord {
  const adults = inOrder(record.adults);
  const at = adults.findIndex(adult => adult.parent === parent);
  const to = at + by;
  if (at < 0 || to < 0 || to >= adults.length) return { ...record, adults };
  const [one] = adults.splice(at, 1);
  adults.splice(to, 0, one!);
  return { ...record, adults: adults.map((adult, place) => ({ ...adult, order: place + 1 })) };
}

/** Whether two records say the same. */
export const sameRecord = (one: FamilyRecord, other: FamilyRecord): boolean => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

/** In one order, so that records can be compared. */
function tidy(record: FamilyRecord): unknown {
  const { agree, lookedAfter, separateHomes, note, reviewOn } = record;
  const adults = [...record.adults].sort((a, b) => (a.parent < b.parent ? -1 : 1)).map(one => [
    one.parent, one.relation, one.standing, one.organisation, one.order, one.mayAgree, one.noContact, one.courtOrder, one.named, one.from, one.until, one.source, one.reviewOn,
  ]);
  return [agree, lookedAfter, separateHomes, note, reviewOn, adults];
}

/** The adults about whom two records differ. */
export function adultsChanged(before: FamilyRecord, after: FamilyRecord): string[] {
  const ids = [...new Set([...before.adults, ...after.adults].map(adult => adult.parent))];
  const of = (record: FamilyRecord, id: string) => JSON.stringify(record.adults.filter(adult => adult.parent === id).map(({ order: _order, ...rest }) => Object.entries(rest).sort()));
  return ids.filter(id => of(before, id) !== of(after, id));
}
