/** The line of the logbook, and the mail that says no more than that there is something. */
import { UNLISTED_DEED, write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { drawnFor, findPerson, listHolders } from '../../people/index.ts';
import { handles, isOpen } from '../decisions.ts';
import * as store from '../store.ts';
import type { Concern, Doing } from '../words.ts';

/** What every mail of a concern is called. No list of mails shows it: that there is one tells too much. */
export const CONCERN_MAIL = 'concern';

/** A line of the logbook that says only that something was done to a concern: not what, not by whom, and no words. */
export async function note(tx: Tx, { school, at }: Pick<Doing, 'school' | 'at'>, concern: string): Promise<void> {
  await write(tx, { school: school.id, deed: UNLISTED_DEED, by: 'countersign', about: concern, at });
}

/** Tells those who hold an office, or one person, that something waits for them; never those it is about. */
export async function tellReaders(tx: Tx, doing: Doing, of: { readonly concern: Pick<Concern, 'aboutKeys'>; readonly eye: string; readonly office: string | null; readonly person: string | null }): Promise<void> {
  const people = of.office === null ? [of.person!] : (await listHolders(tx, doing.today)).filter(holder => holder.office === of.office).map(holder => holder.person);
  const free = [...new Set(people)].filter(person => person !== doing.by && !of.concern.aboutKeys.includes(doing.lock.keyOf(person)));
  await mailTo(tx, doing, free, `eye ${of.eye}`);
}

/** Mails these people that something waits for them. `once` names the occasion. */
export async function mailTo(tx: Tx, { school, at, today }: Doing, people: readonly string[], once: string): Promise<void> {
  const found = await Promise.all(people.map(person => findPerson(tx, person, today)));
  const letters = found.flatMap(person => (person?.email ? [{ person: person.id, draw: () => ({
    kind: CONCERN_MAIL, person: person.id, to: person.email!, unlisted: true, subject: 'Something waits for you', once: `concern ${once} ${person.id}`,
    body: ['Something has come to you at your school.', 'Sign in to read it.', `{site}/${school.slug}\n`].join('\n\n'),
  }) }] : []));
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, letters));
}

/** Tells everybody who deals with a concern that there is something new in it. */
export async function tellHandlers(tx: Tx, doing: Doing, of: { readonly concern: string; readonly once: string }): Promise<void> {
  const concern = await store.findConcern(tx, of.concern);
  if (!concern) return;
  const eyes = (await store.eyesOn(tx, [of.concern])).filter(eye => isOpen(eye, doing.at) && handles([eye]));
  const holders = await listHolders(tx, doing.today);
  const people = eyes.flatMap(eye => (eye.office === null ? [eye.person!] : holders.filter(holder => holder.office === eye.office).map(holder => holder.person)));
  await mailTo(tx, doing, [...new Set(people)].filter(person => person !== doing.by && !concern.aboutKeys.includes(doing.lock.keyOf(person))), of.once);
}

/** Tells whoever told it that there is something new; nobody where they stay unknown. */
export async function tellReporter(tx: Tx, doing: Doing, of: { readonly reporter: string | null; readonly once: string }): Promise<void> {
  if (of.reporter !== null) await mailTo(tx, doing, [of.reporter], of.once);
}
