/** The demonstration's one table: whom a visitor may be, and by which link. */
import { firstRow, rows, sql, type Tx } from '../platform/database/index.ts';

export interface PersonaRow {
  readonly persona: string;
  readonly person: string;
  readonly role: string;
  readonly token: string;
}

/** Adds personas behind those that are there. */
export async function addPersonas(tx: Tx, school: string, personas: readonly PersonaRow[]): Promise<void> {
  const placed = personas.map((row, place) => ({ ...row, place }));
  await sql`insert into demonstration_persona (school_id, persona, person_id, role, token, place)
    select ${school}::uuid, x.persona, x.person, x.role, x.token, x.place + (select coalesce(max(d.place) + 1, 0) from demonstration_persona d) from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as x(persona text, person uuid, role text, token text, place integer)`.execute(tx);
}

/** The personas of the school this transaction sees, in the order of the list. Empty where nothing has been filled in. */
export const listPersonas = (tx: Tx): Promise<PersonaRow[]> =>
  rows(tx, sql<PersonaRow>`select persona, person_id as person, role, token from demonstration_persona order by place limit 100`);

export async function personaOfToken(tx: Tx, token: string): Promise<PersonaRow | null> {
  return (await firstRow(tx, sql<PersonaRow>`select persona, person_id as person, role, token from demonstration_persona where token = ${token}`)) ?? null;
}

/** Two servers that start at once fill a school one after the other, and the second finds it full. */
export async function queueUp(tx: Tx, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${school}, 60))`.execute(tx);
}
