/** The tables of paper: paper_slip and paper_print. Piles and their pages are in piles/store.ts. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Box, Slip, SlipContent } from './words.ts';

interface Row {
  id: string; code: string; person_id: string; policy: string; edition_id: string; edition: number; clauses: string[]; content: SlipContent; boxes: Box[];
  due: string; return_to: string; printed_at: Date; returned_on: string | null;
}

const slipOf = (row: Row): Slip => ({
  id: row.id, code: row.code, person: row.person_id, policy: row.policy, editionId: row.edition_id, edition: row.edition, clauses: row.clauses, content: row.content, boxes: row.boxes,
  due: row.due, returnTo: row.return_to, printedAt: row.printed_at, returnedOn: row.returned_on,
});

export const findSlip = async (tx: Tx, id: string): Promise<Slip | null> => {
  const row = await firstRow(tx, sql<Row>`select * from paper_slip where id = ${id}`);
  return row ? slipOf(row) : null;
};

export const slipByCode = async (tx: Tx, code: string): Promise<Slip | null> => {
  const row = await firstRow(tx, sql<Row>`select * from paper_slip where code = ${code}`);
  return row ? slipOf(row) : null;
};

/** These slips, in no order. */
export const slipsByIds = async (tx: Tx, ids: readonly string[]): Promise<Slip[]> =>
  ids.length === 0 ? [] : (await rows(tx, sql<Row>`select * from paper_slip where id = any(${[...ids]}::uuid[])`)).map(slipOf);

/** The slips of these people, the newest first. */
export const slipsOf = async (tx: Tx, persons: readonly string[]): Promise<Slip[]> =>
  persons.length === 0 ? [] : (await rows(tx, sql<Row>`select * from paper_slip where person_id = any(${[...persons]}::uuid[]) order by printed_at desc, id desc limit 5000`)).map(slipOf);

export type NewSlip = Omit<Slip, 'id' | 'printedAt' | 'returnedOn'>;

/** Adds slips, in one query. Returns their ids in the order given. */
export async function addSlips(tx: Tx, of: { school: string; by: string; at: Date }, slips: readonly NewSlip[]): Promise<string[]> {
  const made = slips.map(slip => ({ ...slip, id: newId() }));
  await sql`insert into paper_slip (school_id, id, code, person_id, policy, edition_id, edition, clauses, content, boxes, due, return_to, printed_by, printed_at)
    select ${of.school}::uuid, x.id, x.code, x.person, x.policy, x."editionId", x.edition, x.clauses, x.content, x.boxes, x.due, x."returnTo", ${of.by}::uuid, ${of.at}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(id uuid, code text, person uuid, policy text, "editionId" uuid, edition integer, clauses text[], content jsonb, boxes jsonb, due date, "returnTo" text)`.execute(tx);
  return made.map(slip => slip.id);
}

/** Notes that a slip is back, or takes that note away. False where it stood so already. */
export async function setReturned(tx: Tx, slip: string, of: { on: string; by: string } | null): Promise<boolean> {
  const done = await sql`update paper_slip set returned_on = ${of?.on ?? null}::date, returned_by = ${of?.by ?? null}::uuid where id = ${slip} and (returned_on is null) = ${of !== null}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export interface Print {
  readonly id: string;
  readonly policy: string;
  readonly class: string;
  readonly kind: string;
  readonly slips: readonly string[];
  readonly by: string;
  readonly at: Date;
}

const PRINT = sql`select id, policy, class, kind, slips, made_by as by, made_at as at from paper_print`;

export async function addPrint(tx: Tx, of: { school: string; by: string; at: Date }, print: Pick<Print, 'policy' | 'class' | 'kind' | 'slips'>): Promise<string> {
  const id = newId();
  await sql`insert into paper_print (school_id, id, policy, class, kind, slips, made_by, made_at) values (${of.school}, ${id}, ${print.policy}, ${print.class}, ${print.kind}, ${[...print.slips]}::uuid[], ${of.by}, ${of.at})`.execute(tx);
  return id;
}

export const findPrint = async (tx: Tx, id: string): Promise<Print | null> => (await firstRow(tx, sql<Print>`${PRINT} where id = ${id}`)) ?? null;

/** The newest prints first. */
export const listPrints = (tx: Tx, ask: { limit: number; offset: number }): Promise<Print[]> => rows(tx, sql<Print>`${PRINT} order by made_at desc, id desc limit ${ask.limit} offset ${ask.offset}`);
export const countPrints = async (tx: Tx): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from paper_print`))!.n;

/** For how many asks a slip is out that nobody has signed yet, and how many slips came back. */
export const countSlips = async (tx: Tx): Promise<{ out: number; back: number }> =>
  (await firstRow(tx, sql<{ out: number; back: number }>`select count(distinct (person_id, policy)) filter (where returned_on is null
      and exists (select from agreement_ask a where a.person_id = s.person_id and a.policy = s.policy and a.open)) as out, count(*) filter (where returned_on is not null) as back from paper_slip s`))!;

/** What is kept of a person's slips, for a subject access request. */
export const slipsForExport = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select code, policy, edition, printed_at as "printedAt", due, returned_on as "returnedOn" from paper_slip where person_id = ${person} order by printed_at limit 5000`);
