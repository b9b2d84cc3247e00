/** A link with which somebody chooses a password. It goes to their own mailbox; nobody else ever sees it. */
import type { Tx } from '../../../platform/database/index.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { addName, makeLink, mayHaveLink, type Door } from '../../../sign-in/index.ts';
import { askFeature } from '../../answers.ts';
import { drawnFor } from '../language/drawn-for.ts';
import { leaving } from '../decisions.ts';
import type { Person } from '../words.ts';

/** As long as the link itself works. */
const THREE_DAYS_MS = 3 * 86_400_000;

interface Sending {
  readonly slug: string;
  readonly by: string;
  readonly door: Door;
}

/** Sends the link to an address that is known to be theirs. */
export async function mailNewLink(tx: Tx, { slug, by, door }: Sending, { person, email }: { person: string; email: string }): Promise<void> {
  const token = await makeLink(tx, door, { person, by });
  const expiresAt = new Date(door.now.getTime() + THREE_DAYS_MS);
  await putInOutbox(tx, { school: door.school, at: door.now }, await drawnFor(tx, [{ person, draw: () => ({
    kind: 'sign-in-link', person, to: email, once: `new password ${token.slice(0, 8)}`, expiresAt, secret: true,
    subject: 'Choose a new password',
    body: `With this link you choose a new password. It works once, within three days:\n\n{site}/${slug}/set-password/${token}\n`,
  }) }]));
}

/** Whether the office may send this person a link: they are here, nobody else may be reading their mail, and their address on record is the one they sign in with, or they have no way in yet. */
export async function mayBeSentLink(tx: Tx, person: Person, today: string): Promise<boolean> {
  return person.email !== null && leaving(person, today) !== 'left' && !(await askFeature('beingMadeSafe', tx, person.id)) && mayHaveLink(tx, { person: person.id, email: person.email });
}

/** Sends a link to somebody who has no password yet or has forgotten it; from then on their address is the name they sign in with. False where none may be sent. */
export async function sendNewLink(tx: Tx, sending: Sending, person: Person, today: string): Promise<boolean> {
  if (!person.email || !(await mayBeSentLink(tx, person, today))) return false;
  await addName(tx, { school: sending.door.school, name: person.email, person: person.id });
  await mailNewLink(tx, sending, { person: person.id, email: person.email });
  return true;
}
