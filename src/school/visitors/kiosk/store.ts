/** The tablets at reception: visitor_kiosk. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId, newToken, sha256 } from '../../../platform/ids.ts';
import type { Kiosk } from '../words.ts';

const asKiosk = sql`id, place, started_by as "startedBy", started_at as "startedAt", ends_at as "endsAt", ended_at as "endedAt"`;

/** Starts one. Returns its id and the token that the tablet keeps; we keep its hash alone. */
export async function addKiosk(tx: Tx, of: { school: string; place: string; by: string; at: Date; endsAt: Date }): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), newToken()];
  await sql`insert into visitor_kiosk (school_id, id, place, token_hash, started_by, started_at, ends_at) values (${of.school}, ${id}, ${of.place}, ${sha256(token)}, ${of.by}, ${of.at}, ${of.endsAt})`.execute(tx);
  return { id, token };
}

/** The kiosk of a tablet, while it runs. */
export async function kioskOfToken(tx: Tx, token: string, now: Date): Promise<Kiosk | null> {
  return (await firstRow(tx, sql<Kiosk>`select ${asKiosk} from visitor_kiosk where token_hash = ${sha256(token)} and ended_at is null and ends_at > ${now}`)) ?? null;
}

/** The kiosks that run, newest first. */
export const runningKiosks = (tx: Tx, now: Date): Promise<Kiosk[]> =>
  rows(tx, sql<Kiosk>`select ${asKiosk} from visitor_kiosk where ended_at is null and ends_at > ${now} order by started_at desc limit 100`);

/** Ends one. False where it had ended. */
export async function endKiosk(tx: Tx, of: { id: string; by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update visitor_kiosk set ended_at = ${of.at}, ended_by = ${of.by} where id = ${of.id} and ended_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}
