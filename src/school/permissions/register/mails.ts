/** Thin mails about permissions: that there is something and where to sign in, never what, nor about whom. */
import type { Tx } from '../../../platform/database/index.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { drawnFor, listPeople } from '../../people/index.ts';

export type News = 'ends-soon' | 'ended' | 'changed' | 'show-again' | 'evidence' | 'decides';

const SUBJECTS: Readonly<Record<News, { readonly subject: string; readonly text: string }>> = {
  'ends-soon': { subject: 'A permission of yours ends soon', text: 'A permission that you hold ends soon. It does not go on by itself.' },
  ended: { subject: 'A permission of yours has ended', text: 'A permission that you held has ended.' },
  changed: { subject: 'A permission of yours has changed', text: 'There is news about a permission that you hold.' },
  'show-again': { subject: 'Something to show again for a permission', text: 'Something that a permission of yours stands on has to be looked at again soon.' },
  evidence: { subject: 'A permission of yours rests', text: 'Something that a permission of yours stands on has to be looked at again. Until then it does not count.' },
  decides: { subject: 'Permissions you decide about', text: 'There is something to look at in the register of permissions.' },
};

export interface Telling {
  readonly school: School;
  readonly at: Date;
  readonly today: string;
}

/** Tells people who have a mailbox, each at most once a day of each kind of news; the others find it on their start page. */
export async function tell(tx: Tx, { school, at, today }: Telling, news: News, people: readonly string[]): Promise<void> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return;
  const reached = (await listPeople(tx, { day: today, ids, limit: ids.length })).filter(one => one.email !== null);
  const mails = await drawnFor(tx, reached.map(({ id, email }) => ({ person: id, draw: () => ({
    kind: 'permission', person: id, to: email!, subject: SUBJECTS[news].subject, once: `permission ${news} ${id} ${today}`, expiresAt: new Date(at.getTime() + 7 * 86_400_000),
    body: [SUBJECTS[news].text, 'Sign in to read it.', `{site}/${school.slug}/permissions\n`].join('\n\n'),
  }) })));
  await putInOutbox(tx, { school: school.id, at }, mails);
}
