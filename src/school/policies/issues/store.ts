/** The table of what people were given: policy_issue. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';

export interface Issue {
  readonly person: string;
  readonly edition: number;
  readonly issuedOn: string;
  readonly openedOn: string | null;
}

/** Notes that these people were given an edition. Returns how many had not been. */
export async function addIssues(tx: Tx, of: { school: string; policy: string; editionId: string; edition: number; on: string; persons: readonly string[] }): Promise<number> {
  const done = await sql`insert into policy_issue (school_id, person_id, policy, edition_id, edition, issued_on)
    select ${of.school}::uuid, x, ${of.policy}, ${of.editionId}, ${of.edition}, ${of.on}::date from unnest(${[...of.persons]}::uuid[]) x on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Whether this person was given this edition and has not opened it yet. */
export async function isUnopened(tx: Tx, of: { person: string; editionId: string }): Promise<boolean> {
  return (await firstRow(tx, sql<{ it: boolean }>`select exists (select from policy_issue where person_id = ${of.person} and edition_id = ${of.editionId} and opened_on is null) as it`))!.it;
}

/** Notes that a person opened an edition. False where they were not given it or had opened it. */
export async function setOpened(tx: Tx, of: { person: string; editionId: string; on: string }): Promise<boolean> {
  return Number((await sql`update policy_issue set opened_on = ${of.on}::date where person_id = ${of.person} and edition_id = ${of.editionId} and opened_on is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export type Which = 'all' | 'opened' | 'not-opened';

export interface IssuesAsk {
  readonly editionId: string;
  readonly which: Which;
  /** These people alone. */
  readonly persons?: readonly string[] | undefined;
}

const asked = ({ editionId, which, persons }: IssuesAsk) => sql`edition_id = ${editionId} and (${which} = 'all' or (opened_on is not null) = (${which} = 'opened')) and (${persons ?? null}::uuid[] is null or person_id = any(${[...(persons ?? [])]}::uuid[]))`;

export async function listIssues(tx: Tx, ask: IssuesAsk & { readonly limit: number; readonly offset: number }): Promise<Issue[]> {
  return rows(tx, sql<Issue>`select person_id as person, edition, issued_on as "issuedOn", opened_on as "openedOn" from policy_issue where ${asked(ask)} order by issued_on desc, person_id limit ${ask.limit} offset ${ask.offset}`);
}

export async function countIssues(tx: Tx, ask: IssuesAsk): Promise<number> {
  return Number((await firstRow(tx, sql<{ n: number }>`select count(*) as n from policy_issue where ${asked(ask)}`))!.n);
}

export async function exportIssues(tx: Tx, person: string): Promise<unknown[]> {
  return rows(tx, sql<object>`select policy, edition, issued_on as "issuedOn", opened_on as "openedOn" from policy_issue where person_id = ${person} order by issued_on limit 2000`);
}

export async function forgetIssues(tx: Tx, person: string): Promise<void> {
  await sql`delete from policy_issue where person_id = ${person}`.execute(tx);
}
