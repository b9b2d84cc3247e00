/** What the pages of declarations are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { ClauseId, Rulebook } from '../../../rulebook/index.ts';
import { fullName, listPeople, namesOf } from '../../people/index.ts';
import { cite, clauseHref } from '../../policies/index.ts';
import { standingOf } from './decisions.ts';
import { countDeclarations, findDeclaration, listDeclarations, type SeenAsk } from './store.ts';
import type { Declaration, Standing } from './words.ts';

export { exportDeclarations, findDeclaration, waitingOf } from './store.ts';

export interface DeclarationRow extends Declaration { readonly name: string; readonly standing: Standing }

const MOST_NAMED = 200;

/** A part of the declarations that somebody may see. */
export async function seenDeclarations(tx: Tx, ask: Omit<SeenAsk, 'named'> & { readonly by: 'gone-by' | 'declared'; readonly descending: boolean; readonly limit: number; readonly offset: number }): Promise<{ rows: DeclarationRow[]; total: number }> {
  const named = ask.search === '' || ask.owners === null ? [] : (await listPeople(tx, { day: ask.today, search: ask.search, left: true, limit: MOST_NAMED })).map(one => one.id);
  const [found, total] = [await listDeclarations(tx, { ...ask, named }), await countDeclarations(tx, { ...ask, named })];
  const names = await namesOf(tx, [...new Set(found.flatMap(one => one.person ?? []))]);
  return { total, rows: found.map(one => ({ ...one, name: one.person === null ? '' : names.get(one.person) ?? '', standing: standingOf(one, ask.today) })) };
}

/** One of them, where this reader may see it. */
export async function seenDeclaration(tx: Tx, of: { readonly id: string; readonly me: string; readonly owners: SeenAsk['owners']; readonly today: string }): Promise<DeclarationRow | null> {
  const found = await findDeclaration(tx, of.id);
  if (!found || (found.person !== of.me && of.owners !== 'all' && !found.owners.some(office => of.owners?.includes(office)))) return null;
  const [person] = found.person === null ? [] : await listPeople(tx, { day: of.today, ids: [found.person], left: true, limit: 1 });
  return { ...found, name: person ? fullName(person) : '', standing: standingOf(found, of.today) };
}

export interface Cited { readonly cite: string; readonly href: string; readonly words: string }

/** Clauses as a page quotes them. */
export const quoted = (rulebook: Rulebook, ids: readonly string[]): Cited[] => ids.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id as ClauseId)?.text ?? '' }));
