/** What somebody sent and what could not be done is handed back to them, so that they lose no words. Nothing of it stays here. */
import type { FastifyRequest } from 'fastify';
import { keyOf } from './only-once.ts';
import { plain } from './plain.ts';
import type { Body } from './words.ts';

/** A form that came to nothing. */
export interface Kept {
  /** Where it was sent, path and query. */
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What they wrote, as against what they chose, for the page to show. */
  readonly words: readonly string[];
  /** Whether a file came with it; a page can hand back none. */
  readonly withFile: boolean;
  /** The connection was lost at the very moment of saving: it may be saved all the same. */
  readonly perhapsSaved: boolean;
}

/** Fields that go back to nobody. */
const SECRET = /password|secret/;
/** A field that goes back as it came and is not shown: with the code whoever looks on could read what was told. */
const UNSEEN = 'code';

const read = new WeakMap<FastifyRequest, Body>();

/** Notes the fields of a form with files as they come: such a form is read once only. */
export const noteFields = (request: FastifyRequest, form: Body): void => { read.set(request, form); };

export const wasRead = (request: FastifyRequest): boolean => read.has(request);

/** What was sent with this request; null where nothing was, or where a password was among it. */
export function keptOf(request: FastifyRequest, fault?: unknown): Kept | null {
  const withFile = request.isMultipart();
  const sent = withFile ? read.get(request) : isForm(request) ? request.body as Body | undefined : undefined;
  if (!sent || request.method !== 'POST') return null;
  const fields = Object.entries(plain(keyOf(sent).form)).flatMap(([name, value]) => [value ?? []].flat().map(one => [name, String(one)] as const));
  if (fields.length === 0 || fields.some(([name]) => SECRET.test(name))) return null;
  const words = fields.filter(([name]) => name !== UNSEEN).map(([, value]) => value.trim()).filter(value => /\s/.test(value));
  return { to: request.url.replace(/^\/+/, '/'), fields, words, withFile, perhapsSaved: (fault as { perhapsSaved?: boolean } | undefined)?.perhapsSaved === true };
}

const isForm = (request: FastifyRequest): boolean => /^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '');
