/** Mails of permissions. They say that there is something and where to sign in, never what or about whom. */
import type { Tx } from '../../platform/database/index.ts';
import { putInOutbox, type Letter } from '../../platform/mail/index.ts';
import { newId } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { drawnFor, listPeople } from '../people/index.ts';

interface Post {
  readonly school: School;
  readonly at: Date;
  readonly today: string;
  readonly persons: readonly (string | null)[];
  /** Follows the school's address. */
  readonly path: string;
}

const DAYS_WORTH = 14;
const MOST = 30;

type Words = Pick<Letter, 'subject' | 'body'>;

async function send(tx: Tx, { school, at, today, persons, path }: Post, words: (link: string) => Words): Promise<void> {
  const ids = [...new Set(persons.filter(person => person !== null))].slice(0, MOST);
  if (ids.length === 0) return;
  const people = await listPeople(tx, { day: today, ids, limit: MOST });
  const expiresAt = new Date(at.getTime() + DAYS_WORTH * 86_400_000);
  const link = `{site}/${school.slug}${path}\n`;
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, people.flatMap(({ id, email }) => (email ? [{ person: id, draw: () => ({ kind: 'permission', person: id, to: email, once: `permission ${newId()}`, expiresAt, ...words(link) }) }] : []))));
}

/** Whoever may decide: a request waits. */
export const tellDeciders = (tx: Tx, post: Post): Promise<void> => send(tx, post, link => ({
  subject: 'A request waits for your decision', body: ['Somebody at school asks for a permission, and you may decide.', 'Sign in to read it.', link].join('\n\n'),
}));

/** Whoever asked: there is an answer. */
export const tellAsker = (tx: Tx, post: Post): Promise<void> => send(tx, post, link => ({
  subject: 'News about something you asked for', body: ['There is news about a permission that you asked for.', 'Sign in to read it.', link].join('\n\n'),
}));

/** Whoever holds a permission: something happened to it. */
export const tellHolder = (tx: Tx, post: Post): Promise<void> => send(tx, post, link => ({
  subject: 'News about a permission', body: ['There is news about a permission of yours.', 'Sign in to read it.', link].join('\n\n'),
}));
