/** Mails about declarations: that there is something, and where to sign in. */
import { newId } from '../../../platform/ids.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';

interface To { readonly person: string; readonly email: string; readonly expiresAt: Date }

/** To whoever has something out. */
export const dueMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'declaration', person, to: email, subject: 'Something that you noted is due', once: `declaration ${newId()}`, expiresAt,
  body: ['You noted something, and the day that you gave for it has come.', 'Sign in to say how it stands.', `{site}/${school.slug}/declarations\n`].join('\n\n'),
});

/** To the offices that look after the clauses. */
export const overdueMail = (school: School, { person, email, expiresAt }: To): Letter => ({
  kind: 'declaration', person, to: email, subject: 'Something has been overdue for some days', once: `declaration ${newId()}`, expiresAt,
  body: ['Somebody was reminded and has not said how it stands.', 'Sign in to see it.', `{site}/${school.slug}/declarations?standing=overdue\n`].join('\n\n'),
});
