/** What pages and other features ask about policies: the rulebook of today, the documents in force, their history. */
import type { Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import { compile, read, type Policy, type Rulebook, type SchoolSheet, type Vocabulary } from '../../rulebook/index.ts';
import { listHolders } from '../people/index.ts';
import { editionsInForce, findEditions } from './store.ts';
import type { Edition, ReadEdition } from './words.ts';

export { findEdition, listEditions, listMarks, listOpenEditions, openEdition } from './store.ts';

/** A school's rules on a day: what is in force, compiled, with the editions it was compiled from. */
export interface RulesInForce {
  readonly rulebook: Rulebook;
  /** Policy id → the edition in force. */
  readonly editions: ReadonlyMap<string, Edition>;
}

const compiled = new Map<string, { readonly key: string; readonly rules: RulesInForce }>();
const readings = new Map<string, ReadEdition>();
const MOST_READINGS = 500;

/** Reads an edition's document once; approved text never changes, so its reading is kept by its hash. */
export function readEdition(edition: Edition, vocabulary: Vocabulary): ReadEdition {
  const kept = readings.get(edition.id);
  if (kept && kept.edition.textHash === edition.textHash && kept.edition.state === edition.state) return kept;
  const { policy, findings } = read(edition.markdown, `${edition.policy}.md`, vocabulary);
  const reading: ReadEdition = { edition, document: policy, findings };
  if (readings.size >= MOST_READINGS) readings.delete(readings.keys().next().value!);
  readings.set(edition.id, reading);
  return reading;
}

/** The rules of a school on a day. Compiled again only when another edition has come into force or an office changed hands. */
export async function rulesInForce(tx: Tx, ask: { school: School; vocabulary: Vocabulary; today: string }): Promise<RulesInForce> {
  const inForce = await editionsInForce(tx, ask.today);
  const holders = await listHolders(tx, ask.today);
  const key = JSON.stringify([inForce.map(row => row.id), holders.map(holder => [holder.office, holder.person])]);
  const kept = compiled.get(ask.school.id);
  if (kept?.key === key) return kept.rules;
  const editions = await findEditions(tx, inForce.map(row => row.id));
  const offices = Object.fromEntries(holders.map(holder => [holder.office, holder.name]));
  const rules = compileEditions(editions, { school: ask.school, vocabulary: ask.vocabulary, offices });
  compiled.set(ask.school.id, { key, rules });
  return rules;
}

/** Compiles these editions as if they were in force; also used to try a draft out. */
export function compileEditions(editions: readonly Edition[], of: { school: School; vocabulary: Vocabulary; offices: SchoolSheet['offices'] }): RulesInForce {
  const policies: Policy[] = [];
  for (const edition of editions) {
    const { document } = readEdition(edition, of.vocabulary);
    if (document) policies.push(document);
  }
  const { rulebook } = compile({
    pack: of.school.slug, policies: policies.sort((a, b) => (a.id < b.id ? -1 : 1)), coverage: [], vocabulary: of.vocabulary,
    school: { name: of.school.name, offices: of.offices, terms: [] },
  });
  return { rulebook, editions: new Map(editions.map(edition => [edition.policy, edition])) };
}

/** How a clause is cited: "ICT code for staff, 2.4". */
export function cite(rulebook: Rulebook, clauseId: string): string {
  const clause = rulebook.clauses.get(clauseId as never);
  return clause ? `${clause.policy.front.title}, ${clause.number}` : clauseId;
}

/** The address of a clause: `/village-primary/policies/staff-code#install`. */
export function clauseHref(clauseId: string): string {
  const [place = '', clause = ''] = clauseId.split('#');
  const [pack = '', policy = ''] = place.split('/');
  return `/${pack}/policies/${policy}#${clause}`;
}
