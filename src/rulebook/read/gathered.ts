/**
 * What the walk over a policy has gathered so far: clauses with ids of their own, numbers and headings.
 */
import type { Place, Rule } from '../words.ts';
import { wordsOf } from './body.ts';
import { complain, placeAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { endOf, startOf } from './markdown.ts';
import type { Nodes } from './markdown.ts';
import type { Meanwhile } from './rule.ts';

/** A clause being gathered. */
export interface Gathered {
  readonly id: string;
  readonly number: string;
  readonly headings: readonly string[];
  text: string;
  readonly rules: Rule[];
  readonly at: Place;
  readonly offset: number;
  /** Rule lines under it, read or not. */
  lines: number;
}

export interface Walk {
  readonly desk: Desk;
  readonly clauses: Gathered[];
  readonly ids: Map<string, number>;
  readonly marks: { clauses: Map<Nodes, string>; headings: Map<Nodes, { id: string; number: string }>; measures: Map<Nodes, Meanwhile> };
  readonly broken: { clause?: string; act: string; at: number }[];
  headings: { depth: number; text: string }[];
  section: number;
  position: number;
}

/** Begins a clause: the node carries its words, `written` is its id as it stands there. */
export function openClause(walk: Walk, node: Nodes, written: string): Gathered {
  const at = walk.desk.source.lastIndexOf('{#', endOf(node));
  const offset = at < startOf(node) ? startOf(node) : at;
  walk.position += 1;
  const id = uniqueId(walk, written, offset);
  const headings = walk.headings.map((heading) => heading.text);
  const text = wordsOf(node);
  if (text === '') complain(walk.desk, offset, { code: 'clause-without-words', message: `The clause "${id}" has no words.`, remedy: 'Write the clause before its id.' });
  const clause: Gathered = { id, number: `${walk.section}.${walk.position}`, headings, text, rules: [], at: placeAt(walk.desk, startOf(node)), offset, lines: 0 };
  walk.clauses.push(clause);
  return clause;
}

function uniqueId(walk: Walk, written: string, offset: number): string {
  const isGood = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written);
  const id = isGood ? written : written.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'clause';
  if (!isGood) complain(walk.desk, offset, { code: 'bad-id', message: `"${written.slice(0, 40)}" cannot be a clause id.`, remedy: `Use small letters, digits and hyphens, for example {#${id}}.` });
  const times = (walk.ids.get(id) ?? 0) + 1;
  walk.ids.set(id, times);
  if (times === 1) return id;
  const first = walk.clauses.find((clause) => clause.id === id);
  complain(walk.desk, offset, { code: 'duplicate-id', message: `The clause id "${id}" is used twice${first ? `: first on line ${first.at.line}` : ''}.`, remedy: 'Give one of the two clauses an id of its own.' });
  return uniqueId(walk, `${id}-${times}`, offset);
}

/** Gives every heading an id of its own that is no clause's. */
export function nameHeadings(walk: Walk): void {
  const taken = new Set(walk.clauses.map((clause) => clause.id));
  for (const [node, heading] of walk.marks.headings) {
    const slug = (heading.id || wordsOf(node)).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section';
    let id = taken.has(slug) ? `section-${slug}` : slug;
    for (let time = 2; taken.has(id); time += 1) id = `section-${slug}-${time}`;
    taken.add(id);
    heading.id = id;
  }
}
