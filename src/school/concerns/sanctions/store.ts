/** The tables of sanctions: sanction and sanction_turn. */
import { firstRow, rows, rowsAbout, sql, type Tx } from '../../../platform/database/index.ts';
import { notHeld } from '../legal/store.ts';
import type { Sanction, SanctionState, Turn } from './words.ts';

export interface SanctionRow extends Sanction { readonly locked: Uint8Array }
export interface TurnRow { readonly id: string; readonly sanction: string; readonly turn: Turn; readonly office: string; readonly by: string | null; readonly locked: Uint8Array | null; readonly at: Date }

const asSanction = sql`id, concern_id as concern, person_id as person, kind, facility, clause, offices, state, permanent, starts_on as "startsOn", ends_on as "endsOn", review_on as "reviewOn", told_on as "toldOn",
  appeal_by as "appealBy", appeal_to as "appealTo", locked, proposed_by as "proposedBy", proposed_at as "proposedAt"`;

export async function addSanction(tx: Tx, of: SanctionRow & { readonly school: string }): Promise<void> {
  await sql`insert into sanction (school_id, id, concern_id, person_id, kind, facility, clause, offices, state, permanent, starts_on, ends_on, review_on, told_on, appeal_by, appeal_to, locked, proposed_by, proposed_at)
    values (${of.school}, ${of.id}, ${of.concern}, ${of.person}, ${of.kind}, ${of.facility}, ${of.clause}, ${JSON.stringify(of.offices)}::jsonb, ${of.state}, ${of.permanent}, ${of.startsOn}::date, ${of.endsOn}::date,
      ${of.reviewOn}::date, ${of.toldOn}::date, ${of.appealBy}::date, ${of.appealTo}, ${of.locked}, ${of.proposedBy}, ${of.proposedAt})`.execute(tx);
}

/** The sanctions of a case, oldest first. */
export const sanctionsOf = (tx: Tx, concern: string): Promise<SanctionRow[]> => rows(tx, sql<SanctionRow>`select ${asSanction} from sanction where concern_id = ${concern} order by proposed_at, id limit 200`);

/** One, held until the transaction ends. */
export const holdSanction = async (tx: Tx, id: string): Promise<SanctionRow | null> => (await firstRow(tx, sql<SanctionRow>`select ${asSanction} from sanction where id = ${id} for update`)) ?? null;

/** What people were told of, newest first. Nothing shows before it was told. */
export const toldTo = (tx: Tx, persons: readonly string[]): Promise<SanctionRow[]> =>
  rows(tx, sql<SanctionRow>`select ${asSanction} from sanction where person_id = any(${[...persons]}::uuid[]) and told_on is not null order by proposed_at desc, id limit 100`);

/** Everything ever decided about somebody, newest first. */
export const decidedAbout = (tx: Tx, person: string): Promise<SanctionRow[]> =>
  rows(tx, sql<SanctionRow>`select ${asSanction} from sanction where person_id = ${person} and state not in ('proposed', 'refused') order by proposed_at desc, id limit 100`);

/** Those that may begin or end on a day. */
export const toRun = (tx: Tx, today: string): Promise<SanctionRow[]> => rows(tx, sql<SanctionRow>`select ${asSanction} from sanction
  where (state in ('decided', 'told') and starts_on <= ${today}::date) or (state = 'in-force' and ends_on < ${today}::date) order by starts_on, id limit 200`);

/** Those that switch something off: in force, or over within a year. */
export const switching = (tx: Tx, since: string): Promise<SanctionRow[]> => rows(tx, sql<SanctionRow>`select ${asSanction} from sanction
  where facility is not null and (state = 'in-force' or (state in ('ended', 'lifted') and coalesce(ends_on, starts_on) >= ${since}::date)) order by proposed_at desc, id limit 500`);

/** Those whose appeal, agreement or review waits, for the start page of an office. */
export const waitingFor = (tx: Tx, offices: readonly string[]): Promise<SanctionRow[]> => rows(tx, sql<SanctionRow>`select ${asSanction} from sanction s
  where (state = 'proposed' and exists (select from jsonb_array_elements(offices) g, jsonb_array_elements_text(g) o where o = any(${[...offices]}::text[])))
     or (appeal_to = any(${[...offices]}::text[]) and exists (select from sanction_turn t where t.sanction_id = s.id and t.turn = 'appealed') and not exists (select from sanction_turn t where t.sanction_id = s.id and t.turn in ('appeal-kept', 'appeal-lifted')))
  order by proposed_at, id limit 100`);

export async function setSanction(tx: Tx, id: string, to: { readonly state: SanctionState; readonly toldOn?: string; readonly reviewOn?: string }): Promise<void> {
  await sql`update sanction set state = ${to.state}, told_on = coalesce(${to.toldOn ?? null}::date, told_on), review_on = coalesce(${to.reviewOn ?? null}::date, review_on) where id = ${id}`.execute(tx);
}

export const turnsOf = (tx: Tx, sanctions: readonly string[]): Promise<TurnRow[]> =>
  rowsAbout(tx, sanctions, ids => sql<TurnRow>`select id, sanction_id as sanction, turn, office, by_id as by, locked, at from sanction_turn where sanction_id = any(${ids}::uuid[]) order by at, id limit 5000`);

export async function addTurn(tx: Tx, of: TurnRow & { readonly school: string }): Promise<void> {
  await sql`insert into sanction_turn (school_id, id, sanction_id, turn, office, by_id, locked, at) values (${of.school}, ${of.id}, ${of.sanction}, ${of.turn}, ${of.office}, ${of.by}, ${of.locked}, ${of.at})`.execute(tx);
}

/** What was decided about somebody, for their own file. */
export const exportSanctions = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select kind, facility, clause, state, permanent, starts_on as "startsOn", ends_on as "endsOn", told_on as "toldOn" from sanction where person_id = ${person} and told_on is not null order by proposed_at limit 1000`);

/** Forgets whose they were and who decided. What was written stays locked until its time is over. */
export async function forgetInSanctions(tx: Tx, person: string): Promise<void> {
  await sql`update sanction set person_id = nullif(person_id, ${person}::uuid), proposed_by = nullif(proposed_by, ${person}::uuid) where ${person}::uuid in (person_id, proposed_by) and ${notHeld(sql`concern_id`)}`.execute(tx);
  await sql`update sanction_turn set by_id = null where by_id = ${person} and exists (select from sanction s where s.id = sanction_id and ${notHeld(sql`s.concern_id`)})`.execute(tx);
}
