/** The pages of the tablet at reception: few words, large targets, one thing at a time. */
import type { ComponentChildren, VNode } from 'preact';
import { Button, Choices, Details, ErrorSummary, longDay, longMoment, Note, TextField } from '../../../page-parts/index.ts';
import { asWritten, ENGLISH, knownLanguages, languages, spoken } from '../../../platform/languages/index.ts';
import type { DoorSheet } from '../../answers.ts';
import { sayField, type Said, type ShortRule } from '../decisions.ts';
import type { MyCode } from '../wifi/words.ts';
import { nameOf, REASONS, type Visit } from '../words.ts';

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
type Errors = Readonly<Record<string, string>>;

const textOf = (given: Given, name: string): string => String(given[name] ?? '');

/** Round every page: what was typed goes when nobody touches the screen for a while. */
function Kiosk({ slug, idle = 90, children }: { slug: string; idle?: number; children: ComponentChildren }) {
  return (
    <div class="kiosk" data-idle={idle} data-idle-to={`/${slug}/kiosk`}>
      {children}
      <p class="kiosk__idle" role="status" data-idle-words hidden>Are you still there? Touch the screen to go on. Otherwise what you typed goes.</p>
    </div>
  );
}

export function StartPage({ slug, school, place, keepDays }: { slug: string; school: string; place: string; keepDays: number }) {
  return (
    <div class="kiosk kiosk--start">
      <h1>Welcome to {school}</h1>
      <nav class="kiosk__ways" aria-label="What would you like to do?">
        <a class="kiosk__way" href={`/${slug}/kiosk/arrive`}>I am arriving</a>
        <a class="kiosk__way kiosk__way--quiet" href={`/${slug}/kiosk/leave`}>I am leaving</a>
      </nav>
      <Languages slug={slug} />
      <p>Supply teachers sign in here too. Children do not: bring them to the desk.</p>
      <p class="soft small">What you type here is for the school’s safety and is forgotten after {keepDays} days. <a href={`/${slug}/policies`}>The school’s rules</a></p>
      <p class="soft small">{place}. <a href={`/${slug}/kiosk/close`}>For the office: close this kiosk</a></p>
    </div>
  );
}

/** The languages the tablet speaks. The choice is for one visit: the next guest finds it as it was. */
function Languages({ slug }: { slug: string }) {
  const others = [ENGLISH, ...languages().filter(one => one.code !== ENGLISH.code)].filter(one => one.code !== spoken().code);
  if (others.length === 0) return null;
  return <form method="post" action={`/${slug}/kiosk/language`} class="kiosk__languages">{others.map(one => <button key={one.code} class="govuk-button govuk-button--secondary" name="language" value={one.code} lang={one.code} dir={one.direction}>{one.name}</button>)}</form>;
}

export interface ArriveProps {
  readonly slug: string;
  readonly given: Given;
  readonly errors?: Errors;
  /** Members of staff among whom to choose, where several fit what was typed. */
  readonly hosts?: readonly { readonly id: string; readonly name: string }[];
}

export function ArrivePage({ slug, given, errors = {}, hosts = [] }: ArriveProps) {
  const field = (name: string) => ({ name, value: textOf(given, name), error: errors[name] });
  return (
    <Kiosk slug={slug}>
      <ErrorSummary errors={errors} />
      <h1>Who are you, and whom do you visit?</h1>
      <form method="post" action={`/${slug}/kiosk/arrive`} autocomplete="off">
        <div class="kiosk__pair">
          <TextField {...field('givenName')} label="First name" autocomplete="off" spellcheck={false} maxlength={80} />
          <TextField {...field('familyName')} label="Family name" autocomplete="off" spellcheck={false} maxlength={80} />
        </div>
        <TextField {...field('organisation')} label="Organisation or agency" hint="Leave it empty if you come for yourself." autocomplete="off" maxlength={120} />
        <Choices name="reason" label="What brings you here?" error={errors['reason']} chosen={[textOf(given, 'reason')]} choices={REASONS.map(({ reason, title }) => ({ value: reason, text: title }))} />
        {hosts.length > 0
          ? <Choices name="hostId" label="Whom do you visit?" error={errors['hostId']} chosen={[textOf(given, 'hostId')]} choices={[...hosts.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: 'None of these: the school office' }]} />
          : <TextField {...field('host')} label="Whom do you visit?" hint="At least three letters of the name. Leave it empty if it is the school office." autocomplete="off" spellcheck={false} maxlength={80} />}
        <Choices name="access" label="Will you use the school’s wifi or a school computer?" inline error={errors['access']} chosen={[textOf(given, 'access')]} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        <TextField {...field('about')} label="A few words on your visit, if you like" autocomplete="off" maxlength={200} />
        <TextField {...field('vehicle')} label="Number plate, if you have parked here" width={10} autocomplete="off" spellcheck={false} maxlength={20} />
        <div class="actions"><Button>Go on</Button><a href={`/${slug}/kiosk`}>Start again</a></div>
      </form>
    </Kiosk>
  );
}

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

/** What came of asking for a code of the wifi, as its page says it. */
export type WifiSaid = 'none-left' | 'sign-first' | 'no-rules' | 'not-asked';

export function DonePage({ slug, school, visit, host, code, wifi }: { slug: string; school: string; visit: Visit; host: string | null; code: MyCode | null; wifi: WifiSaid }) {
  return (
    <Kiosk slug={slug} idle={180}>
      <h1>Thank you. You are signed in.</h1>
      <p class="lede">{host === null ? 'The office knows that you are here.' : <>{host} is being told that you are here. Please wait.</>}</p>
      <Badge school={school} visit={visit} host={host} code={code} />
      {code && <WifiCode code={code} />}
      {!code && wifi !== 'not-asked' && <NoCode wifi={wifi} />}
      <p>When you leave, type the code of your badge here: <strong class="badge-code">{visit.code}</strong></p>
      <div class="actions">
        <a class="govuk-button" href={`/${slug}/kiosk`} draggable={false}>Done</a>
        <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>Print the badge</button>
        <a href={`/${slug}/kiosk/visit/${visit.id}/badge`}>The badge as a label (PDF)</a>
      </div>
    </Kiosk>
  );
}

export function Badge({ school, visit, host, code }: { school: string; visit: Visit; host: string | null; code: MyCode | null }) {
  return (
    <section class="badge" aria-label="Your badge">
      <p class="badge__school">{school}</p>
      <p class="badge__name">{nameOf(visit)}</p>
      {visit.organisation !== '' && <p>{visit.organisation}</p>}
      <p>{host === null ? 'Visits the school office' : <>Visits {host}</>}</p>
      <p>{longDay(visit.day)}</p>
      {code && <p>Wifi {code.network}: <span class="mono">{code.code}</span></p>}
      <p class="badge__code">{visit.code}</p>
    </section>
  );
}

export const WifiCode = ({ code }: { code: MyCode }) => (
  <Note tone="good" title="Your code for the guest wifi">
    <p>Choose the wifi <strong>{code.network}</strong> and give this code: <strong class="badge-code mono">{code.code}</strong></p>
    <p>It is yours alone, and good until the end of {longDay(code.endsOn)}.</p>
  </Note>
);

export const NoCode = ({ wifi }: { wifi: Exclude<WifiSaid, 'not-asked'> }) => (
  <Note title="No code for the wifi yet">
    {wifi === 'none-left' && <p>There is no free code just now. Those who look after the wifi have been told. Ask at the desk.</p>}
    {wifi === 'sign-first' && <p>A code is given once the rules are signed. Ask at the desk.</p>}
    {wifi === 'no-rules' && <p>Here a code is given only to people who have signed rules for it, and this school has none for guests. Ask at the desk.</p>}
  </Note>
);

export function OwnDevicePage({ slug, visit, qr, until }: { slug: string; visit: Visit; qr: VNode; until: Date }) {
  return (
    <Kiosk slug={slug} idle={300}>
      <h1>Read and sign on your own device</h1>
      <p class="lede">Point its camera at this picture. It opens the rules for you alone, signs once, and works until {longMoment(until)}.</p>
      {qr}
      <p>Then come back to this screen.</p>
      <div class="actions"><a class="govuk-button" href={`/${slug}/kiosk/visit/${visit.id}`} draggable={false}>I have signed: go on</a></div>
    </Kiosk>
  );
}

export function LeavePage({ slug, errors = {} }: { slug: string; errors?: Errors }) {
  return (
    <Kiosk slug={slug}>
      <ErrorSummary errors={errors} />
      <h1>Goodbye</h1>
      <form method="post" action={`/${slug}/kiosk/leave`} autocomplete="off">
        <TextField name="badge" label="The code on your badge, or your full name" error={errors['badge']} autocomplete="off" spellcheck={false} maxlength={160} large />
        <div class="actions"><Button>Sign out</Button><a href={`/${slug}/kiosk`}>Start again</a></div>
      </form>
    </Kiosk>
  );
}

export const ClosePage = ({ slug, place }: { slug: string; place: string }) => (
  <Kiosk slug={slug}>
    <h1>Only the office closes this kiosk</h1>
    <p>On any computer: sign in, open <strong>Visitors</strong>, then <strong>Kiosks</strong>, and end “{place}”. This tablet then shows nothing any more.</p>
    <div class="actions"><a class="govuk-button" href={`/${slug}/kiosk`} draggable={false}>Back</a><a href={`/${slug}/sign-in?next=${encodeURIComponent(`/${slug}/visitors/kiosks`)}`}>Sign in here, as the office</a></div>
  </Kiosk>
);
