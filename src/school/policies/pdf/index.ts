/** A policy as a tagged PDF/UA: the same words and margins as on screen, spoken to nobody in particular. */
import { renderToString } from 'preact-render-to-string';
import { longDay, Picture, pictureFor } from '../../../page-parts/index.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import type { Block, Clause, Inline, Policy, Vocabulary } from '../../../rulebook/index.ts';
import { marginForAll } from '../margin.ts';
import { partsOf } from '../pages/kid.tsx';
import { forWhom } from '../pages/list.tsx';
import { officeWords } from '../phrases.ts';
import type { Edition, MarginLine } from '../words.ts';
import { POLICY_TEMPLATE } from './template.ts';

export interface PolicyPdf {
  readonly school: string;
  readonly edition: Edition;
  readonly document: Policy;
  readonly vocabulary: Vocabulary;
}

/** Blocks as the template reads them. */
type Set =
  | { kind: 'heading'; depth: number; number: string; children: readonly Inline[] }
  | { kind: 'clause'; number: string; picture: string | null; margin: { label: string | null; lines: readonly MarginLine[] }; body: Set[] }
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; items: Set[][] }
  | { kind: 'quote'; body: Set[] }
  | { kind: 'table'; head: readonly (readonly Inline[])[]; rows: { cell: readonly Inline[] }[][] }
  | { kind: 'meanwhile'; days: string; body: Set[] };

interface Setting { readonly of: PolicyPdf; readonly clauses: ReadonlyMap<string, Clause>; readonly kid: boolean }

/** The bytes of the PDF. */
export function policyPdf(of: PolicyPdf): Promise<Uint8Array> {
  return typeset(POLICY_TEMPLATE, policyData(of));
}

/** Everything the template draws. */
export function policyData(of: PolicyPdf) {
  const { document, edition, school } = of;
  const { front } = document;
  const kid = front.readers === 'early-years';
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause]));
  const grownUps = kid ? partsOf(document.body).grownUps : [];
  const forChildren = document.body.slice(0, document.body.length - grownUps.length);
  const blocks = [...setBlocks(forChildren, { of, clauses, kid }), ...setBlocks(grownUps, { of, clauses, kid: false })];
  return {
    title: front.title, school, policy: document.id, summary: front.summary ?? '', kid, standing: standingOf(of), blocks: withoutSkips(blocks),
    foot: `${front.title}, edition ${edition.number}. Text ${edition.textHash.slice(0, 16)}. ${school}`,
  };
}

function standingOf({ document: { front }, edition, vocabulary }: PolicyPdf): string {
  return [
    `For ${forWhom(front.binds, vocabulary)}.`,
    edition.approvedAs && edition.approvedOn ? `Approved by ${officeWords(edition.approvedAs, vocabulary)} on ${longDay(edition.approvedOn)}.` : 'Not approved.',
    edition.inForce ? `In force from ${longDay(edition.inForce)}.` : '', front.review?.next ? `Next review by ${longDay(front.review.next)}.` : '',
  ].filter(Boolean).join(' ');
}

const setBlocks = (blocks: readonly Block[], setting: Setting): Set[] => blocks.flatMap(block => setBlock(block, setting));

function setBlock(block: Block, setting: Setting): Set[] {
  switch (block.kind) {
    case 'heading': return [{ kind: 'heading', depth: block.depth, number: block.number, children: block.children }];
    case 'paragraph': return block.clause ? [setClause(block.clause, [{ kind: 'paragraph', children: block.children }], setting)] : [{ kind: 'paragraph', children: block.children }];
    case 'list': return block.items.some(item => item.clause)
      ? block.items.flatMap(item => (item.clause ? [setClause(item.clause, setBlocks(item.children, setting), setting)] : setBlocks(item.children, setting)))
      : [{ kind: 'list', ordered: block.ordered, items: block.items.map(item => setBlocks(item.children, setting)) }];
    case 'quote': return [{ kind: 'quote', body: setBlocks(block.children, setting) }];
    case 'table': return [{ kind: 'table', head: block.head, rows: block.rows.map(row => row.map(cell => ({ cell }))) }];
    case 'meanwhile': return [{ kind: 'meanwhile', days: daysOf(block), body: setBlocks(block.children, setting) }];
  }
}

function setClause(id: string, body: Set[], { of, clauses, kid }: Setting): Set {
  const clause = clauses.get(id);
  if (!clause) return { kind: 'clause', number: '', picture: null, margin: { label: null, lines: [] }, body };
  const { label, lines } = marginForAll(clause, of.document.front, of.vocabulary);
  const picture = kid ? renderToString(Picture({ name: pictureFor(clause.text, clause.rules.map(rule => rule.subject)) })).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ') : null;
  return { kind: 'clause', number: clause.number, picture, margin: { label, lines }, body };
}

const daysOf = ({ from, until }: { from?: string; until?: string }): string => `Temporary${from ? ` from ${longDay(from)}` : ''}${until ? ` until ${longDay(until)}` : ''}. It ends by itself.`;

/** PDF/UA refuses a heading that skips a level; the title is level 1. */
function withoutSkips(blocks: readonly Set[]): Set[] {
  let level = 1;
  return blocks.map(block => {
    if (block.kind !== 'heading') return block;
    level = Math.min(block.depth, level + 1);
    return { ...block, depth: level };
  });
}
