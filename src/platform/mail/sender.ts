/** Takes mail from the outbox to a mail server. Every mail leaves at least once; one that leaves twice carries the same Message-ID. */
import { inSchool, listSchools, readSchool, type Database, type School } from '../database/index.ts';
import * as store from './store.ts';
import { MOST_TRIES, type Outgoing } from './words.ts';

/** A mail ready to leave. */
export interface Parcel {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: Date;
}

/** Whoever takes mail away: throws when it is refused. */
export interface Carrier {
  /** The part of Message-IDs after the @. */
  readonly domain: string;
  readonly carry: (parcel: Parcel) => Promise<void>;
  /** Nothing more to carry for now: lets go of the connections to the mail server. */
  readonly rest?: () => Promise<void>;
}

export interface Sending {
  readonly db: Database;
  /** Null where no mail server is set: mail rests, and what grows too old is ended. */
  readonly carrier: Carrier | null;
  /** Scheme, host and port that links in mails begin with. */
  readonly site: string;
  readonly now: () => Date;
}

export interface Sent {
  readonly sent: number;
  readonly refused: number;
}

const AT_ONCE = 60;
/** Mail servers of schools take no more than three connections from one sender. */
const LANES = 3;

/** Sends what is due in every school. A mail that is refused for good, or too often, fails and is shown. */
export async function sendDue(sending: Sending): Promise<Sent> {
  let [sent, refused] = [0, 0];
  for (const school of await listSchools(sending.db)) {
    const done = await sendOf(sending, school);
    sent += done.sent;
    refused += done.refused;
  }
  if (sent + refused > 0) await sending.carrier?.rest?.();
  return { sent, refused };
}

async function sendOf(sending: Sending, school: School): Promise<Sent> {
  const { db, carrier } = sending;
  let [sent, refused] = [0, 0];
  while (await readSchool(db, school.id, tx => store.somethingDue(tx, { now: sending.now(), sending: carrier !== null }))) {
    await inSchool(db, school.id, tx => store.endTheHopeless(tx, sending.now()));
    if (!carrier) break;
    const taken = await inSchool(db, school.id, tx => store.takeDue(tx, { now: sending.now(), limit: AT_ONCE }));
    await inLanes(taken, async mail => {
      if (await sendOne({ ...sending, carrier }, school, mail)) sent++;
      else refused++;
    });
  }
  return { sent, refused };
}

/** Each lane takes the next one that is left. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  await Promise.all(Array.from({ length: LANES }, async () => { for (const item of left) await work(item); }));
}

async function sendOne(sending: Sending & { carrier: Carrier }, school: School, mail: Outgoing): Promise<boolean> {
  const { db, carrier, site, now } = sending;
  try {
    await carrier.carry({ to: mail.to, subject: mail.subject, text: mail.body.replaceAll('{site}', site), messageId: `<${mail.id}@${carrier.domain}>`, date: now() });
  } catch (error) {
    const last = mail.tries >= MOST_TRIES || isForGood(error);
    await inSchool(db, school.id, tx => store.markRefused(tx, { id: mail.id, at: now(), fault: wordsOf(error), last }));
    return false;
  }
  await inSchool(db, school.id, tx => store.markSent(tx, mail.id, now()));
  return true;
}

/** The server says that this address or this mail will never do (RFC 5321: a reply of 500 or more), as against: not now, or not from us. */
function isForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

const wordsOf = (error: unknown): string => (error as Error).message.replaceAll(/\S+@\S+/g, 'the address').replaceAll(/\s+/g, ' ');
