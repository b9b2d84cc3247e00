/** The table of mail: mail_outbox. */
import { firstRow, rows, sql, type Tx } from '../database/index.ts';
import { newId } from '../ids.ts';
import { MOST_TRIES, WAITS_MINUTES, type Letter, type Mail, type MailState, type Outgoing } from './words.ts';

/** Puts letters into the outbox, in the transaction of the deed that writes them. Returns how many were new. */
export async function putInOutbox(tx: Tx, of: { school: string; at: Date }, letters: readonly Letter[]): Promise<number> {
  if (letters.length === 0) return 0;
  const made = letters.map(letter => ({
    id: newId(), kind: letter.kind, person_id: letter.person, to_address: letter.to, subject: letter.subject, body: letter.body,
    secret: letter.secret ?? false, unlisted: letter.unlisted ?? false, once: letter.once, expires_at: letter.expiresAt ?? null,
  }));
  const done = await sql`insert into mail_outbox (school_id, id, kind, person_id, to_address, subject, body, secret, unlisted, once, expires_at, next_try, made_at)
    select ${of.school}::uuid, x.*, ${of.at}, ${of.at} from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as x(id uuid, kind text, person_id uuid, to_address text, subject text, body text, secret boolean, unlisted boolean, once text, expires_at timestamptz)
    on conflict (school_id, once) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

const due = (now: Date) => sql`state = 'rests' and next_try <= ${now}`;
const tooOld = (now: Date) => sql`state = 'rests' and expires_at <= ${now}`;

/** Whether there is anything to do; a reading question, so that an idle minute changes nothing. */
export async function somethingDue(tx: Tx, ask: { now: Date; sending: boolean }): Promise<boolean> {
  return (await firstRow(tx, sql<{ it: boolean }>`select exists (select from mail_outbox where (${ask.sending} and ${due(ask.now)}) or ${tooOld(ask.now)}) as it`))!.it;
}

/** Ends what is too old to send or was tried too often without an answer. */
export async function endTheHopeless(tx: Tx, now: Date): Promise<void> {
  await sql`update mail_outbox set state = 'failed', done_at = ${now}, fault = 'It was not sent in time', body = case when secret then '' else body end where ${tooOld(now)}`.execute(tx);
  await sql`update mail_outbox set state = 'failed', done_at = ${now}, fault = coalesce(fault, 'It was tried and never answered'), body = case when secret then '' else body end
    where ${due(now)} and tries >= ${MOST_TRIES}`.execute(tx);
}

/** Takes the mails that are due, oldest first, and counts the try before it is made. Two senders never take the same one. */
export async function takeDue(tx: Tx, ask: { now: Date; limit: number }): Promise<Outgoing[]> {
  return rows(tx, sql<Outgoing>`update mail_outbox m set tries = m.tries + 1, next_try = ${ask.now}::timestamptz + make_interval(mins => (${[...WAITS_MINUTES]}::integer[])[least(m.tries + 1, ${WAITS_MINUTES.length}::integer)])
    from (select id from mail_outbox where ${due(ask.now)} and tries < ${MOST_TRIES} order by next_try, id limit ${ask.limit} for update skip locked) taken
    where m.id = taken.id returning m.id, m.to_address as "to", m.subject, m.body, m.tries`);
}

/** Notes that a mail left. The note need not reach the disk before the next mail: were it lost with the machine, the mail would leave again under the same Message-ID. */
export async function markSent(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx);
  await sql`update mail_outbox set state = 'sent', done_at = ${at}, fault = null, body = case when secret then '' else body end where id = ${id} and state = 'rests'`.execute(tx);
}

/** Notes why a try came to nothing; `last` ends it. */
export async function markRefused(tx: Tx, refused: { id: string; at: Date; fault: string; last: boolean }): Promise<void> {
  const { id, at, last } = refused;
  const fault = refused.fault.slice(0, 300);
  await sql`update mail_outbox set fault = ${fault}, state = case when ${last} then 'failed' else state end, done_at = case when ${last} then ${at}::timestamptz end,
    body = case when ${last} and secret then '' else body end where id = ${id} and state = 'rests'`.execute(tx);
}

const asMail = sql`id, kind, person_id as person, subject, state, secret, tries, made_at as "madeAt", next_try as "nextTry", done_at as "doneAt", fault`;

/** Mails, newest first. */
export async function listMail(tx: Tx, ask: { state: MailState | null; limit: number; offset: number }): Promise<Mail[]> {
  return rows(tx, sql<Mail>`select ${asMail} from mail_outbox where not unlisted and (${ask.state}::text is null or state = ${ask.state}) order by made_at desc, id limit ${ask.limit} offset ${ask.offset}`);
}

/** People whose newest mail of a kind failed, and where it was sent: nobody reads it there. */
export const failedTo = (tx: Tx, kind: string): Promise<{ person: string; to: string }[]> =>
  rows(tx, sql<{ person: string; to: string }>`select distinct on (f.person_id) f.person_id as person, f.to_address as "to" from mail_outbox f where f.kind = ${kind} and f.state = 'failed' and f.person_id is not null
    and not exists (select from mail_outbox n where n.person_id = f.person_id and n.kind = f.kind and n.made_at > f.made_at and n.state <> 'failed') order by f.person_id, f.made_at desc limit 20000`);

export async function countMail(tx: Tx): Promise<Record<MailState, number>> {
  const found = await rows(tx, sql<{ state: MailState; n: number }>`select state, count(*) as n from mail_outbox where not unlisted group by state`);
  const counts: Record<MailState, number> = { rests: 0, sent: 0, failed: 0 };
  for (const { state, n } of found) counts[state] = n;
  return counts;
}

/** Lets a mail that failed rest again, to be tried anew. False for one that did not fail or that opened something. */
export async function tryAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await sql`update mail_outbox set state = 'rests', tries = 0, next_try = ${at}, done_at = null, fault = null where id = ${id} and state = 'failed' and not secret and not unlisted`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Forgets the mails of a person. */
export async function forgetMail(tx: Tx, person: string): Promise<void> {
  await sql`delete from mail_outbox where person_id = ${person}`.execute(tx);
}

export async function exportMail(tx: Tx, person: string): Promise<unknown> {
  return rows(tx, sql`select kind, to_address as "to", subject, case when secret then '' else body end as body, state, made_at as "madeAt", done_at as "doneAt" from mail_outbox where person_id = ${person} order by made_at limit 5000`);
}
