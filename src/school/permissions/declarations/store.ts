/** The table of declarations: declaration. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Declaration, DeclarationGiven, End, Standing } from './words.ts';

const asDeclaration = sql`id, person_id as person, sort, facts, task, what, goes_to as "goesTo", clauses, owners, declared_on as "on", gone_by as "goneBy", gone_on as "goneOn", gone_how as "goneHow",
  gone_said_on as "goneSaidOn", reminded, reminded_on as "remindedOn", handed_on as "handedOn"`;

export interface SeenAsk {
  readonly today: string;
  readonly standing: Standing | null;
  readonly sort: string | null;
  readonly search: string;
  /** People whose name fits what is searched for. */
  readonly named: readonly string[];
  readonly me: string;
  /** The offices whose clauses one looks after; all; or none but one's own. */
  readonly owners: 'all' | readonly string[] | null;
  readonly onlyMine: boolean;
}

const standing = (today: string) => ({
  none: sql`true`, open: sql`gone_on is null and gone_by >= ${today}::date`, overdue: sql`gone_on is null and gone_by < ${today}::date`, gone: sql`gone_on is not null`,
});

const owned = (owners: SeenAsk['owners']) => (owners === 'all' ? sql`true` : owners === null ? sql`false` : sql`owners && ${[...owners]}::text[]`);

const asked = (ask: SeenAsk) => sql`${standing(ask.today)[ask.standing ?? 'none']} and (${ask.sort}::text is null or sort = ${ask.sort}::text)
  and (person_id = ${ask.me} or (not ${ask.onlyMine}::boolean and ${owned(ask.owners)}))
  and (position(lower(${ask.search}::text) in lower(task || ' ' || what || ' ' || goes_to)) > 0 or person_id = any(${[...ask.named]}::uuid[]))`;

/** Declarations that somebody may see: their own, and those of clauses they look after. What is still out comes first. */
export async function listDeclarations(tx: Tx, ask: SeenAsk & { readonly by: 'gone-by' | 'declared'; readonly descending: boolean; readonly limit: number; readonly offset: number }): Promise<Declaration[]> {
  const way = ask.descending ? sql`desc` : sql`asc`;
  const order = ask.by === 'gone-by' ? sql`gone_on is not null, gone_by ${way}, id` : sql`declared_on ${way}, id ${way}`;
  return rows(tx, sql<Declaration>`select ${asDeclaration} from declaration where ${asked(ask)} order by ${order} limit ${ask.limit} offset ${ask.offset}`);
}

export async function countDeclarations(tx: Tx, ask: SeenAsk): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from declaration where ${asked(ask)}`))!.n;
}

export async function findDeclaration(tx: Tx, id: string): Promise<Declaration | null> {
  return (await firstRow(tx, sql<Declaration>`select ${asDeclaration} from declaration where id = ${id}`)) ?? null;
}

/** What somebody has out, and how many entries of these owners are overdue. */
export async function waitingOf(tx: Tx, of: { person: string; owners: 'all' | readonly string[] | null; today: string }): Promise<{ own: number; due: number; overdue: number }> {
  const found = await firstRow(tx, sql<{ own: string; due: string; overdue: string }>`select count(*) filter (where person_id = ${of.person}) as own,
    count(*) filter (where person_id = ${of.person} and gone_by <= ${of.today}::date) as due,
    count(*) filter (where ${owned(of.owners)} and person_id is distinct from ${of.person} and (gone_by < ${of.today}::date or handed_on is not null)) as overdue
    from declaration where gone_on is null`);
  return { own: Number(found!.own), due: Number(found!.due), overdue: Number(found!.overdue) };
}

/** What is open and due by today, for the day's round. */
export async function dueBy(tx: Tx, today: string): Promise<Declaration[]> {
  return rows(tx, sql<Declaration>`select ${asDeclaration} from declaration where gone_on is null and handed_on is null and gone_by <= ${today}::date order by gone_by, id limit 1000`);
}

export async function addDeclaration(tx: Tx, given: DeclarationGiven & { school: string; person: string; clauses: readonly string[]; owners: readonly string[]; on: string }): Promise<string> {
  const id = newId();
  await sql`insert into declaration (school_id, id, person_id, sort, facts, task, what, goes_to, clauses, owners, declared_on, gone_by)
    values (${given.school}, ${id}, ${given.person}, ${given.sort}, ${JSON.stringify(given.facts)}::jsonb, ${given.task}, ${given.what}, ${given.goesTo}, ${[...given.clauses]}::text[], ${[...given.owners]}::text[], ${given.on}::date, ${given.goneBy}::date)`.execute(tx);
  return id;
}

/** Notes its end; false where somebody was quicker. */
export async function setGone(tx: Tx, of: { id: string; on: string; how: End; saidOn: string }): Promise<boolean> {
  return (await rows(tx, sql`update declaration set gone_on = ${of.on}::date, gone_how = ${of.how}, gone_said_on = ${of.saidOn}::date where id = ${of.id} and gone_on is null returning id`)).length > 0;
}

export async function reopen(tx: Tx, id: string): Promise<void> {
  await sql`update declaration set gone_on = null, gone_how = null, gone_said_on = null where id = ${id}`.execute(tx);
}

export async function noteReminded(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await sql`update declaration set reminded = reminded + 1, reminded_on = ${today}::date where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function noteHanded(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await sql`update declaration set handed_on = ${today}::date where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** What somebody who leaves has still out. */
export async function openOf(tx: Tx, person: string): Promise<Declaration[]> {
  return rows(tx, sql<Declaration>`select ${asDeclaration} from declaration where person_id = ${person} and gone_on is null limit 200`);
}

export const exportDeclarations = (tx: Tx, person: string): Promise<unknown[]> => rows(tx, sql`select ${asDeclaration} from declaration where person_id = ${person} order by declared_on, id`);

/** That something was taken and came back stays; whose it was and their words go. */
export async function forgetDeclarations(tx: Tx, person: string): Promise<void> {
  await sql`update declaration set person_id = null, task = '', what = '', goes_to = '' where person_id = ${person}`.execute(tx);
}
