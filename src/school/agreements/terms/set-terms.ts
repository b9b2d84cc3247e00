/** Setting the terms of a school. */
import type { Tx } from '../../../platform/database/index.ts';
import { markStale } from '../asks/store.ts';
import type { Term } from '../calendar.ts';
import { replaceTerms } from './store.ts';

/** Sets all the terms that are known, as a school's sheet or an import gives them; due dates are worked out again where they changed. */
export async function setTerms(tx: Tx, school: string, terms: readonly (Term & { readonly name: string })[]): Promise<void> {
  if (await replaceTerms(tx, school, terms)) await markStale(tx);
}
