/**
 * The inline part of a policy, ready to be drawn: no raw HTML, no link that could run something.
 */
import type { Inline } from '../words.ts';
import { plainText } from './markdown.ts';
import type { Nodes } from './markdown.ts';

/** Link targets by reference: `[the law][1]` … `[1]: https://…`. */
export type Targets = ReadonlyMap<string, string>;

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);
const DEEPEST = 40;

/** Inline children of a block. */
export function toInlines(nodes: readonly Nodes[], targets: Targets, depth = 0): Inline[] {
  return nodes.flatMap((node) => toInline(node, targets, depth));
}

function toInline(node: Nodes, targets: Targets, depth: number): Inline[] {
  if (depth > DEEPEST) return textOf(plainText(node));
  const inside = (children: readonly Nodes[]) => toInlines(children, targets, depth + 1);
  switch (node.type) {
    case 'text': return textOf(node.value);
    case 'html': return node.value.startsWith('<!--') ? [] : textOf(node.value);
    case 'inlineCode': return [{ kind: 'code', text: node.value }];
    case 'break': return [{ kind: 'break' }];
    case 'emphasis':
    case 'strong': return [{ kind: node.type, children: inside(node.children) }];
    case 'link': return toLink(node.url, inside(node.children));
    case 'linkReference': return toLink(targets.get(node.identifier) ?? '', inside(node.children));
    case 'image':
    case 'imageReference': return textOf(node.alt ?? '');
    default: return 'children' in node ? inside(node.children) : [];
  }
}

function textOf(text: string): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

function toLink(url: string, children: Inline[]): Inline[] {
  return isSafeLink(url) ? [{ kind: 'link', href: url, children }] : children;
}

/** Whether a link leads to a page, a mailbox or a telephone and nowhere else. */
export function isSafeLink(url: string): boolean {
  // Why: browsers ignore blanks and control characters inside a scheme ("java script:").
  const bare = url.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  if (bare === '' || /^[/\\]{2}/.test(bare)) return false;
  const scheme = /^([^/?#]*?):/.exec(bare)?.[1];
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase());
}
