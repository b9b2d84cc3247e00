/** Rules for the youngest: one rule a card with its picture, read aloud, and a big button to promise. */
import { Button, Details, ErrorSummary, KidRules, PolicyBody, ReadAloud, TextField, Words } from '../../../page-parts/index.ts';
import { kidRulesOf, partsOf } from '../../policies/index.ts';
import { ReadFirst } from '../family/pages.tsx';
import { Ticks } from '../ticks/pages.tsx';
import { numbersOf, shownIn, Statement, titleShown, wordsIn } from './sheet.tsx';
import { ChangedNote, InLanguage, NewClauses, SignBox, type SignProps } from './sign.tsx';

export interface KidProps extends SignProps {
  /** A grown-up reads with the child and signs; otherwise the child promises. */
  readonly guardian: boolean;
}

export function KidPage(props: KidProps) {
  const { sheet, errors = {}, guardian } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <div id="my-rules">
        <h1 data-line={titleShown(sheet)} {...wordsIn(shownIn(sheet))}>{titleShown(sheet)}</h1>
        <InLanguage {...props} />
        {props.changedMeanwhile && <ChangedNote changes={props.changedMeanwhile} />}
        {props.above}
        <ReadFirst documents={props.toRead} />
        <p class="no-print"><ReadAloud of="my-rules" /></p>
        {sheet.whole ? <Rules {...props} /> : <NewClauses {...props} />}
        {sheet.whole && sheet.translation && <Details summary="In English"><PolicyBody blocks={sheet.document.body} numbers={numbersOf(sheet.document.clauses)} prefix="english-" /></Details>}
      </div>
      <form method="post" action={props.action} class="signing">{props.box ?? (guardian ? <SignBox {...props} drawingLabel="Your child may draw a mark here" /> : <Promise {...props} />)}</form>
    </>
  );
}

function Rules({ sheet, guardian }: KidProps) {
  const document = sheet.translation?.document ?? sheet.document;
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause]));
  const { children, grownUps } = partsOf(document.body, sheet.document.body);
  const language = shownIn(sheet);
  const said = language && sheet.translation ? { language, stale: sheet.translation.stale } : {};
  const rest = <PolicyBody blocks={grownUps} numbers={numbersOf(sheet.document.clauses)} {...said} />;
  return (
    <>
      {children.map((part, at) => (
        <section key={at}>
          {part.heading && <h2 {...wordsIn(language)}><Words inlines={part.heading.children} /></h2>}
          {part.blocks.map((block, n) => (block.kind === 'paragraph' && !block.clause ? <p key={n} {...wordsIn(language)}><Words inlines={block.children} /></p> : null))}
          <KidRules id={`rules-${part.heading?.id ?? 'first'}`} rules={kidRulesOf(part.blocks, clauses)} {...said} />
        </section>
      ))}
      {grownUps.length > 0 && (guardian ? <section class="grown-ups">{rest}</section> : <Details summary="For grown-ups">{rest}</Details>)}
    </>
  );
}

/** The child's own promise: the name stands there already, and one press is enough. */
const Promise = ({ sheet, once, typedName, errors = {}, declineHref, ticks, said }: KidProps) => (
  <section class="card card--kid signing__box" id="sign">
    <Statement sheet={sheet} />
    <Ticks ticks={ticks} said={said} errors={errors} language={shownIn(sheet)} />
    <TextField name="typedName" label="My name" value={typedName} error={errors['typedName']} width={20} maxlength={120} autocomplete="off" />
    <input type="hidden" name="edition" value={sheet.editionId} />
    <input type="hidden" name="hash" value={sheet.hash} />
    <input type="hidden" name="once" value={once} />
    <div class="actions"><Button>I promise</Button><a href={declineHref}>I want to talk first</a></div>
  </section>
);
