/** Thin mails about applications: that there is something and where to sign in, never what. */
import type { Tx } from '../../platform/database/index.ts';
import { putInOutbox, type Letter } from '../../platform/mail/index.ts';
import { newId } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { drawnFor, listPeople } from '../people/index.ts';

interface Post { readonly school: School; readonly at: Date; readonly today: string }

const MOST = 200;
const DAYS_WORTH = 14;

async function send(tx: Tx, { school, at, today }: Post, of: { readonly persons: readonly string[]; readonly once: (person: string) => string; readonly words: () => Pick<Letter, 'subject' | 'body'> }): Promise<void> {
  const ids = [...new Set(of.persons)].slice(0, MOST);
  if (ids.length === 0) return;
  const people = await listPeople(tx, { day: today, ids, limit: MOST });
  const expiresAt = new Date(at.getTime() + DAYS_WORTH * 86_400_000);
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, people.flatMap(({ id, email }) => (email ? [{ person: id, draw: () => ({ kind: 'application', person: id, to: email, once: of.once(id), expiresAt, ...of.words() }) }] : []))));
}

/** Those who asked for an application or were named for it: there is news. */
export const tellUsers = (tx: Tx, post: Post, persons: readonly string[]): Promise<void> => {
  const id = newId();
  return send(tx, post, { persons, once: person => `application ${id} ${person}`, words: () => ({
    subject: 'News about an application', body: ['There is news about an application that you may use at school.', 'Sign in to read it.', `{site}/${post.school.slug}/apps\n`].join('\n\n'),
  }) });
};

/** Whoever keeps the register: something is to be looked at again. At most once a day each. */
export const tellKeepers = (tx: Tx, post: Post, persons: readonly string[]): Promise<void> => send(tx, post, { persons, once: person => `application review ${person} ${post.today}`, words: () => ({
  subject: 'The register of applications', body: ['Something in the register of applications is to be looked at again.', 'Sign in to see it.', `{site}/${post.school.slug}/apps/register\n`].join('\n\n'),
}) });
