/** A policy drawn from its blocks: serif is the policy speaking; the margin says what each clause does. */
import type { ComponentChildren, VNode } from 'preact';
import type { Block, Inline, ListItem } from '../rulebook/index.ts';
import { asWritten, ENGLISH, spoken, type Language } from '../platform/languages/index.ts';
import { longDay } from './dates.ts';
import { Chip } from './small.tsx';

export interface PolicyBodyProps {
  readonly blocks: readonly Block[];
  /** Clause id → its number ("2.4"). */
  readonly numbers: ReadonlyMap<string, string>;
  /** What stands in the margin of a clause. */
  readonly margin?: (clause: string) => ComponentChildren;
  /** Prefix of the clause anchors, where one page shows two documents. */
  readonly prefix?: string;
  /** The day of reading: a temporary measure says whether it has ended. */
  readonly today?: string;
  /** Clauses to mark as changed. */
  readonly changed?: ReadonlySet<string>;
  /** The language of its words, where that is not English. */
  readonly language?: Pick<Language, 'code' | 'direction'>;
  /** Clauses that stand in English in a translation, and why. */
  readonly stale?: ReadonlyMap<string, 'changed' | 'new'>;
}

/** Draws a whole policy. Each clause has its id as anchor, so that an answer can lead to it. */
export function PolicyBody(props: PolicyBodyProps) {
  const words = props.language ? { lang: props.language.code, dir: props.language.direction } : asWritten();
  return <div class="policy" {...words}>{props.blocks.map((block, at) => <BlockView key={at} block={block} draw={props} />)}</div>;
}

function BlockView({ block, draw }: { block: Block; draw: PolicyBodyProps }): VNode {
  switch (block.kind) {
    case 'heading': {
      const Tag = `h${block.depth}` as 'h2' | 'h3' | 'h4';
      return <Tag id={`${draw.prefix ?? ''}${block.id}`}>{block.number && <span class="policy__section">{block.number}</span>} <Words inlines={block.children} /></Tag>;
    }
    case 'paragraph':
      return block.clause ? <ClauseRow id={block.clause} draw={draw}><p><Words inlines={block.children} /></p></ClauseRow> : <p class="policy__text"><Words inlines={block.children} /></p>;
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul';
      return block.items.some(item => item.clause)
        ? <div class="policy__clauses">{block.items.map((item, at) => <ItemRow key={at} item={item} draw={draw} />)}</div>
        : <Tag class={`policy__list${block.ordered ? ' policy__list--ordered' : ''}`}>{block.items.map((item, at) => <li key={at}><Blocks blocks={item.children} draw={draw} /></li>)}</Tag>;
    }
    case 'quote':
      return <blockquote class="policy__quote"><Blocks blocks={block.children} draw={draw} /></blockquote>;
    case 'table':
      return (
        <div class="policy__table" tabIndex={0} role="region" aria-label="Table">
          <table class="table"><thead><tr>{block.head.map((cell, at) => <th scope="col" key={at}><Words inlines={cell} /></th>)}</tr></thead>
            <tbody>{block.rows.map((row, at) => <tr key={at}>{row.map((cell, n) => <td key={n}><Words inlines={cell} /></td>)}</tr>)}</tbody></table>
        </div>
      );
    case 'meanwhile':
      return (
        <section class="policy__meanwhile" aria-label="Temporary measure">
          <p class="policy__meanwhile-days">{measureWords(block, draw.today)}</p>
          <Blocks blocks={block.children} draw={draw} />
        </section>
      );
  }
}

const Blocks = ({ blocks, draw }: { blocks: readonly Block[]; draw: PolicyBodyProps }) => <>{blocks.map((block, at) => <BlockView key={at} block={block} draw={draw} />)}</>;

const ItemRow = ({ item, draw }: { item: ListItem; draw: PolicyBodyProps }) =>
  item.clause ? <ClauseRow id={item.clause} draw={draw}><Blocks blocks={item.children} draw={draw} /></ClauseRow> : <div class="policy__item"><Blocks blocks={item.children} draw={draw} /></div>;

function ClauseRow({ id, draw, children }: { id: string; draw: PolicyBodyProps; children: ComponentChildren }) {
  const number = draw.numbers.get(id);
  const stale = draw.stale?.get(id);
  return (
    <div class={`clause${draw.changed?.has(id) ? ' clause--changed' : ''}`} id={`${draw.prefix ?? ''}${id}`}>
      <div class="clause__words">{number && <a class="clause__number" href={`#${draw.prefix ?? ''}${id}`} aria-label={`Clause ${number}`}>{number}</a>}{stale ? <div lang={ENGLISH.code} dir="ltr">{children}<StaleChip why={stale} /></div> : <div>{children}</div>}</div>
      {draw.margin && <aside class="clause__margin" aria-label={`What clause ${number ?? id} does`}>{draw.margin(id)}</aside>}
    </div>
  );
}

/** Why a clause of a translation stands in English. */
export const StaleChip = ({ why }: { why: 'changed' | 'new' }) => (
  <span lang={spoken().code} dir={spoken().direction}><Chip tone="ask">{why === 'new' ? 'In English: new since the translation' : 'In English: changed since the translation'}</Chip></span>
);

function measureWords({ from, until }: { from?: string; until?: string }, today?: string): string {
  if (until && today && until < today) return `Temporary. It ended by itself on ${longDay(until)} and binds nobody now.`;
  if (from && today && today < from) return `Temporary: starts on ${longDay(from)}${until ? ` and ends by itself after ${longDay(until)}` : ''}.`;
  if (from && until) return `Temporary: from ${longDay(from)} to ${longDay(until)}. It ends by itself.`;
  return until ? `Temporary: until ${longDay(until)}. It ends by itself.` : 'A temporary measure.';
}

/** Inline words of a policy. */
export function Words({ inlines }: { inlines: readonly Inline[] }) {
  return <>{inlines.map((inline, at) => <Word key={at} inline={inline} />)}</>;
}

function Word({ inline }: { inline: Inline }): VNode {
  switch (inline.kind) {
    case 'text': return <>{inline.text}</>;
    case 'code': return <code>{inline.text}</code>;
    case 'break': return <br />;
    case 'emphasis': return <em><Words inlines={inline.children} /></em>;
    case 'strong': return <strong><Words inlines={inline.children} /></strong>;
    case 'link': return <a href={inline.href}><Words inlines={inline.children} /></a>;
  }
}
