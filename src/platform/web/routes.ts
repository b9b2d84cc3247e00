/** The small words a feature's routes.ts is written in. */
import type { VNode } from 'preact';
import type { z } from 'zod';
import { sayKnown } from '../languages/index.ts';
import type { Asked, Body, Page, Read, Reply, Route, Who } from './words.ts';

interface GetSpec {
  readonly who: Who;
  readonly page: (asked: Asked<Body>) => Promise<Reply>;
  readonly perMinute?: number;
  readonly halfWay?: boolean;
}

interface PostSpec<T> {
  readonly who: Who;
  readonly form: Form<T>;
  /** Does the deed and says where to go next. */
  readonly deed: (asked: Asked<T>) => Promise<Reply>;
  /** Draws the page again with the sentences beside its fields. */
  readonly again: (asked: Asked<Body>, read: Extract<Read<T>, { ok: false }>) => Promise<Reply>;
  readonly perMinute?: number;
  readonly bodyLimit?: number;
  readonly halfWay?: boolean;
  readonly upload?: Route['upload'];
}

/** A page to read. */
export const get = (path: string, spec: GetSpec): Route => ({
  method: 'GET', path, who: spec.who, handle: spec.page, ...(spec.perMinute ? { perMinute: spec.perMinute } : {}), ...(spec.halfWay === undefined ? {} : { halfWay: spec.halfWay }),
});

/** A form to send: read it, do the deed, or show it again with what to mend. */
export const post = <T>(path: string, spec: PostSpec<T>): Route => ({
  method: 'POST', path, who: spec.who,
  handle: async asked => {
    const read = spec.form.read(asked.form);
    return read.ok ? spec.deed({ ...asked, form: read.value }) : spec.again(asked, read);
  },
  ...(spec.perMinute ? { perMinute: spec.perMinute } : {}), ...(spec.bodyLimit ? { bodyLimit: spec.bodyLimit } : {}), ...(spec.halfWay === undefined ? {} : { halfWay: spec.halfWay }), ...(spec.upload ? { upload: spec.upload } : {}),
});

/** A form: reads a body once, at the edge. */
export interface Form<T> {
  readonly read: (body: Body) => Read<T>;
}

/** A form from a zod schema of fields; each field's own message is the sentence shown, in the reader's language. Text is trimmed. */
export function formOf<S extends z.ZodType>(schema: S): Form<z.infer<S>> {
  return {
    read: body => {
      const tidy = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]));
      const parsed = schema.safeParse(tidy);
      if (parsed.success) return { ok: true, value: parsed.data };
      const errors: Record<string, string> = {};
      for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= sayKnown(issue.message);
      return { ok: false, errors, raw: body };
    },
  };
}

/** A page with its title. */
export const page = (title: string, body: VNode, more: Partial<Omit<Page, 'kind' | 'title' | 'body'>> = {}): Page => ({
  kind: 'page', title, body, status: 200, ...more,
});

/** Go there next, with a sentence that says what was done. */
export const goTo = (to: string, notice?: string): Reply => ({ kind: 'redirect', to, ...(notice ? { notice } : {}) });

/** Hidden and absent look alike. */
export const NOT_FOUND: Reply = { kind: 'not-found' };

type CsvRows = readonly (readonly (string | number | null)[])[];

/** A comma-separated file that spreadsheets open safely: text that could run as a formula is quoted with an apostrophe. */
export const csv = (name: string, rows: CsvRows): Reply => ({ kind: 'file', type: CSV, name, body: csvText(rows) });

export const CSV = 'text/csv; charset=utf-8';

/** The text of such a file. */
export function csvText(rows: CsvRows): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return '\uFEFF' + rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
