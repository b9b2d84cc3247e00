/** The tables of telling somebody: concern_choice, concern_telling. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Checked, TellingKept } from './words.ts';

export type ChoiceName = 'reading-hours' | 'neutral-retention';

export interface ChoiceRow<T> {
  readonly value: T;
  readonly since: string;
  readonly by: string | null;
  readonly at: Date;
}

/** What the school has chosen, as of a day; null where it has not. Of two from the same day the later said counts. */
export async function choiceOn<T>(tx: Tx, name: ChoiceName, day: string): Promise<ChoiceRow<T> | null> {
  return (await firstRow(tx, sql<ChoiceRow<T>>`select value, since, said_by as by, said_at as at from concern_choice where name = ${name} and since <= ${day}::date order by since desc, said_at desc limit 1`)) ?? null;
}

export async function addChoice(tx: Tx, choice: { school: string; name: ChoiceName; value: unknown; since: string; by: string; at: Date }): Promise<void> {
  await sql`insert into concern_choice (school_id, id, name, value, since, said_by, said_at)
    values (${choice.school}, ${newId()}, ${choice.name}, ${JSON.stringify(choice.value)}::jsonb, ${choice.since}::date, ${choice.by}, ${choice.at})`.execute(tx);
}

export async function addTelling(tx: Tx, of: { school: string; concern: string; takeDown: boolean }): Promise<void> {
  await sql`insert into concern_telling (school_id, concern_id, take_down) values (${of.school}, ${of.concern}, ${of.takeDown})`.execute(tx);
}

const COLUMNS = sql`concern_id as concern, take_down as "takeDown", checked, checked_at as "checkedAt", first_answer_at as "firstAnswerAt"`;

export async function findTelling(tx: Tx, concern: string): Promise<TellingKept | null> {
  return (await firstRow(tx, sql<TellingKept>`select ${COLUMNS} from concern_telling where concern_id = ${concern}`)) ?? null;
}

/** Notes the first answer; a later one changes nothing. */
export async function setAnswered(tx: Tx, concern: string, at: Date): Promise<void> {
  await sql`update concern_telling set first_answer_at = ${at} where concern_id = ${concern} and first_answer_at is null`.execute(tx);
}

export async function setChecked(tx: Tx, of: { concern: string; checked: Checked; at: Date }): Promise<void> {
  await sql`update concern_telling set checked = ${of.checked}, checked_at = ${of.at} where concern_id = ${of.concern}`.execute(tx);
}

export async function forgetChooser(tx: Tx, person: string): Promise<void> {
  await sql`update concern_choice set said_by = null where said_by = ${person}`.execute(tx);
}

export const choicesBy = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select name, value, since, said_at as at from concern_choice where said_by = ${person} order by said_at limit 1000`);
