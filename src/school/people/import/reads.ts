/** What the pages of imports and the exports ask for. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { namesOf } from '../store.ts';
import { writeOneRoster } from './one-roster/write.ts';
import * as store from './store.ts';
import type { Import, Known } from './words.ts';

export { findImport, planRows, previewOf, rememberedHeadings } from './store.ts';

/** Imports with the name of who sent each. */
export async function importsView(tx: Tx, limit: number): Promise<(Import & { by: string })[]> {
  const imports = await store.listImports(tx, limit);
  const names = await namesOf(tx, imports.map(one => one.madeBy));
  return imports.map(one => ({ ...one, by: names.get(one.madeBy) ?? '' }));
}

const isHere = (one: Known, today: string): boolean => one.joinedOn <= today && (one.leftOn === null || one.leftOn >= today);

/** Everybody here, keyed by the other system's number where there is one and by our own where there is none. */
async function hereWithKeys(tx: Tx, of: { source: 'one-roster' | 'spreadsheet'; today: string }): Promise<(Known & { key: string })[]> {
  const people = await store.everybody(tx, of);
  return people.filter(one => isHere(one, of.today)).map(one => ({ ...one, key: one.key ?? one.id })).sort((a, b) => a.familyName.localeCompare(b.familyName) || a.givenName.localeCompare(b.givenName) || a.id.localeCompare(b.id));
}

/** Family ties by the keys of both, of people who are here. */
async function tiesByKey(tx: Tx, people: readonly { id: string; key: string }[]): Promise<{ child: string; parent: string; relation: string; mayAgree: boolean }[]> {
  const keys = new Map(people.map(one => [one.id, one.key]));
  return (await store.tiesToWrite(tx)).flatMap(tie => (keys.has(tie.child) && keys.has(tie.parent) ? [{ ...tie, child: keys.get(tie.child)!, parent: keys.get(tie.parent)! }] : []));
}

/** The school's people as a OneRoster 1.2 zip. Families only for those who may see them. */
export async function oneRosterOf(tx: Tx, of: { school: { id: string; name: string }; today: string; families: boolean }): Promise<Uint8Array> {
  const people = await hereWithKeys(tx, { source: 'one-roster', today: of.today });
  return writeOneRoster({ people, ties: of.families ? await tiesByKey(tx, people) : [], school: of.school, today: of.today });
}

/** The school's people as the rows of a spreadsheet that an import reads again. */
export async function sheetRowsOf(tx: Tx, of: { today: string; families: boolean; vocabulary: Vocabulary }): Promise<(string | null)[][]> {
  const people = await hereWithKeys(tx, { source: 'spreadsheet', today: of.today });
  const ties = of.families ? await tiesByKey(tx, people) : [];
  const children = new Map<string, string[]>(), relations = new Map<string, string>();
  for (const tie of ties) {
    children.set(tie.parent, [...(children.get(tie.parent) ?? []), tie.child]);
    // Why: whoever reads the file must not take somebody for one who may agree. A relative may not, until it is noted.
    relations.set(tie.parent, tie.mayAgree && relations.get(tie.parent) !== 'Relative' ? tie.relation : 'Relative');
  }
  const title = (kind: string): string => of.vocabulary.kinds.get(kind)?.title ?? kind;
  return [['number', 'given name', 'family name', 'e-mail', 'is', 'year group', 'class', 'first day', 'last day', 'children', 'relation'], ...people.map(one => [
    one.key, one.givenName, one.familyName, one.email, one.kinds.map(title).join('; '), one.yearGroup, one.class, one.joinedOn, one.leftOn, (children.get(one.key) ?? []).join('; '), relations.get(one.key) ?? null,
  ])];
}
