/** The first page, a school's start page, the logbook. */
import { ButtonLink, Card, Chip, counted, Details, Empty, Figure, Filters, Grid, longDay, longMoment, Note, Progress, QuestionBox, Seal, Select, Table } from '../../page-parts/index.ts';
import type { NavEntry } from '../feature.ts';
import type { SchoolCard, StartView, Today } from './words.ts';

export interface FirstView {
  readonly cards: readonly SchoolCard[];
  readonly demonstration: boolean;
  readonly askAs: readonly { readonly value: string; readonly text: string }[];
}

/** `/`: the schools here and a live question box. */
export const FirstPage = ({ cards, demonstration, askAs }: FirstView) => (
  <>
    <div class="hero"><Seal size={72} /><div><h1>Your school’s ICT rules, running</h1>
      <p class="lede">People read and sign them. Anyone asks “May I …?” and gets the clause. Governors see the proof.</p></div></div>
    {cards.length > 0 && <AskAnySchool cards={cards} askAs={askAs} />}
    {cards.length === 0 && <Empty title="No school is here yet"><p>Whoever keeps this server opens one: <code>countersign open-school</code>.</p><p>Start Countersign without NODE_ENV=production to see the model schools.</p></Empty>}
    <Grid>{cards.map(card => <OneSchool key={card.school.id} card={card} demonstration={demonstration} />)}</Grid>
  </>
);

/** One box, one button a school: each button sends the question to that school's own rules. */
const AskAnySchool = ({ cards, askAs }: Pick<FirstView, 'cards' | 'askAs'>) => (
  <form class="card ask-any" method="post" action={`/${cards[0]!.school.slug}/may-i`}>
    <div class="askbox"><label class="askbox__label" for="question">May I …?</label>
      <div class="askbox__row"><input class="askbox__input" id="question" name="question" autocomplete="off" maxLength={400} value="My baby is ill. Can I keep my mobile in class?" /></div></div>
    <div class="row">
      <Select name="as" label="I am" choices={askAs} value="supply" />
      <fieldset class="ask-any__schools"><legend>Ask the rules of</legend>
        <div class="row">{cards.map(card => <button key={card.school.id} class="govuk-button govuk-button--secondary" type="submit" formaction={`/${card.school.slug}/may-i`}>{card.school.name}</button>)}</div>
      </fieldset>
    </div>
  </form>
);

const OneSchool = ({ card, demonstration }: { card: SchoolCard; demonstration: boolean }) => (
  <Card title={card.school.name}>
    <div class="figures">
      <Figure value={card.signed} label="signed" tone="good" />
      <Figure value={card.waiting} label="waiting" />
      <Figure value={card.overdue} label="overdue" {...(card.overdue > 0 ? { tone: 'bad' as const } : {})} />
    </div>
    <p><a href={`/${card.school.slug}`}>{counted(card.policies, 'policy', 'policies')} in force</a></p>
    {demonstration && card.personas.length > 0 && (
      <Details summary="Look round as somebody">
        <ul class="plain-list stack">{card.personas.map(persona => <li key={persona.href}><a href={persona.href}>{persona.name}</a>{persona.sees && <span class="small soft"> {persona.sees}</span>}</li>)}</ul>
      </Details>
    )}
  </Card>
);

/** `/:school/all`: every page this reader may open, in groups. */
export const EverythingPage = ({ slug, groups }: { slug: string; groups: readonly { readonly title: string; readonly entries: readonly NavEntry[] }[] }) => (
  <>
    <h1>Everything you can open here</h1>
    {groups.map(({ title, entries }) => (
      <section key={title} class="everything">
        <h2>{title}</h2>
        <ul class="plain-list everything__list">{entries.map(entry => (
          <li key={entry.path}><a href={`/${slug}${entry.path}`}>{entry.text}</a>{entry.says && <p>{entry.says}</p>}</li>
        ))}</ul>
      </section>
    ))}
  </>
);

/** `/:school`: what the rules ask of this reader today. */
export const StartPage = (view: StartView) => (
  <>
    <h1>{view.name ? `Hello, ${view.name.split(' ')[0]}` : view.school.name}</h1>
    {view.name === null && <p class="lede">The rules for computers, phones, pictures and data at {view.school.name}.</p>}
    {view.first.length > 0 && <Grid>{view.first}</Grid>}
    <Card><AskHere view={view} /></Card>
    {(view.cards.length > 0 || view.today) && <Grid>{view.cards}{view.today && <TodayCard slug={view.school.slug} today={view.today} />}</Grid>}
    {view.name === null && <PublicRules view={view} />}
  </>
);

function AskHere({ view }: { view: StartView }) {
  const action = `/${view.school.slug}/may-i`;
  return (
    <>
      {view.name !== null ? <QuestionBox action={action} label={view.young ? 'Ask: can I …?' : 'May I …?'} /> : (
        <form class="askbox" method="post" action={action}>
          <label class="askbox__label" for="question">May I …?</label>
          <div class="askbox__row"><input class="askbox__input" id="question" name="question" autocomplete="off" maxLength={400} /><button class="askbox__button" type="submit">Ask</button></div>
          <div class="ask-as"><Select name="as" label="I am" choices={view.askAs} value={view.askAs[0]?.value} /></div>
        </form>
      )}
      <div class="examples" role="group" aria-label="People ask">{view.examples.map(example => (
        <form method="post" action={action} key={example}><input type="hidden" name="question" value={example} />{view.name === null && <input type="hidden" name="as" value={view.askAs[0]?.value} />}
          <button class="link-button" type="submit">{example}</button></form>
      ))}</div>
    </>
  );
}

const PublicRules = ({ view }: { view: StartView }) => (
  <>
    <h2>Rules anybody may read</h2>
    {view.publicPolicies.length === 0 ? <Empty title="None yet"><p>Sign in to read the rules that bind you.</p></Empty> : (
      <Grid>{view.publicPolicies.map(policy => <Card key={policy.href} title={policy.title}><p>{policy.summary}</p><p><a href={policy.href}>Read it</a></p></Card>)}</Grid>
    )}
    <ButtonLink href={`/${view.school.slug}/sign-in`}>Sign in</ButtonLink>
  </>
);

const TodayCard = ({ slug, today }: { slug: string; today: Today }) => (
  <Card title="What the rules are doing today">
    <div class="figures">
      <Figure value={today.policies} label="policies in force" href={`/${slug}/policies`} />
      <Figure value={today.clauses} label="clauses" />
    </div>
    <Progress done={today.signed} of={today.bound} label={`${today.signed} of ${today.bound} signatures`} />
    {today.reviewsOverdue > 0 && <Note tone="warn"><p>{counted(today.reviewsOverdue, 'policy is', 'policies are')} past the review date. <a href={`/${slug}/policies`}>See which</a>.</p></Note>}
    {today.measures.map(measure => <p key={measure.name}><Chip tone="ask">temporary</Chip> “{measure.name}” measures end by themselves on {longDay(measure.until)}.</p>)}
  </Card>
);

export interface LogbookView {
  readonly slug: string;
  readonly lines: readonly { readonly seq: number; readonly at: Date; readonly deed: string; readonly by: string; readonly about: string; readonly clause: string | null; readonly href: string | null; readonly words: string }[];
  readonly deeds: readonly string[];
  readonly deed: string;
  readonly older: string | null;
  readonly chain: { readonly whole: boolean; readonly words: string } | null;
}

/** Who did what, when, under which clause. */
export const LogbookPage = (view: LogbookView) => (
  <>
    <h1>Logbook</h1>
    <p class="lede">Every deed, in the order it was done. Nothing here can be changed without being seen.</p>
    {view.chain
      ? <Note tone={view.chain.whole ? 'good' : 'warn'}><p><strong>{view.chain.whole ? 'The chain is whole.' : 'The chain is broken.'}</strong> {view.chain.words}</p></Note>
      : <p><a href={`/${view.slug}/logbook?check=yes`}>Check the whole chain now</a></p>}
    <Filters action={`/${view.slug}/logbook`} csvHref={`/${view.slug}/logbook.csv`}>
      <Select name="deed" label="Deed" value={view.deed} choices={[{ value: '', text: 'Every deed' }, ...view.deeds.map(deed => ({ value: deed, text: deedInWords(deed) }))]} />
    </Filters>
    {view.lines.length === 0 ? <Empty title="No lines yet"><p>The first deed writes the first line.</p></Empty> : (
      <Table caption="Deeds, newest first" hideCaption rows={view.lines} columns={[
        { head: 'Line', cell: line => line.seq, number: true },
        { head: 'When', cell: line => <span class="nowrap">{longMoment(line.at)}</span> },
        { head: 'Who', cell: line => line.by },
        { head: 'What', cell: line => <>{deedInWords(line.deed)}{line.words && <span class="soft small"> {line.words}</span>}</> },
        { head: 'About', cell: line => line.about },
        { head: 'Clause', cell: line => (line.clause ? (line.href ? <a href={line.href}>{line.clause}</a> : line.clause) : '') },
      ]} />
    )}
    {view.older && <p><a href={view.older} rel="next">Older lines</a></p>}
  </>
);

/** `sign-agreement` → "Sign agreement". */
export const deedInWords = (deed: string): string => deed.charAt(0).toUpperCase() + deed.slice(1).replaceAll('-', ' ');

export const AccessibilityPage = () => (
  <>
    <h1>Accessibility</h1>
    <p class="lede">Everybody bound by a rule must be able to read it, ask about it and sign it.</p>
    <p>These pages are built to the Web Content Accessibility Guidelines 2.2, level AA. They work with a keyboard alone, with a screen reader, without JavaScript, at 320 pixels, at 200 % zoom and on paper. The rules for the youngest children have pictures and are read aloud.</p>
    <h2>What we check</h2>
    <p>Every kind of page is checked by machine at each change: on a wide and on a narrow screen, at 200 % zoom and with letters twice as large. Asking, deciding, telling and signing are done with keys alone and without JavaScript. People with disabilities have not yet tested them; that is the next step.</p>
    <h2>When something gets in your way</h2>
    <p>Tell the school office. It can give you any policy on paper, in large print or read out, and it can take your answer on paper. You lose nothing by asking.</p>
    <p>If the answer does not help, ask the Equality Advisory and Support Service.</p>
  </>
);

export const PrivacyPage = ({ demonstration }: { demonstration: boolean }) => (
  <>
    <h1>Privacy</h1>
    {demonstration && <Note><p>This is a demonstration: nobody here is real. Do not type in anything about real people.</p></Note>}
    <p class="lede">The school decides what is kept here and for how long. This is what the software does.</p>
    <h2>What is kept</h2>
    <ul>
      <li>Who you are at the school: name, class or job, and who agrees for a child.</li>
      <li>What you signed: the exact words, when, and how. Signing is an agreement, not a consent to use data.</li>
      <li>What was done: a logbook of deeds. It holds numbers, not names; the names beside it can be erased.</li>
      <li>What was asked in the question box: the words and the day, never who asked. Words of harm are not kept.</li>
    </ul>
    <h2>Cookies</h2>
    <p>One cookie keeps you signed in. One carries a short note to the next page. If you sign in with your school’s own account, one more lasts until you are back. There are no others, and nothing is sent to anybody else.</p>
    <h2>Your rights</h2>
    <p>You may see what is kept about you, have it put right, or ask for it to be erased. Ask the school’s data protection officer. If you are not content, you may complain to the Information Commissioner’s Office.</p>
  </>
);
