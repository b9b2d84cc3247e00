/** Openings: the list with one press to end each, and the form for a class or for pupils. */
import { Button, ButtonLink, Choices, Chip, counted, Empty, ErrorSummary, longDay, longMoment, Note, Select, TextField } from '../../../page-parts/index.ts';
import { momentInWords } from '../../../platform/days.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, listed, valueWords } from '../../policies/index.ts';
import type { OpeningRow } from './reads.ts';
import { OPENING_STATES, type OpeningState } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const STATE: Readonly<Record<OpeningState, string>> = { open: 'Open now', over: 'Over' };
const TONE = { open: 'yes', over: 'plain' } as const;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const listIn = (raw: Body, name: string): readonly string[] => [raw[name] ?? []].flat();
/** "10:50" */
export const timeOf = (moment: Date): string => momentInWords(moment).slice(-5);
export const actSaid = (act: string, vocabulary: Vocabulary): string => capital(vocabulary.acts.get(act)?.plain ?? act);

export const openingFields = (): Fields => ({
  search: { label: 'Class, lesson or words', id: 'opening-search' },
  filters: [{ name: 'state', label: 'How it stands', choices: [{ value: '', text: 'All' }, ...OPENING_STATES.map(value => ({ value, text: STATE[value] }))] }],
});

const forWhom = (one: OpeningRow) => (one.pupils.length === 0 ? <>All of {one.class}</> : <>{one.class}: {listed(one.pupilNames) || '–'}</>);

export const openingColumns = ({ base, vocabulary, all }: { base: string; vocabulary: Vocabulary; all: boolean }): ListColumn<OpeningRow>[] => [
  { head: 'What', cell: one => <>{actSaid(one.act, vocabulary)}{one.what && <>: {one.what}</>}</>, inFile: one => actSaid(one.act, vocabulary) },
  { head: 'Which game, site or file', inFile: one => one.what },
  { head: 'For whom', cell: one => forWhom(one), inFile: one => (one.pupils.length === 0 ? one.class : `${one.class}: ${one.pupilNames.join(', ')}`) },
  { head: 'Lesson', cell: one => one.lesson, inFile: one => one.lesson },
  { head: 'Why', inFile: one => one.reason },
  ...(all ? [{ head: 'Opened by', cell: (one: OpeningRow) => one.byName || '–', inFile: (one: OpeningRow) => one.byName }] : []),
  { head: 'From', cell: one => longMoment(one.startsAt), inFile: one => longMoment(one.startsAt) },
  { head: 'Until', cell: one => timeOf(one.endedAt ?? one.endsAt), inFile: one => timeOf(one.endedAt ?? one.endsAt) },
  { head: 'How it stands', cell: one => <><Chip tone={TONE[one.state]}>{STATE[one.state]}</Chip>{one.state === 'open' && <form method="post" action={`${base}/${one.id}/end`} class="no-print"><button class="link-button" type="submit">End it now<span class="govuk-visually-hidden">: {actSaid(one.act, vocabulary)}, {one.class}</span></button></form>}</>, inFile: one => STATE[one.state] },
];

export const OpeningsPage = ({ list }: { list: Listed<OpeningRow> }) => (
  <>
    <h1>Open for a lesson</h1>
    <p class="lede">What is open for a class, or for some pupils, until the lesson ends. It closes by itself, and pupils who ask are told yes only until then.</p>
    <p class="actions no-print"><ButtonLink href={`${list.base}/new`}>Open something for a lesson</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'opening')} empty={<Empty title="Nothing was opened"><p>Open something for a lesson, or choose other filters.</p></Empty>} />
  </>
);

export interface ToAsk { readonly href: string; readonly text: string; readonly cite: string; readonly clauseHref: string }

export interface FormView {
  readonly base: string;
  readonly classes: readonly string[];
  readonly class: string;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly openables: readonly { readonly clause: string; readonly act: string; readonly facts: Readonly<Record<string, string>>; readonly cite: string }[];
  /** Kinds of content that the rules ask about; empty where they ask about none. */
  readonly contents: readonly { readonly value: string; readonly text: string }[];
  readonly requests: readonly ToAsk[];
  /** The rules that keep it shut. */
  readonly refused: { readonly unlawful: boolean; readonly quotes: readonly { readonly cite: string; readonly href: string; readonly words: string }[] } | null;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
}

export function FormPage(view: FormView) {
  const { base, classes, pupils, openables, contents, refused, vocabulary, raw, errors } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Open something for a lesson</h1>
      {refused && <Note title={refused.unlawful ? 'Nobody can open this' : 'The rules keep this shut'} tone="warn">{refused.quotes.map(one => <blockquote class="quote" key={one.href}><p>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}<p>Nothing was opened.</p></Note>}
      <form method="get" action={`${base}/new`} class="filters">
        <Select name="class" id="choose-class" label="Class" value={view.class} choices={[{ value: '', text: 'Choose' }, ...classes.map(one => ({ value: one, text: one }))]} />
        <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Show</button></div>
      </form>
      {view.class === '' ? <p>Choose the class that you have in front of you.</p> : openables.length === 0 ? <Empty title="There is nothing to open"><p>No rule has you say yes to pupils of this class.</p></Empty> : (
        <form method="post" action={`${base}/new`}>
          <input type="hidden" name="class" value={view.class} />
          <Choices name="clause" label="What do you open?" small chosen={[textIn(raw, 'clause') || (openables.length === 1 ? openables[0]!.clause : '')]} error={errors['clause']}
            choices={openables.map(one => ({ value: one.clause, text: actSaid(one.act, vocabulary), hint: [...Object.entries(one.facts).map(([fact, value]) => valueWords(fact, value, vocabulary)), one.cite].join('; ') }))} />
          {contents.length > 0 && <Select name="content" label="What kind of content does it have?" value={textIn(raw, 'content')} error={errors['content']} choices={[{ value: '', text: 'Choose' }, ...contents]} />}
          <TextField name="what" label="Which game, site or file?" hint="Leave it empty where there is none." value={textIn(raw, 'what')} error={errors['what']} maxlength={200} />
          <TextField name="lesson" label="For which lesson?" hint="Such as: maths, period 2." value={textIn(raw, 'lesson')} error={errors['lesson']} maxlength={200} />
          <TextField name="reason" label="Why?" value={textIn(raw, 'reason')} error={errors['reason']} maxlength={200} />
          <TextField name="until" label="Until which time today?" hint="On the 24-hour clock, such as 10:50." value={textIn(raw, 'until')} error={errors['until']} width={5} />
          <Choices name="pupils" label="Only for some of the class?" hint="Tick nobody, and it is open for the whole class." many small chosen={listIn(raw, 'pupils')} error={errors['pupils']} choices={pupils.map(one => ({ value: one.id, text: one.name }))} />
          <Button>Open it</Button>
        </form>
      )}
      {view.requests.length > 0 && (
        <section>
          <h2>What somebody else decides</h2>
          <ul>{view.requests.map(one => <li key={one.href}><a href={one.href}>{one.text}</a> (<a href={one.clauseHref}>{one.cite}</a>)</li>)}</ul>
        </section>
      )}
      <p class="small soft">Today is {longDay(view.today)}.</p>
    </>
  );
}
