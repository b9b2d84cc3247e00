/** Starting and ending the tablets at reception. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import type { Doing } from '../../people/index.ts';
import { settingsOn } from '../words.ts';
import * as store from './store.ts';

/** Makes this device a kiosk. Returns the token that it keeps, and for how long. */
export async function startKiosk(tx: Tx, doing: Doing, place: string): Promise<{ token: string; seconds: number }> {
  const { kioskDays } = settingsOn(dayOf(doing.at));
  const endsAt = new Date(`${addDays(dayOf(doing.at), kioskDays)}T00:00:00Z`);
  const { id, token } = await store.addKiosk(tx, { school: doing.school, place, by: doing.by, at: doing.at, endsAt });
  await write(tx, { ...doing, deed: 'start-kiosk', about: id, words: { place } });
  return { token, seconds: kioskDays * 86_400 };
}

/** Ends a kiosk: its tablet shows nothing any more. False where it had ended. */
export async function endKiosk(tx: Tx, doing: Doing, id: string): Promise<boolean> {
  if (!(await store.endKiosk(tx, { id, by: doing.by, at: doing.at }))) return false;
  await write(tx, { ...doing, deed: 'end-kiosk', about: id });
  return true;
}
