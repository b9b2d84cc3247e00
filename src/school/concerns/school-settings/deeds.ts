/** Setting how concerns are handled: what differs from today's is added with today's date; nothing is overwritten. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingsOn } from '../settings.ts';
import * as store from '../store.ts';

export { settingsOf as settingsKept } from '../store.ts';

export interface SettingsGiven {
  readonly safeguarding: number;
  readonly other: number;
  readonly openingHours: number;
  readonly openedHours: number;
  /** As it is where left out. */
  readonly figuresHideBelow?: number | undefined;
  readonly figuresDelayDays?: number | undefined;
  readonly lookOpenDays?: number | undefined;
  readonly lookFindingDays?: number | undefined;
  readonly lookedAtTold?: boolean | undefined;
  readonly holdReviewDays?: number | undefined;
  readonly childFileDays?: number | undefined;
  readonly actionDays?: number | undefined;
  readonly lateTo?: readonly string[] | undefined;
  readonly next: readonly string[];
  readonly headIsProprietor: boolean;
  readonly officerName: string;
  readonly officerNumber: string;
  readonly officerHours: string;
  /** As it is where all three are left out. */
  readonly careNumber?: string | undefined;
  readonly careHours?: string | undefined;
  readonly careNight?: string | undefined;
}

/** Returns how many settings changed. */
export async function setSettings(tx: Tx, of: { readonly school: string; readonly by: string; readonly at: Date; readonly today: string }, given: SettingsGiven): Promise<number> {
  const held = settingsOn(await store.settingsOf(tx), of.today);
  const officer = given.officerName === '' && given.officerNumber === '' ? null : { name: given.officerName, number: given.officerNumber, hours: given.officerHours };
  const care = given.careNumber === undefined ? held.socialCare : given.careNumber === '' && !given.careNight ? null : { number: given.careNumber, hours: given.careHours ?? '', night: given.careNight ?? '' };
  const wanted = { handOnMinutes: { safeguarding: given.safeguarding, other: given.other }, openingHours: given.openingHours, openedHours: given.openedHours, figuresHideBelow: given.figuresHideBelow ?? held.figuresHideBelow, figuresDelayDays: given.figuresDelayDays ?? held.figuresDelayDays,
    childFileDays: given.childFileDays ?? held.childFileDays, actionDays: given.actionDays ?? held.actionDays, lateTo: given.lateTo ?? held.lateTo, lookOpenDays: given.lookOpenDays ?? held.lookOpenDays, lookFindingDays: given.lookFindingDays ?? held.lookFindingDays, lookedAtTold: given.lookedAtTold ?? held.lookedAtTold, holdReviewDays: given.holdReviewDays ?? held.holdReviewDays, next: given.next, headIsProprietor: given.headIsProprietor, designatedOfficer: officer, socialCare: care };
  const changed = Object.entries(wanted).filter(([name, value]) => !same(value, held[name as keyof typeof held]));
  for (const [name, value] of changed) await store.addSetting(tx, { school: of.school, name, since: of.today, value, by: of.by, at: of.at });
  if (changed.length > 0) await write(tx, { school: of.school, deed: 'set-how-concerns-are-handled', by: of.by, at: of.at });
  return changed.length;
}

/** Alike whatever the order of their keys, which the database does not keep. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
