/** Devices that are held from the start, for an invented school: each was taken as the page takes it. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { readerOf } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { phaseOf, weighTaking } from './decisions.ts';
import { addKeepingPlace, giveBack, takeIntoCustody } from './deeds.ts';
import { backOn, listPlaces, pupilOf, settingsToday, whoOf } from './reads.ts';
import type { EntryWords } from './words.ts';

export interface DeviceToFill {
  readonly pupil: string;
  readonly by: string;
  readonly at: Date;
  readonly kind: string;
  readonly place: string;
  /** Where it lies; a place of this name is made. */
  readonly keptIn: string;
  readonly words: EntryWords;
  readonly back?: { readonly by: string; readonly at: Date; readonly name: string };
}

/** Takes a device, and gives it back where that is told. Returns the entry; null where the rules let nobody take it. */
export async function fillCustody(tx: Tx, place: { readonly school: School; readonly vocabulary: Vocabulary }, given: DeviceToFill): Promise<string | null> {
  const { school, vocabulary } = place;
  const { by, at, kind, words, back } = given;
  const today = dayOf(at);
  const [reader, pupil] = [await readerOf(tx, { person: by, today, vocabulary }), await pupilOf(tx, { vocabulary, today }, given.pupil)];
  if (!reader || !pupil) return null;
  const { rulebook } = await rulesInForce(tx, { school, vocabulary, today });
  const weighed = weighTaking(rulebook, { who: whoOf(reader), kind, place: given.place, phase: phaseOf(pupil.person.place, vocabulary), facts: {}, permissions: [], on: today });
  if (weighed.kind !== 'yes') return null;
  const doing = { school, by, at, today };
  const settings = await settingsToday(tx, today);
  const { day } = await backOn(tx, { today }, { rulebook, settings, decided: null });
  const keptIn = (await listPlaces(tx)).find(one => one.name === given.keptIn)?.id ?? await addKeepingPlace(tx, doing, given.keptIn);
  const taken = await takeIntoCustody(tx, doing, { person: given.pupil, kind, place: given.place, clause: weighed.because[0], toWhom: settings.to, dueOn: day, keptIn, awaited: null, words });
  if (taken && back) await giveBack(tx, { school, by: back.by, at: back.at, today: dayOf(back.at) }, taken.id, { to: settings.to, name: back.name, text: '' });
  return taken?.id ?? null;
}
