/** The web server: fastify underneath, our routes on top. Nothing here knows what a school does. */
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { inSchool, readRemembered, readSchool } from '../database/index.ts';
import { dayOf } from '../days.ts';
import { askedFor, inLanguage, isLanguage } from '../languages/index.ts';
import { crossSite } from './cross-site.ts';
import { keptOf } from './kept.ts';
import { keyOf, onlyOnce } from './only-once.ts';
import { plain, readable } from './plain.ts';
import { admits, assertWho } from './who.ts';
import { NO_SCHOOL, originOf, send, type Exchange, type ServerParts, type Whereabouts } from './send.ts';
import { readFields, readMultipart, type Sent } from './upload.ts';
import { NOBODY, type Asked, type Body, type Reader, type Reply, type Route, type School } from './words.ts';

const doOnce = onlyOnce();

/** Whoever has not sent all of a request by then is let go (its headers: within a minute, which is Node's own figure): long enough for a pile of scans over a slow line. */
const LONGEST_REQUEST_MS = 600_000;

/** Builds the server; the caller listens and closes. Throws when a route names no readers. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({ requestTimeout: LONGEST_REQUEST_MS, trustProxy: 'loopback', bodyLimit: 262_144, routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 }, logger: false, rewriteUrl: ({ url = '/' }) => readable(url) });
  await server.register(fastifyHelmet, helmetOptions(parts.secureCookies));
  await server.register(fastifyCookie);
  await server.register(fastifyFormbody, { bodyLimit: 262_144 });
  await server.register(fastifyMultipart, { throwFileSizeLimit: true });
  await server.register(fastifyRateLimit, { global: false, errorResponseBuilder: () => Object.assign(new Error('Too many requests'), { statusCode: 429 }) });
  await server.register(fastifyStatic, { root: parts.assetsFolder, prefix: '/assets/', maxAge: '365d', immutable: true, index: false });

  server.addHook('onRequest', async (request, reply) => {
    if (crossSite(request.method, request.headers)) return send({ parts, request, reply }, parts.oops(403));
  });
  server.setNotFoundHandler((request, reply) => absent(parts, request, reply));
  server.setErrorHandler((error, request, reply) => broken(parts, error, request, reply));
  for (const route of parts.routes) addRoute(server, parts, route);
  return server;
}

/** Strict: nothing inline, nothing from elsewhere. */
function helmetOptions(secure: boolean) {
  const self = ["'self'"];
  return {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'none'"], scriptSrc: self, styleSrc: self, imgSrc: ["'self'", 'data:'], fontSrc: self, connectSrc: self,
      mediaSrc: self, formAction: self, frameAncestors: ["'none'"], baseUri: ["'none'"], manifestSrc: self,
    } },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  };
}

function addRoute(server: FastifyInstance, parts: ServerParts, route: Route): void {
  assertWho(route.who, `${route.method} ${route.path}`);
  server.route({
    method: route.method, url: route.path,
    ...(route.bodyLimit || route.upload ? { bodyLimit: route.bodyLimit ?? route.upload!.most * (route.upload!.files ?? 1) + 65_536 } : {}),
    ...(route.perMinute ? { config: { rateLimit: { hook: 'preHandler' as const, max: route.perMinute, timeWindow: '1 minute', ...(route.who.admits === 'everyone' ? {} : { keyGenerator: oneReader }) } } } : {}),
    handler: (request, reply) => handle(parts, route, request, reply),
  });
}

/** A school stands behind one address: who has signed in is counted by themselves. A made-up session wins nothing, for it is not admitted. */
const oneReader = (request: FastifyRequest): string => `${request.ip} ${(request.cookies['session'] ?? '').slice(0, 100)}`;

async function handle(parts: ServerParts, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const params = request.params as Record<string, string>;
  const inASchool = route.path.startsWith('/:school');
  const school = inASchool ? await parts.schoolBySlug(params['school'] ?? '') : NO_SCHOOL;
  if (!school) return send({ parts, request, reply }, { kind: 'not-found' });
  const now = parts.now();
  const reader = meeting(inASchool ? await parts.readerOf(request.cookies, school, now) : NOBODY);
  if (!admits(route.who, reader) || (reader.halfWay && !isOpenHalfWay(route))) return away({ parts, request, reply }, { school, reader });
  return inLanguage(languageFor(request, reader), () => serve({ parts, request, reply }, route, { school, reader, now }));
}

/** What the reader chose; else what this browser was last read in, or asks for. */
function languageFor(request: FastifyRequest, reader: Reader): string {
  const kept = [reader.language, request.cookies['language']].find(isLanguage);
  return kept ?? askedFor(request.headers['accept-language']);
}

/** An admitted reader's request, in the reader's language. */
async function serve({ parts, request, reply }: Exchange, route: Route, { school, reader, now }: Whereabouts & { now: Date }): Promise<FastifyReply> {
  // Why only now: nobody who is not admitted makes us read a large file.
  const { dispose, files, ...sent }: Sent = request.isMultipart() ? await readMultipart(request, route.upload) : { form: (request.body ?? {}) as Body, files: [] };
  const { form, key } = keyOf(plain(sent.form));
  const asked: Asked<Body> = {
    reader, school, params: plain(request.params as Record<string, string>), query: plain(request.query as Record<string, string>), url: request.url, origin: originOf(request), cameFrom: cameFrom(request, school),
    ...sent, form, now, today: dayOf(now), db: parts.db, address: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300), cookies: request.cookies,
    read: work => readSchool(parts.db, school.id, work), remembered: ask => readRemembered(parts.db, school.id, ask), change: work => inSchool(parts.db, school.id, work),
  };
  try {
    const answer = await doOnce({ key, person: reader.person, url: request.url, form, files, now }, () => route.handle(asked));
    return send({ parts, request, reply }, answer, { school, reader });
  } finally {
    await dispose?.();
  }
}

/** No such address. Below a school it answers as an address does that this reader may not open: hidden and absent look alike. */
async function absent(parts: ServerParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const school = await parts.schoolBySlug(request.url.split(/[/?]/)[1] ?? '');
  if (!school) return inLanguage(languageFor(request, NOBODY), () => send({ parts, request, reply }, parts.oops(404)));
  const reader = meeting(await parts.readerOf(request.cookies, school, parts.now()));
  return away({ parts, request, reply }, { school, reader });
}

const away = (exchange: Exchange, where: Whereabouts): Promise<FastifyReply> =>
  inLanguage(languageFor(exchange.request, where.reader), () => send(exchange, turnedAway(exchange, where), where));

/** Half-way in, a reader holds no office yet: pages open to everyone show what they show to anybody of that kind. */
const meeting = (reader: Reader): Reader => (reader.halfWay ? { ...reader, offices: [] } : reader);

const isOpenHalfWay = (route: Route): boolean => route.halfWay ?? route.who.admits === 'everyone';

/** Signed out or half-way in, a page to read leads to where one signs in (for any path, so nothing is told); otherwise it is simply not there. */
function turnedAway({ parts, request }: Exchange, { school, reader }: Whereabouts): Reply {
  if (reader.halfWay && request.method === 'GET') return { kind: 'redirect', to: reader.halfWay };
  if (reader.person !== null) return { kind: 'not-found' };
  const signIn = `/${school.slug}/sign-in`;
  if (request.method === 'GET') return { kind: 'redirect', to: `${signIn}?next=${encodeURIComponent(request.url)}` };
  // Why: they may have written for longer than their session lasted.
  const kept = keptOf(request);
  return kept && kept.words.length > 0 ? parts.oops(404, { kept, signIn }) : { kind: 'not-found' };
}

/** Where the browser says it was. Only our own pages count. */
function cameFrom(request: FastifyRequest, school: School): string {
  const said = request.headers.referer;
  const there = said && URL.canParse(said) ? new URL(said) : null;
  return there?.host === request.host ? there.pathname.replace(/^\/+/, '/') + there.search : `/${school.slug}`;
}

const broken = (parts: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  inLanguage(languageFor(request, NOBODY), () => sayBroken({ parts, request, reply }, error));

async function sayBroken({ parts, request, reply }: Exchange, error: unknown): Promise<FastifyReply> {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 403) return send({ parts, request, reply }, parts.oops(status));
  if (status === 429 || status === 413) return send({ parts, request, reply }, parts.oops(status, { kept: keptOf(request) }));
  if (status >= 400 && status < 500) return send({ parts, request, reply }, parts.oops(404));
  const reference = Math.random().toString(36).slice(2, 8);
  parts.logErrors(error, reference);
  if (request.isMultipart()) await readFields(request);
  return send({ parts, request, reply }, parts.oops(500, { reference, kept: keptOf(request, error) }));
}
