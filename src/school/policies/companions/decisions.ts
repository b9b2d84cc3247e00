/** How a document stands, what a look at its address means, and which clauses still have no address. Pure. */
import type { Block, Clause, Inline, Policy } from '../../../rulebook/index.ts';
import type { Companion, LinkState, Look, Standing } from './words.ts';

/** How an entry stands; `inForce` are the school's own policies of today. */
export function standingOf(entry: Pick<Companion, 'address' | 'ownPolicy' | 'state'>, inForce: ReadonlySet<string>): Standing {
  if (entry.ownPolicy !== null) return inForce.has(entry.ownPolicy) ? 'live' : 'missing';
  return entry.address === null ? 'missing' : entry.state;
}

/** Whether an entry keeps its policy from being published as it stands. */
export const stops = (entry: Pick<Companion, 'stopsPublishing' | 'address' | 'ownPolicy' | 'state'>, inForce: ReadonlySet<string>): boolean =>
  entry.stopsPublishing && ['missing', 'dead'].includes(standingOf(entry, inForce));

/** Whether somebody has to do something about it. */
export const needsHelp = (standing: Standing): boolean => standing === 'missing' || standing === 'dead' || standing === 'other-edition';

/** Days until an address is looked at again: a week, and a day where something was wrong. */
const DAYS: Readonly<Record<Exclude<LinkState, 'unchecked'>, number>> = { live: 7, dead: 1, 'other-edition': 1 };
export const nextCheck = (state: Exclude<LinkState, 'unchecked'>, at: Date): Date => new Date(at.getTime() + DAYS[state] * 86_400_000);

/** What a page must show to count as this policy: a link to it here, or its title with the number of its edition. */
export interface Expected {
  readonly path: string;
  readonly title: string;
  readonly edition: number;
}

const flat = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&nbsp;|\s+/g, ' ').toLowerCase();

/** Whether the page of an address shows the edition in force. A file that is no page cannot be read: it counts as shown. */
export function showsEdition(html: string, { path, title, edition }: Expected): boolean {
  if (html === '') return true;
  if (new RegExp(`${path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\w-])`).test(html)) return true;
  const words = flat(html);
  return words.includes(title.toLowerCase()) && new RegExp(`\\bedition ${edition}\\b`).test(words);
}

/** What a look comes to. `expected` is left out for a document that is not the policy itself. */
export function lookOf(found: { ok: true; status: number; text: string } | { ok: false; status: number | null; fault: string }, of: { address: string; at: Date; expected?: Expected }): Look {
  const look = { address: of.address, at: of.at, status: found.status };
  if (!found.ok) return { ...look, state: 'dead', fault: found.fault };
  const shown = of.expected === undefined || showsEdition(found.text, of.expected);
  return shown ? { ...look, state: 'live', fault: null } : { ...look, state: 'other-edition', fault: `The page does not name edition ${of.expected!.edition}, which is in force.` };
}

/** Whether readers of a policy must read what it names before they sign: it has a rule that says so. */
export const mustRead = (document: Policy): boolean => document.clauses.some(clause => clause.rules.some(rule => rule.verb === 'must' && rule.subject === 'read-policy' && !rule.advice));

/** The clauses that say where a document is published: each wants an entry. */
export const clausesNamingDocuments = (document: Policy): Clause[] =>
  document.clauses.filter(clause => clause.rules.some(rule => rule.verb === 'publish' && rule.subject === 'publish-policy' && /website|platform/.test(rule.attributes['where'] ?? '')));

/** The addresses that stand in the text itself, each with the words that carry it. */
export function linksIn(document: Policy): { title: string; address: string; clause: string | null }[] {
  const found = new Map<string, { title: string; address: string; clause: string | null }>();
  const take = (inlines: readonly Inline[], clause: string | null): void => {
    for (const inline of inlines) {
      if (inline.kind === 'link' && /^https?:\/\//.test(inline.href) && !found.has(inline.href)) found.set(inline.href, { title: wordsOf(inline.children) || inline.href, address: inline.href, clause });
      if ('children' in inline) take(inline.children, clause);
    }
  };
  const walk = (blocks: readonly Block[], clause: string | null): void => {
    for (const block of blocks) {
      if (block.kind === 'paragraph') take(block.children, block.clause ?? clause);
      else if (block.kind === 'heading') take(block.children, null);
      else if (block.kind === 'list') for (const item of block.items) walk(item.children, item.clause ?? clause);
      else if (block.kind === 'table') for (const cell of [block.head, ...block.rows].flat()) take(cell, clause);
      else walk(block.children, clause);
    }
  };
  walk(document.body, null);
  return [...found.values()];
}

const wordsOf = (inlines: readonly Inline[]): string => inlines.map(inline => ('text' in inline ? inline.text : 'children' in inline ? wordsOf(inline.children) : ' ')).join('').trim();
