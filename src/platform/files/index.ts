/** Files that people hand in: what they are by their bytes, without what a camera writes beside a picture, and looked at for viruses. */
import { bareJpeg, barePng } from './pictures.ts';
import { lookedAt } from './virus.ts';
import type { FileType, Taken } from './words.ts';

export type { FileType, Taken } from './words.ts';

/** What a file is by its first bytes; null where it is nothing that we take. */
export function typeOf(bytes: Uint8Array): FileType | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  return isText(bytes) ? 'text/plain' : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const barer: Readonly<Record<FileType, (bytes: Uint8Array) => Uint8Array | null>> = { 'image/jpeg': bareJpeg, 'image/png': barePng, 'application/pdf': bytes => bytes, 'text/plain': bytes => bytes };

const ENDINGS: Readonly<Record<FileType, readonly string[]>> = { 'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'application/pdf': ['pdf'], 'text/plain': ['txt', 'csv', 'md', 'log'] };

/** The name under which a file is given out: it ends as what the file is, so that no text called `letter.hta` or `run.bat` is started by whoever opens it. */
export function nameFitting(name: string, type: FileType): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[type].includes(ending) ? name : `${name}.${ENDINGS[type][0]}`;
}

/** Takes a file in. `scanner` is where ClamAV listens; without one nothing is looked at for viruses. */
export async function takeFile(bytes: Uint8Array, scanner?: string): Promise<Taken> {
  const type = typeOf(bytes);
  if (type === null) return { ok: false, why: 'unknown' };
  const bare = barer[type](bytes);
  if (bare === null) return { ok: false, why: 'broken' };
  const looked = scanner === undefined ? 'clean' : await lookedAt(scanner, bytes);
  return looked === 'clean' ? { ok: true, type, bytes: bare } : { ok: false, why: looked };
}
