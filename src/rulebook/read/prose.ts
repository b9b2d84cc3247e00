/**
 * Rules that the Markdown parser took for prose or code, and clause ids that stand where none is read: said out loud,
 * because a rule that silently is none would answer "yes".
 */
import { VERBS } from '../words.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { endOf, startOf } from './markdown.ts';
import type { Nodes } from './markdown.ts';
import { readRuleLine } from './rule-line.ts';
import type { RuleLine } from './rule-line.ts';

const verbs = VERBS.join('|');
/** A line that begins with two colons, or one that begins with `:verb[`. */
const AT_LINE_START = new RegExp(String.raw`(?:^|[\n\r])[ \t>]*(:{2,}[ \t]*[\p{L}\[{][^\n\r]*|:(?:${verbs})[ \t]*[\[{][^\n\r]*)`, 'gu');
/** A rule in the middle of a line. */
const IN_LINE = new RegExp(String.raw`[^\s:${'`'}>][ \t]+(:{1,3}(?:${verbs})[\[{][^\n\r]*)`, 'gu');

/** Rule lines that stayed prose within a node, each with a finding. */
export function rulesInProse(desk: Desk, node: Nodes): RuleLine[] {
  const start = startOf(node);
  const text = desk.source.slice(start, endOf(node));
  if (!text.includes(':')) return [];
  const found = [...text.matchAll(AT_LINE_START), ...text.matchAll(IN_LINE)];
  return found.map((match) => {
    const at = start + match.index + match[0].length - match[1]!.length;
    const line = readRuleLine(match[1]!.trimEnd(), at);
    complain(desk, line.fault?.at ?? at, {
      code: 'rule-as-prose',
      message: line.fault?.message ?? (node.type === 'code' ? 'This rule became code, because it stands four spaces in.' : 'This rule stayed prose.'),
      remedy: line.fault?.remedy ?? 'Put the rule on a line of its own, indented like the clause it belongs to.',
    });
    return line;
  });
}

/** Clause ids in the middle of a text, or in a table, where they name nothing. */
export function misplacedIds(desk: Desk, node: Nodes, endIsRead: boolean): void {
  const start = startOf(node);
  const text = desk.source.slice(start, endOf(node));
  if (!text.includes('{#')) return;
  const last = /\{#[^{}\n\r]*\}[\s#=-]*$/.exec(text)?.index;
  for (const match of text.matchAll(/(?<![`\\}\w\]"])\{#[^\s{}`]*\}?/g)) {
    if (endIsRead && match.index === last) continue;
    complain(desk, start + match.index, {
      code: 'misplaced-id', message: `The clause id "${match[0]}" does not stand at the end of a paragraph or list item.`,
      remedy: 'Move it to the very end of its clause; put each clause in a paragraph of its own.',
    });
  }
}
