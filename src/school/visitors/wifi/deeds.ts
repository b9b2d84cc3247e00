/** Giving and withdrawing codes for the guest wifi. A code is given after signing and in no other way. */
import { write, writeAll } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { closeSecret } from '../../../platform/secrets.ts';
import type { Events } from '../../bulletin.ts';
import { drawnFor, findPerson, listHolders, type Doing } from '../../people/index.ts';
import { WIFI_KEEPERS } from '../decisions.ts';
import { fewCodesMail } from '../mails.ts';
import { signedForAccess, type Here } from '../rules.ts';
import { settingsOn } from '../words.ts';
import * as store from './store.ts';
import type { WithdrawnWhy } from './words.ts';

/** What came of asking for a code. */
export type CodeGiven = 'given' | 'none-left' | 'sign-first' | 'no-rules';

/**
 * Gives somebody a code, once they have signed everything that access asks of them. Whoever holds one keeps it.
 * @param endsOn the last day they may need it; the code's own last day may come before
 */
export async function giveWifiCode(tx: Tx, here: Here, of: { person: string; names: readonly string[]; visit: string | null; endsOn: string; at: Date }): Promise<CodeGiven> {
  const standing = await signedForAccess(tx, here, of);
  if (standing !== 'signed') return standing;
  await store.queueFor(tx, of.person);
  if (await store.liveOf(tx, of.person, here.today)) return 'given';
  const taken = await store.takeFree(tx, { ...of, today: here.today });
  const left = (await store.countVouchers(tx, here.today)).free;
  if (left <= settingsOn(here.today).fewCodes) await warnKeepers(tx, here, { left, at: of.at });
  if (!taken) return 'none-left';
  await write(tx, { school: here.school.id, deed: 'give-wifi-code', by: of.person, about: taken.id, at: of.at, words: { until: taken.endsOn! } });
  return 'given';
}

async function warnKeepers(tx: Tx, { school, today }: Here, of: { left: number; at: Date }): Promise<void> {
  const keepers = new Set((await listHolders(tx, today)).filter(holder => (WIFI_KEEPERS as readonly string[]).includes(holder.office)).map(holder => holder.person));
  const letters = [];
  for (const person of keepers) {
    const email = (await findPerson(tx, person, today))?.email;
    if (email) letters.push({ person, draw: () => fewCodesMail(school, { person, to: email, left: of.left, today }) });
  }
  await putInOutbox(tx, { school: school.id, at: of.at }, await drawnFor(tx, letters));
}

/** Closes codes for the pool, each under its own id. Before the transaction, for it reads a file. */
export const closeCodes = (folder: string, codes: readonly string[], of: { network: string; validDays: number; lastDay: string | null }): Promise<store.NewVoucher[]> =>
  Promise.all(codes.map(async code => {
    const id = newId();
    return { id, network: of.network, validDays: of.validDays, lastDay: of.lastDay, closed: await closeSecret(folder, id, code) };
  }));

/** Adds codes to the pool. */
export async function addWifiCodes(tx: Tx, doing: Doing, vouchers: readonly store.NewVoucher[]): Promise<void> {
  await store.addVouchers(tx, doing, vouchers);
  await write(tx, { ...doing, deed: 'add-wifi-codes', words: { codes: String(vouchers.length), network: vouchers[0]?.network ?? '' } });
}

/** Withdraws what somebody holds. Returns how many. */
export async function withdrawCodesOf(tx: Tx, doing: Doing, of: { person: string; why: WithdrawnWhy }): Promise<number> {
  const ids = await store.withdrawOf(tx, { ...of, today: dayOf(doing.at), at: doing.at });
  await writeAll(tx, ids.map(id => ({ ...doing, deed: 'withdraw-wifi-code', about: id, words: { why: of.why } })));
  return ids.length;
}

/** Withdraws one code by hand, given or free. False where it had ended. */
export async function withdrawCode(tx: Tx, doing: Doing, of: { id: string; today: string }): Promise<boolean> {
  const why = await store.withdrawOne(tx, { ...of, at: doing.at });
  if (why === null) return false;
  await write(tx, { ...doing, deed: 'withdraw-wifi-code', about: of.id, words: { why } });
  return true;
}

/** Notes that the wifi's own controller no longer takes a code. */
export async function noteSwitchedOff(tx: Tx, doing: Doing, of: { id: string; today: string }): Promise<boolean> {
  if (!(await store.noteSwitchedOff(tx, { id: of.id, by: doing.by, today: of.today, at: doing.at }))) return false;
  await write(tx, { ...doing, deed: 'wifi-code-switched-off', about: of.id });
  return true;
}

/** Writes down that somebody took the free codes out. */
export const noteDownload = async (tx: Tx, doing: Doing, codes: number): Promise<void> => { await write(tx, { ...doing, deed: 'download-wifi-codes', words: { codes: String(codes) } }); };

/** Whoever takes an agreement back, or leaves, holds no code any more. Wired in app.ts. */
export const wifiListeners = {
  'agreement-withdrawn': async (tx: Tx, event: Events['agreement-withdrawn']): Promise<void> => {
    await withdrawCodesOf(tx, { school: event.school, by: event.by, at: event.at }, { person: event.person, why: 'agreement-withdrawn' });
  },
  'person-left': async (tx: Tx, event: Events['person-left']): Promise<void> => {
    if (event.on <= dayOf(event.at)) await withdrawCodesOf(tx, { school: event.school, by: event.by, at: event.at }, { person: event.person, why: 'left' });
  },
};
