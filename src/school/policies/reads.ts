/** What pages and other features ask about policies: the rulebook of today, the documents in force, their history. */
import { remember, type Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import { compile, dutyHolders, read, STAND_INS, standInKey, withOwnPolicies, withRealOffices, type Policy, type Rulebook, type SchoolSheet, type Vocabulary } from '../../rulebook/index.ts';
import { listHolders, listStandIns, type Holder, type StandInLine } from '../people/index.ts';
import { editionsInForce, findEditions, openEditions, readTrustEditions, trustEditionsInForce } from './store.ts';
import type { Edition, Published, ReadEdition } from './words.ts';

export { findEdition, findEditions, hasPolicy, latestApproved, listComing, listEditions, listMarks, openEdition } from './store.ts';

/** Drafts and proposals of the whole school. */
export const listOpenEditions = (tx: Tx): Promise<readonly Edition[]> => remember(tx, 'open editions', () => openEditions(tx));

/** A school's rules on a day: what is in force, compiled, with the editions it was compiled from. */
export interface RulesInForce {
  readonly rulebook: Rulebook;
  /** Policy id → the edition in force. */
  readonly editions: ReadonlyMap<string, Edition>;
}

/** Whose rules, and on which day. */
export interface RulesAsk {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly today: string;
}

const compiled = new Map<string, RulesInForce>();
const readings = new Map<string, ReadEdition>();
const MOST_RULEBOOKS = 16;
const MOST_READINGS = 200;

/** Keeps `value` as the newest of at most `most`. */
function keep<T>(kept: Map<string, T>, key: string, value: T, most: number): T {
  kept.delete(key);
  if (kept.size >= most) kept.delete(kept.keys().next().value!);
  kept.set(key, value);
  return value;
}

/** Reads an edition's document once; approved text never changes, so its reading is kept by its hash. */
export function readEdition(edition: Edition, vocabulary: Vocabulary): ReadEdition {
  const kept = readings.get(edition.id);
  if (kept && kept.edition.textHash === edition.textHash && kept.edition.state === edition.state) return kept;
  const { policy, findings } = read(edition.markdown, `${edition.policy}.md`, vocabulary);
  return keep(readings, edition.id, { edition, document: policy, findings }, MOST_READINGS);
}

/** The rules of a school on a day. Compiled again only when another edition has come into force or an office changed hands. */
export const rulesInForce = (tx: Tx, ask: RulesAsk): Promise<RulesInForce> => remember(tx, `rules ${ask.today}`, () => lookUpRules(tx, ask));

async function lookUpRules(tx: Tx, ask: RulesAsk): Promise<RulesInForce> {
  const inForce = await editionsInForce(tx, ask.today);
  const ofTrust = await trustEditionsInForce(tx, ask.today);
  const holders = await listHolders(tx, ask.today);
  const standIns = await listStandIns(tx);
  const key = JSON.stringify([ask.school.id, standIns, inForce.map(row => row.id), ofTrust.map(row => row.id), holders.map(holder => [holder.office, holder.person, holder.name])]);
  const kept = compiled.get(key);
  if (kept) return kept;
  const editions = await findEditions(tx, inForce.map(row => row.id));
  const offices = sheetOf(holders, standIns, ask.vocabulary);
  const trust = ofTrust[0] && { slug: ofTrust[0].trust, editions: await readTrustEditions(tx, ask.today) };
  return keep(compiled, key, compileEditions(editions, { school: ask.school, vocabulary: ask.vocabulary, offices, standIns: standInsOf(standIns), ...(trust ? { trust } : {}) }), MOST_RULEBOOKS);
}

/** What single clauses say of their own, as the rulebook takes it. */
const standInsOf = (lines: readonly StandInLine[]): Readonly<Record<string, string>> => Object.fromEntries(lines.filter(line => line.clause !== '').map(line => {
  const [policy = '', clause = ''] = line.clause.split('#');
  return [standInKey(line.standIn, policy, clause), line.office];
}));

/**
 * Office → its first holder's name; "unassigned" and "the school" → the real office that the school has put there, or,
 * where a person was named, an office that the same person holds.
 */
function sheetOf(holders: readonly Holder[], standIns: readonly StandInLine[], vocabulary: Vocabulary): SchoolSheet['offices'] {
  const offices: Record<string, string> = {};
  // Why the first: covers are listed after the holder they stand in for.
  for (const holder of holders) offices[holder.office] ??= holder.name;
  for (const standIn of ['unassigned', 'school']) {
    const said = standIns.find(line => line.standIn === standIn && line.clause === '');
    if (said) offices[standIn] = `office:${said.office}`;
    if (said) continue;
    const person = holders.find(holder => holder.office === standIn)?.person;
    const real = [...vocabulary.offices.keys()].find(office => office !== 'unassigned' && office !== 'school' && holders.some(holder => holder.office === office && holder.person === person));
    if (real) offices[standIn] = `office:${real}`;
  }
  return offices;
}

interface CompileAs {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly offices: SchoolSheet['offices'];
  readonly standIns?: SchoolSheet['standIns'];
  /** The trust this school belongs to: what is in force there binds here too. */
  readonly trust?: { readonly slug: string; readonly editions: readonly Edition[] };
}

/**
 * Compiles these editions as if they were in force; also used to try a draft out. The trust's clauses and rules stand in
 * the rulebook, and its policies do not: those that a school writes, signs and prints are its own.
 */
export function compileEditions(editions: readonly Edition[], of: CompileAs): RulesInForce {
  const documentsOf = (some: readonly Edition[]): Policy[] =>
    some.flatMap(edition => readEdition(edition, of.vocabulary).document ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { rulebook } = compile({
    pack: of.school.slug, policies: documentsOf(editions), coverage: [], vocabulary: of.vocabulary,
    school: { name: of.school.name, offices: of.offices, standIns: of.standIns ?? {}, terms: [] },
    ...(of.trust ? { trust: { pack: of.trust.slug, policies: documentsOf(of.trust.editions), coverage: [] } } : {}),
  });
  return { rulebook: withOwnPolicies(rulebook), editions: new Map(editions.map(edition => [edition.policy, edition])) };
}

/** The policies in force on a day, by title. `publicOnly` for readers who are not signed in. */
export async function publishedPolicies(tx: Tx, ask: RulesAsk & { publicOnly?: boolean }): Promise<Published[]> {
  const { rulebook, editions } = await rulesInForce(tx, ask);
  return realOffices(rulebook).filter(document => !ask.publicOnly || document.front.public)
    .flatMap(document => { const edition = editions.get(document.id); return edition ? [{ edition, document }] : []; })
    .sort((a, b) => a.document.front.title.localeCompare(b.document.front.title, 'en-GB'));
}

const asRead = new WeakMap<Rulebook, readonly Policy[]>();

/** The policies of a rulebook as people read them: real offices where the text names nobody. Worked out once a rulebook. */
function realOffices(rulebook: Rulebook): readonly Policy[] {
  const known = asRead.get(rulebook);
  if (known) return known;
  const policies = rulebook.policies.map(policy => withRealOffices(policy, rulebook.school));
  asRead.set(rulebook, policies);
  return policies;
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

/** The clauses in force that name an office, or nobody where this office answers, by what they ask of it: full id and citation. */
export function clausesThatName(rulebook: Rulebook, office: string): { id: string; cite: string }[] {
  const names = [office, ...STAND_INS.filter(standIn => rulebook.school.offices[standIn] === `office:${office}`)];
  const ids = new Set(rulebook.rules.filter(rule => names.some(name => rule.offices.some(group => group.includes(name)) || rule.who.kinds.includes(name) || dutyHolders(rule).includes(name))).map(rule => rule.clauseId));
  return [...ids].map(id => ({ id, cite: cite(rulebook, id) }));
}
