/**
 * A campaign: an edition is published that asks 600, 6,000 and 60,000 people (schools of 1,500 in one trust), five school
 * days later each has the first reminder in the outbox, and the mails leave by SMTP to a server on the loopback.
 * The last line is 60,000 in one school. The peer is the same mails sent by nodemailer alone, three at a time,
 * without an outbox. PostgreSQL, the mail server and this process share the machine.
 */
import { createTransport } from 'nodemailer';
import { inSchool, readSchool, sql } from '../src/platform/database/index.ts';
import { sendDue, smtpCarrier } from '../src/platform/mail/index.ts';
import { chaseEverywhere } from '../src/school/agreements/index.ts';
import { openPostOffice } from '../tests/mail/post-office.ts';
import { measured, type Measured } from './support/measured.ts';
import { analyze, openTrust, publish, vocabulary } from './support/trust.ts';

/** Five school days later. */
const REMINDED = new Date('2026-11-30T09:00:00Z');
/** Beyond this the mails are as many as one waits for; the rest leave at the same pace. */
const MOST_SENT = 6_000;

async function measure(people: number, oneSchool = false): Promise<void> {
  const trust = await openTrust(people, { oneSchool });
  const post = await openPostOffice();
  try {
    const { db, schools } = trust;
    const asked = await measured(async () => { for (const school of schools) await publish(db, school); });
    const asks = await total(trust, 'agreement_ask where open');
    await analyze(trust.url);
    const reminded = await measured(() => chaseEverywhere({ db, vocabulary, now: REMINDED, hour: 8 }));
    const mails = await total(trust, 'mail_outbox');
    if (asks !== people || mails < people) throw new Error(`${people} people, ${asks} asks, ${mails} mails`);
    let over = mails - MOST_SENT;
    for (const school of schools) if (over > 0) over -= await putOff(trust, school.id, over);
    const carrier = smtpCarrier({ url: post.url, from: 'code@school.example' });
    const sent = await measured(() => sendDue({ db, carrier, site: 'http://localhost', now: () => REMINDED }));
    const count = post.taken.length;
    const peer = createTransport({ url: post.url, pool: true, maxConnections: 3 } as object);
    const alone = await measured(() => Promise.all(post.taken.slice(0, count).map(({ to, subject, text }) => peer.sendMail({ from: 'code@school.example', to, subject, text }))));
    peer.close();
    print([`${people}${oneSchool ? ' in one' : ''}`, String(schools.length), ...cells(asked), ...cells(reminded), `${count}`, `${Math.round(count / sent.seconds)}`, `${Math.round(count / alone.seconds)}`, String(sent.longestPauseMs)]);
  } finally {
    await post.close();
    await trust.close();
  }
}

const cells = ({ seconds, grewMb, longestPauseMs }: Measured): string[] => [seconds.toFixed(2), String(grewMb), String(longestPauseMs)];
const WIDTHS = [13, 8, 9, 8, 9, 9, 8, 9, 7, 8, 8, 9];
const print = (parts: readonly string[]): void => console.log(parts.map((part, at) => part.padStart(WIDTHS[at]!)).join(''));

async function total({ db, schools }: Awaited<ReturnType<typeof openTrust>>, from: 'agreement_ask where open' | 'mail_outbox'): Promise<number> {
  let sum = 0;
  for (const school of schools) sum += await readSchool(db, school.id, async tx => (await sql<{ n: number }>`select count(*) as n from ${sql.raw(from)}`.execute(tx)).rows[0]!.n);
  return sum;
}

/** Lets some of a school's mails rest until another day. */
const putOff = ({ db }: Awaited<ReturnType<typeof openTrust>>, school: string, most: number): Promise<number> =>
  inSchool(db, school, async tx => Number((await sql`update mail_outbox set next_try = '2027-06-01' where id in (select id from mail_outbox limit ${most})`.execute(tx)).numAffectedRows ?? 0));

print(['people', 'schools', 'asks s', 'grew MB', 'pause ms', 'remind s', 'grew MB', 'pause ms', 'mails', 'mails/s', 'peer/s', 'pause ms']);
for (const people of [600, 6_000, 60_000]) await measure(people);
await measure(60_000, true);
