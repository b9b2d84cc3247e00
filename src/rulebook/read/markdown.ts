/**
 * Markdown to a syntax tree: CommonMark, YAML front matter, tables and block directives. Nothing else of the
 * extensions is switched on.
 */
import { unified } from 'unified';
import type { Processor } from 'unified';
import remarkParse from 'remark-parse';
import remarkFrontmatter from 'remark-frontmatter';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import type { Nodes, Root, RootContent } from 'mdast';

export type { Nodes, Root, RootContent };

interface SyntaxExtension { text?: unknown; document?: unknown; insideSpan?: unknown }
interface TreeExtension { transforms?: unknown; enter?: Record<string, unknown> }

/**
 * Takes away what a policy does not need. Inline directives would swallow the end of "10:30am" and "Class:7A";
 * of GitHub's extensions only tables stay (finding bare links in every word is slow, and strikes and footnotes
 * have no place in a policy).
 */
function onlyBlocks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: SyntaxExtension[]; fromMarkdownExtensions?: (TreeExtension | TreeExtension[])[] };
  for (const extension of data.micromarkExtensions ?? []) {
    const isFrontMatter = !extension.text;
    if (isFrontMatter) continue;
    delete extension.text;
    delete extension.document;
    delete extension.insideSpan;
  }
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter((extension) => !extension.transforms && (extension.enter?.['table'] || extension.enter?.['yaml'] || extension.enter?.['directiveLeaf']));
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkGfm)
  .use(onlyBlocks)
  .freeze();

/** The tree of a Markdown text, every node with its position. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}

/** Offset at which a node begins. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Offset just after a node. */
export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? startOf(node);
}

/** The words of a node without Markdown; pictures give their description. */
export function plainText(node: Nodes, depth = 0): string {
  if (depth > 200) return '';
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map((child) => plainText(child, depth + 1)).join(joinerOf(node));
  return '';
}

function joinerOf(node: Nodes): string {
  const holdsBlocks = ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'containerDirective'].includes(node.type);
  return holdsBlocks ? ' ' : '';
}
