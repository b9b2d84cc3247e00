/** The tables of chasing: agreement_reminder, agreement_hand_over, agreement_chase_day, agreement_class_teacher. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { inOrder } from '../../../platform/order.ts';
import type { Alike, ChaseAsk, ChaseGroup, Handed, HandedWhy, ReminderChannel, Standing } from './words.ts';

/** Open asks that nobody has declined, each with the reminders it has had. */
const OPEN = sql`agreement_ask a
  left join (select person_id, policy, asked_since, max(number) as number, max(reminded_on) as last from agreement_reminder group by person_id, policy, asked_since) r
    on r.person_id = a.person_id and r.policy = a.policy and r.asked_since = a.since
  left join agreement_hand_over h on h.person_id = a.person_id and h.policy = a.policy and h.asked_since = a.since
  where a.open and a.declined_on is null and a.since is not null`;

const within = (group: ChaseGroup) => sql`(${group.class ?? null}::text is null or a.class = ${group.class ?? null}) and (${group.kind ?? null}::text is null or a.kind = ${group.kind ?? null})`;

/** The open asks, counted where they stand alike. */
export const countAlike = (tx: Tx, today: string): Promise<Alike[]> =>
  rows(tx, sql<Alike>`select a.class, a.kind, a.since, coalesce(r.number, 0) as number, r.last, a.due < ${today}::date as overdue, h.handed_on is not null as handed, count(*) as count
    from ${OPEN} group by 1, 2, 3, 4, 5, 6, 7`);

const asAsk = sql`a.person_id as person, a.policy, a.since, a.due, a.name, a.kind, a.class, a.agreement_id is null as "ownOpen", (a.countersign and a.countersignature_id is null) as "guardianOpen", a.guardian_agreements as "guardianAgreements", a.guardians_needed as "guardiansNeeded",
  coalesce(r.number, 0) as number, r.last, h.handed_on as "handedOn"`;

/** One page of the open asks of a group, by name. */
export const listOpen = (tx: Tx, group: ChaseGroup, page: { limit: number; offset: number }): Promise<ChaseAsk[]> =>
  rows(tx, sql<ChaseAsk>`select ${asAsk} from ${OPEN} and ${within(group)} order by a.sort_name, a.person_id, a.policy limit ${page.limit} offset ${page.offset}`);

export const countOpen = async (tx: Tx, group: ChaseGroup): Promise<number> =>
  (await firstRow(tx, sql<{ n: number }>`select count(*) as n from ${OPEN} and ${within(group)}`))!.n;

/** Open asks of these people that have been reminded of and that the office does not have. */
export const listReminded = (tx: Tx, persons: readonly string[]): Promise<ChaseAsk[]> =>
  rows(tx, sql<ChaseAsk>`select ${asAsk} from ${OPEN} and a.person_id = any(${[...persons]}::uuid[]) and r.number > 0 and h.handed_on is null order by a.person_id, a.policy`);

/** What the office has, the longest first. */
export const listHanded = (tx: Tx, page: { limit: number; offset: number }): Promise<Handed[]> =>
  rows(tx, sql<Handed>`select ${asAsk}, h.why from ${OPEN} and h.handed_on is not null order by h.handed_on, a.sort_name, a.person_id, a.policy limit ${page.limit} offset ${page.offset}`);

export const countHanded = async (tx: Tx): Promise<number> =>
  (await firstRow(tx, sql<{ n: number }>`select count(*) as n from ${OPEN} and h.handed_on is not null`))!.n;

const IN_A_PART = 1_000;

/** The open asks that stand as one of these, in parts, all asks of a person in one. What is done with one part does not disturb the next. */
export async function* standingInParts(tx: Tx, standings: readonly Standing[]): AsyncGenerator<readonly ChaseAsk[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const part = await listStanding(tx, standings, after);
    if (part.length === 0) return;
    yield part;
    after = part.at(-1)!.person;
  }
}

/** Those of the next people after a person. */
const listStanding = (tx: Tx, standings: readonly Standing[], after: string): Promise<ChaseAsk[]> =>
  rows(tx, sql<ChaseAsk>`select ${asAsk} from ${OPEN} and exists (select from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as x(since date, number integer, last date)
    where x.since = a.since and x.number = coalesce(r.number, 0) and x.last is not distinct from r.last)
    and a.person_id > ${after} and a.person_id <= coalesce((select person_id from agreement_ask where open and person_id > ${after} order by person_id offset ${IN_A_PART} limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by a.person_id, a.policy`);

export interface Given { readonly person: string; readonly policy: string }

/** Adds one reminder more to each of these asks; returns those that took it: somebody else may have been quicker. */
export async function addReminders(tx: Tx, of: { school: string; on: string; at: Date; by: string | null; channel: ReminderChannel }, asks: readonly ChaseAsk[]): Promise<Given[]> {
  const made = asks.map(ask => ({ id: newId(), person: ask.person, policy: ask.policy, since: ask.since, number: ask.number + 1 }));
  return rows(tx, sql<Given>`insert into agreement_reminder (school_id, id, person_id, policy, asked_since, number, channel, reminded_on, by_id, at)
    select ${of.school}::uuid, x.id, x.person, x.policy, x.since, x.number, ${of.channel}, ${of.on}::date, ${of.by}::uuid, ${of.at}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(id uuid, person uuid, policy text, since date, number integer)
    on conflict do nothing returning person_id as person, policy`);
}

/** Hands these asks to the office; returns how many were not there yet. */
export async function handOver(tx: Tx, of: { school: string; on: string; at: Date; why: HandedWhy }, asks: readonly ChaseAsk[]): Promise<number> {
  const made = asks.map(ask => ({ person: ask.person, policy: ask.policy, since: ask.since }));
  const done = await sql`insert into agreement_hand_over (school_id, person_id, policy, asked_since, handed_on, at, why)
    select ${of.school}::uuid, x.person, x.policy, x.since, ${of.on}::date, ${of.at}, ${of.why} from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(person uuid, policy text, since date)
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Whether the run of a day is done. */
export const dayIsDone = async (tx: Tx, day: string): Promise<boolean> => (await firstRow(tx, sql<{ it: boolean }>`select exists (select from agreement_chase_day where day = ${day}::date) as it`))!.it;

/** Whether a digest went out on or after a day. */
export const digestSince = async (tx: Tx, day: string): Promise<boolean> => (await firstRow(tx, sql<{ it: boolean }>`select exists (select from agreement_chase_day where digest and day >= ${day}::date) as it`))!.it;

/** Two servers that wake at once run a day one after the other, and the second finds it done. */
export async function queueUp(tx: Tx, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${school}, 34))`.execute(tx);
}

export async function noteDay(tx: Tx, of: { school: string; day: string; reminders: number; digest: boolean; at: Date }): Promise<void> {
  await sql`insert into agreement_chase_day (school_id, day, reminders, digest, at) values (${of.school}, ${of.day}::date, ${of.reminders}, ${of.digest}, ${of.at})`.execute(tx);
}

/** Class → who is told how it stands. */
export async function classTeachers(tx: Tx): Promise<Map<string, string>> {
  const found = await rows(tx, sql<{ class: string; person: string }>`select class, person_id as person from agreement_class_teacher order by class limit 1000`);
  return new Map(found.sort((a, b) => inOrder(a.class, b.class)).map(row => [row.class, row.person]));
}

/** Says who is told about these classes; null for nobody. */
export async function setClassTeacher(tx: Tx, of: { school: string; class: string; person: string | null; at: Date }): Promise<void> {
  await sql`delete from agreement_class_teacher where class = ${of.class}`.execute(tx);
  if (of.person !== null) await sql`insert into agreement_class_teacher (school_id, class, person_id, since) values (${of.school}, ${of.class}, ${of.person}, ${of.at})`.execute(tx);
}

export async function forgetTeacher(tx: Tx, person: string): Promise<void> {
  await sql`delete from agreement_class_teacher where person_id = ${person}`.execute(tx);
}

/** The reminders about a person, for a subject access request. */
export const remindersOf = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select policy, asked_since as "askedSince", number, channel, reminded_on as "remindedOn" from agreement_reminder where person_id = ${person} order by at limit 5000`);
