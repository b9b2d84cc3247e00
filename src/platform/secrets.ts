/** Secrets that the database keeps closed: AES-256-GCM under a key in a file of its own, so that a copy of the database alone tells none. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const KEY_FILE = 'secrets.key';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key in a folder, made now where there is none. Readable by its owner alone; of two makers at once, one wins. */
async function keyIn(folder: string): Promise<Buffer> {
  const file = path.join(folder, KEY_FILE);
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    return await fs.readFile(file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  await fs.writeFile(fresh, randomBytes(32), { mode: 0o600, flag: 'wx' });
  // Why a link: it fails where the file is there already, and nobody ever reads half a key.
  await fs.link(fresh, file).catch((fault: NodeJS.ErrnoException) => { if (fault.code !== 'EEXIST') throw fault; });
  await fs.rm(fresh);
  return fs.readFile(file);
}

/**
 * Closes a secret.
 * @param owner whose it is; a secret moved to another owner's row does not open
 */
export async function closeSecret(folder: string, owner: string, secret: string): Promise<string> {
  return (await closeBytes(folder, owner, Buffer.from(secret, 'utf8'))).toString('base64url');
}

/** The same for bytes, such as a picture of a signed slip. */
export async function closeBytes(folder: string, owner: string, bytes: Uint8Array): Promise<Buffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await keyIn(folder), iv).setAAD(Buffer.from(owner));
  const closed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]);
}

/** Opens a secret, or null when it was closed with another key, for somebody else, or was changed. */
export async function openSecret(folder: string, owner: string, closed: string): Promise<string | null> {
  return (await openBytes(folder, owner, Buffer.from(closed, 'base64url')))?.toString('utf8') ?? null;
}

/** The same for bytes. */
export async function openBytes(folder: string, owner: string, closed: Uint8Array): Promise<Buffer | null> {
  const tag = closed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const opener = createDecipheriv('aes-256-gcm', await keyIn(folder), closed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([opener.update(closed.subarray(IV_BYTES + TAG_BYTES)), opener.final()]);
  } catch {
    return null;
  }
}
