/** The table of openings by two: concern_opening. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Opening } from './words.ts';

const asOpening = sql`o.id, o.concern_id as concern, o.asked_by as "askedBy", o.asked_office as "askedOffice", o.locked, o.asked_at as "askedAt", o.lapses_at as "lapsesAt", o.agreed_by as "agreedBy"`;

export async function addOpening(tx: Tx, opening: { school: string; id: string; concern: string; by: string; office: string; locked: Uint8Array; at: Date; lapsesAt: Date }): Promise<void> {
  await sql`insert into concern_opening (school_id, id, concern_id, asked_by, asked_office, locked, asked_at, lapses_at)
    values (${opening.school}, ${opening.id}, ${opening.concern}, ${opening.by}, ${opening.office}, ${opening.locked}, ${opening.at}, ${opening.lapsesAt})`.execute(tx);
}

/** What waits for somebody to agree: never what is about them. */
export const waitingOpenings = (tx: Tx, of: { key: string; person: string; now: Date }): Promise<Opening[]> =>
  rows(tx, sql<Opening>`select ${asOpening} from concern_opening o join concern c on c.id = o.concern_id
    where o.agreed_at is null and o.lapses_at > ${of.now} and o.asked_by <> ${of.person} and not (${of.key} = any(c.about_keys)) order by o.asked_at limit 50`);

export const holdOpening = async (tx: Tx, id: string): Promise<Opening | null> => (await firstRow(tx, sql<Opening>`select ${asOpening} from concern_opening o where o.id = ${id} for update`)) ?? null;

export async function markAgreed(tx: Tx, id: string, of: { by: string; office: string; at: Date }): Promise<void> {
  await sql`update concern_opening set agreed_by = ${of.by}, agreed_office = ${of.office}, agreed_at = ${of.at} where id = ${id}`.execute(tx);
}

export const concernByCode = async (tx: Tx, code: string): Promise<string | null> => (await firstRow(tx, sql<{ id: string }>`select id from concern where code = ${code}`))?.id ?? null;

