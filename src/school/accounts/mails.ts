/** Mails about accounts: that there is something, and where to sign in. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays, endOfDay } from '../../platform/days.ts';
import { newId } from '../../platform/ids.ts';
import { putInOutbox } from '../../platform/mail/index.ts';
import type { School } from '../../platform/web/index.ts';
import { drawnFor, listGuardians, listHolders, listPeople } from '../people/index.ts';

interface Telling {
  readonly school: School;
  readonly at: Date;
  readonly today: string;
}
const DAYS_WORTH = 14;
const MOST = 30;

interface Thin { readonly subject: string; readonly body: string }

async function send(tx: Tx, { school, at, today }: Telling, persons: readonly string[], words: () => Thin): Promise<void> {
  if (persons.length === 0) return;
  const people = await listPeople(tx, { day: today, ids: [...new Set(persons)].slice(0, MOST), limit: MOST });
  const expiresAt = endOfDay(addDays(today, DAYS_WORTH));
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, people.flatMap(({ id, email }) => (email ? [{ person: id, draw: () => ({ kind: 'account', person: id, to: email, once: `account ${newId()}`, expiresAt, ...words() }) }] : []))));
}

/** Whoever carries it out: something waits. */
export async function tellOffice(tx: Tx, telling: Telling, office: string): Promise<void> {
  const holders = (await listHolders(tx, telling.today)).filter(one => one.office === office).map(one => one.person);
  await send(tx, telling, holders, () => ({ subject: 'Something waits for IT', body: ['Something at school waits for you to do it.', 'Sign in to read it.', `{site}/${telling.school.slug}/accounts/to-do\n`].join('\n\n') }));
}

/** These people: there is news, on that page. */
export const tellPeople = (tx: Tx, telling: Telling, persons: readonly string[], path: string): Promise<void> => send(tx, telling, persons, () => ({
  subject: 'News about an account', body: ['There is news about an account at school.', 'Sign in to read it.', `{site}/${telling.school.slug}${path}\n`].join('\n\n'),
}));

/** Whoever has the account, and for a child the parents who may be in contact. */
export async function tellWhoseItIs(tx: Tx, telling: Telling, person: string): Promise<void> {
  const parents = (await listGuardians(tx, { children: [person], day: telling.today })).filter(tie => !tie.noContact).map(tie => tie.parentId);
  await tellPeople(tx, telling, [person], '/my-accounts');
  await tellPeople(tx, telling, parents, '/my-accounts');
}
