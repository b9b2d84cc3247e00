/** What people do with mail. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tryAgain } from '../../platform/mail/index.ts';

/** Lets a mail that failed be tried anew. False where there is no such mail. */
export async function sendAgain(tx: Tx, of: { school: string; by: string; at: Date; mail: string }): Promise<boolean> {
  const again = await tryAgain(tx, of.mail, of.at);
  if (again) await write(tx, { school: of.school, deed: 'send-mail-again', by: of.by, about: of.mail, at: of.at });
  return again;
}
