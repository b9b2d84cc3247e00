/** The words of signing in. A person is an id here, nothing more. */

export interface Session {
  readonly id: string;
  readonly person: string;
  readonly persona: boolean;
  /** A passkey, or the school's provider, has shown more than a password. */
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
}

export interface Passkey {
  readonly credentialId: string;
  readonly person: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What somebody showed when they signed in; a persona of the demonstration shows nothing. */
export type Shown = 'one-factor' | 'second-factor' | 'persona';

/** The name of the session cookie. */
export const SESSION_COOKIE = 'session';

/** A session ends after this long without use, and at the latest after the second figure. */
export const IDLE_MS = 8 * 3_600_000;
export const LONGEST_MS = 14 * 24 * 3_600_000;

/** At most this many wrong passwords for one name in five minutes (DfE cyber security standard: ten guesses). */
export const GUESSES = 10;
export const GUESS_WINDOW_MS = 5 * 60_000;

/** A link that sets a password works once, for this long. */
export const LINK_MS = 3 * 24 * 3_600_000;
