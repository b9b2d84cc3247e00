/** An answer on its way out: the page drawn, the way onwards, the file. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/index.ts';
import { dayOf } from '../days.ts';
import { spoken } from '../languages/index.ts';
import type { Kept } from './kept.ts';
import { withKeys } from './only-once.ts';
import { NOBODY, type Asked, type Page, type Reader, type Reply, type Route, type School } from './words.ts';

/** What a page is drawn with. */
export interface Drawing {
  readonly reader: Reader;
  readonly school: School | null;
  readonly url: string;
  readonly origin: string;
  readonly notice: string | null;
  readonly today: string;
}

/** Everything the server is given; it makes none of it. */
export interface ServerParts {
  readonly db: Database;
  readonly routes: readonly Route[];
  readonly now: () => Date;
  /** Draws a whole HTML document. */
  readonly draw: (page: Page, drawing: Drawing) => string;
  /** The page for "not there" and for "something broke": status, a reference to quote, what was sent and came to nothing, and where whoever sent it signs in again. */
  readonly oops: (status: 403 | 404 | 413 | 429 | 500, more?: { readonly reference?: string; readonly kept?: Kept | null; readonly signIn?: string }) => Page;
  readonly schoolBySlug: (slug: string) => Promise<School | null>;
  /** Who this request's cookies sign in, at this school. */
  readonly readerOf: (cookies: Asked['cookies'], school: School, now: Date) => Promise<Reader>;
  readonly assetsFolder: string;
  readonly secureCookies: boolean;
  readonly logErrors: (error: unknown, reference: string) => void;
}

export const NO_SCHOOL: School = { id: '', slug: '', name: '', pack: '' };

/** One request on its way to its answer. */
export interface Exchange {
  readonly parts: ServerParts;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Where we are and who reads; neither where the address belongs to no school. */
export interface Whereabouts {
  readonly school: School;
  readonly reader: Reader;
}

const NOWHERE: Whereabouts = { school: NO_SCHOOL, reader: NOBODY };

/** Sends it, to whoever reads where they are. */
export async function send(exchange: Exchange, answer: Reply, { school, reader }: Whereabouts = NOWHERE): Promise<FastifyReply> {
  const { parts, request, reply } = exchange;
  switch (answer.kind) {
    case 'page': {
      const notice = readNotice(request.cookies['notice']);
      if (notice) reply.clearCookie('notice', { path: '/' });
      for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
      const drawing = { reader, school: school.id ? school : null, url: request.url, origin: originOf(request), notice, today: dayOf(parts.now()) };
      reply.header('cache-control', 'no-store').header('content-language', spoken().code).header('vary', 'Cookie, Accept-Language');
      return reply.code(answer.status).type('text/html; charset=utf-8').send(Buffer.from(withKeys(parts.draw(answer, drawing))));
    }
    case 'redirect':
      setCookies(parts, reply, answer.cookies);
      if (answer.notice) setCookies(parts, reply, [{ name: 'notice', value: Buffer.from(answer.notice).toString('base64url'), maxAgeSeconds: 60 }]);
      return reply.redirect(answer.away || answer.to.startsWith('/') && !answer.to.startsWith('//') ? answer.to : '/', 303);
    case 'file':
      if (answer.name) reply.header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w.-]+/g, '-')}"`);
      reply.header('cache-control', answer.cacheSeconds ? `public, max-age=${answer.cacheSeconds}` : 'no-store');
      return reply.type(answer.type).send(answer.body instanceof Uint8Array ? Buffer.from(answer.body) : answer.body);
    case 'json':
      setCookies(parts, reply, answer.cookies);
      return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
    case 'not-found':
      return send(exchange, parts.oops(404), { school, reader });
  }
}

function setCookies(parts: ServerParts, reply: FastifyReply, cookies: Extract<Reply, { kind: 'redirect' }>['cookies']): void {
  for (const { name, value, maxAgeSeconds } of cookies ?? []) {
    if (value === null) reply.clearCookie(name, { path: '/' });
    else reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.secureCookies, ...(maxAgeSeconds ? { maxAge: maxAgeSeconds } : {}) });
  }
}

function readNotice(cookie: string | undefined): string | null {
  return cookie ? Buffer.from(cookie, 'base64url').toString('utf8').slice(0, 400) : null;
}

/** Scheme, host and port that were asked for. */
export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
