import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role that holds the web's rights. It owns no table, so row-level security always binds it. */
export const WEB_ROLE = 'countersign_web';

/** How the web connects: with a login of its own, or as the owner stepping down to the web's role. */
export type WebLogin = { url: string; stepDown: boolean };

/**
 * The web's own way into the database, made when it is missing.
 *
 * The login's password is derived from the owner's, so nothing has to be kept, several servers on one database agree,
 * and a new owner's password brings a new one here. Where the owner has no password in its URL, or may not make
 * logins, the web connects as the owner and steps down with SET ROLE on every connection.
 * @param ownerUrl the owner's connection, after the migrations have run
 */
export async function webLogin(ownerUrl: string): Promise<WebLogin> {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  const name = `${WEB_ROLE}_in_${database}`.slice(0, 63);
  const stepDown = { url: ownerUrl, stepDown: true };
  if (!url.password || !database) return stepDown;
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`countersign web ${database}`).digest('base64url');
  url.username = encodeURIComponent(name);
  url.password = password;
  const own = { url: url.href, stepDown: false };
  if (await lets(own.url)) return own;
  const made = await makeLogin(ownerUrl, name, password);
  return made && (await lets(own.url)) ? own : stepDown;
}

async function lets(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ member: boolean }>(`select pg_has_role(current_user, '${WEB_ROLE}', 'usage') as member`);
    return rows[0]?.member ?? false;
  } catch (error) {
    if (['28P01', '28000', '42704'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeLogin(ownerUrl: string, name: string, password: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    const login = owner.escapeIdentifier(name);
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
    if (!rowCount) await owner.query(`create role ${login}`).catch(unlessThere);
    await owner.query(`alter role ${login} login inherit password ${owner.escapeLiteral(password)}`);
    await owner.query(`grant ${WEB_ROLE} to ${login}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false; // insufficient privilege: step down instead
    throw error;
  } finally {
    await owner.end();
  }
}

function unlessThere(error: { code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error;
}
