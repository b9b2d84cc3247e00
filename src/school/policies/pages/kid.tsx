/** A policy for the youngest: pictures, short sentences, read aloud. The part for grown-ups stays plain. */
import { ButtonLink, KidRules, longDay, pictureFor, PolicyBody, ReadAloud, Words, type KidRule } from '../../../page-parts/index.ts';
import type { Block, Clause, Inline } from '../../../rulebook/index.ts';
import { marginOf } from '../margin.ts';
import { MarginView, numbersOf, Standing, type ReaderView } from './reader.tsx';

type Heading = Extract<Block, { kind: 'heading' }>;

interface Part {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
}

/** A second-level heading that names grown-ups, parents or staff begins the part that is for them. */
const FOR_GROWN_UPS = /grown.?ups|parents|carers|adults|staff/i;

export const plainText = (inlines: readonly Inline[]): string => inlines.map(inline => ('text' in inline ? inline.text : 'children' in inline ? plainText(inline.children) : ' ')).join('');

/** The body cut at its second-level headings, and the two readerships apart; a translation is cut where its English is. */
export function partsOf(blocks: readonly Block[], english = blocks): { children: Part[]; grownUps: Block[] } {
  const at = english.findIndex(block => block.kind === 'heading' && block.depth === 2 && FOR_GROWN_UPS.test(plainText(block.children)));
  const forChildren = at < 0 ? blocks : blocks.slice(0, at);
  const parts: { heading: Heading | null; blocks: Block[] }[] = [{ heading: null, blocks: [] }];
  for (const block of forChildren) {
    if (block.kind === 'heading') parts.push({ heading: block, blocks: [] });
    else parts.at(-1)!.blocks.push(block);
  }
  return { children: parts.filter(part => part.heading !== null || part.blocks.length > 0), grownUps: at < 0 ? [] : blocks.slice(at) };
}

/** The clauses of some blocks as rules with pictures. */
export function kidRulesOf(blocks: readonly Block[], clauses: ReadonlyMap<string, Clause>): KidRule[] {
  const ids = blocks.flatMap(block => (block.kind === 'paragraph' && block.clause ? [block.clause] : block.kind === 'list' ? block.items.flatMap(item => item.clause ?? []) : []));
  return ids.flatMap(id => {
    const clause = clauses.get(id);
    return clause ? [{ id, words: clause.text, picture: pictureFor(clause.text, clause.rules.map(rule => rule.subject)) }] : [];
  });
}

export function KidPage(view: ReaderView) {
  const { document, base, reader, vocabulary } = view;
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause]));
  const { children, grownUps } = partsOf(document.body);
  return (
    <>
      <div id="my-rules">
        <h1 data-line={document.front.title}>{document.front.title}</h1>
        <p class="no-print"><ReadAloud of="my-rules" /></p>
        {children.map((part, at) => <KidPart key={at} part={part} rules={kidRulesOf(part.blocks, clauses)} />)}
      </div>
      <section class="grown-ups">
        {grownUps.length > 0 && <PolicyBody blocks={grownUps} numbers={numbersOf(document)} today={view.today} margin={id => {
          const clause = clauses.get(id);
          return clause ? <MarginView margin={marginOf(clause, { front: document.front, reader, vocabulary })} signed={null} /> : null;
        }} />}
        <h2>About these rules</h2>
        <Standing view={view} />
        <p class="actions no-print"><ButtonLink href={`${base}/${document.id}/pdf`} tone="quiet">PDF</ButtonLink> <a href={`${base}/${document.id}/editions`}>Editions and what changed</a>{!view.past && <> <a href={`${base}/${document.id}/copy`}>Ask for a copy on paper</a></>}
          {view.open && <> <a href={`${base}/${document.id}/${view.open.state === 'proposed' ? 'proposal' : 'edit'}`}>Edition {view.open.number} under way</a></>}</p>
        {view.mayWrite && !view.open && <form method="post" action={`${base}/${document.id}/start`}><button class="link-button" type="submit">Change this policy</button></form>}
        {view.past && <p>This is edition {view.edition.number}{view.edition.inForce && `, in force from ${longDay(view.edition.inForce)}`}; it is not the one in force today.</p>}
      </section>
    </>
  );
}

function KidPart({ part, rules }: { part: Part; rules: readonly KidRule[] }) {
  const loose = part.blocks.filter(block => block.kind === 'paragraph' && !block.clause);
  return (
    <section>
      {part.heading && <h2 id={part.heading.id} data-line={plainText(part.heading.children)}><Words inlines={part.heading.children} /></h2>}
      {loose.map((block, at) => (block.kind === 'paragraph' ? <p key={at} data-line={plainText(block.children)}><Words inlines={block.children} /></p> : null))}
      {rules.length > 0 && <KidRules id={`rules-${part.heading?.id ?? 'first'}`} rules={rules} />}
    </section>
  );
}
