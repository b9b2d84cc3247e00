/** The table of answers entered by hand: agreement_by_hand. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entry } from './words.ts';

const ENTRY = sql`select h.id, h.person_id as person, h.by_id as by, h.agreement_id as agreement, h.decline_id as decline, h.channel, h.heard_by as "heardBy", h.witness_id as witness,
  h.entered_by as "enteredBy", h.given_on as "givenOn", h.note, h.told, h.at, coalesce(a.policy, d.policy) as policy, (w.id is not null or u.decline_id is not null) as undone
  from agreement_by_hand h left join agreement a on a.id = h.agreement_id left join agreement_decline d on d.id = h.decline_id
  left join agreement_withdrawal w on w.agreement_id = a.id and w.mistake left join agreement_decline_undone u on u.decline_id = d.id`;

export const listEntries = (tx: Tx, page: { limit: number; offset: number }): Promise<Entry[]> => rows(tx, sql<Entry>`${ENTRY} order by h.at desc, h.id desc limit ${page.limit} offset ${page.offset}`);

export async function findEntry(tx: Tx, id: string): Promise<Entry | null> {
  return (await firstRow(tx, sql<Entry>`${ENTRY} where h.id = ${id}`)) ?? null;
}

/** The entry an agreement came by, or null. */
export async function entryOfAgreement(tx: Tx, agreement: string): Promise<Entry | null> {
  return (await firstRow(tx, sql<Entry>`${ENTRY} where h.agreement_id = ${agreement}`)) ?? null;
}

export async function addEntry(tx: Tx, entry: Omit<Entry, 'id' | 'policy' | 'undone'> & { school: string }): Promise<string> {
  const id = newId();
  await sql`insert into agreement_by_hand (school_id, id, person_id, by_id, agreement_id, decline_id, channel, heard_by, witness_id, entered_by, given_on, note, told, at)
    values (${entry.school}, ${id}, ${entry.person}, ${entry.by}, ${entry.agreement}, ${entry.decline}, ${entry.channel}, ${entry.heardBy}, ${entry.witness}, ${entry.enteredBy}, ${entry.givenOn}::date,
      ${entry.note}, ${entry.told}, ${entry.at})`.execute(tx);
  return id;
}

/** What was entered about a person or said by them, for a subject access request. */
export const entriesOf = (tx: Tx, person: string): Promise<Entry[]> => rows(tx, sql<Entry>`${ENTRY} where h.person_id = ${person} or h.by_id = ${person} order by h.at limit 1000`);

/** Forgets the words noted beside a person's answers. */
export async function forgetNotes(tx: Tx, person: string): Promise<void> {
  await sql`update agreement_by_hand set note = '' where person_id = ${person} or by_id = ${person}`.execute(tx);
}
