/** The words of the web: who reads, what they asked for, what they get back. */
import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import type { Database, School, Tx } from '../database/index.ts';

/** The school in whose pages we are. */
export type { School };


/** The person reading. Signed out: `person` is null and both lists are empty. */
export interface Reader {
  readonly person: string | null;
  readonly name: string;
  /** Kinds with every wider kind: a teacher is also staff. */
  readonly kinds: readonly string[];
  /** Offices held today, cover included. */
  readonly offices: readonly string[];
  /** True for a persona of the demonstration. */
  readonly persona: boolean;
  /** Other schools of the trust at which this person is too. */
  readonly elsewhere?: readonly { readonly slug: string; readonly name: string }[];
  /** The session's own id, for sign-out. */
  readonly session: string | null;
  /** The language they chose to read in, where they chose one. */
  readonly language?: string | undefined;
  /** Set while the reader has still to show a second factor: the page on which they do. Little else is open till then. */
  readonly halfWay?: string;
}

export const NOBODY: Reader = { person: null, name: '', kinds: [], offices: [], persona: false, session: null };

/** The readers a route admits. There is no empty list: everyone must be spelt out. */
export type Who =
  | { readonly admits: 'everyone' }
  | { readonly admits: 'signed-in' }
  | { readonly admits: 'some'; readonly kinds: readonly string[]; readonly offices: readonly string[] };

/** A file that came with a form. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file laid down in a folder of its own while the request lasts: one that is too large for memory. */
export interface Spooled {
  readonly name: string;
  /** Where it lies. */
  readonly file: string;
  readonly size: number;
}

/** What a handler is given. `form` is what the route's form read from the body. */
export interface Asked<Form = unknown> {
  readonly reader: Reader;
  /** Set on every route whose path begins with `/:school`. */
  readonly school: School;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Path and query as asked for. */
  readonly url: string;
  /** Scheme, host and port: `http://localhost:4000`. */
  readonly origin: string;
  /** The page of ours from which this was sent, path and query; the first page where the browser does not say. */
  readonly cameFrom: string;
  readonly form: Form;
  /** The file of a route that takes one; absent when none was chosen. */
  readonly upload?: Upload;
  /** The files of a route that takes several. */
  readonly spooled?: readonly Spooled[];
  readonly now: Date;
  /** Today in the school's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly db: Database;
  /** The address the request came from, for rate limits and the session list. */
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** A read-only transaction that sees this school alone. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same, read once and shared with all who ask by the same key until the school changes: the key says everything the answer depends on. Treat what comes back as read-only. */
  readonly remembered: <T>(ask: { readonly key: string; readonly work: (tx: Tx) => Promise<T> }) => Promise<T>;
  /** One transaction in this school: the change, its logbook line and its announcement. */
  readonly change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** A page: the layout draws everything round `body`. */
export interface Page {
  readonly kind: 'page';
  readonly title: string;
  readonly body: VNode;
  readonly status: number;
  /** `kid` uses the large, warm page for the youngest; `wide` drops the reading measure; `kiosk` leaves out everything that leads elsewhere. */
  readonly look?: 'plain' | 'kid' | 'wide' | 'kiosk';
  /** Links back up: [label, href]. */
  readonly trail?: readonly (readonly [string, string])[];
  /** Leave the question box out, where the page is the question box. */
  readonly withoutBox?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Cookie {
  readonly name: string;
  /** null clears it. */
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

export type Reply =
  | Page
  | { readonly kind: 'redirect'; readonly to: string; /** To another site, at an address that we made ourselves. */ readonly away?: true; readonly notice?: string; readonly cookies?: readonly Cookie[] }
  | { readonly kind: 'file'; readonly type: string; readonly name?: string; /** A stream goes out as it comes. */ readonly body: string | Uint8Array | Readable; readonly cacheSeconds?: number }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly cookies?: readonly Cookie[] }
  | { readonly kind: 'not-found' };

/** What a form makes of a body: a value, or the sentences to put beside its fields. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors; readonly raw: Body };
/** Field name → sentence saying what to do. */
export type FieldErrors = Readonly<Record<string, string>>;
export type Body = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Fastify path: `/:school/policies/:policy`. */
  readonly path: string;
  readonly who: Who;
  readonly handle: (asked: Asked<Body>) => Promise<Reply>;
  /** Whether it is open to a reader who is half-way in. Left out: what admits everyone is, and nothing else. */
  readonly halfWay?: boolean;
  /** At most this many a minute: of one reader who has signed in; of one address where everyone is admitted, and then it must be enough for a class. */
  readonly perMinute?: number;
  /** The largest body in bytes; default 256 KiB. */
  readonly bodyLimit?: number;
  /** Takes a form with one file of at most so many bytes (multipart/form-data); or with so many `files`, which are laid down and not read into memory. */
  readonly upload?: { readonly most: number; readonly files?: number };
}
