/** Rules for the youngest: one rule a card, read aloud, and a big button to promise. */
import { Button, Details, ErrorSummary, PolicyBody, TextField } from '../../../page-parts/index.ts';
import type { Clause } from '../../../rulebook/index.ts';
import { numbersOf, partsOf, type SignProps } from './sign.tsx';

export interface KidProps extends SignProps {
  /** The child's names and kinds: what speaks only to others is for the grown-ups. */
  readonly names: readonly string[];
}

/** A clause speaks to others alone when each of its rules names kinds and none of them is the child's. */
const forOthers = (clause: Clause, names: readonly string[]): boolean =>
  clause.rules.length > 0 && clause.rules.every(rule => rule.who.kinds.length > 0 && !rule.who.kinds.some(kind => names.includes(kind)));

export function KidPage(props: KidProps) {
  const { sheet, names, errors = {} } = props;
  const clauses = new Map(sheet.clauses.map(clause => [clause.id, clause]));
  const parts = partsOf(sheet.document.body).map(part => ({ ...part, clauses: part.blocks.flatMap(idsOf).flatMap(id => clauses.get(id) ?? []) }));
  const isForGrownUps = (part: (typeof parts)[number]) => part.clauses.filter(clause => forOthers(clause, names)).length * 2 > part.clauses.length;
  const forMe = parts.filter(part => part.clauses.length > 0 && !isForGrownUps(part));
  const rest = parts.filter(part => part.clauses.length > 0 && isForGrownUps(part));
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{sheet.title}</h1>
      <p><button type="button" class="read-aloud" data-read-aloud="#kid-rules" hidden>▶ Read it to me</button></p>
      {props.above}
      <div id="kid-rules">
        {forMe.map(part => (
          <section key={part.id}>
            {part.id !== 'beginning' && <h2>{part.title}</h2>}
            <ul class="kid-rules kid-rules--plain">{part.clauses.map(clause => <li key={clause.id} data-line={clause.text}><p>{clause.text}</p></li>)}</ul>
          </section>
        ))}
      </div>
      {rest.length > 0 && <Details summary="For grown-ups"><PolicyBody blocks={rest.flatMap(part => part.blocks)} numbers={numbersOf(sheet.document.clauses)} /></Details>}
      <form method="post" action={props.action} class="card card--kid signing__box" id="sign">
        <p class="signing__statement" data-line={sheet.statement}>{sheet.statement}</p>
        <TextField name="typedName" label="My name" value={props.typedName} error={errors['typedName']} width={20} maxlength={120} autocomplete="off" />
        <input type="hidden" name="edition" value={sheet.editionId} />
        <input type="hidden" name="hash" value={sheet.hash} />
        <input type="hidden" name="once" value={props.once} />
        <div class="actions"><Button>I promise</Button><a href={props.declineHref}>I want to talk first</a></div>
      </form>
    </>
  );
}

type AnyBlock = Parameters<typeof partsOf>[0][number];

/** The clauses in a block, in reading order. */
function idsOf(block: AnyBlock): string[] {
  switch (block.kind) {
    case 'paragraph': return block.clause ? [block.clause] : [];
    case 'list': return block.items.flatMap(item => [...(item.clause ? [item.clause] : []), ...item.children.flatMap(idsOf)]);
    case 'quote': case 'meanwhile': return block.children.flatMap(idsOf);
    default: return [];
  }
}
