/** Mails about tasks: that there is something, and where to sign in. */
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays, endOfDay } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { drawnFor, listHolders, listPeople } from '../../people/index.ts';
import type { Doing } from '../deeds.ts';

type About = Pick<Letter, 'subject' | 'body'>;
const DAYS_WORTH = 14;
const MOST = 30;

async function send(tx: Tx, { school, at, today }: Doing, persons: readonly string[], words: () => About): Promise<void> {
  if (persons.length === 0) return;
  const people = await listPeople(tx, { day: today, ids: [...new Set(persons)].slice(0, MOST), limit: MOST });
  const expiresAt = endOfDay(addDays(today, DAYS_WORTH));
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, people.flatMap(({ id, email }) => (email ? [{ person: id, draw: () => ({ kind: 'it-task', person: id, to: email, once: `it-task ${newId()}`, expiresAt, ...words() }) }] : []))));
}

const holding = async (tx: Tx, office: string, today: string): Promise<string[]> => (await listHolders(tx, today)).filter(one => one.office === office).map(one => one.person);

/** Whoever carries it out: something waits. */
export const tellOffice = async (tx: Tx, doing: Doing, office: string): Promise<void> => send(tx, doing, await holding(tx, office, doing.today), () => ({
  subject: 'Something waits for IT', body: ['Something at school waits for you to take it on.', 'Sign in to read it.', `{site}/${doing.school.slug}/it-tasks\n`].join('\n\n'),
}));

/** Whoever asked, and for what cannot be done whoever said yes: there is news. */
export const tellAboutTask = (tx: Tx, doing: Doing, of: { readonly persons: readonly (string | null)[]; readonly path: string }): Promise<void> => send(tx, doing, of.persons.filter(person => person !== null), () => ({
  subject: 'News from IT', body: ['There is news about something that waited for IT.', 'Sign in to read it.', `{site}/${doing.school.slug}${of.path}\n`].join('\n\n'),
}));
