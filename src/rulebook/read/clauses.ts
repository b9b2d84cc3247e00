/**
 * Walks the tree of a policy from top to bottom and gathers its clauses, each with the rules that stand under it.
 */
import type { Clause } from '../words.ts';
import { complain, placeAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { idAtEnd, wordsOf } from './body.ts';
import type { Marks } from './body.ts';
import { endOf, plainText, startOf } from './markdown.ts';
import type { Nodes, Root } from './markdown.ts';
import { nameHeadings, openClause } from './gathered.ts';
import type { Gathered, Walk } from './gathered.ts';
import { openMeasure } from './meanwhile.ts';
import { misplacedIds, rulesInProse } from './prose.ts';
import { mayHaveDecided, readRule } from './rule.ts';
import type { Meanwhile } from './rule.ts';
import { readRuleLine } from './rule-line.ts';
import type { RuleLine } from './rule-line.ts';

/** Where the walk stands among its siblings. */
interface Spot {
  /** The clause the next rule line belongs to. */
  open?: Gathered;
  /** The last clause of a list that has just ended: a rule here was meant for it. */
  ended?: Gathered;
  readonly meanwhile: Meanwhile;
  readonly depth: number;
}

export interface Found {
  readonly clauses: readonly Clause[];
  readonly marks: Marks;
  readonly broken: readonly { readonly clause: string; readonly act: string }[];
}

const DEEPEST = 60;

/** All clauses of a policy, with findings for whatever could not be read. */
export function findClauses(desk: Desk, root: Root): Found {
  const marks = { clauses: new Map(), headings: new Map(), measures: new Map() };
  const walk: Walk = { desk, clauses: [], ids: new Map(), marks, broken: [], headings: [], section: 0, position: 0 };
  walkBlocks(walk, root.children, { meanwhile: {}, depth: 0 });
  nameHeadings(walk);
  for (const clause of walk.clauses) {
    if (clause.lines === 0) complain(desk, clause.offset, { code: 'clause-without-rule', message: `The clause "${clause.id}" has no rule.`, remedy: 'Put its rule on a line under it, or ::info[why nothing is to be done].' });
  }
  const broken = walk.broken.map(({ clause, act, at }) => ({ clause: clause ?? walk.clauses[0]?.id ?? `unread-line-${placeAt(desk, at).line}`, act }));
  const clauses = walk.clauses.map(({ id, number, headings, text, rules, at }) => ({ id, number, headings, text, rules, at }));
  return { clauses, marks, broken };
}

function walkBlocks(walk: Walk, nodes: readonly Nodes[], spot: Spot, item?: Nodes): void {
  if (spot.depth > DEEPEST) {
    if (nodes[0]) complain(walk.desk, startOf(nodes[0]), { code: 'too-deep', message: 'This stands too deep in lists or quotes to be read.', remedy: 'Bring it further out.' });
    return;
  }
  nodes.forEach((node, index) => walkBlock(walk, node, spot, index === 0 ? item : undefined));
}

function walkBlock(walk: Walk, node: Nodes, spot: Spot, item: Nodes | undefined): void {
  switch (node.type) {
    case 'heading': return walkHeading(walk, node, spot);
    case 'paragraph': return node.data && 'directiveLabel' in node.data ? undefined : walkParagraph(walk, node, spot, item);
    case 'list': return walkList(walk, node, spot);
    case 'blockquote': return walkBlocks(walk, node.children, { meanwhile: spot.meanwhile, depth: spot.depth + 1 });
    case 'leafDirective': return walkRule(walk, node, spot);
    case 'containerDirective': return walkContainer(walk, node, spot);
    case 'html': return node.value.startsWith('<!--') ? undefined : keepProse(walk, node, spot, false);
    case 'code': return isFenced(walk, node) ? undefined : keepProse(walk, node, spot, false);
    case 'table': return keepProse(walk, node, spot, false);
    case 'thematicBreak': return close(spot);
    default: return undefined;
  }
}

function close(spot: Spot): void {
  delete spot.open;
  delete spot.ended;
}

function isFenced(walk: Walk, node: Nodes): boolean {
  return /^(```|~~~)/.test(walk.desk.source.slice(startOf(node), startOf(node) + 3));
}

/** Looks for rules and ids that were swallowed by a text. */
function keepProse(walk: Walk, node: Nodes, spot: Spot, endIsRead: boolean): void {
  misplacedIds(walk.desk, node, endIsRead);
  for (const line of rulesInProse(walk.desk, node)) markBroken(walk, line, spot);
}

function markBroken(walk: Walk, line: RuleLine, spot: Spot): void {
  const clause = spot.open ?? spot.ended ?? walk.clauses.at(-1);
  if (spot.open) spot.open.lines += 1;
  if (spot.ended) spot.ended.lines += 1;
  if (line.subject === '' || !mayHaveDecided(line.verb)) return;
  walk.broken.push({ ...(clause ? { clause: clause.id } : {}), act: line.subject, at: line.at });
}

function walkHeading(walk: Walk, node: Extract<Nodes, { type: 'heading' }>, spot: Spot): void {
  close(spot);
  keepProse(walk, node, spot, true);
  walk.headings = walk.headings.filter((heading) => heading.depth < node.depth);
  walk.headings.push({ depth: node.depth, text: wordsOf(node) });
  if (node.depth <= 2) [walk.section, walk.position] = [walk.section + 1, 0];
  walk.marks.headings.set(node, { id: idAtEnd(node) ?? '', number: node.depth <= 2 ? String(walk.section) : '' });
}

function walkParagraph(walk: Walk, node: Nodes, spot: Spot, item: Nodes | undefined): void {
  close(spot);
  const written = idAtEnd(node);
  if (written !== undefined) {
    spot.open = openClause(walk, node, written);
    walk.marks.clauses.set(item ?? node, spot.open.id);
  }
  keepProse(walk, node, spot, true);
}

function walkList(walk: Walk, node: Extract<Nodes, { type: 'list' }>, spot: Spot): void {
  const before = walk.clauses.length;
  for (const item of node.children) walkBlocks(walk, item.children, { meanwhile: spot.meanwhile, depth: spot.depth + 1 }, item);
  const hasClauses = walk.clauses.length > before;
  if (!hasClauses && spot.open) {
    spot.open.text = `${spot.open.text} ${plainText(node)}`.replace(/\s+/g, ' ').trim();
    return;
  }
  close(spot);
  if (hasClauses) spot.ended = walk.clauses.at(-1)!;
}

function walkRule(walk: Walk, node: Nodes, spot: Spot): void {
  const { desk } = walk;
  const line = readRuleLine(desk.source.slice(startOf(node), endOf(node)).trimEnd(), startOf(node));
  const rule = readRule(desk, line, spot.meanwhile);
  if (!spot.open) {
    complain(desk, line.at, spot.ended
      ? { code: 'rule-outdented', message: `This rule stands outside the list item of "${spot.ended.id}" above it.`, remedy: 'Indent it as far as the words of that item.' }
      : { code: 'rule-without-clause', message: 'This rule stands under no clause.', remedy: 'End the paragraph or list item above it with {#id}.' });
  }
  if (!spot.open || !rule) return markBroken(walk, line, spot);
  spot.open.lines += 1;
  spot.open.rules.push(rule);
}

function walkContainer(walk: Walk, node: Extract<Nodes, { type: 'containerDirective' }>, spot: Spot): void {
  const { line, meanwhile } = openMeasure(walk.desk, node);
  if (meanwhile) walk.marks.measures.set(node, meanwhile);
  else markBroken(walk, line, spot);
  close(spot);
  walkBlocks(walk, node.children as Nodes[], { meanwhile: { ...spot.meanwhile, ...meanwhile }, depth: spot.depth + 1 });
}
