/** The tables of consultation: policy_consultation, policy_consulted, policy_consultation_answer. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Consultation, ConsultationRow, ConsultationState, Consulted, Opinion, Tally } from './words.ts';

const LISTED = sql`c.id, c.policy, c.edition_id as "editionId", c.edition, c.draft, c.title, c.summary, c.answer_by as "answerBy", c.opened_by as "openedBy", c.opened_at as "openedAt", c.closed_at as "closedAt"`;

export async function addConsultation(tx: Tx, school: string, of: Omit<Consultation, 'id' | 'closedAt'> & { readonly once: string; readonly asked: ReadonlyMap<string, string> }): Promise<string | null> {
  const added = await firstRow(tx, sql<{ id: string }>`insert into policy_consultation (school_id, id, policy, edition_id, edition, draft, title, markdown, text_hash, summary, offices, kinds, answer_by, opened_by, opened_at, once)
    values (${school}, ${newId()}, ${of.policy}, ${of.editionId}, ${of.edition}, ${of.draft}, ${of.title}, ${of.markdown}, ${of.textHash}, ${of.summary}, ${[...of.offices]}::text[], ${[...of.kinds]}::text[], ${of.answerBy}, ${of.openedBy}, ${of.openedAt}, ${of.once})
    on conflict (school_id, once) do nothing returning id`);
  if (!added) return null;
  const people = [...of.asked].map(([person, group]) => ({ person, group }));
  await sql`insert into policy_consulted (school_id, consultation_id, person_id, as_group)
    select ${school}::uuid, ${added.id}::uuid, x.person, x."group" from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as x(person uuid, "group" text)`.execute(tx);
  return added.id;
}

export const findConsultation = async (tx: Tx, id: string): Promise<Consultation | null> =>
  (await firstRow(tx, sql<Consultation>`select ${LISTED}, c.markdown, c.text_hash as "textHash", c.offices, c.kinds from policy_consultation c where c.id = ${id}`)) ?? null;

export async function setClosed(tx: Tx, id: string, closed: { by: string | null; at: Date } | null): Promise<void> {
  await sql`update policy_consultation set closed_by = ${closed?.by ?? null}, closed_at = ${closed?.at ?? null} where id = ${id}`.execute(tx);
}

/** As what somebody was asked; null where they were not. */
export const askedAs = async (tx: Tx, id: string, person: string): Promise<string | null> =>
  (await firstRow(tx, sql<{ as: string }>`select as_group as "as" from policy_consulted where consultation_id = ${id} and person_id = ${person}`))?.as ?? null;

export async function addAnswer(tx: Tx, school: string, of: { consultation: string; person: string; opinion: Opinion; words: string; at: Date }): Promise<void> {
  await sql`insert into policy_consultation_answer (school_id, id, consultation_id, person_id, view, words, at) values (${school}, ${newId()}, ${of.consultation}, ${of.person}, ${of.opinion}, ${of.words}, ${of.at})`.execute(tx);
}

const NEWEST = sql`select distinct on (consultation_id, person_id) consultation_id, person_id, view, words, at from policy_consultation_answer order by consultation_id, person_id, seq desc`;

/** Everybody who was asked with their newest answer, those who answered first. */
export const listConsulted = (tx: Tx, id: string, of: { limit: number; offset: number; person?: string }): Promise<Consulted[]> => rows(tx, sql<Consulted>`
  select d.person_id as person, d.as_group as "as", a.view as opinion, coalesce(a.words, '') as words, a.at from policy_consulted d
  left join lateral (select view, words, at from policy_consultation_answer where consultation_id = d.consultation_id and person_id = d.person_id order by seq desc limit 1) a on true
  where d.consultation_id = ${id} and (${of.person ?? null}::uuid is null or d.person_id = ${of.person ?? null}) order by a.at nulls last, d.person_id limit ${of.limit} offset ${of.offset}`);

type Counted = { asked: number; yes: number; changes: number; no: number; none: number };
const tallyOf = ({ asked, ...opinions }: Counted): Tally => ({ asked, answered: opinions.yes + opinions.changes + opinions.no + opinions.none, opinions });

const COUNTS = sql`count(*) as asked, count(*) filter (where a.view = 'yes') as yes, count(*) filter (where a.view = 'changes') as changes, count(*) filter (where a.view = 'no') as no, count(*) filter (where a.view = 'none') as none`;

export interface ListAsk {
  readonly policy: string;
  readonly state: ConsultationState | null;
  readonly today: string;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

const matching = ({ policy, state, today, search }: Omit<ListAsk, 'limit' | 'offset'>): RawBuilder<unknown> => sql`where (${policy} = '' or c.policy = ${policy})
  and (${state}::text is null or (c.closed_at is null and ${today}::date <= c.answer_by) = (${state}::text = 'open')) and (${search} = '' or position(lower(${search}) in lower(c.title || ' ' || c.summary)) > 0)`;

/** Consultations with their numbers, the newest first. */
export async function listConsultations(tx: Tx, ask: ListAsk): Promise<ConsultationRow[]> {
  const found = await rows(tx, sql<Omit<ConsultationRow, 'tally'> & Counted>`select ${LISTED}, t.* from (select * from policy_consultation c ${matching(ask)} order by c.opened_at desc, c.id desc limit ${ask.limit} offset ${ask.offset}) c
    join lateral (select ${COUNTS} from policy_consulted d left join (${NEWEST}) a on a.consultation_id = d.consultation_id and a.person_id = d.person_id where d.consultation_id = c.id) t on true
    order by c.opened_at desc, c.id desc`);
  return found.map(({ asked, yes, changes, no, none, ...row }) => ({ ...row, tally: tallyOf({ asked, yes, changes, no, none }) }));
}

export const countConsultations = async (tx: Tx, ask: Omit<ListAsk, 'limit' | 'offset'>): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from policy_consultation c ${matching(ask)}`))!.n;

/** The numbers of one consultation. */
export const tallyOfOne = async (tx: Tx, id: string): Promise<Tally> => tallyOf((await firstRow(tx, sql<Counted>`select ${COUNTS} from policy_consulted d
  left join (${NEWEST}) a on a.consultation_id = d.consultation_id and a.person_id = d.person_id where d.consultation_id = ${id}`))!);

/** How many were asked about these editions and how many answered, over all consultations about each. */
export async function talliesOf(tx: Tx, editions: readonly string[]): Promise<Map<string, Tally>> {
  const found = await rows(tx, sql<Counted & { edition: string }>`select c.edition_id as edition, ${COUNTS} from policy_consultation c join policy_consulted d on d.consultation_id = c.id
    left join (${NEWEST}) a on a.consultation_id = d.consultation_id and a.person_id = d.person_id where c.edition_id = any(${[...editions]}::uuid[]) group by c.edition_id`);
  return new Map(found.map(({ edition, ...counted }) => [edition, tallyOf(counted)]));
}

/** What somebody was asked, the newest first, with their own newest answer. */
export const askedOf = (tx: Tx, person: string, limit: number): Promise<(Omit<ConsultationRow, 'tally'> & Pick<Consulted, 'opinion' | 'at'>)[]> => rows(tx, sql<Omit<ConsultationRow, 'tally'> & Pick<Consulted, 'opinion' | 'at'>>`
  select ${LISTED}, a.view as opinion, a.at from policy_consulted d join policy_consultation c on c.id = d.consultation_id
  left join lateral (select view, at from policy_consultation_answer where consultation_id = d.consultation_id and person_id = d.person_id order by seq desc limit 1) a on true
  where d.person_id = ${person} order by c.opened_at desc, c.id desc limit ${limit}`);

/** Everything of a person in consultations, for a subject access request. */
export const exportConsulted = (tx: Tx, person: string): Promise<unknown[]> => rows(tx, sql<object>`
  select c.policy, c.edition, d.as_group as "as", a.view, a.words, a.at from policy_consulted d join policy_consultation c on c.id = d.consultation_id
  left join policy_consultation_answer a on a.consultation_id = d.consultation_id and a.person_id = d.person_id where d.person_id = ${person} order by c.opened_at, a.seq limit 2000`);

/** Takes away what a person wrote. That they were asked, and what they answered in one word, stays. */
export async function forgetInConsultations(tx: Tx, person: string): Promise<void> {
  await sql`select forget_consultation_words(${person})`.execute(tx);
}
