/** The rules a visitor is shown at the door, and signing them there. */
import { Choices, Details, ErrorSummary, longDay, Note, TextField } from '../../../page-parts/index.ts';
import { asWritten, knownLanguages } from '../../../platform/languages/index.ts';
import type { DoorSheet } from '../../answers.ts';
import { sayField, type Said, type ShortRule } from '../decisions.ts';
import { nameOf, type Visit } from '../words.ts';
import { Kiosk, type Errors } from './frame.tsx';

export interface RulesProps {
  readonly slug: string;
  readonly visit: Visit;
  readonly host: string | null;
  /** "volunteer": what the school's record says of the person it takes them for. */
  readonly knownAs: string | null;
  readonly short: readonly ShortRule[];
  readonly sheets: readonly DoorSheet[];
  readonly hash: string | null;
  /** Whether a supply teacher may sign on a device of their own. */
  readonly ownDevice: boolean;
  readonly errors?: Errors;
  readonly said?: Said;
  readonly typedName?: string;
  readonly changed?: boolean;
}

export function RulesPage(props: RulesProps) {
  const { slug, visit, host, short, sheets, errors = {} } = props;
  const open = sheets.filter(sheet => sheet.signedOn === null);
  return (
    <Kiosk slug={slug} idle={240}>
      <ErrorSummary errors={errors} />
      <h1>{props.hash === null ? 'Is this right?' : 'Our rules for you'}</h1>
      {props.changed && <Note tone="warn" title="The rules have just changed"><p>Nothing was signed. This is the text in force now.</p></Note>}
      <p class="lede">{nameOf(visit)}. {host === null ? 'You visit the school office.' : <>You visit {host}.</>}</p>
      {props.knownAs !== null && (
        <Note title="The school knows you">
          <p>We found your name in the school’s list: {props.knownAs}.</p>
          <form method="post" action={`/${slug}/kiosk/visit/${visit.id}`}><button class="govuk-button govuk-button--secondary" name="do" value="not-me">That is not me</button></form>
        </Note>
      )}
      <form method="post" action={`/${slug}/kiosk/visit/${visit.id}`} autocomplete="off">
        {short.length > 0 && <ShortList short={short} />}
        {sheets.filter(sheet => sheet.signedOn !== null).map(sheet => (
          <Note key={sheet.policy} tone="good" title={sheet.title}><p>You signed these rules on {longDay(sheet.signedOn!)}. They still hold as you signed them, so you need not sign again.</p></Note>
        ))}
        {open.map(sheet => <SheetView key={sheet.policy} sheet={sheet} said={props.said} errors={errors} />)}
        {props.hash !== null && <Mark {...props} errors={errors} signs={open.length > 0} />}
        <input type="hidden" name="hash" value={props.hash ?? ''} />
        <div class="actions">
          <button class="govuk-button" type="submit" name="do" value="agree" data-once>{props.hash === null ? 'Sign in' : 'I agree'}</button>
          <button class="govuk-button govuk-button--secondary" name="do" value="stop">Stop and start again</button>
        </div>
        {props.ownDevice && open.length > 0 && <p><button class="link-button" name="do" value="own-device">I would rather read and sign on my own laptop or phone</button></p>}
      </form>
    </Kiosk>
  );
}

/** How words in a language are marked. */
const inTheirs = (code: string) => { const known = knownLanguages().find(one => one.code === code); return { lang: code, dir: known?.direction ?? 'ltr' }; };

/** The rules that come up first, in their own words. */
export const ShortList = ({ short }: { short: readonly ShortRule[] }) => (
  <section aria-labelledby="short-title">
    <h2 id="short-title">The rules that matter most today</h2>
    <ol class="short-rules">{short.map(({ policy, title, clause, said }) => (
      <li key={`${policy}#${clause.id}`}>
        <p class="serif" {...(said ? inTheirs(said.language) : asWritten())}>{said?.text ?? clause.text}</p>
        <p class="small soft"><span {...(said ? inTheirs(said.language) : asWritten())}>{said?.title ?? title}</span>, {clause.number}</p>
      </li>
    ))}</ol>
  </section>
);

/** One policy to sign: what is said by signing, line by line where the policy has it so, and every word of it; in a translation with the English one press away. */
export function SheetView({ sheet, said = {}, errors = {} }: { sheet: DoorSheet; said?: Said | undefined; errors?: Errors | undefined }) {
  const { translation } = sheet;
  const words = translation ? inTheirs(translation.language) : asWritten();
  const title = translation?.title ?? sheet.title;
  return (
    <section class="card">
      <h2 class="card__title" {...words}>{title}</h2>
      {translation && <p><strong>This is a translation. The English text decides.</strong> Both are kept with your signature.</p>}
      <p>Every rule of it that binds you, word for word:</p>
      <div class="all-rules" tabIndex={0} role="region" aria-label={title}>
        {sheet.clauses.map(clause => { const theirs = translation?.clauses.get(clause.id); return <p class="serif" key={clause.id} {...(theirs === undefined ? asWritten() : words)}><span class="soft">{clause.number}</span> {theirs ?? clause.text}</p>; })}
      </div>
      {translation && <Details summary="In English">{sheet.clauses.map(clause => <p class="serif" key={clause.id} {...asWritten()}><span class="soft">{clause.number}</span> {clause.text}</p>)}</Details>}
      <p class="signing__statement" {...words}>{translation?.statement ?? sheet.statement}</p>
      {translation && translation.statement !== sheet.statement && <p class="soft" {...asWritten()}>{sheet.statement}</p>}
      {sheet.says.length > 0 && (
        <Choices name={sayField(sheet.policy)} label="Tick each line. With your name you say it." many error={errors[sayField(sheet.policy)]} chosen={(said[sheet.policy] ?? []).map(String)}
          choices={sheet.says.map((one, at) => ({ value: String(at), text: <><span class="clause__number">{one.number}</span> {one.words}</> }))} />
      )}
    </section>
  );
}

function Mark({ visit, errors, typedName, signs }: RulesProps & { errors: Errors; signs: boolean }) {
  return (
    <section class="card signing__box" aria-labelledby="mark-title">
      <h2 class="card__title" id="mark-title">{signs ? 'Sign' : 'Agree'}</h2>
      <TextField name="typedName" label="Type your name" hint="Typing your name is your signature." value={typedName} error={errors['typedName']} autocomplete="off" spellcheck={false} maxlength={120} />
      <div class="drawing" data-drawing hidden>
        <p>Or draw your mark here. Either is enough.</p>
        {errors['drawing'] && <p class="govuk-error-message">{errors['drawing']}</p>}
        <svg class="drawing__pad" viewBox="0 0 600 180" role="img" aria-label="Place to draw your mark"><path class="drawing__ink" d="" /></svg>
        <input type="hidden" name="drawing" id={`drawing-${visit.id}`} value="" />
        <button type="button" class="link-button" data-drawing-clear>Clear</button>
      </div>
    </section>
  );
}
