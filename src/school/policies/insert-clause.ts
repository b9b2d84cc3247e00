/** Writes a clause and its rule line into a policy for people who do not write Markdown. Pure. */
import type { Block, Clause, Policy, Vocabulary } from '../../rulebook/index.ts';

/** The verbs that the helper offers: those that answer "May I …?". */
export const HELPER_VERBS = ['never', 'ask', 'tell', 'must', 'may'] as const;
export type HelperVerb = (typeof HELPER_VERBS)[number];

export interface NewClause {
  /** Id of the heading it goes under; empty: at the end. */
  readonly section: string;
  readonly words: string;
  readonly verb: HelperVerb;
  readonly act: string;
  /** Kinds bound; empty: everybody the policy binds. */
  readonly who: readonly string[];
  /** The office to ask or to tell. */
  readonly office?: string | undefined;
  /** Fact → value: all must hold. */
  readonly when: Readonly<Record<string, string>>;
}

/** The document with the clause in it, and the clause's new id. */
export function insertClause(markdown: string, document: Policy, clause: NewClause): { markdown: string; id: string } {
  const id = freshId(clause.words, document.clauses);
  const block = `${asProse(clause.words)} {#${id}}\n\n${ruleLine(clause)}\n`;
  const lines = markdown.replace(/\n+$/, '').split('\n');
  const at = endOfSection(lines, document, clause.section);
  const before = lines.slice(0, at).join('\n').replace(/\n+$/, '');
  const after = lines.slice(at).join('\n').replace(/^\n+/, '');
  return { markdown: `${before}\n\n${block}${after ? `\n${after}\n` : ''}`, id };
}

/** `::ask[install-software]{of=head who="staff visitor" when="device-owner=school"}` */
export function ruleLine({ verb, act, who, office, when }: NewClause): string {
  const tests = Object.entries(when).map(([fact, value]) => `${fact}=${value}`).join('; ');
  const attributes = [
    verb === 'ask' && office ? `of=${office}` : '', verb === 'tell' && office ? `to=${office}` : '',
    who.length > 0 ? `who=${quoted(who.join(' '))}` : '', tests ? `when=${quoted(tests)}` : '',
  ].filter(Boolean);
  return `::${verb}[${act}]${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`;
}

const quoted = (text: string): string => (/^[\w-]+$/.test(text) ? text : `"${text}"`);

/** One paragraph; characters that Markdown would read as something else are written so that they stay themselves. */
function asProse(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.replace(/([\\`*_[\]{}<>~&|])/g, '\\$1').replace(/^([#+=-])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2').replace(/:(?=[A-Za-z:])/g, '\\:');
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'the', 'to', 'of', 'in', 'on', 'at', 'or', 'is', 'are', 'you', 'your', 'we', 'our', 'it', 'for', 'with', 'that', 'this', 'may', 'must', 'do', 'not', 'be', 'by', 'from', 'their', 'they']);

/** A short id from the clause's own words, not yet taken in this policy. */
export function freshId(words: string, taken: readonly Pick<Clause, 'id'>[]): string {
  const telling = words.toLowerCase().replace(/[’']/g, '').match(/[a-z0-9]+/g)?.filter(word => !SMALL_WORDS.has(word)) ?? [];
  const stem = telling.slice(0, 4).join('-').slice(0, 40).replace(/-$/, '') || 'clause';
  const start = /^[a-z]/.test(stem) ? stem : `clause-${stem}`;
  const ids = new Set(taken.map(clause => clause.id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? start : `${start}-${n}`;
    if (!ids.has(id)) return id;
  }
}

/** The heading a clause about an act belongs under: where the policy speaks of it, else of acts like it, else the last that is not for signing. */
export function sectionFor(document: Policy, act: string, vocabulary: Vocabulary): string {
  const group = vocabulary.acts.get(act)?.group;
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause.rules]));
  let best = { heading: '', score: 0 };
  let heading = '';
  for (const block of document.body) {
    if (block.kind === 'heading') heading = block.id;
    const rules = clausesIn(block).flatMap(id => clauses.get(id) ?? []);
    const score = Math.max(0, ...rules.map(({ subject, verb }) => (subject === act ? 4 : vocabulary.acts.get(subject)?.group === group ? 3 : verb === 'sign' || verb === 'countersign' ? 0 : 1)));
    if (score > best.score || (score === 1 && best.score === 1)) best = { heading, score };
  }
  return best.heading || heading;
}

function clausesIn(block: Block): string[] {
  if (block.kind === 'paragraph') return block.clause ? [block.clause] : [];
  if (block.kind === 'list') return block.items.flatMap(item => [...(item.clause ? [item.clause] : []), ...item.children.flatMap(clausesIn)]);
  return 'children' in block && block.kind !== 'heading' ? block.children.flatMap(clausesIn) : [];
}

/** The line before which the section ends: the next heading, or the end of the text. */
function endOfSection(lines: readonly string[], document: Policy, section: string): number {
  const headings = headingLines(lines);
  const order = document.body.flatMap(block => (block.kind === 'heading' ? [block.id] : []));
  const at = order.indexOf(section);
  return at < 0 ? lines.length : headings[at + 1] ?? lines.length;
}

/** Line numbers (from 0) of headings of depth 2 to 4, in the order of the text; code fences and front matter are passed over. */
function headingLines(lines: readonly string[]): number[] {
  const found: number[] = [];
  let fence = false;
  let front = lines[0] === '---';
  lines.forEach((line, at) => {
    if (front) { if (at > 0 && line === '---') front = false; return; }
    if (/^\s*(```|~~~)/.test(line)) fence = !fence;
    else if (!fence && /^#{2,4}\s/.test(line)) found.push(at);
  });
  return found;
}

/** The facts that matter for an act, with their values, as the helper offers them. */
export function factsFor(act: string, vocabulary: Vocabulary): { fact: string; question: string; values: { value: string; plain: string }[] }[] {
  return [...vocabulary.facts.values()].filter(fact => fact.acts.includes(act) && (fact.type === 'enum' || fact.type === 'yes/no') && fact.name !== 'period' && fact.name !== 'grant-held')
    .map(fact => ({ fact: fact.name, question: fact.question, values: [...fact.values.values()].map(({ value, plain }) => ({ value, plain })) }));
}
