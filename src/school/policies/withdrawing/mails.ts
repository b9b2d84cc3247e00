/** What somebody is told when a policy is withdrawn: that there is something to read, and where. */
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';

export const withdrawnMail = (school: School, of: { person: string; to: string; once: string }): Letter => ({
  kind: 'policy-withdrawn', person: of.person, to: of.to, once: of.once, subject: `A change to the rules, ${school.name}`,
  body: `Something has changed in the rules of ${school.name}. Please sign in and read what, and from which day:\n{site}/${school.slug}/policies\n`,
});

export const takenBackMail = (school: School, of: { person: string; to: string; once: string }): Letter => ({
  kind: 'policy-not-withdrawn', person: of.person, to: of.to, once: of.once, subject: `The rules stay as they were, ${school.name}`,
  body: `We wrote to you that something changes in the rules of ${school.name}. That was taken back: the rules stay as they were.\n{site}/${school.slug}/policies\n`,
});
