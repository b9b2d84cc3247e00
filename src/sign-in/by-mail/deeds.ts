/** Signing in by a link that comes by mail, for those who have no school account: parents, governors, trustees, households of staff. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { ENGLISH, inLanguage } from '../../platform/languages/index.ts';
import { putInOutbox } from '../../platform/mail/index.ts';
import type { School } from '../../platform/web/index.ts';
import { open, type Door, type SignIn } from '../deeds.ts';
import * as store from './store.ts';

/** A link works once, for this long. */
export const MAIL_LINK_MS = 15 * 60_000;
/** At most this many links an hour for one person. */
const MOST_AN_HOUR = 3;
const HOUR_MS = 3_600_000;
/** `household`: the partners and children of staff, who have no school account either. */
const KINDS = ['parent', 'governor', 'trustee', 'household'];

/** Somebody whose address on record was typed; `kinds` with every wider one. */
export interface Addressee {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
  /** The language they chose to read in, where they did. */
  readonly language?: string | undefined;
}

/** Who may sign in by mail alone: a parent, governor, trustee or one of a household who is no staff and holds no office, for those open more and need more. */
export const maySignInByMail = (one: Pick<Addressee, 'kinds' | 'offices'>): boolean =>
  one.kinds.some(kind => KINDS.includes(kind)) && !one.kinds.includes('staff') && one.offices.length === 0;

/** Sends a link to each of these who may have one, to the address on record. Says nothing about whether anybody was found. */
export async function sendLinks(tx: Tx, of: { school: School; now: Date; next: string }, found: readonly Addressee[]): Promise<void> {
  const { school, now } = of;
  for (const one of found.filter(maySignInByMail)) {
    if ((await store.countLinks(tx, one.person, new Date(now.getTime() - HOUR_MS))) >= MOST_AN_HOUR) continue;
    const expiresAt = new Date(now.getTime() + MAIL_LINK_MS);
    const token = await store.addMailLink(tx, { school: school.id, person: one.person, now, expiresAt });
    await putInOutbox(tx, { school: school.id, at: now }, [inLanguage(one.language ?? ENGLISH.code, () => ({
      kind: 'sign-in-link', person: one.person, to: one.email, once: `sign-in-link ${token.slice(0, 8)} ${now.getTime()}`, expiresAt, secret: true,
      subject: `Your link to sign in at ${school.name}`,
      body: `This link signs in ${one.name}. It works once, within 15 minutes:\n\n{site}/${school.slug}/sign-in/link/${token}?next=${encodeURIComponent(of.next)}\n\nDid you not ask for it? Then do nothing: nobody can sign in without it.\n`,
    }))]);
    await write(tx, { school: school.id, deed: 'send-sign-in-link', by: 'countersign', about: one.person, at: now });
  }
}

/** Signs in by a link, which is used up. `may` looks once more whether this person may, for they may have changed since. */
export async function signInByLink(tx: Tx, door: Door, given: { token: string; may: (person: string) => Promise<boolean> }): Promise<SignIn> {
  const person = await store.useMailLink(tx, given.token, door.now);
  if (!person || !(await given.may(person))) return { ok: false, why: 'wrong' };
  return { ok: true, token: await open(tx, door, person), person };
}
