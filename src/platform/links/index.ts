/** Looks whether an address of the web still leads somewhere. It asks public addresses alone, briefly, and reads little. */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isPublicAddress } from './public-address.ts';

export { isPublicAddress } from './public-address.ts';

/** What was found at an address. `text` is the beginning of a page; empty for a file of another type. */
export type Found =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | { readonly ok: false; readonly status: number | null; readonly fault: string };

export interface Looking {
  /** Which numeric addresses and ports may be asked. Public ones at the usual ports; a test allows its own. */
  readonly mayAsk?: (address: string, port: number) => boolean;
  /** How long one try may take, and how long to wait before the next, in ms. */
  readonly longestMs?: number;
  readonly waitMs?: number;
}

const LONGEST_MS = 10_000;
const WAIT_MS = 1_000;
const TRIES = 3;
const MOST_BYTES = 400_000;
const MOST_REDIRECTS = 5;

const usual = (address: string, port: number): boolean => isPublicAddress(address) && (port === 80 || port === 443);

/** Whether a text is an address this module would ask: http or https, no name and password in it, 1,000 letters at most. */
export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && text.length <= 1000 && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '' && url.hostname !== '';
}

/** Looks at an address, three times at most where the fault may pass. Never throws. */
export async function lookAt(address: string, looking: Looking = {}): Promise<Found> {
  for (let tries = 1; ; tries++) {
    const found = await follow(address, looking);
    const mayPass = !found.ok && (found.status === null || found.status === 429 || found.status >= 500);
    if (!mayPass || tries === TRIES) return found;
    await wait((looking.waitMs ?? WAIT_MS) * tries);
  }
}

/** One try, with its redirects. */
async function follow(address: string, looking: Looking): Promise<Found> {
  const signal = AbortSignal.timeout(looking.longestMs ?? LONGEST_MS);
  let next = address;
  try {
    for (let leaps = 0; leaps <= MOST_REDIRECTS; leaps++) {
      if (!isWebAddress(next)) return { ok: false, status: null, fault: 'It is not an address of the web.' };
      const answer = await ask(new URL(next), { ...looking, signal });
      if (answer.status >= 300 && answer.status < 400 && answer.location) {
        next = URL.canParse(answer.location, next) ? new URL(answer.location, next).href : answer.location;
        continue;
      }
      return answer.status >= 200 && answer.status < 300 ? { ok: true, status: answer.status, text: answer.text } : { ok: false, status: answer.status, fault: `The address answered with status ${answer.status}.` };
    }
    return { ok: false, status: null, fault: 'It leads on from one address to another without an end.' };
  } catch (error) {
    return { ok: false, status: null, fault: faultWords(error as NodeJS.ErrnoException) };
  }
}

interface Answer { readonly status: number; readonly location: string | undefined; readonly text: string }

const CLOSED = 'NOT_PUBLIC';

function faultWords(error: NodeJS.ErrnoException): string {
  if (error.code === CLOSED) return 'It does not lead to a public address.';
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'No server has this name.';
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error.code === 'ABORT_ERR') return 'It did not answer in time.';
  return /CERT|SSL|TLS/.test(error.code ?? '') ? 'Its certificate is not in order.' : 'It could not be reached.';
}

const notPublic = (): Error => Object.assign(new Error('not a public address'), { code: CLOSED });

function ask(url: URL, how: Looking & { signal: AbortSignal }): Promise<Answer> {
  const mayAsk = how.mayAsk ?? usual;
  const secure = url.protocol === 'https:';
  const port = Number(url.port) || (secure ? 443 : 80);
  const literal = url.hostname.replaceAll(/^\[|\]$/g, '');
  // Why here: a numeric address is connected to without being looked up.
  if (isIP(literal) && !mayAsk(literal, port)) return Promise.reject(notPublic());
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, {
      agent: false, signal: how.signal, lookup: guarded(address => mayAsk(address, port)),
      headers: { 'user-agent': 'Countersign link check', accept: 'text/html, application/pdf, */*', 'accept-encoding': 'identity', connection: 'close' },
    }, response => {
      const { statusCode = 0, headers } = response;
      const done = (text: string) => { resolve({ status: statusCode, location: headers.location, text }); request.destroy(); };
      if (!/^text\/html\b/i.test(headers['content-type'] ?? '') || statusCode !== 200) return done('');
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if ((size += chunk.length) >= MOST_BYTES) done(Buffer.concat(chunks).toString('utf8'));
      });
      response.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end();
  });
}

/** Looks a name up and gives its addresses only when every one may be asked: what was checked is what is connected to. */
function guarded(mayAsk: (address: string) => boolean): LookupFunction {
  return (name, options, back) => {
    dns.lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return back(error, '', 0);
      if (found.length === 0 || found.some(({ address }) => !mayAsk(address))) return back(notPublic() as NodeJS.ErrnoException, '', 0);
      if (options.all) back(null, found as never, 0);
      else back(null, found[0]!.address, found[0]!.family);
    });
  };
}
