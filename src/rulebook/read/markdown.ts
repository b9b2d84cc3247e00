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
import type { Code, Construct, Effects, State } from 'micromark-util-types';

export type { Nodes, Root, RootContent };

declare module 'micromark-util-types' {
  interface TokenTypeMap { directiveLeaf: 'directiveLeaf' }
}

interface SyntaxExtension { text?: unknown; document?: unknown; insideSpan?: unknown; flow?: Record<number, Construct | Construct[]> }
interface TreeExtension { transforms?: unknown; enter?: Record<string, unknown> }

const COLON = 58;

/**
 * A rule line is every line that begins with two colons, whatever follows: it is taken apart by `readRuleLine`, which
 * can say what is wrong with it. (The directive parser would leave a line it cannot read as prose; and reading its
 * parts twice is the slowest thing about it.)
 */
const ruleLine: Construct = {
  tokenize(effects: Effects, ok: State, nok: State): State {
    const first = (code: Code): State | undefined => {
      effects.enter('directiveLeaf');
      effects.consume(code);
      return second;
    };
    const second = (code: Code): State | undefined => {
      if (code !== COLON) return nok(code);
      effects.consume(code);
      return third;
    };
    const third = (code: Code): State | undefined => (code === COLON || isLineEnd(code) ? nok(code) : rest(code));
    const rest = (code: Code): State | undefined => {
      if (isLineEnd(code)) {
        effects.exit('directiveLeaf');
        return ok(code);
      }
      effects.consume(code);
      return rest;
    };
    return first;
  },
};

/** The parser writes the end of the text as null and line endings as -5, -4 and -3. */
function isLineEnd(code: Code): boolean {
  return code === null || (code < -2 && code > -6);
}

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
    const directives = extension.flow?.[COLON];
    if (Array.isArray(directives)) extension.flow![COLON] = [directives[0]!, ruleLine];
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
