/** The pages of May I. */
import { AnswerCard, Button, ButtonLink, Choices, Empty, longDay, QuestionBox, Select, TextField } from '../../page-parts/index.ts';
import type { Resting } from '../answers.ts';
import { AppsPanel, type AppsShown } from './apps-panel.tsx';
import { People, Quotes, Rests, TellSomeone } from './answer-parts.tsx';
import type { AnswerView, FollowUp, HelpLine, Holder } from './words.ts';
import { AboutPictures } from './pictures-part.tsx';
import { Elsewhere } from './elsewhere.tsx';
import type { Pictures } from './pictures.ts';

/** "None of the permissions that I hold." */
const NO_USE = 'none';

export interface BoxView {
  readonly slug: string;
  readonly question: string;
  readonly error?: string | undefined;
  /** Examples a person like this one might ask. */
  readonly examples: readonly string[];
  /** Signed out: as whom the question is put. */
  readonly as?: { readonly chosen: string; readonly choices: readonly { readonly value: string; readonly text: string }[] } | undefined;
}

export interface AnsweredView extends BoxView {
  readonly pupil: boolean;
  readonly safety: boolean;
  readonly view: AnswerView | null;
  readonly didYouMean: readonly { readonly act: string; readonly plain: string }[];
  readonly facts: Readonly<Record<string, string>>;
  readonly helpLines: readonly HelpLine[];
  readonly dsl: Holder;
  /** Permissions on which the answer stands. */
  readonly rests: readonly Resting[];
  /** What is known of recordings and of pictures on hold. */
  readonly pictures: Pictures;
  /** What the register of applications says of names in the question. */
  readonly apps: AppsShown | null;
}

/** The box by itself. */
export const BoxPage = (view: BoxView) => (
  <>
    <h1>May I …?</h1>
    <p class="lede">Ask in your own words. The answer comes from this school’s own rules, with the clause.</p>
    <Box {...view} ready={view.question === ''} />
    {view.examples.length > 0 && (
      <>
        <h2>People ask</h2>
        <ul class="plain-list stack">{view.examples.map(example => (
          <li key={example}><form method="post" action={`/${view.slug}/may-i`} class="inline-form"><input type="hidden" name="question" value={example} />
            {view.as && <input type="hidden" name="as" value={view.as.chosen} />}<button class="link-button" type="submit">{example}</button></form></li>
        ))}</ul>
      </>
    )}
  </>
);

/** `ready` puts the cursor into the box: only where nothing above it must be read first. */
function Box({ ready, ...view }: BoxView & { ready?: boolean }) {
  if (!view.as) return <><BoxError error={view.error} /><QuestionBox action={`/${view.slug}/may-i`} value={view.question} label="Your question" autofocus={ready ?? false} /></>;
  return (
    <form method="post" action={`/${view.slug}/may-i`} class="stack">
      <BoxError error={view.error} />
      <Select name="as" label="I am" choices={view.as.choices} value={view.as.chosen} />
      <div class="askbox"><label class="askbox__label" for="question">Your question</label>
        <div class="askbox__row"><input class="askbox__input" id="question" name="question" value={view.question} autocomplete="off" maxLength={400} /><button class="askbox__button" type="submit">Ask</button></div>
      </div>
    </form>
  );
}

const BoxError = ({ error }: { error?: string | undefined }) => (error ? <p class="govuk-error-message" id="question-error"><span class="govuk-visually-hidden">Error:</span> {error}</p> : null);

/** The answer under the question it answers, then the box to ask again. */
export const AnswerPage = (page: AnsweredView) => (
  <>
    {page.safety && <TellSomeone helpLines={page.pupil ? page.helpLines.filter(line => !line.for.startsWith('adults')) : page.helpLines} dsl={page.dsl} alone={page.view === null} slug={page.slug} pupil={page.pupil} />}
    {(page.view !== null || !page.safety) && <div class="stack" id="answer" tabIndex={-1} data-focus={page.safety ? undefined : ''}>
      <hgroup class="asked"><p class="asked__label">You asked</p><h1 class="asked__words">{page.question}</h1></hgroup>
      <Elsewhere question={page.question} slug={page.slug} />
      {page.view ? <Answered page={page} view={page.view} /> : <NotSure page={page} />}
      {page.apps && !page.view && <AppsPanel slug={page.slug} apps={page.apps} />}
    </div>}
    <h2 class="no-print">Ask {page.safety ? 'something else' : 'again in other words'}</h2>
    <Box {...page} question={page.safety ? '' : page.question} />
  </>
);

function Answered({ page, view }: { page: AnsweredView; view: AnswerView }) {
  return (
    <>
      <p class="soft">We took it as: {view.understood}.{view.guessed.length > 0 && <> You did not say, so we guessed: {view.guessed.join(' ')} If that is wrong, say so in your question.</>}</p>
      <AnswerCard says={view.answer.says} headline={view.headline} clauses={view.quoted} lines={view.lines}>
        {view.hidden > 0 && <p>The rule that decides this is not on the public pages. <a href={`/${page.slug}/sign-in`}>Sign in</a> to read it.</p>}
        {!view.hangsOnUse && <Rests rests={page.rests} />}
        {view.setAside.length > 0 && <Quotes title="Otherwise this holds" clauses={view.setAside} />}
        <AboutPictures pictures={page.pictures} />
        <People label="Who decides" groups={view.ask} slug={page.slug} />
        {view.answer.says === 'ask' && !page.as && <p class="actions no-print"><ButtonLink href={`/${page.slug}/ask/${view.act}?${view.situation}`}>Ask for it</ButtonLink></p>}
        <People label="Whom to tell" groups={view.tell} slug={page.slug} />
        {view.tell.length > 0 && !page.as && <p class="no-print"><a href={`/${page.slug}/something-happened?kind=${encodeURIComponent(view.act)}`}>Tell them now</a></p>}
        {view.duties.length > 0 && <Quotes title="And you have to" clauses={view.duties} />}
        {view.meanwhile.length > 0 && <Quotes title="Until somebody has said yes" clauses={view.meanwhile} />}
        {view.nearest.length > 0 && <Quotes title="The nearest rules" clauses={view.nearest} />}
      </AnswerCard>
      {page.apps && <AppsPanel slug={page.slug} apps={page.apps} />}
      {view.hangsOnUse && <UseForm page={page} view={view} />}
      {view.unsettled && <Unsettled page={page} view={view} owners={view.unsettled.owners} mayAsk={view.unsettled.mayAsk} />}
      {view.followUp && <FollowUpForm page={page} view={view} followUp={view.followUp} />}
      {page.didYouMean.length > 0 && <DidYouMean page={page} title="Not what you meant?" />}
    </>
  );
}

function NotSure({ page }: { page: AnsweredView }) {
  const toTeacher = page.pupil && <p>Ask a teacher before you do it.</p>;
  return page.didYouMean.length > 0
    ? <><DidYouMean page={page} title="Did you mean …?" />{toTeacher}</>
    : (
      <Empty title="The box did not understand that question">
        <p>Try it with other words: what you want to do, with what, and where. <a href={`/${page.slug}/policies`}>Or read the rules.</a></p>
        {toTeacher}
      </Empty>
    );
}

const DidYouMean = ({ page, title }: { page: AnsweredView; title: string }) => (
  <section class="card card--silent" aria-labelledby="did-you-mean">
    <h2 class="card__title" id="did-you-mean">{title}</h2>
    <ul class="plain-list stack">{page.didYouMean.map(({ act, plain }) => (
      <li key={act}>
        <form method="post" action={`/${page.slug}/may-i#answer`}>
          <Carried page={page} /><input type="hidden" name="act" value={act} />
          <button class="link-button" type="submit">May I {plain}?</button>
        </form>
      </li>
    ))}</ul>
  </section>
);

const Carried = ({ page }: { page: AnsweredView }) => (
  <>
    <input type="hidden" name="question" value={page.question} />
    {page.as && <input type="hidden" name="as" value={page.as.chosen} />}
  </>
);

/** A permission that no fact tells from any other under its rule: only whoever asks knows whether it is for this. */
function UseForm({ page, view }: { page: AnsweredView; view: AnswerView }) {
  return (
    <section class="card card--depends" aria-label="One more question">
      <form method="post" action={`/${page.slug}/may-i#answer`}>
        <Carried page={page} /><input type="hidden" name="act" value={view.act} />
        {Object.entries(page.facts).map(([fact, value]) => <input type="hidden" name={`fact.${fact}`} value={value} key={fact} />)}
        <p>You have a permission, and it counts only for what it was given for.</p>
        <Choices name="use" label="Is it this?" choices={[...page.rests.map(one => ({ value: one.use ?? '', text: one.what, hint: <UseHint one={one} /> })), { value: NO_USE, text: 'No, something else' }]} />
        <Button>Answer</Button>
      </form>
    </section>
  );
}

const UseHint = ({ one }: { one: Resting }) => (one.conditions ? <>Until {longDay(one.until)}. Conditions: {one.conditions}</> : <>Until {longDay(one.until)}.</>);

/** Nothing that was offered fits: it is said who knows, and no yes is guessed. */
function Unsettled({ page, view, owners, mayAsk }: { page: AnsweredView; view: AnswerView; owners: NonNullable<AnswerView['unsettled']>['owners']; mayAsk: boolean }) {
  return (
    <section class="card card--ask" aria-labelledby="unsettled">
      <h2 class="card__title" id="unsettled">Ask before you do it</h2>
      <p>The rules do not say enough about what you mean, and that is not a yes.</p>
      <People label="Who looks after these rules" groups={owners} slug={page.slug} />
      {mayAsk && !page.as && <p class="actions no-print"><ButtonLink href={`/${page.slug}/ask/${view.act}?${view.situation}`}>Ask for it</ButtonLink></p>}
    </section>
  );
}

function FollowUpForm({ page, view, followUp }: { page: AnsweredView; view: AnswerView; followUp: FollowUp }) {
  const name = `fact.${followUp.fact}`;
  return (
    <section class="card card--depends" aria-label="One more question">
      <form method="post" action={`/${page.slug}/may-i#answer`}>
        <Carried page={page} /><input type="hidden" name="act" value={view.act} />
        {Object.entries(page.facts).filter(([fact]) => fact !== followUp.fact).map(([fact, value]) => <input type="hidden" name={`fact.${fact}`} value={value} key={fact} />)}
        {followUp.choices.length > 0
          ? <Choices name={name} id="follow-up" label={followUp.question} choices={followUp.choices} />
          : <TextField name={name} id="follow-up" label={followUp.question} width={10} hint={{ number: 'A number', span: 'For example 25 days', date: 'For example 2026-11-20' }[followUp.type as 'number' | 'span' | 'date']} />}
        <Button>Answer</Button>
      </form>
    </section>
  );
}
