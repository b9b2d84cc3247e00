/** Who somebody is: by the cookie of a session, or by the address that a link is mailed to. */
import { readRemembered, noteInSchool, type Database, type Tx } from './platform/database/index.ts';
import { dayOf } from './platform/days.ts';
import { sha256 } from './platform/ids.ts';
import { NOBODY, type Reader, type School } from './platform/web/index.ts';
import { isBeingMadeSafe, isClosedHere } from './school/accounts/index.ts';
import type { Shared } from './school/feature.ts';
import { belongsTo, elsewhereOf, findPerson, peopleWithEmail, readerOf } from './school/people/index.ts';
import { sessionOf, touchSession, type mailLinkRoutes } from './sign-in/index.ts';

type ReaderParts = Pick<Shared, 'demonstration' | 'vocabulary'> & { readonly db: Database };

/** Who a session cookie signs in at this school; a cookie of another school signs nobody in here. */
export async function readerFor(parts: ReaderParts, token: string | undefined, school: School, now: Date): Promise<Reader> {
  if (!token) return NOBODY;
  // Why the second in the key: a session that has just run out is not remembered as live.
  const key = `reader ${sha256(token)} ${Math.floor(now.getTime() / 1000)}`;
  const found = await readRemembered(parts.db, school.id, { key, work: tx => lookUpReader(tx, parts, { token, now, slug: school.slug }) });
  if (!found) return NOBODY;
  if (found.touch && !touched.has(found)) {
    touched.add(found);
    await noteInSchool(parts.db, school.id, tx => touchSession(tx, found.reader.session!, now));
  }
  return found.reader;
}

/** Findings whose session has been noted as in use, so that one reading notes it once. */
const touched = new WeakSet<object>();

async function lookUpReader(tx: Tx, parts: ReaderParts, { token, now, slug }: { token: string; now: Date; slug: string }): Promise<{ reader: Reader; touch: boolean } | null> {
  const live = await sessionOf(tx, token, now);
  const reader = live && (await readerOf(tx, { person: live.session.person, today: dayOf(now), vocabulary: parts.vocabulary }));
  if (!live || !reader) return null;
  const { persona, secondFactor, id } = live.session;
  // Why: whoever made a demonstration real has no second way in without a password or passkey.
  if (persona && !parts.demonstration) return null;
  // An office needs more than a password; the personas of the demonstration have none.
  const half = reader.offices.length > 0 && !secondFactor && !persona;
  const elsewhere = await elsewhereOf(tx, live.session.person);
  const closed = await isClosedHere(tx, live.session.person);
  const halfWay = closed ? `/${slug}/my-accounts` : half ? `/${slug}/sign-in-settings/second-factor` : null;
  return { reader: { ...reader, persona, session: id, ...(elsewhere.length > 0 ? { elsewhere } : {}), ...(halfWay === null ? {} : { halfWay }) }, touch: live.touch };
}

/** Somebody's kinds; the partner or child of a member of staff is of a household too. */
const withHousehold = async (tx: Tx, reader: { readonly person: string | null; readonly kinds: readonly string[] }): Promise<readonly string[]> =>
  (reader.person !== null && (await belongsTo(tx, reader.person)).length > 0 ? [...reader.kinds, 'household'] : reader.kinds);

/** Who may sign in by a link in their mail is asked of people; to a mailbox that somebody else may be reading none goes. */
export const byMail = ({ mailLeaves = false, vocabulary }: Pick<Shared, 'vocabulary'> & { readonly mailLeaves?: boolean }): Parameters<typeof mailLinkRoutes>[0] => ({
  mailLeaves,
  standing: async (tx, person, today) => {
    const reader = await readerOf(tx, { person, today, vocabulary });
    return reader && { ...reader, kinds: await withHousehold(tx, reader) };
  },
  addressees: async (tx, email, today) => {
    const found = [];
    for (const person of (await peopleWithEmail(tx, email, today)).slice(0, 4)) {
      const [reader, kept] = [await readerOf(tx, { person, today, vocabulary }), await findPerson(tx, person, today)];
      if (reader && kept?.email && !(await isBeingMadeSafe(tx, person))) found.push({ person, name: reader.name, email: kept.email, kinds: await withHousehold(tx, reader), offices: reader.offices, language: reader.language });
    }
    return found;
  },
});
