/** Read and sign: the whole document, or what is new for this reader beside what it was. */
import type { ComponentChildren } from 'preact';
import { Button, Details, ErrorSummary, Note, PolicyBody, TextField } from '../../../page-parts/index.ts';
import { asWritten, ENGLISH, type Language } from '../../../platform/languages/index.ts';
import type { Need, Sheet, SigningPolicy } from '../words.ts';
import { AllowQuestions } from '../allowed/pages.tsx';
import type { Question } from '../allowed/words.ts';
import { ReadFirst } from '../family/pages.tsx';
import type { ToReadHere } from '../family/words.ts';
import { Ticks } from '../ticks/pages.tsx';
import type { Tick } from '../ticks/words.ts';
import { NewWords, numbersOf, partsOf, shownIn, Statement, titleShown, wordsIn, type Part } from './sheet.tsx';
import { reasonWords } from './words.tsx';

export interface SignProps {
  readonly slug: string;
  readonly policy: SigningPolicy;
  readonly sheet: Sheet;
  readonly need: Need | null;
  /** Where the form goes, and where "no" goes. */
  readonly action: string;
  readonly declineHref: string;
  /** Made with the page, so that two presses are one signature. */
  readonly once: string;
  /** Clause id → its words in the edition signed last; null where it is new. */
  readonly before: ReadonlyMap<string, string | null>;
  /** Clause id → in short, what it means for the person whose promise it is. */
  readonly inShort: ReadonlyMap<string, string>;
  readonly readWith: readonly { readonly title: string; readonly href: string }[];
  /** Set when another edition came into force while the page was open. */
  readonly changedMeanwhile?: readonly { readonly number: string; readonly before: string | null; readonly after: string | null }[] | undefined;
  readonly errors?: Readonly<Record<string, string>>;
  readonly typedName?: string;
  /** Parts already ticked, where the page comes back with something to mend. */
  readonly ticked?: readonly string[];
  /** Above the rules: for a guardian, the child and what the child signed. */
  readonly above?: ComponentChildren;
  readonly whose?: string;
  readonly button: string;
  /** In the place of the name and the button, where they come later. */
  readonly box?: ComponentChildren;
  /** What is to be read first, and what is said with the signature, each to be ticked; `said` are the places ticked already. */
  readonly toRead: readonly ToReadHere[];
  readonly ticks: readonly Tick[];
  readonly said?: readonly number[];
  /** What a guardian is asked beside the signature, and the answers as they were sent where the page comes back. */
  readonly questions?: readonly Question[];
  readonly answers?: Readonly<Record<string, unknown>>;
  /** The child as the roll has them, where a guardian signs. */
  readonly roll?: ComponentChildren;
  /** The languages it can be read and signed in. */
  readonly languages: readonly Language[];
  /** "Poppy Chukwu, Year 8, 8A", for the signer to check. */
  readonly signingAs: string;
}

/** The languages there are, and with a translation which text decides. */
export function InLanguage({ sheet, languages, action }: Pick<SignProps, 'sheet' | 'languages' | 'action'>) {
  const shown = sheet.translation?.language ?? ENGLISH.code;
  const others = languages.filter(one => one.code !== shown);
  return (
    <>
      {sheet.translation && <Note title="This is a translation. The English text decides."><p>The English stands behind each part: press “In English”. Both are kept with your signature.</p></Note>}
      {others.length > 0 && <p class="soft no-print">Read and sign it in {others.map((one, at) => <span key={one.code}>{at > 0 && ', '}<a href={`${action}?in=${one.code}`} lang={one.code} dir={one.direction}>{one.name}</a></span>)}</p>}
    </>
  );
}

export function SignPage(props: SignProps) {
  const { policy, sheet, need, errors = {} } = props;
  const parts = sheet.whole ? partsOf((sheet.translation?.document ?? sheet.document).body) : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 {...wordsIn(shownIn(sheet))}>{titleShown(sheet)}</h1>
      <InLanguage {...props} />
      {need && <p class="lede">{reasonWords(need, policy, props.whose)}</p>}
      {props.changedMeanwhile && <ChangedNote changes={props.changedMeanwhile} />}
      {props.above}
      {sheet.whole && <Note title="Read it first">
        <p>There are {parts.length} parts. Tick each one as you finish it: the ticks keep your place. {sheet.document.front.sign?.as === 'received' ? 'You may sign before you have read them all, but do read them soon.' : 'Your signature at the end says that you have read them all.'}</p>
        <ReadWith links={props.readWith} />
      </Note>}
      <ReadFirst documents={props.toRead} />
      <form method="post" action={props.action} class="signing">
        {sheet.whole ? <Parts parts={parts} sheet={sheet} ticked={props.ticked ?? []} /> : <NewClauses {...props} />}
        {sheet.whole && <p class="signing__progress" aria-hidden="true">{parts.length} parts, </p>}
        {props.box ?? <SignBox {...props} />}
      </form>
    </>
  );
}

const ReadWith = ({ links }: { links: SignProps['readWith'] }) =>
  links.length === 0 ? null : <p>Read with it: {links.map((link, at) => <span key={link.href}>{at > 0 && ', '}<a href={link.href}>{link.title}</a></span>)}.</p>;

/** What is different from the page that was open before. */
export function ChangedNote({ changes }: { changes: NonNullable<SignProps['changedMeanwhile']> }) {
  return (
    <Note title="These rules changed while you were reading" tone="warn">
      <p>Nothing was signed. This is the text in force now. {changes.length > 0 && 'What is different:'}</p>
      {changes.map(change => (
        <div class="sides" key={change.number}>
          <div class="side"><p class="side__label">{change.number} before</p><p>{change.before ?? 'Not there before.'}</p></div>
          <div class="side"><p class="side__label">{change.number} now</p><p>{change.after ?? 'Taken out.'}</p></div>
        </div>
      ))}
    </Note>
  );
}

function Parts({ parts, sheet, ticked }: { parts: readonly Part[]; sheet: Sheet; ticked: readonly string[] }) {
  const numbers = numbersOf(sheet.document.clauses);
  const [language, stale] = [shownIn(sheet), sheet.translation?.stale];
  const english = sheet.translation ? partsOf(sheet.document.body) : [];
  return (
    <>
      {parts.map((part, at) => (
        <section class="signing__part" key={part.id}>
          <PolicyBody blocks={part.blocks} numbers={numbers} {...(language && stale ? { language, stale } : {})} />
          {english[at] && <Details summary="In English"><PolicyBody blocks={english[at].blocks} numbers={numbers} prefix="english-" /></Details>}
          <div class="govuk-checkboxes govuk-checkboxes--small signing__tick">
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" type="checkbox" id={`read-${part.id}`} name="read" value={part.id} checked={ticked.includes(part.id)} />
              <label class="govuk-label govuk-checkboxes__label" for={`read-${part.id}`}>I have read this part<span class="govuk-visually-hidden">: {part.title}</span></label>
            </div>
          </div>
        </section>
      ))}
    </>
  );
}

/** What is new beside what it was. */
export function NewClauses({ slug, sheet, before, inShort, whose }: SignProps) {
  return (
    <section class="signing__part">
      <p>Only what is new for you is here. You have signed the rest before. <a href={`/${slug}/policies/${sheet.policy}`}>See the whole document</a>.</p>
      {sheet.clauses.map(clause => (
        <div key={clause.id}>
          <div class="sides">
            <div class="side"><p class="side__label">{clause.number}, when you last signed</p>{before.get(clause.id) ? <p {...asWritten()}>{before.get(clause.id)}</p> : <p>This was not there.</p>}</div>
            <div class="side side--new"><p class="side__label">{clause.number}, now</p><NewWords sheet={sheet} clause={clause} /></div>
          </div>
          {inShort.get(clause.id) && <p class="soft">{whose ? `In short, for ${whose}: ${inShort.get(clause.id)}` : `In short, for you: ${inShort.get(clause.id)}`}</p>}
        </div>
      ))}
    </section>
  );
}

/** The statement, the name, and the button at the end of the text. */
export function SignBox(props: SignProps & { drawingLabel?: string }) {
  const { sheet, once, errors = {}, typedName, declineHref, button, drawingLabel, signingAs } = props;
  if (props.toRead.some(one => one.readAt === null)) return <Locked {...props} />;
  return (
    <section class="card signing__box" id="sign" aria-labelledby="sign-title">
      <h2 class="card__title" id="sign-title">Sign</h2>
      <Statement sheet={sheet} />
      <Ticks ticks={props.ticks} said={props.said} errors={errors} language={shownIn(sheet)} />
      {props.roll}
      <AllowQuestions questions={props.questions ?? []} given={props.answers} errors={errors} />
      <p class="soft">You sign as {signingAs}.</p>
      <TextField name="typedName" label={props.roll ? 'Print your name' : 'Your name'} hint="Typing your name is your signature." value={typedName} error={errors['typedName']} autocomplete="name" width={30} maxlength={120} />
      <DrawingPad error={errors['drawing']} label={drawingLabel ?? 'Draw your signature as well, if you like'} />
      <input type="hidden" name="edition" value={sheet.editionId} />
      <input type="hidden" name="hash" value={sheet.hash} />
      <input type="hidden" name="once" value={once} />
      <div class="actions"><Button>{button}</Button><a href={declineHref}>I do not want to sign this</a></div>
    </section>
  );
}

/** In the place of the name, while something is to be read first. */
export const Locked = ({ toRead, declineHref }: Pick<SignProps, 'toRead' | 'declineHref'>) => (
  <section class="card signing__box" id="sign" aria-labelledby="sign-title">
    <h2 class="card__title" id="sign-title">Sign</h2>
    <p>Before you can sign, read:</p>
    <ul>{toRead.filter(one => one.readAt === null).map(one => <li key={one.id}><a href={one.here}>{one.title}</a></li>)}</ul>
    <p><a href={declineHref}>I do not want to sign this</a></p>
  </section>
);

/** A place to draw a signature with a finger, a pen or the mouse. It needs the browser's script; the typed name is always enough. */
function DrawingPad({ error, label }: { error?: string | undefined; label: string }) {
  return (
    <div class="drawing" data-drawing hidden>
      <Details summary={label} open={error !== undefined}>
        {error && <p class="govuk-error-message">{error}</p>}
        <svg class="drawing__pad" viewBox="0 0 600 180" role="img" aria-label="Place to draw a signature"><path class="drawing__ink" d="" /></svg>
        <input type="hidden" name="drawing" id="drawing" value="" />
        <button type="button" class="link-button" data-drawing-clear>Clear</button>
      </Details>
    </div>
  );
}
