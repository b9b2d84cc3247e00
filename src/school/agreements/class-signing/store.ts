/** The table of who teaches which class, agreement_class_teaching, and how far classes are. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { ClassLine, Teaching } from './words.ts';

const COLUMNS = sql`id, class, person_id as person, from_day as "from", until_day as until`;
const MOST = 500;

/** Who teaches which class on a day or later; of one person, or of one class, where named. */
export const listTeachings = (tx: Tx, of: { day: string; person?: string; class?: string }): Promise<Teaching[]> =>
  rows(tx, sql<Teaching>`select ${COLUMNS} from agreement_class_teaching where (until_day is null or until_day >= ${of.day}::date)
    and (${of.person ?? null}::uuid is null or person_id = ${of.person ?? null}) and (${of.class ?? null}::text is null or class = ${of.class ?? null}) order by class, from_day, id limit ${MOST}`);

export async function findTeaching(tx: Tx, id: string): Promise<Teaching | null> {
  return (await firstRow(tx, sql<Teaching>`select ${COLUMNS} from agreement_class_teaching where id = ${id}`)) ?? null;
}

export async function addTeaching(tx: Tx, entry: Omit<Teaching, 'id'> & { school: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into agreement_class_teaching (school_id, id, class, person_id, from_day, until_day, at)
    values (${entry.school}, ${id}, ${entry.class}, ${entry.person}, ${entry.from}::date, ${entry.until}::date, ${entry.at})`.execute(tx);
  return id;
}

export async function removeTeaching(tx: Tx, id: string): Promise<void> {
  await sql`delete from agreement_class_teaching where id = ${id}`.execute(tx);
}

export async function forgetTeachings(tx: Tx, person: string): Promise<void> {
  await sql`delete from agreement_class_teaching where person_id = ${person}`.execute(tx);
}

/** How far classes are with these rules; every class, or these alone. */
export const classLines = (tx: Tx, of: { policies: readonly string[]; classes?: readonly string[] | undefined }): Promise<Omit<ClassLine, 'title'>[]> =>
  rows(tx, sql<Omit<ClassLine, 'title'>>`select class, policy, count(*) as bound, count(agreement_id) as promised, count(*) filter (where agreement_id is null and declined_on is not null) as talk
    from agreement_ask where class <> '' and policy = any(${[...of.policies]}::text[]) and (${of.classes ?? null}::text[] is null or class = any(${[...(of.classes ?? [])]}::text[]))
    group by class, policy order by class, policy limit ${MOST}`);

/** The children of a class who are asked about these rules. */
export async function childrenAsked(tx: Tx, of: { class: string; policy: string }): Promise<string[]> {
  const found = await rows(tx, sql<{ id: string }>`select person_id as id from agreement_ask where class = ${of.class} and policy = ${of.policy} order by sort_name, person_id limit 120`);
  return found.map(row => row.id);
}
