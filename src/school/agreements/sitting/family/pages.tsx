/** A parent's sitting: what there is, one document after another, everything looked at once more, and what was signed. */
import { Button, ButtonLink, Card, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Progress, Seal, Table, TextField } from '../../../../page-parts/index.ts';
import { asWritten } from '../../../../platform/languages/index.ts';
import { AllowQuestions, answerRows } from '../../allowed/pages.tsx';
import type { AnswerGiven } from '../../allowed/words.ts';
import { shownIn, Statement, wordsIn } from '../../pages/sheet.tsx';
import { Locked, type SignProps } from '../../pages/sign.tsx';
import { Ticks } from '../../ticks/pages.tsx';
import type { Tick } from '../../ticks/words.ts';
import type { Sheet } from '../../words.ts';
import { readyParts } from './decisions.ts';
import type { Part } from './words.ts';

export const familySittingHref = (slug: string, more = ''): string => `/${slug}/family/sitting${more}`;
export const partHref = (slug: string, { child, policy }: Pick<Part, 'child' | 'policy'>): string => familySittingHref(slug, `/${child}/${policy}`);

const STATE: Readonly<Record<Part['state'], string>> = { open: 'to read', ready: 'read and answered', signed: 'signed', gone: 'no longer asked' };

export interface FamilyWalkProps {
  readonly slug: string;
  readonly parts: readonly Part[];
  readonly next: Part | null;
  readonly begun: boolean;
}

/** Before the first document, and whenever a parent stops. */
export function FamilyWalkPage({ slug, parts, next, begun }: FamilyWalkProps) {
  const [open, ready] = [parts.filter(one => one.state === 'open').length, readyParts(parts).length];
  if (open + ready === 0) {
    return (
      <>
        <h1>Nothing to sign</h1>
        <Empty title="You are up to date"><p><a href={`/${slug}/family`}>My family</a></p></Empty>
      </>
    );
  }
  return (
    <>
      <h1>Read and sign for your family</h1>
      <p class="lede">You read each document and answer what it asks. Then you look at all your answers once more, and sign with your name, once. You may stop at any time and go on where you stopped.</p>
      <Progress done={parts.length - open} of={parts.length} label={`${parts.length - open} of ${parts.length} read`} />
      <Table<Part> caption="The documents" hideCaption rows={parts} columns={[
        { head: 'Child', cell: one => one.name },
        { head: 'Document', cell: one => one.title },
        { head: 'State', cell: one => STATE[one.state] },
        { head: 'Please sign by', cell: one => (one.due && one.state !== 'signed' ? longDay(one.due) : '–') },
      ]} />
      <form method="post" action={familySittingHref(slug)}><Button>{next === null ? 'Check your answers' : begun ? 'Go on' : 'Begin'}</Button></form>
      <p><a href={`/${slug}/family`}>My family</a></p>
    </>
  );
}

/** Above a document: which of how many. */
export const FamilySittingLine = ({ slug, at, of }: { slug: string; at: number; of: number }) => (
  <div class="no-print">
    <Progress done={at - 1} of={of} label={`Document ${at} of ${of}`} />
    <p><a href={familySittingHref(slug)}>Stop for now</a></p>
  </div>
);

/** In the place of the name: it comes once, at the end. */
export function PartBox(props: SignProps) {
  const { sheet, errors = {} } = props;
  if (props.toRead.some(one => one.readAt === null)) return <Locked {...props} />;
  return (
    <section class="card signing__box" id="sign" aria-labelledby="sign-title">
      <h2 class="card__title" id="sign-title">Your answers</h2>
      <Statement sheet={sheet} />
      <Ticks ticks={props.ticks} said={props.said} errors={errors} language={shownIn(sheet)} />
      {props.roll}
      <AllowQuestions questions={props.questions ?? []} given={props.answers} errors={errors} />
      <p class="soft">Nothing is signed yet. You put your name to it at the end, together with the others.</p>
      <input type="hidden" name="edition" value={sheet.editionId} />
      <input type="hidden" name="hash" value={sheet.hash} />
      <div class="actions"><Button>I have read it: go on</Button><a href={props.declineHref}>I do not want to sign this</a></div>
    </section>
  );
}

/** One document on the page where all is looked at once more. */
export interface Checked {
  readonly part: Part;
  readonly sheet: Sheet;
  readonly ticked: readonly Tick[];
  readonly answers: readonly AnswerGiven[];
}

export interface CheckProps {
  readonly slug: string;
  readonly checked: readonly Checked[];
  /** The mark of all of it. */
  readonly mark: string;
  readonly open: number;
  readonly signingAs: string;
  readonly changed?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  readonly typedName?: string;
}

/** Everything that is about to be signed, each with a way to change it, and one name under it. */
export function CheckPage({ slug, checked, mark, open, signingAs, changed, errors = {}, typedName }: CheckProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Check your answers</h1>
      {changed && <Note title="Something is different now" tone="warn"><p>Nothing was signed. This is how it stands now: please look at it once more.</p></Note>}
      <p class="lede">This is what you sign with your name. Each document is kept by itself, with a certificate of its own.</p>
      {open > 0 && <Note><p>{counted(open, 'more document waits', 'more documents wait')} to be read. You may sign these first. <a href={familySittingHref(slug)}>See all documents</a></p></Note>}
      {checked.map(one => <CheckedCard key={`${one.part.child} ${one.part.policy}`} slug={slug} one={one} />)}
      <form method="post" action={familySittingHref(slug, '/check')} class="card signing__box" novalidate>
        <h2 class="card__title">Sign {counted(checked.length, 'document')}</h2>
        <p class="soft">You sign as {signingAs}.</p>
        <TextField name="typedName" label="Print your name" hint="Typing your name is your signature." value={typedName} error={errors['typedName']} autocomplete="name" width={30} maxlength={120} />
        <input type="hidden" name="mark" value={mark} />
        <div class="actions"><Button>Sign them</Button><a href={familySittingHref(slug)}>Not now</a></div>
      </form>
    </>
  );
}

const CheckedCard = ({ slug, one: { part, sheet, ticked, answers } }: { slug: string; one: Checked }) => (
  <Card title={`${part.name}: ${part.title}`}>
    <p class="signing__statement" {...wordsIn(shownIn(sheet))}>{sheet.translation?.statement ?? sheet.statement}</p>
    {ticked.length > 0 && <ul class="promises">{ticked.map(tick => <li key={tick.words}><span class="clause__number">{tick.number}</span> {tick.shown === null ? <span {...asWritten()}>{tick.words}</span> : <span {...wordsIn(shownIn(sheet))}>{tick.shown}</span>}</li>)}</ul>}
    {answers.length > 0 && <Facts rows={answerRows(answers)} />}
    <p class="small"><a href={partHref(slug, part)}>Change<span class="govuk-visually-hidden">: {part.name}, {part.title}</span></a> <span class="soft">Edition {sheet.edition}</span></p>
  </Card>
);

export interface FamilySignedProps {
  readonly slug: string;
  readonly parts: readonly Part[];
  readonly finishedAt: Date | null;
}

/** What was signed, each with its own certificate. */
export function FamilySignedPage({ slug, parts, finishedAt }: FamilySignedProps) {
  const signed = parts.filter(one => one.agreement !== null);
  return (
    <>
      <h1>{finishedAt ? 'Done. Thank you.' : 'So far'}</h1>
      <p class="lede">You have signed {counted(signed.length, 'document')}. You are asked again only when something new is asked.</p>
      <Table<Part> caption="What you signed in this sitting" hideCaption rows={parts} columns={[
        { head: 'Child', cell: one => one.name },
        { head: 'Document', cell: one => (one.agreement ? <><Seal size={22} tilt={false} /> <a href={`/${slug}/agreements/seal/${one.agreement}`}>{one.title}</a></> : one.title) },
        { head: 'State', cell: one => STATE[one.state] },
        { head: 'Seal of the text', cell: one => (one.agreement && one.textHash ? <span class="mono">{one.textHash.slice(0, 16)}</span> : '–') },
      ]} />
      {finishedAt && <p class="soft">{longMoment(finishedAt)}.</p>}
      <div class="actions no-print">
        <ButtonLink href={`/${slug}/family`} tone="quiet">My family</ButtonLink>
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
      </div>
    </>
  );
}

/** On the family's page and the start page, where more than one document waits. */
export const FamilySittingCard = ({ slug, count }: { slug: string; count: number }) => (
  <Card title={`Read and sign these ${count} documents`} tone="ask">
    <p>For all your children, one after another, and your name once at the end. You may stop and go on later.</p>
    <ButtonLink href={familySittingHref(slug)}>Begin</ButtonLink>
  </Card>
);
