/**
 * `countersign open-school --name "Hollow Lane School" --head "Hedda Newschool" [--email …] [--at hollow-lane]`: opens a
 * school with nobody in it but its head, and prints the one-time link with which the head sets a password. The page
 * *Set the school up* leads on from there. Whoever keeps the server opens schools; no page does.
 */
import { now } from '../platform/clock.ts';
import { addSchool, inSchool, schoolBySlug, type School } from '../platform/database/index.ts';
import { dayOf } from '../platform/days.ts';
import { newId } from '../platform/ids.ts';
import { addPeople, giveOffices } from '../school/people/deeds.ts';
import { lookAtDatabase } from './on-database.ts';
import { WrongCall, print, readOptions } from './options.ts';
import { linkFor } from './sign-in-link.ts';

/** Addresses that belong to no school. */
const TAKEN: ReadonlySet<string> = new Set(['accessibility', 'assets', 'language', 'may-i', 'offline', 'privacy']);

export async function command(args: readonly string[]): Promise<number> {
  const { name = '', head = '', email, at } = readOptions(args, { name: { type: 'string' }, head: { type: 'string' }, email: { type: 'string' }, at: { type: 'string' } }).values;
  const [familyName = '', ...before] = head.trim().split(/\s+/).reverse();
  if (name.trim().length < 3 || before.length === 0) throw new WrongCall('Say which school and who is its head: --name "Hollow Lane School" --head "Hedda Newschool".');
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new WrongCall(`"${email}" is no e-mail address.`);
  const slug = at ?? slugOf(name);
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(slug) || TAKEN.has(slug)) throw new WrongCall(`A school cannot stand at "${slug}". Choose small letters, figures and hyphens: --at hollow-lane.`);
  return lookAtDatabase(async (db, config) => {
    if (await schoolBySlug(db, slug)) throw new WrongCall(`There is a school at "${slug}" already. Choose another address: --at hollow-lane.`);
    const school: School = { id: newId(), slug, name: name.trim(), pack: slug };
    await addSchool(db, school);
    const moment = now();
    const doing = { school: school.id, by: 'countersign', at: moment };
    const made = await inSchool(db, school.id, async tx => {
      const from = dayOf(moment);
      const [person] = await addPeople(tx, doing, [{ givenName: before.reverse().join(' '), familyName, email: email ?? null, joinedOn: from, kinds: ['staff'] }]);
      await giveOffices(tx, doing, [{ office: 'head', person: person!, from }]);
      return linkFor(tx, school.id, { asked: head.trim().split(/\s+/).join(' '), forget: false });
    });
    await print(`${config.publicUrl}/${slug}/set-password/${made.token}\n`);
    process.stderr.write(`${school.name} is open. The link is for ${made.name}, who signs in as ${made.signInName} and goes on at ${config.publicUrl}/${slug}/set-up. It works once, for three days. Give it to nobody else.\n`);
    return 0;
  });
}

/** "St Anne’s, Hollow Lane" → `st-annes-hollow-lane`. */
const slugOf = (name: string): string => name.normalize('NFKD').replaceAll(/[\u0300-\u036f'’.]/g, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
