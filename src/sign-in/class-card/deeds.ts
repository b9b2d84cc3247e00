/** Making, ending and unlocking class cards, and signing in with one. Each is one transaction of the caller. */
import { randomInt } from 'node:crypto';
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newToken } from '../../platform/ids.ts';
import type { Door } from '../deeds.ts';
import { endSessions, openSession } from '../store.ts';
import { lastDayOfYear, pick, settingOn } from './decisions.ts';
import * as store from './store.ts';
import type { Ended, FreshCard } from './words.ts';

/** Who makes or ends a card. */
export interface CardKeeper {
  readonly school: string;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
}

/** Makes a card; an earlier one of this person stops working. The caller has checked that this person may have one. */
export async function makeCard(tx: Tx, keeper: CardKeeper, of: { person: string; pictures: readonly string[] }): Promise<FreshCard> {
  const { school, by, at, today } = keeper;
  await store.endCards(tx, { person: of.person, why: 'again', at });
  const token = newToken();
  const pictures = pick(of.pictures, settingOn(today).pictures, below => randomInt(below));
  const expiresOn = lastDayOfYear(today);
  const id = await store.addCard(tx, { school, person: of.person, token, pictures, by, at, expiresOn });
  await write(tx, { school, deed: 'make-class-card', by, about: of.person, at });
  return { id, person: of.person, token, pictures, expiresOn };
}

/** Ends the card of a person, and every session it opened: it was lost, or is not wanted any more. */
export async function endCard(tx: Tx, keeper: CardKeeper, of: { person: string; why: Ended }): Promise<boolean> {
  if ((await store.endCards(tx, { ...of, at: keeper.at })) === 0) return false;
  await endSessions(tx, { person: of.person });
  await write(tx, { school: keeper.school, deed: 'end-class-card', by: keeper.by, about: of.person, at: keeper.at, words: { why: of.why } });
  return true;
}

/** Opens a locked card again. */
export async function unlockCard(tx: Tx, keeper: CardKeeper, person: string): Promise<boolean> {
  if ((await store.unlock(tx, person)) === 0) return false;
  await write(tx, { school: keeper.school, deed: 'unlock-class-card', by: keeper.by, about: person, at: keeper.at });
  return true;
}

export type CardSignIn =
  | { readonly ok: true; readonly token: string; readonly seconds: number }
  /** `dead`: ended, too old, unknown, or its holder may have none any more. */
  | { readonly ok: false; readonly why: 'wrong' | 'locked' | 'dead' };

/** Signs in with a card and its pictures in their order. Too many wrong tries lock it until a teacher opens it again. */
export async function signInByCard(tx: Tx, door: Door & { today: string }, given: { token: string; pictures: readonly string[]; may: (person: string) => Promise<boolean> }): Promise<CardSignIn> {
  const card = await store.cardOfToken(tx, given.token, door.today, { forTry: true });
  if (!card || !(await given.may(card.person))) return { ok: false, why: 'dead' };
  if (card.lockedAt !== null) return { ok: false, why: 'locked' };
  const setting = settingOn(door.today);
  if (store.picturesHash(given.token, given.pictures) !== card.picturesHash) {
    const locked = await store.noteWrong(tx, { id: card.id, at: door.now, most: setting.tries });
    if (locked) await write(tx, { school: door.school, deed: 'lock-class-card', by: 'countersign', about: card.person, at: door.now });
    return { ok: false, why: locked ? 'locked' : 'wrong' };
  }
  await store.noteRight(tx, { id: card.id, at: door.now });
  const seconds = setting.minutes * 60;
  const token = await openSession(tx, { school: door.school, person: card.person, persona: false, secondFactor: false, userAgent: door.userAgent, now: door.now, lastsMs: seconds * 1000 });
  await write(tx, { school: door.school, deed: 'sign-in-by-card', by: card.person, at: door.now });
  return { ok: true, token, seconds };
}
