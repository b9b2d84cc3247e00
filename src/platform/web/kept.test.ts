import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import type { Database } from '../database/index.ts';
import { EVERYONE } from './who.ts';
import { buildServer, goTo, page, type Kept, type Page, type Reply, type Route } from './index.ts';

const FORM = 'application/x-www-form-urlencoded';
const BOUNDARY = 'between';

/** A form with files, as a browser sends it. */
const parts = (fields: Record<string, string>, files: Record<string, string> = {}): string => [
  ...Object.entries(fields).map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  ...Object.entries(files).map(([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`),
  `--${BOUNDARY}--\r\n`,
].join('');

describe('what was sent and came to nothing', () => {
  let server: FastifyInstance;
  let done = 0;
  const post = (path: string, handle: () => Promise<Reply>, more: Partial<Route> = {}): Route => ({ method: 'POST', path, who: EVERYONE, handle, ...more });
  const broken = (more: object = {}) => () => Promise.reject(Object.assign(new Error('the database is away'), more));
  const counted = async () => goTo(`/done/${++done}`);
  const said = (page: Page): { kept?: Kept } => JSON.parse(page.title) as { kept?: Kept };
  before(async () => {
    server = await buildServer({
      db: {} as Database, now: () => new Date('2026-11-23T10:00:00Z'), assetsFolder: import.meta.dirname, secureCookies: false, logErrors: () => {},
      schoolBySlug: slug => (slug === 'gone' ? Promise.reject(new Error('the database is away')) : Promise.resolve(null)),
      readerOf: () => Promise.reject(new Error('nobody asks')),
      draw: drawn => drawn.title, oops: (status, more) => page(JSON.stringify(more ?? {}), h('p', {}), { status }),
      routes: [
        post('/note', broken()), post('/perhaps', broken({ perhapsSaved: true })), post('/twice', counted, { perMinute: 1 }), post('/file', counted, { upload: { most: 100 } }), post('/files', counted, { upload: { most: 100, files: 2 } }),
        post('/:school/file', counted, { upload: { most: 100 } }), post('/lost-file', broken(), { upload: { most: 100 } }),
      ],
    });
  });
  after(() => server.close());

  const send = async (url: string, fields: Record<string, string>, files?: Record<string, string>) => {
    const sent = files ? { payload: parts(fields, files), headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } } : { payload: new URLSearchParams(fields).toString(), headers: { 'content-type': FORM } };
    const { statusCode, headers, body } = await server.inject({ method: 'POST', url, ...sent });
    return { status: statusCode, to: headers.location, kept: statusCode >= 400 ? said({ title: body } as Page).kept : undefined };
  };

  test('a form comes back with every field, its words apart, and where it was sent', async () => {
    const { status, kept } = await send('/note?from=here', { danger: 'no', text: 'He showed me\n“it” 😀', 'form-key': 'k' });
    equal(status, 500);
    deepEqual(kept, { to: '/note?from=here', fields: [['danger', 'no'], ['text', 'He showed me\n“it” 😀']], words: ['He showed me\n“it” 😀'], withFile: false, perhapsSaved: false });
    equal((await send('/perhaps', { text: 'He showed me' })).kept?.perhapsSaved, true);
  });

  test('a password comes back to nobody, nor do the pictures of a card, of which the next child would be signed in', async () => {
    equal((await send('/note', { name: 'Marian Oyelaran', password: 'three random words' })).kept, null);
    equal((await send('/note', { secret: 'sun.boat', picture: 'tree' })).kept, null);
  });

  test('the code with which somebody unknown comes back goes along and is not shown', async () => {
    const { kept } = await send('/note', { code: 'apple badger candle daisy', words: 'It was on Monday' });
    deepEqual([kept?.words, kept?.fields.length], [['It was on Monday'], 2]);
  });

  test('who is too quick gets the words back too', async () => {
    deepEqual([(await send('/twice', { text: 'One thing' })).status, (await send('/twice', { text: 'And another' })).status], [303, 429]);
    deepEqual((await send('/twice', { text: 'And another' })).kept?.words, ['And another']);
  });

  test('of a form with a file the words come back, whether it broke before the file was read, after it, or because of it', async () => {
    for (const [url, text] of [['/gone/file', 'x'], ['/lost-file', 'x'], ['/file', 'x'.repeat(101)], ['/files', 'x'.repeat(101)]] as const) {
      const { kept } = await send(url, { text: 'It is in the picture' }, { 'a.txt': text });
      deepEqual([kept?.words, kept?.withFile], [['It is in the picture'], true], url);
    }
  });

  for (const url of ['/file', '/files']) {
    test(`the same form with the same file is done once, and with another file again: ${url}`, async () => {
      const fields = { text: 'It is in the picture', 'form-key': `key of ${url}` };
      const first = await Promise.all([send(url, fields, { 'a.txt': 'one' }), send(url, fields, { 'a.txt': 'one' })]);
      equal(first[0].to, first[1].to);
      for (const other of [{ 'a.txt': 'two' }, { 'b.txt': 'two' }, {}] as Record<string, string>[]) {
        const before = done;
        await send(url, fields, other);
        equal(done, before + 1);
      }
    });
  }

});
