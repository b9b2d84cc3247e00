/** The agreements feature's tables: agreement, agreement_withdrawal, agreement_decline, agreement_decline_undone, and the asks worked out from them. */
import { sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Agreement, Capacity, Channel, Decline, Signed } from './words.ts';

interface Row {
  id: string; person_id: string; by_id: string; capacity: Capacity; kinds: string[]; policy: string; edition_id: string; edition: number;
  clauses: string[]; whole: boolean; text_hash: string; statement: string; language: string; channel: Channel; witness_id: string | null;
  typed_name: string | null; drawing: string | null; signed_on: string; at: Date; withdrawn_on: string | null; mistake: boolean | null;
}

const agreementOf = (row: Row): Agreement => ({
  id: row.id, person: row.person_id, by: row.by_id, capacity: row.capacity, kinds: row.kinds, policy: row.policy, editionId: row.edition_id,
  edition: row.edition, clauses: row.clauses, whole: row.whole, textHash: row.text_hash, statement: row.statement, language: row.language,
  channel: row.channel, witness: row.witness_id, typedName: row.typed_name, drawing: row.drawing, signedOn: row.signed_on, at: row.at, withdrawnOn: row.withdrawn_on,
  ...(row.mistake ? { undone: true as const } : {}),
});

const withWithdrawal = sql`select a.*, w.withdrawn_on, w.mistake from agreement a left join agreement_withdrawal w on w.agreement_id = a.id`;

export async function findAgreement(tx: Tx, id: string): Promise<Agreement | null> {
  const row = (await sql<Row>`${withWithdrawal} where a.id = ${id}`.execute(tx)).rows[0];
  return row ? agreementOf(row) : null;
}

export async function findAgreementOnce(tx: Tx, once: string): Promise<Agreement | null> {
  const row = (await sql<Row>`${withWithdrawal} where a.once = ${once}`.execute(tx)).rows[0];
  return row ? agreementOf(row) : null;
}

/** Everything ever signed for these people, newest first, `limit` at most. */
export async function listAgreements(tx: Tx, ask: { readonly persons: readonly string[]; readonly policy?: string; readonly limit: number; readonly offset?: number }): Promise<Agreement[]> {
  const rows = await sql<Row>`${withWithdrawal} where a.person_id = any(${[...ask.persons]}::uuid[]) and (${ask.policy ?? null}::text is null or a.policy = ${ask.policy ?? null})
    order by a.at desc, a.id desc limit ${ask.limit} offset ${ask.offset ?? 0}`.execute(tx);
  return rows.rows.map(agreementOf);
}

/** These agreements, in no order. */
export async function agreementsByIds(tx: Tx, ids: readonly string[]): Promise<Agreement[]> {
  return ids.length === 0 ? [] : (await sql<Row>`${withWithdrawal} where a.id = any(${[...ids]}::uuid[])`.execute(tx)).rows.map(agreementOf);
}

/** Everything this person signed, for themselves or beside a child, and everything signed for them. */
export async function agreementsBy(tx: Tx, person: string): Promise<Agreement[]> {
  return (await sql<Row>`${withWithdrawal} where a.by_id = ${person} or a.person_id = ${person} order by a.at limit 5000`.execute(tx)).rows.map(agreementOf);
}

export type NewAgreement = Omit<Agreement, 'id' | 'withdrawnOn'> & { readonly school: string; readonly once: string };

/** Adds a signature. Null when the same page was sent before. */
export async function addAgreement(tx: Tx, entry: NewAgreement): Promise<string | null> {
  const id = newId();
  const added = await sql<{ id: string }>`
    insert into agreement (school_id, id, person_id, by_id, capacity, kinds, policy, edition_id, edition, clauses, whole, text_hash, statement, language, channel, witness_id, typed_name, drawing, signed_on, at, once)
    values (${entry.school}, ${id}, ${entry.person}, ${entry.by}, ${entry.capacity}, ${[...entry.kinds]}, ${entry.policy}, ${entry.editionId}, ${entry.edition}, ${[...entry.clauses]}, ${entry.whole},
      ${entry.textHash}, ${entry.statement}, ${entry.language}, ${entry.channel}, ${entry.witness}, ${entry.typedName}, ${entry.drawing}, ${entry.signedOn}, ${entry.at}, ${entry.once})
    on conflict (school_id, once) do nothing returning id`.execute(tx);
  return added.rows[0]?.id ?? null;
}

/** Adds many signatures of whole documents at once: those that were given before they came to us. */
export async function addAgreements(tx: Tx, school: string, entries: readonly (Pick<Agreement, 'id' | 'person' | 'by' | 'capacity' | 'kinds' | 'policy' | 'editionId' | 'edition' | 'clauses' | 'textHash' | 'statement' | 'channel' | 'typedName' | 'signedOn' | 'at'> & { readonly once: string })[]): Promise<void> {
  const rows = entries.map(entry => ({ ...entry, kinds: [...entry.kinds], clauses: [...entry.clauses] }));
  await sql`
    insert into agreement (school_id, id, person_id, by_id, capacity, kinds, policy, edition_id, edition, clauses, whole, text_hash, statement, language, channel, typed_name, signed_on, at, once)
    select ${school}::uuid, x.id, x.person, x."by", x.capacity, x.kinds, x.policy, x."editionId", x.edition, x.clauses, true, x."textHash", x.statement, 'en-GB', x.channel, x."typedName", x."signedOn", x.at, x.once
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, person uuid, "by" uuid, capacity text, kinds text[], policy text, "editionId" uuid, edition integer, clauses text[],
      "textHash" text, statement text, channel text, "typedName" text, "signedOn" date, at timestamptz, once uuid)`.execute(tx);
}

/** Adds a withdrawal. False when it was withdrawn before. */
export async function addWithdrawal(tx: Tx, entry: { school: string; agreement: string; by: string; reason: string; on: string; at: Date; mistake?: boolean }): Promise<boolean> {
  const added = await sql<{ id: string }>`insert into agreement_withdrawal (school_id, id, agreement_id, by_id, reason, withdrawn_on, at, mistake)
    values (${entry.school}, ${newId()}, ${entry.agreement}, ${entry.by}, ${entry.reason}, ${entry.on}, ${entry.at}, ${entry.mistake ?? false}) on conflict (agreement_id) do nothing returning id`.execute(tx);
  return added.rows.length > 0;
}

/** Adds a refusal. Null when the same page was sent before. */
export async function addDecline(tx: Tx, entry: Omit<Decline, 'id'> & { school: string; editionId: string; once: string }): Promise<string | null> {
  const added = await sql<{ id: string }>`
    insert into agreement_decline (school_id, id, person_id, by_id, capacity, policy, edition_id, edition, reason, talk_to, declined_on, at, once)
    values (${entry.school}, ${newId()}, ${entry.person}, ${entry.by}, ${entry.capacity}, ${entry.policy}, ${entry.editionId}, ${entry.edition}, ${entry.reason}, ${entry.talkTo}, ${entry.declinedOn}, ${entry.at}, ${entry.once})
    on conflict (school_id, once) do nothing returning id`.execute(tx);
  return added.rows[0]?.id ?? null;
}

/** Undoes a refusal that was noted by mistake. False when that is done already. */
export async function undoDecline(tx: Tx, entry: { school: string; decline: string; by: string; at: Date }): Promise<boolean> {
  const added = await sql`insert into agreement_decline_undone (school_id, decline_id, by_id, at) values (${entry.school}, ${entry.decline}, ${entry.by}, ${entry.at}) on conflict do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0) > 0;
}

/** Refusals that stand: those undone are left out. */
export async function listDeclines(tx: Tx, persons: readonly string[], limit: number): Promise<Decline[]> {
  const rows = await sql<{ id: string; person_id: string; by_id: string; capacity: Capacity; policy: string; edition: number; reason: string; talk_to: string; declined_on: string; at: Date }>`
    select * from agreement_decline d where person_id = any(${[...persons]}::uuid[]) and not exists (select from agreement_decline_undone u where u.decline_id = d.id) order by at desc limit ${limit}`.execute(tx);
  return rows.rows.map(row => ({ id: row.id, person: row.person_id, by: row.by_id, capacity: row.capacity, policy: row.policy, edition: row.edition, reason: row.reason, talkTo: row.talk_to, declinedOn: row.declined_on, at: row.at }));
}

/** What somebody declined beside another person. */
export async function declinesBy(tx: Tx, by: string): Promise<Decline[]> {
  const rows = await sql<Omit<Decline, 'person' | 'by' | 'talkTo' | 'declinedOn'> & { person_id: string; talk_to: string; declined_on: string }>`
    select * from agreement_decline where by_id = ${by} and person_id <> ${by} order by at desc limit 1000`.execute(tx);
  return rows.rows.map(row => ({ id: row.id, person: row.person_id, by, capacity: row.capacity, policy: row.policy, edition: row.edition, reason: row.reason, talkTo: row.talk_to, declinedOn: row.declined_on, at: row.at }));
}

export interface LastSigned extends Signed {
  readonly person: string;
  readonly policy: string;
  readonly capacity: Capacity;
  readonly by: string;
}

/** The last signature of each person, policy and capacity, a guardian's for each adult, the oldest first; all people, or these alone. */
export async function lastSigned(tx: Tx, persons?: readonly string[]): Promise<LastSigned[]> {
  const rows = await sql<LastSigned>`select person, policy, capacity, by, id, edition, "on", "withdrawnOn" from (
    select distinct on (a.person_id, a.policy, a.capacity, signer) a.person_id as person, a.policy, a.capacity, a.by_id as by, a.id, a.edition, a.signed_on as "on", w.withdrawn_on as "withdrawnOn", a.at,
      case when a.capacity = 'guardian' then a.by_id end as signer
    from agreement a left join agreement_withdrawal w on w.agreement_id = a.id
    where (${persons ?? null}::uuid[] is null or a.person_id = any(${persons ?? []}::uuid[])) and w.mistake is not true
    order by a.person_id, a.policy, a.capacity, signer, a.at desc, a.id desc) last order by at, id`.execute(tx);
  return rows.rows;
}

export interface LastDeclined {
  readonly person: string;
  readonly policy: string;
  readonly capacity: Capacity;
  readonly by: string;
  readonly on: string;
  /** Answered by another adult's later signature: that is enough where any one may agree. */
  readonly answered: boolean;
}

/** The last refusal of each person and policy, a guardian's for each adult, that no later signature of the same person has answered; the oldest first. */
export async function refusals(tx: Tx, persons?: readonly string[]): Promise<LastDeclined[]> {
  const later = sql`from agreement a left join agreement_withdrawal w on w.agreement_id = a.id where a.person_id = d.person_id and a.policy = d.policy and a.capacity = d.capacity and a.at > d.at and w.mistake is not true`;
  const rows = await sql<LastDeclined>`select person, policy, capacity, by, "on", answered from (
    select distinct on (d.person_id, d.policy, d.capacity, d.by_id) d.person_id as person, d.policy, d.capacity, d.by_id as by, d.declined_on as "on", d.at, exists (select ${later}) as answered from agreement_decline d
    where (${persons ?? null}::uuid[] is null or d.person_id = any(${persons ?? []}::uuid[]))
      and not exists (select from agreement_decline_undone u where u.decline_id = d.id)
      and not exists (select ${later} and (d.capacity = 'self' or a.by_id = d.by_id))
    order by d.person_id, d.policy, d.capacity, d.by_id, d.at desc) last order by at`.execute(tx);
  return rows.rows;
}

/** The last refusal of each person and policy that no later signature of the same capacity has answered. */
export async function lastDeclined(tx: Tx, persons?: readonly string[]): Promise<{ person: string; policy: string; on: string }[]> {
  const rows = await sql<{ person: string; policy: string; on: string }>`
    select distinct on (d.person_id, d.policy) d.person_id as person, d.policy, d.declined_on as "on" from agreement_decline d
    where (${persons ?? null}::uuid[] is null or d.person_id = any(${persons ?? []}::uuid[]))
      and not exists (select from agreement_decline_undone u where u.decline_id = d.id)
      and not exists (select from agreement a left join agreement_withdrawal w on w.agreement_id = a.id where a.person_id = d.person_id and a.policy = d.policy and a.capacity = d.capacity and a.at > d.at and w.mistake is not true)
    order by d.person_id, d.policy, d.at desc`.execute(tx);
  return rows.rows;
}

/** The day of the last live signature of everybody who has signed a policy themselves. */
export async function signersOfPolicy(tx: Tx, policy: string): Promise<string[]> {
  const rows = await sql<{ person_id: string }>`select person_id from (
    select distinct on (a.person_id) a.person_id, w.id as withdrawn from agreement a left join agreement_withdrawal w on w.agreement_id = a.id
    where a.policy = ${policy} and a.capacity = 'self' order by a.person_id, a.at desc) last where withdrawn is null`.execute(tx);
  return rows.rows.map(row => row.person_id);
}

/** Who has signed a policy, for themselves or beside a child, and has not taken it back. */
export async function whoHasSigned(tx: Tx, policy: string): Promise<string[]> {
  const rows = await sql<{ by: string }>`select distinct a.by_id as by from agreement a where a.policy = ${policy} and not exists (select from agreement_withdrawal w where w.agreement_id = a.id) limit 100000`.execute(tx);
  return rows.rows.map(row => row.by);
}

/** Forgets names, drawings and reasons of one person's signatures; that they signed stays. */
export async function forgetWords(tx: Tx, person: string): Promise<void> {
  await sql`select forget_agreement_words(${person})`.execute(tx);
}

