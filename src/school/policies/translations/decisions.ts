/** Whether a text translates an edition, and what of it still holds in the next one. Pure. */
import type { Block, Inline, Policy } from '../../../rulebook/index.ts';
import { changesBetween } from '../decisions.ts';
import type { Between, TranslatedLine, TranslationFault } from './words.ts';

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

/** The English of an edition with its rules taken out: what a translator writes over. */
export const withoutRules = (markdown: string): string => markdown.replaceAll(/^::[a-z][^\n]*\n(?:\n)?/gm, '');
