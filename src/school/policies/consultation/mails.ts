/** Who is asked is told that there is something to read; neither what nor by whom. */
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';

export const asked = (school: School, of: { person: string; to: string; once: string }): Letter => ({
  kind: 'consultation', person: of.person, to: of.to, once: of.once, subject: `You are asked what you think, ${school.name}`,
  body: `The school asks what you think of something it has written. Sign in, read it and answer:\n{site}/${school.slug}/consultations\n\nYou need not answer.\n`,
});
