/** Who may have a card, until when, and with which pictures. Pure. */
import { CARD_SETTINGS } from './words.ts';

/** What somebody is and holds today, wider kinds included. */
interface Standing {
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
}

/** Pupils in Early Years and Key Stage 1, and nobody else: whoever is more than that, or holds an office, opens more and needs more. */
export const mayHoldCard = ({ kinds, offices }: Standing): boolean =>
  kinds.includes('pupil-ks1') && offices.length === 0 && !['staff', 'parent', 'governor', 'trustee', 'visitor'].some(kind => kinds.includes(kind));

export const settingOn = (day: string) => CARD_SETTINGS.findLast(line => line.from <= day) ?? CARD_SETTINGS[0]!;

/** The last day of the school year that a day lies in. */
export function lastDayOfYear(today: string): string {
  const day = `${today.slice(0, 4)}-${settingOn(today).yearEnds}`;
  return day >= today ? day : `${Number(today.slice(0, 4)) + 1}-${settingOn(today).yearEnds}`;
}

/** So many different pictures, in an order. `chance` gives whole numbers from 0 up to (and without) its argument. */
export function pick(pictures: readonly string[], count: number, chance: (below: number) => number): string[] {
  const left = [...pictures];
  return Array.from({ length: count }, () => left.splice(chance(left.length), 1)[0]!);
}
