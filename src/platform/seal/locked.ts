/**
 * What nobody may read who holds the database alone: AES-256-GCM under a key of each school, in a file apart from the
 * database and its backup (`<seal folder>/concerns/<school>.key`, and the same under its id, `<school>.<id>.key`).
 * Whoever loses that file loses what was told: there is no other way in. It is backed up by itself, and kept as closely
 * as the concerns. Where it is lost a new key is made, so that nobody is kept from telling; the old one, put back, opens
 * what it locked, and what the new one locked still opens, for both lie there under their ids.
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
  /** The same for a list, which is not to break where one thing on it does not open: `instead` stands there then. */
  readonly openOr: <T>(locked: Uint8Array, about: string, instead: T) => T;
  readonly lockBytes: (bytes: Uint8Array, about: string) => Uint8Array;
  readonly openBytes: (locked: Uint8Array, about: string) => Uint8Array;
  /** The same text for the same person, which names nobody without the key: HMAC-SHA-256, base64url. */
  readonly keyOf: (id: string) => string;
  /** That text under every key that lies here, the one in use at the head. */
  readonly keysOf: (id: string) => readonly string[];
  /** The ids of the keys that lie here, the one in use at the head. */
  readonly keyIds: readonly string[];
}

/** What is said when something does not open. */
export const WILL_NOT_OPEN =
  'This cannot be opened: the key in the folder of seals is missing or another one, or what is kept was changed. Put the folder back from its own backup, beside what lies there now, and start Countersign again. Without the key nobody can read what was told, and neither can we.';

/** What stands in a list in the place of something that does not open. */
export const SHUT = 'This cannot be opened now: its key is missing.';

/** Something that does not open. */
export class Locked extends Error {
  constructor() {
    super(WILL_NOT_OPEN);
    this.name = 'Locked';
  }
}

/** What is locked begins with its version. The first has no id of its key: 1, nonce. The second: 2, id, nonce. */
const FIRST = 1;
const VERSION = 2;
const ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const kept = new Map<string, Promise<Lock>>();

/** The lock of a school. Its key is made at first use; of two makers at once, one wins. */
export function lockOf(folder: string, schoolId: string): Promise<Lock> {
  if (!isId(schoolId)) throw new Error(`"${schoolId}" is not the id of a school`);
  const own = path.join(folder, 'concerns', schoolId);
  const made = kept.get(own) ?? keysIn(own).then(lockWith);
  kept.set(own, made);
  made.catch(() => kept.delete(own));
  return made;
}

/** What a key is called: a piece of a hash of it, in hexadecimal. */
const idOf = (key: Uint8Array): string => derive(key, 'id').subarray(0, ID_BYTES).toString('hex');
const derive = (key: Uint8Array, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `countersign concerns ${purpose}`, KEY_BYTES));

/** Every key of a school, the one in use at the head. Each lies beside it under its id too, so that no other takes its place. */
async function keysIn(own: string): Promise<Buffer[]> {
  const others = await readKeys(own);
  const inUse = await keyAt(own) ?? await putInUse(own, others[0] ?? randomBytes(KEY_BYTES));
  const id = idOf(inUse);
  await fs.link(`${own}.key`, `${own}.${id}.key`).catch(existing);
  return [inUse, ...others.filter(key => idOf(key) !== id)];
}

const keyAt = async (own: string): Promise<Buffer | null> => { const key = await fs.readFile(`${own}.key`).catch(absent); return key && asKey(key, `${own}.key`); };

async function readKeys(own: string): Promise<Buffer[]> {
  const home = path.dirname(own);
  const names = (await fs.readdir(home).catch(absent) ?? []).filter(name => name.startsWith(`${path.basename(own)}.`) && /^[^.]+\.[0-9a-f]{16}\.key$/.test(name)).sort();
  return Promise.all(names.map(async name => {
    const file = path.join(home, name);
    const key = asKey(await fs.readFile(file), file);
    if (!name.endsWith(`.${idOf(key)}.key`)) throw new Error(`${file} is not the key that its name says. Put it back from its backup.`);
    return key;
  }));
}

function asKey(key: Buffer, file: string): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`${file} is not a key: it has ${key.length} bytes and should have ${KEY_BYTES}. Put it back from its backup.`);
  return key;
}

const absent = (fault: NodeJS.ErrnoException): null => {
  if (fault.code !== 'ENOENT') throw fault;
  return null;
};

const existing = (fault: NodeJS.ErrnoException): void => {
  if (fault.code !== 'EEXIST') throw fault;
};

/** Written through to the disk, and then linked into place: the link fails where one is there already, and nobody ever reads half a key. */
async function putInUse(own: string, key: Buffer): Promise<Buffer> {
  await fs.mkdir(path.dirname(own), { recursive: true, mode: 0o700 });
  const fresh = `${own}.${randomBytes(6).toString('hex')}`;
  const handle = await fs.open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.link(fresh, `${own}.key`).catch(existing);
  await fs.rm(fresh);
  return (await keyAt(own))!;
}

/** One key, with what is derived from it. */
const opened = (key: Buffer) => ({ id: idOf(key), content: derive(key, 'content'), people: derive(key, 'people') });

function lockWith(all: readonly Buffer[]): Lock {
  const keys = all.map(opened);
  const inUse = keys[0]!;
  const lockBytes = (bytes: Uint8Array, about: string): Uint8Array => {
    const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(inUse.id, 'hex'), randomBytes(NONCE_BYTES)]);
    const cipher = createCipheriv('aes-256-gcm', inUse.content, head.subarray(1 + ID_BYTES)).setAAD(boundTo(VERSION, about));
    return Buffer.concat([head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const openBytes = (locked: Uint8Array, about: string): Uint8Array => {
    const version = locked[0] ?? 0;
    const from = version === FIRST ? 1 : 1 + ID_BYTES;
    const id = Buffer.from(locked.subarray(1, from)).toString('hex');
    const fitting = version === FIRST ? keys : version === VERSION ? keys.filter(key => key.id === id) : [];
    for (const { content } of locked.length < from + NONCE_BYTES + TAG_BYTES ? [] : fitting) {
      const bytes = openWith(content, { locked, from, aad: boundTo(version, about) });
      if (bytes) return bytes;
    }
    throw new Locked();
  };
  const open = <T>(locked: Uint8Array, about: string): T => JSON.parse(Buffer.from(openBytes(locked, about)).toString('utf8')) as T;
  const hash = (people: Buffer, id: string): string => createHmac('sha256', people).update(id).digest('base64url');
  return {
    lockBytes, openBytes, open,
    lock: (value, about) => lockBytes(Buffer.from(JSON.stringify(value)), about),
    openOr: (locked, about, instead) => {
      try {
        return open(locked, about);
      } catch (fault) {
        if (fault instanceof Locked) return instead;
        throw fault;
      }
    },
    keyOf: id => hash(inUse.people, id),
    keysOf: id => keys.map(key => hash(key.people, id)),
    keyIds: keys.map(key => key.id),
  };
}

/** The bytes; null where the key, the row or a byte is another. */
function openWith(content: Buffer, { locked, from, aad }: { readonly locked: Uint8Array; readonly from: number; readonly aad: Buffer }): Uint8Array | null {
  try {
    const start = from + NONCE_BYTES;
    const opener = createDecipheriv('aes-256-gcm', content, locked.subarray(from, start), { authTagLength: TAG_BYTES }).setAAD(aad);
    opener.setAuthTag(locked.subarray(-TAG_BYTES));
    return Buffer.concat([opener.update(locked.subarray(start, -TAG_BYTES)), opener.final()]);
  } catch {
    return null;
  }
}

/** Which key something was locked with, by its id; null where it is from before keys had ids. */
export const keyIdOf = (locked: Uint8Array): string | null => (locked[0] === VERSION ? Buffer.from(locked.subarray(1, 1 + ID_BYTES)).toString('hex') : null);

/** The version is part of what is bound, so that it cannot be changed either. */
const boundTo = (version: number, about: string): Buffer => Buffer.from(`${version} ${about}`);
