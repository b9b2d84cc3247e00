/** Working a case for a test, through its pages. */
import { equal } from 'node:assert/strict';
import type { Client } from './school.ts';

/** Somebody at the page of a concern: writes things down there, and reads what is missing. */
export function caseOf(client: Client, here: string) {
  /** Sends a form of the case; it is taken in, and leads back to the case. */
  const send = async (path: string, form: Readonly<Record<string, string | readonly string[]>> = {}): Promise<void> => {
    const answer = await client.post(`${here}/${path}`, form);
    equal(answer.status, 303, `${path}: ${errorsIn(answer.html)}`);
  };
  /** What is said of each line of the list of what must be there: `missing` or `there`. */
  const list = async (): Promise<ReadonlyMap<string, string>> => {
    const { html } = await client.get(here);
    const lines = /<ul class="checklist">(.*?)<\/ul>/s.exec(html)?.[1]?.split('</li>') ?? [];
    return new Map(lines.flatMap(line => { const words = wordsOf(line); const found = /^(missing|there) (.*)$/.exec(words); return found ? [[found[2]!, found[1]!] as const] : []; }));
  };
  const missing = async (): Promise<string[]> => [...await list()].filter(([, state]) => state === 'missing').map(([words]) => words);
  /** The id of the newest step whose line holds these words. */
  const stepWith = async (words: string): Promise<string> => {
    const { html } = await client.get(here);
    const lines = html.split('<li>').filter(line => line.includes('/steps/') && wordsOf(line).includes(words));
    return /\/steps\/([0-9a-f-]{36})/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  };
  return { send, list, missing, stepWith, page: () => client.get(here) };
}

/** The words of a piece of a page. */
export const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&#39;|&rsquo;/g, '’').replace(/\s+/g, ' ').trim();
const errorsIn = (html: string): string => wordsOf(/govuk-error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? '');
