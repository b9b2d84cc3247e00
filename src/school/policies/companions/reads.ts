/** What pages, the signing of policies and publishing ask about companion documents. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Published } from '../words.ts';
import { rulesInForce, type RulesAsk } from '../reads.ts';
import { editionsInForce } from '../store.ts';
import { clausesNamingDocuments, mustRead, standingOf, stops } from './decisions.ts';
import { listCompanions } from './store.ts';
import type { Companion, CompanionToRead, Standing } from './words.ts';

export { findCompanion, listCompanions, listLooks } from './store.ts';

/**
 * What goes with a policy: the policies its front matter names, then the documents of the register. `mustOpen` is set
 * where the policy has a rule that its companions be read, or where the register says so.
 */
export async function companionsOf(tx: Tx, ask: RulesAsk & { readonly policy: string }): Promise<CompanionToRead[]> {
  const { rulebook, editions } = await rulesInForce(tx, ask);
  const document = rulebook.policies.find(one => one.id === ask.policy);
  if (!document) return [];
  const must = mustRead(document);
  const own = (id: string) => {
    const [edition, found] = [editions.get(id), rulebook.policies.find(one => one.id === id)];
    return edition && found ? { title: found.front.title, href: `/${ask.school.slug}/policies/${id}`, ownPolicy: id, edition: { id: edition.id, number: edition.number, inForce: edition.inForce } } : null;
  };
  const named = document.front.readWith.flatMap(id => { const found = own(id); return found ? [{ id: `policy:${id}`, ...found, mustOpen: must }] : []; });
  const kept = (await listCompanions(tx, { policy: ask.policy })).filter(one => one.kind === 'companion').flatMap((entry): CompanionToRead[] => {
    if (entry.ownPolicy !== null) {
      const found = own(entry.ownPolicy);
      return found && !document.front.readWith.includes(entry.ownPolicy) ? [{ id: entry.id, ...found, mustOpen: entry.openFirst }] : [];
    }
    return entry.address === null ? [] : [{ id: entry.id, title: entry.title, href: entry.address, ownPolicy: null, edition: null, mustOpen: entry.openFirst }];
  });
  return [...named, ...kept];
}

/** The addresses at which a policy can be read elsewhere, as far as the last look found it there. */
export async function publicationsOf(tx: Tx, policy: string): Promise<Companion[]> {
  return (await listCompanions(tx, { policy })).filter(one => one.kind === 'publication' && one.address !== null && one.state !== 'dead');
}

/** The documents that keep a policy from being published as they stand. */
export async function stoppersOf(tx: Tx, of: { readonly policy: string; readonly today: string }): Promise<Companion[]> {
  const inForce = new Set((await editionsInForce(tx, of.today)).map(row => row.policy));
  return (await listCompanions(tx, { policy: of.policy })).filter(entry => stops(entry, inForce));
}

export interface Listed extends Companion {
  readonly standing: Standing;
  readonly policyTitle: string;
  /** The office that owns the policy. */
  readonly policyOwner: string | undefined;
}

/** The whole register of a school, with how each entry stands; entries of policies that are no longer in force are left out. */
export async function registerOf(tx: Tx, ask: RulesAsk): Promise<Listed[]> {
  const { rulebook, editions } = await rulesInForce(tx, ask);
  const fronts = new Map(rulebook.policies.map(document => [document.id, document.front]));
  const inForce = new Set(editions.keys());
  return (await listCompanions(tx)).flatMap(entry => {
    const front = fronts.get(entry.policy);
    return front ? [{ ...entry, standing: standingOf(entry, inForce), policyTitle: front.title, policyOwner: front.owner }] : [];
  });
}

export interface Naming {
  readonly clause: string;
  readonly number: string;
  readonly text: string;
}

/** The clauses of a policy that name a document and have no entry yet. */
export const namedWithoutEntry = ({ document }: Published, entries: readonly Companion[]): Naming[] =>
  clausesNamingDocuments(document).filter(clause => !entries.some(entry => entry.clause === clause.id && entry.removedAt === null))
    .map(clause => ({ clause: clause.id, number: clause.number, text: clause.text }));
