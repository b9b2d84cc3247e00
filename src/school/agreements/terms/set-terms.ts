/** Setting the terms of a school. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { markStale } from '../asks/store.ts';
import type { Term } from '../calendar.ts';
import { nextYearOf } from './decisions.ts';
import { MOST_TERMS } from './forms.ts';
import { listNamedTerms, replaceTerms } from './store.ts';

/** Sets all the terms that are known, as a school's sheet or an import gives them; due dates are worked out again where they changed. */
export async function setTerms(tx: Tx, school: string, terms: readonly (Term & { readonly name: string })[]): Promise<void> {
  if (await replaceTerms(tx, school, terms)) await markStale(tx);
}

/** Copies the last school year that is known into the one after it. Returns how many terms were added. */
export async function addNextYear(tx: Tx, doing: { school: string; by: string; at: Date }): Promise<number> {
  const terms = await listNamedTerms(tx);
  const more = nextYearOf(terms).slice(0, Math.max(0, MOST_TERMS - terms.length));
  if (more.length === 0) return 0;
  await setTerms(tx, doing.school, [...terms, ...more]);
  await write(tx, { ...doing, deed: 'set-terms', words: { terms: more.map(term => `${term.name}: ${term.from} to ${term.to}`).join('; ') } });
  return more.length;
}
