/** Whether a text translates an edition, and what of it still holds in the next one. Pure. */
import type { Block, Inline, ListItem, Policy } from '../../../rulebook/index.ts';
import { changesBetween } from '../decisions.ts';
import type { Between, TranslatedDocument, TranslatedLine, TranslationFault } from './words.ts';

const LEAST_LETTERS = 2;

/** What keeps a text from being a translation of this edition. Rules are not looked at: they stand in the English alone. */
export function faultOf(english: Policy, said: Policy | null): TranslationFault | null {
  if (!said) return { why: 'unreadable', clauses: [] };
  if (said.id !== english.id) return { why: 'other-policy', clauses: [said.id] };
  const [theirs, ours] = [new Set(said.clauses.filter(clause => clause.text.trim().length >= LEAST_LETTERS).map(clause => clause.id)), new Set(english.clauses.map(clause => clause.id))];
  const missing = [...ours].filter(id => !theirs.has(id));
  if (missing.length > 0) return { why: 'missing', clauses: missing };
  const unknown = said.clauses.map(clause => clause.id).filter(id => !ours.has(id));
  return unknown.length > 0 ? { why: 'unknown', clauses: unknown } : null;
}

const wordsOf = (inlines: readonly Inline[]): string => inlines.map(inline => ('text' in inline ? inline.text : 'children' in inline ? wordsOf(inline.children) : ' ')).join('');
const headingsOf = (policy: Policy) => policy.body.flatMap(block => (block.kind === 'heading' ? [block] : []));

/** The clauses and headings of a block, in reading order. */
function idsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph': return block.clause ? [block.clause] : [];
    case 'list': return block.items.flatMap(item => [...(item.clause ? [item.clause] : []), ...item.children.flatMap(idsOf)]);
    case 'quote': case 'meanwhile': return block.children.flatMap(idsOf);
    default: return [];
  }
}

/**
 * The edition in force, line by line. A clause whose English has changed since the translation was made stands in
 * English until somebody translates it anew; so does one that was not there then.
 */
export function linesOf({ said, made, now }: Between): TranslatedLine[] {
  const changed = new Map(changesBetween(made, now).filter(change => change.before !== change.after).map(change => [change.clause, change.kind === 'added' ? 'new' as const : 'changed' as const]));
  const texts = new Map(said.clauses.map(clause => [clause.id, clause.text]));
  const clauses = new Map(now.clauses.map(clause => [clause.id, clause]));
  const [theirs, before] = [headingsOf(said), headingsOf(made).map(heading => wordsOf(heading.children))];
  const headingFor = (english: string): string => (theirs.length === before.length ? theirs[before.indexOf(english)] : undefined) ? wordsOf(theirs[before.indexOf(english)]!.children) : english;
  return now.body.flatMap((block): TranslatedLine[] => {
    if (block.kind === 'heading') {
      const english = wordsOf(block.children);
      return [{ kind: 'heading', id: block.id, depth: block.depth as 2 | 3 | 4, english, text: headingFor(english) }];
    }
    return idsOf(block).flatMap((id): TranslatedLine[] => {
      const clause = clauses.get(id);
      if (!clause) return [];
      const stale = changed.get(id);
      return [{ kind: 'clause', id, number: clause.number, english: clause.text, text: stale ? null : texts.get(id) ?? null, ...(stale ? { stale } : {}) }];
    });
  });
}

/**
 * The whole edition in the words of its translation, block for block: what a signer has before them. What the translation
 * does not say, or says no more, stands in English; such clauses are named.
 */
export function documentIn(between: Between): TranslatedDocument {
  const { said, made, now } = between;
  const stale = new Map(linesOf(between).flatMap(line => (line.kind === 'clause' && line.text === null ? [[line.id, line.stale ?? 'changed'] as const] : [])));
  const headings = new Map(linesOf(between).flatMap(line => (line.kind === 'heading' ? [[line.id, line.text] as const] : [])));
  const texts = new Map(said.clauses.map(clause => [clause.id, clause.text]));
  const words = new Map(said.body.flatMap(clausesIn));
  const loose = looseBlocks(made, said);
  const inlines = (clause: string): readonly Inline[] => words.get(clause) ?? [{ kind: 'text', text: texts.get(clause) ?? '' }];
  const item = (one: ListItem): ListItem => ({ ...one, children: one.children.map((child, at) => (at === 0 && one.clause && !stale.has(one.clause) && child.kind === 'paragraph' ? { ...child, children: inlines(one.clause) } : put(child))) });
  const put = (block: Block): Block => {
    switch (block.kind) {
      case 'heading': return { ...block, children: [{ kind: 'text', text: headings.get(block.id) ?? wordsOf(block.children) }] };
      case 'paragraph': return !block.clause ? loose.get(JSON.stringify(block)) ?? block : stale.has(block.clause) ? block : { ...block, children: inlines(block.clause) };
      case 'list': return { ...block, items: block.items.map(item) };
      case 'table': return loose.get(JSON.stringify(block)) ?? block;
      default: return { ...block, children: block.children.map(put) };
    }
  };
  const clauses = now.clauses.map(clause => (stale.has(clause.id) ? clause : { ...clause, text: texts.get(clause.id) ?? clause.text }));
  return { stale, document: { ...now, front: { ...now.front, title: said.front.title, ...(said.front.summary ? { summary: said.front.summary } : {}) }, clauses, body: now.body.map(put) } };
}

/** The words of each clause, links and stress included. */
function clausesIn(block: Block): (readonly [string, readonly Inline[]])[] {
  switch (block.kind) {
    case 'paragraph': return block.clause ? [[block.clause, block.children]] : [];
    case 'list': return block.items.flatMap(one => [...(one.clause && one.children[0]?.kind === 'paragraph' ? [[one.clause, one.children[0].children] as const] : []), ...one.children.flatMap(clausesIn)]);
    case 'quote': case 'meanwhile': return block.children.flatMap(clausesIn);
    default: return [];
  }
}

/** Words between the clauses, English → translated; none where the two texts are not built alike. */
function looseBlocks(made: Policy, said: Policy): Map<string, Block> {
  const [ours, theirs] = [made, said].map(({ body }) => body.filter(block => block.kind === 'table' || (block.kind === 'paragraph' && !block.clause)));
  const alike = ours!.length === theirs!.length && ours!.every((block, at) => block.kind === theirs![at]!.kind);
  return new Map(alike ? ours!.map((block, at) => [JSON.stringify(block), theirs![at]!]) : []);
}

/** The English of an edition with its rules taken out: what a translator writes over. */
export const withoutRules = (markdown: string): string => markdown.replaceAll(/^::[a-z][^\n]*\n(?:\n)?/gm, '');
