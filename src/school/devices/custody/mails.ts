/** Mails about custody: that there is something, and where to sign in; never what or whose. */
import { newId } from '../../../platform/ids.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';

interface To { readonly person: string; readonly email: string; readonly expiresAt: Date }

/** To a parent: a receipt waits. */
export const receiptMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'receipt', person, to: email, subject: 'The school wrote a receipt for you', once: `custody receipt ${newId()}`, expiresAt,
  body: ['The school wrote a receipt for you.', 'Sign in to read it.', `{site}/${school.slug}/devices/held\n`].join('\n\n'),
});

/** To a parent: what is theirs can be collected from today. */
export const collectMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'receipt', person, to: email, subject: 'Something is ready for you at school', once: `custody collect ${newId()}`, expiresAt,
  body: ['Something is ready for you to collect at school.', 'Sign in to see what, and where.', `{site}/${school.slug}/devices/held\n`].join('\n\n'),
});

/** To whoever holds something that should be back by now. */
export const dueBackMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'custody', person, to: email, subject: 'Something that you look after is due back', once: `custody due ${newId()}`, expiresAt,
  body: ['Something that you look after should have gone back by now.', 'Sign in to see it.', `{site}/${school.slug}/devices/custody?standing=overdue\n`].join('\n\n'),
});

/** To whoever is to take something, as was decided. */
export const toTakeMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'custody', person, to: email, subject: 'Something waits for you', once: `custody ${newId()}`, expiresAt,
  body: ['Something waits for you to do.', 'Sign in to see it.', `{site}/${school.slug}\n`].join('\n\n'),
});
