import { createHash, randomBytes } from 'node:crypto';

/**
 * A new row id: UUID version 7, so ids sort by the moment they were made (RFC 9562, section 5.7).
 * @param at milliseconds since 1970, given by tests that need a fixed order
 */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether a text is a UUID in its usual spelling; anything else from an address is a 404, not a database error. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** An unguessable token for a link or a cookie: 32 random bytes, 43 characters safe in an address. Keep only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');
