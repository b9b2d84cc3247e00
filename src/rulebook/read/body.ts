/**
 * The body of a policy as blocks to be drawn, with rules taken out and clauses and headings marked.
 */
import type { Block, Inline, ListItem } from '../words.ts';
import { toInlines } from './inline.ts';
import type { Targets } from './inline.ts';
import { plainText } from './markdown.ts';
import type { Nodes, Root } from './markdown.ts';
import type { Meanwhile } from './rule.ts';

/** What the walk over the clauses found out about the nodes of the tree. */
export interface Marks {
  readonly clauses: ReadonlyMap<Nodes, string>;
  readonly headings: ReadonlyMap<Nodes, { readonly id: string; readonly number: string }>;
  readonly measures: ReadonlyMap<Nodes, Meanwhile>;
}

interface Drawing { readonly marks: Marks; readonly targets: Targets }

const DEEPEST = 40;

/** All blocks of a policy. */
export function toBody(root: Root, marks: Marks): Block[] {
  return toBlocks(root.children, { marks, targets: targetsOf(root) }, 0);
}

function targetsOf(root: Root): Targets {
  const definitions = root.children.filter((node) => node.type === 'definition');
  return new Map(definitions.map((node) => [node.identifier, node.url]));
}

function toBlocks(nodes: readonly Nodes[], drawing: Drawing, depth: number): Block[] {
  return depth > DEEPEST ? [] : nodes.flatMap((node) => toBlock(node, drawing, depth));
}

function toBlock(node: Nodes, drawing: Drawing, depth: number): Block[] {
  const { marks, targets } = drawing;
  switch (node.type) {
    case 'heading': return [toHeading(node, drawing)];
    case 'paragraph': {
      if (node.data && 'directiveLabel' in node.data) return [];
      const clause = marks.clauses.get(node);
      return [{ kind: 'paragraph', ...(clause === undefined ? {} : { clause }), children: withoutId(toInlines(node.children, targets)) }];
    }
    case 'list': return [{ kind: 'list', ordered: node.ordered === true, items: node.children.map((item) => toItem(item, drawing, depth)) }];
    case 'blockquote': return [{ kind: 'quote', children: toBlocks(node.children, drawing, depth + 1) }];
    case 'table': {
      const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => toInlines(cell.children, targets)));
      return [{ kind: 'table', head, rows }];
    }
    case 'containerDirective': return toMeasure(node, drawing, depth);
    case 'code': return [{ kind: 'paragraph', children: [{ kind: 'code', text: node.value }] }];
    case 'html': return node.value.startsWith('<!--') ? [] : [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }];
    default: return [];
  }
}

function toHeading(node: Extract<Nodes, { type: 'heading' }>, { marks, targets }: Drawing): Block {
  const { id, number } = marks.headings.get(node) ?? { id: '', number: '' };
  const depth = Math.min(4, Math.max(2, node.depth)) as 2 | 3 | 4;
  return { kind: 'heading', depth, id, number, children: withoutId(toInlines(node.children, targets)) };
}

function toItem(item: Nodes, drawing: Drawing, depth: number): ListItem {
  const clause = drawing.marks.clauses.get(item);
  const children = 'children' in item ? toBlocks(item.children as Nodes[], drawing, depth + 1) : [];
  return { ...(clause === undefined ? {} : { clause }), children };
}

function toMeasure(node: Extract<Nodes, { type: 'containerDirective' }>, drawing: Drawing, depth: number): Block[] {
  const children = toBlocks(node.children as Nodes[], drawing, depth + 1);
  const measure = drawing.marks.measures.get(node);
  return measure ? [{ kind: 'meanwhile', period: measure.period ?? '', ...measure, children }] : children;
}

/** The id at the end of a text, as written, and where it begins. */
function idIn(text: string): { id: string; at: number } | undefined {
  const at = text.lastIndexOf('{#');
  const id = at < 0 ? undefined : /^\{#([^{}\n]*)\}\s*$/.exec(text.slice(at))?.[1];
  return id === undefined ? undefined : { id, at };
}

/** The id at the end of a clause or heading, as written; undefined when there is none. */
export function idAtEnd(node: Nodes): string | undefined {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last?.type === 'text' ? idIn(last.value)?.id : undefined;
}

/** The words of a clause without its id. */
export function wordsOf(node: Nodes): string {
  const text = plainText(node);
  return text.slice(0, idIn(text)?.at).replace(/\s+/g, ' ').trim();
}

function withoutId(inlines: Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return inlines;
  const found = idIn(last.text);
  if (!found) return inlines;
  const text = last.text.slice(0, found.at).trimEnd();
  return text === '' ? inlines.slice(0, -1) : [...inlines.slice(0, -1), { kind: 'text', text }];
}
