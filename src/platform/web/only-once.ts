/**
 * The same form sent twice is done once: two presses where the browser runs no script, or a second try because the first
 * answer was lost on the way. Each page gives its forms a key; who sends the same words and files with the same key again is
 * answered as the first time, as long as they have done nothing else since: what was undone meanwhile is done anew. Kept in
 * memory: after a restart a form of before is simply done.
 */
import { newId, sha256 } from '../ids.ts';
import type { Body, Reply } from './words.ts';

const FIELD = 'form-key';
/** For so long a second sending is the same deed. Later it is meant. */
const MINUTES = 10;
const MOST_KEPT = 2_000;

/** A form that changes something: its whole opening tag. */
const OPENING = /<form(?: [\w-]+(?:="[^"]*")?)*? method="post"(?: [\w-]+(?:="[^"]*")?)*>/g;

/** The page with a key in each form of its body that changes something; what stands round every page (signing out, the language) does no harm twice. */
export function withKeys(html: string): string {
  const [from, to] = [html.indexOf('<main'), html.lastIndexOf('</main>')];
  if (from < 0) return html;
  const field = `<input type="hidden" name="${FIELD}" value="${newId().replaceAll('-', '')}"/>`;
  return html.slice(0, from) + html.slice(from, to).replaceAll(OPENING, opening => opening + field) + html.slice(to);
}

/** What was sent without the key, and the key; null where there is none, as from a program. */
export function keyOf(sent: Body): { readonly form: Body; readonly key: string | null } {
  const { [FIELD]: key, ...form } = sent;
  return { form, key: typeof key === 'string' && key !== '' ? key : null };
}

/** Who sends what, and where. */
export interface Sending {
  readonly key: string | null;
  readonly person: string | null;
  readonly url: string;
  readonly form: Body;
  /** What each file was called and what was in it (SHA-256). */
  readonly files: readonly string[];
  readonly now: Date;
}

/** A memory of what each person did last. Its function does `work`, or gives the answer of the first time. */
export function onlyOnce(): (sending: Sending, work: () => Promise<Reply>) => Promise<Reply> {
  const kept = new Map<string, { readonly deed: string; readonly at: number; readonly answer: Promise<Reply> }>();
  return async ({ key, person, url, form, files, now }, work) => {
    if (key === null) return work();
    const who = person ?? key;
    const deed = sha256(JSON.stringify([key, url, form, files]));
    const last = kept.get(who);
    if (last?.deed === deed && now.getTime() - last.at < MINUTES * 60_000) return last.answer;
    const first = { deed, at: now.getTime(), answer: work() };
    kept.delete(who);
    kept.set(who, first);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    const forget = (): void => { if (kept.get(who) === first) kept.delete(who); };
    // Why only these: what was not done may be tried again, and who signs in or out gets no cookie of before.
    return first.answer.then(reply => { if (reply.kind !== 'redirect' || reply.cookies) forget(); return reply; }, error => { forget(); throw error; });
  };
}
