/**
 * `countersign sign-in-link --school village-primary --person NAME|E-MAIL`: the one-time link with which a person sets a
 * password, for whoever keeps this server to give to that person, by hand and to nobody else. The logbook says it was made.
 * With `--forget-passkeys` the passkeys that the person has lost are forgotten and every session of theirs ends.
 */
import { forgetPasskeys, makeLink } from '../sign-in/deeds.ts';
import { addName } from '../sign-in/store.ts';
import { now } from '../platform/clock.ts';
import { inSchool, schoolBySlug, type Tx } from '../platform/database/index.ts';
import { dayOf } from '../platform/days.ts';
import { listPeople } from '../school/people/store.ts';
import { fullName, type Person } from '../school/people/words.ts';
import { lookAtDatabase } from './on-database.ts';
import { WrongCall, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { school: { type: 'string' }, person: { type: 'string' }, 'forget-passkeys': { type: 'boolean' } });
  if (!values.school || !values.person) throw new WrongCall('Say which school and whom: --school village-primary --person "Amina Rahman".');
  return lookAtDatabase(async (db, config) => {
    const school = await schoolBySlug(db, values.school!);
    if (!school) throw new WrongCall(`There is no school "${values.school}" here.`);
    const made = await inSchool(db, school.id, tx => linkFor(tx, school.id, { asked: values.person!, forget: values['forget-passkeys'] === true }));
    await print(`${config.publicUrl}/${school.slug}/set-password/${made.token}\n`);
    process.stderr.write(`For ${made.name}, who signs in as ${made.signInName}. It works once, for three days. Give it to nobody else.\n`);
    return 0;
  });
}

/** Makes the link for one person of a school, who is called by name or address. */
export async function linkFor(tx: Tx, school: string, { asked, forget }: { asked: string; forget: boolean }): Promise<{ token: string; name: string; signInName: string }> {
  const at = now();
  const person = onlyOne(await listPeople(tx, { day: dayOf(at), limit: 10_000 }), asked);
  const signInName = (person.email ?? fullName(person).replaceAll(/[^\p{L}\p{N}]+/gu, '.')).toLowerCase();
  await addName(tx, { school, name: signInName, person: person.id });
  const door = { school, now: at, userAgent: '' };
  if (forget) await forgetPasskeys(tx, door, { person: person.id, by: 'countersign' });
  const token = await makeLink(tx, door, { person: person.id, by: 'countersign' });
  return { token, name: fullName(person), signInName };
}

function onlyOne(people: readonly Person[], asked: string): Person {
  const wanted = asked.trim().toLowerCase();
  const found = people.filter(person => person.email?.toLowerCase() === wanted || fullName(person).toLowerCase() === wanted);
  if (found.length === 1) return found[0]!;
  throw new WrongCall(found.length === 0 ? `Nobody here is called "${asked}".` : `${found.length} people are called "${asked}". Give an e-mail address.`);
}
