/**
 * What nobody may read who holds the database alone: AES-256-GCM under a key of each school, in a file apart from the
 * database and its backup (`<seal folder>/concerns/<school>.key`). Whoever loses that file loses what was told:
 * there is no other way in. It is backed up by itself, and kept as closely as the concerns.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isId } from '../ids.ts';

/** Locks and opens for one school. `about` is the id of the row it lies in: moved to another row it does not open. */
export interface Lock {
  /** Locks a value as JSON. */
  readonly lock: (value: unknown, about: string) => Uint8Array;
  /** Opens what `lock` made. Throws `Locked` where the key, the row or a byte is another. */
  readonly open: <T>(locked: Uint8Array, about: string) => T;
  readonly lockBytes: (bytes: Uint8Array, about: string) => Uint8Array;
  readonly openBytes: (locked: Uint8Array, about: string) => Uint8Array;
  /** The same text for the same person, which names nobody without the key: HMAC-SHA-256, base64url. */
  readonly keyOf: (id: string) => string;
}

/** What is said when something does not open. */
export const WILL_NOT_OPEN =
  'This cannot be opened: the key in the folder of seals is missing or another one, or what is kept was changed. Put the folder back from its own backup. Without the key nobody can read what was told, and neither can we.';

/** Something that does not open. */
export class Locked extends Error {
  constructor() {
    super(WILL_NOT_OPEN);
    this.name = 'Locked';
  }
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const HEAD_BYTES = 1 + NONCE_BYTES;

const kept = new Map<string, Promise<Lock>>();

/** The lock of a school. Its key is made at first use; of two makers at once, one wins. */
export function lockOf(folder: string, schoolId: string): Promise<Lock> {
  if (!isId(schoolId)) throw new Error(`"${schoolId}" is not the id of a school`);
  const file = path.join(folder, 'concerns', `${schoolId}.key`);
  const made = kept.get(file) ?? keyIn(file).then(lockWith);
  kept.set(file, made);
  made.catch(() => kept.delete(file));
  return made;
}

async function keyIn(file: string): Promise<Buffer> {
  const key = await fs.readFile(file).catch(absent) ?? await makeKey(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is not a key: it has ${key.length} bytes and should have ${KEY_BYTES}. Put it back from its backup.`);
  return key;
}

const absent = (fault: NodeJS.ErrnoException): null => {
  if (fault.code !== 'ENOENT') throw fault;
  return null;
};

/** Written through to the disk, and then linked into place: the link fails where one is there already, and nobody ever reads half a key. */
async function makeKey(file: string): Promise<Buffer> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await fs.open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(KEY_BYTES));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.link(fresh, file).catch((fault: NodeJS.ErrnoException) => { if (fault.code !== 'EEXIST') throw fault; });
  await fs.rm(fresh);
  return fs.readFile(file);
}

function lockWith(key: Buffer): Lock {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `countersign concerns ${purpose}`, KEY_BYTES));
  const [forContent, forPeople] = [derived('content'), derived('people')];
  const lockBytes = (bytes: Uint8Array, about: string): Uint8Array => {
    const head = Buffer.concat([Buffer.of(VERSION), randomBytes(NONCE_BYTES)]);
    const cipher = createCipheriv('aes-256-gcm', forContent, head.subarray(1)).setAAD(boundTo(about));
    return Buffer.concat([head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const openBytes = (locked: Uint8Array, about: string): Uint8Array => {
    if (locked.length < HEAD_BYTES + TAG_BYTES || locked[0] !== VERSION) throw new Locked();
    try {
      const opener = createDecipheriv('aes-256-gcm', forContent, locked.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES }).setAAD(boundTo(about));
      opener.setAuthTag(locked.subarray(-TAG_BYTES));
      return Buffer.concat([opener.update(locked.subarray(HEAD_BYTES, -TAG_BYTES)), opener.final()]);
    } catch {
      throw new Locked();
    }
  };
  return {
    lockBytes, openBytes,
    lock: (value, about) => lockBytes(Buffer.from(JSON.stringify(value)), about),
    open: <T>(locked: Uint8Array, about: string) => JSON.parse(Buffer.from(openBytes(locked, about)).toString('utf8')) as T,
    keyOf: id => createHmac('sha256', forPeople).update(id).digest('base64url'),
  };
}

/** The version is part of what is bound, so that it cannot be changed either. */
const boundTo = (about: string): Buffer => Buffer.from(`${VERSION} ${about}`);
