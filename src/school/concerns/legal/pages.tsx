/** The pages of legal steps and holds. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import { FormPage, textIn } from '../case/form-pages.tsx';
import type { CaseHold, Decider, HoldLine, HoldView } from './reads.ts';
import type { Hold } from './words.ts';

type Errors = Readonly<Record<string, string>>;
export interface Cited { readonly cite: string; readonly href: string; readonly words: string }

const nameIn = (names: ReadonlyMap<string, string>, id: string | null): string => (id === null ? 'Somebody who is forgotten' : names.get(id) ?? 'Somebody who is forgotten');
const Standing = ({ hold, today }: { hold: Hold; today: string }) => (hold.liftedAt !== null ? <Chip>Lifted</Chip> : hold.liftAt !== null ? <Chip tone="ask">Waits for a second</Chip> : hold.reviewOn <= today ? <Chip tone="no">To be looked at again</Chip> : <Chip tone="yes">Stands</Chip>);

/** The panel of a case. */
export function HoldPanel({ holds, here, base, works, serious, vocabulary, today }: { holds: readonly CaseHold[]; here: string; base: string; works: boolean; serious: boolean; vocabulary: Vocabulary; today: string }) {
  const standing = holds.some(({ hold }) => hold.liftedAt === null);
  return (
    <Card title="Going to law">
      {holds.length === 0 && <p>If the school goes to law in this case, or may have to, everything in it is kept until two people lift that again.</p>}
      {holds.map(one => <OneHold key={one.hold.id} one={one} base={base} vocabulary={vocabulary} today={today} />)}
      {works && serious && !standing && <p class="no-print"><ButtonLink href={`${here}/legal`} tone="quiet">The school goes to law</ButtonLink></p>}
    </Card>
  );
}

function OneHold({ one: { hold, words, names }, base, vocabulary, today }: { one: CaseHold; base: string; vocabulary: Vocabulary; today: string }) {
  const people = Object.values(words.names);
  return (
    <section>
      <p><Standing hold={hold} today={today} /> Decided by {nameIn(names, hold.decidedBy)} ({officeWords(hold.decidedOffice, vocabulary)}) on {longDay(hold.since)}.</p>
      <p class="pre-line">{words.reasons}</p>
      {hold.liftedAt === null && <p>Nothing of this case is erased while the hold stands: what was told, its files, its looks into logs, and who did what. It is looked at again on {longDay(hold.reviewOn)}. What other systems keep is for others to keep: tell them.</p>}
      {people.length > 0 && <Details summary="Who was in it, as they were called on that day"><ul>{people.map((name, at) => <li key={at}>{name}</li>)}</ul></Details>}
      <p class="no-print"><a href={`${base}/legal-holds/${hold.id}`}>The hold</a></p>
    </section>
  );
}

export const LegalPage = ({ deciders, cited, action, back, raw, errors, vocabulary }: { deciders: readonly Decider[]; cited: Cited | null; action: string; back: string; raw: Body; errors: Errors; vocabulary: Vocabulary }) => (
  <FormPage title="The school goes to law" errors={errors} action={action} back={back} button="Write it down, and keep everything">
    {cited ? <p>Under <a href={cited.href}>{cited.cite}</a>: <span {...asWritten()}>{cited.words}</span></p> : <p>The rules of the school say nothing of going to law, so the head decides, or whoever comes next.</p>}
    <p>From now on nothing of this case is erased, whoever asks and whatever time runs out. Only two people together can lift that.</p>
    {deciders.length === 0 ? <Note tone="warn"><p>Nobody who may decide this is free to do so. Name somebody to the office that is empty.</p></Note>
      : <Select name="decider" label="Who decided?" hint="They are told that something waits for them, and read the case." error={errors['decider']} value={textIn(raw, 'decider')} choices={[{ value: '', text: 'Choose' }, ...deciders.map(one => ({ value: `${one.office} ${one.person}`, text: `${one.name} (${officeWords(one.office, vocabulary)})` }))]} />}
    <TextArea name="reasons" label="What was decided, and why?" rows={4} value={textIn(raw, 'reasons')} error={errors['reasons']} />
    <TextField name="reviewOn" type="date" label="On which day is the hold looked at again?" value={textIn(raw, 'reviewOn')} error={errors['reviewOn']} width={10} />
  </FormPage>
);

export const holdFields = (): Fields => ({
  search: { label: 'Code of the concern', id: 'hold-search' },
  filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'stands', text: 'That stand' }, { value: 'lifted', text: 'That were lifted' }] }],
});

/** Since when, by whom and until when: nothing of what the case is about. */
export const holdColumns = (of: { readonly base: string; readonly today: string; readonly vocabulary: Vocabulary }): ListColumn<HoldLine>[] => [
  { head: 'Concern', cell: ({ hold }) => <a class="mono nowrap" href={`${of.base}/${hold.id}`}>{hold.code}</a>, inFile: ({ hold }) => hold.code },
  { head: 'Since', cell: ({ hold }) => longDay(hold.since), inFile: ({ hold }) => hold.since },
  { head: 'Decided by', cell: ({ hold, by }) => <>{by || '–'}, {officeWords(hold.decidedOffice, of.vocabulary)}</>, inFile: ({ hold, by }) => [by, officeWords(hold.decidedOffice, of.vocabulary)].filter(Boolean).join(', ') },
  { head: 'Looked at again', cell: ({ hold }) => longDay(hold.reviewOn), inFile: ({ hold }) => hold.reviewOn },
  { head: 'Where it stands', cell: ({ hold }) => <Standing hold={hold} today={of.today} /> },
  { head: 'Lifted', inFile: ({ hold }) => hold.liftedAt?.toISOString() ?? '' },
];

export const HoldsPage = ({ list }: { list: Listed<HoldLine> }) => (
  <>
    <h1>Legal holds</h1>
    <p class="lede">Where the school goes to law, nothing of the case is erased until two people lift the hold. What a case is about does not stand here.</p>
    <List list={list} caption={counted(list.total, 'hold')} empty={<Empty title="No hold for you to see"><p>One is put in the case of a concern that is serious.</p></Empty>} />
  </>
);

export function HoldPage({ view, here, base, vocabulary, today, raw, errors }: { view: HoldView; here: string; base: string; vocabulary: Vocabulary; today: string; raw: Body; errors: Errors }) {
  const { hold, names } = view;
  const stands = hold.liftedAt === null;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Hold on concern {hold.code}</h1>
      <p><Standing hold={hold} today={today} /></p>
      <Facts rows={[
        ['Since', longDay(hold.since)], ['Decided by', <>{nameIn(names, hold.decidedBy)}, {officeWords(hold.decidedOffice, vocabulary)}</>], ['Written down by', nameIn(names, hold.setBy)], ['Looked at again', longDay(hold.reviewOn)],
        ...(hold.liftAt === null ? [] : [['To be lifted', <>{nameIn(names, hold.liftBy)}, {longMoment(hold.liftAt)}: {view.liftReasons}</>] as const]),
        ...(hold.liftedAt === null ? [] : [['Lifted', <>{nameIn(names, hold.liftedBy)}{hold.liftedOffice && <>, {officeWords(hold.liftedOffice, vocabulary)}</>}, {longMoment(hold.liftedAt)}</>] as const]),
      ]} />
      {view.handles && <p><a href={`${base}/concerns/${hold.concern}`}>The concern</a></p>}
      {stands && view.liftsAs !== null && (
        <Card title="Is it lifted?" tone="ask">
          <form method="post" action={`${here}/lift/second`}>
            <p>{capital(officeWords(view.liftsAs, vocabulary))} is the second who is asked. Once it is lifted, what was to be erased is erased.</p>
            <Choices name="says" label="Your decision" error={errors['says']} chosen={[textIn(raw, 'says')]} choices={[{ value: 'lift', text: 'It is lifted, now' }, { value: 'keep', text: 'It stays' }]} />
            <TextArea name="why" label="If it stays: why?" rows={2} value={textIn(raw, 'why')} error={errors['why']} />
            <Button tone="warn">Decide</Button>
          </form>
        </Card>
      )}
      {stands && view.tends && <Card title="Look at it again">
        <form method="post" action={`${here}/review`}>
          <TextField name="reviewOn" type="date" label="When is it looked at next?" value={textIn(raw, 'reviewOn')} error={errors['reviewOn']} width={10} />
          <TextArea name="reasons" label="Why does it stay?" rows={2} value={textIn(raw, 'reasons')} error={errors['reasons']} />
          <Button tone="quiet">It stays</Button>
        </form>
      </Card>}
      {stands && view.tends && hold.liftAt === null && <Card title="Lift it">
        <form method="post" action={`${here}/lift`}>
          <TextArea name="lifting" label="Why is it not needed any longer?" hint="Another person, with another office, has to agree. They read this, and nothing else of the case." rows={3} value={textIn(raw, 'lifting')} error={errors['lifting']} />
          <Button tone="quiet">Ask a second office</Button>
        </form>
      </Card>}
      <p><a href={`${base}/legal-holds`}>All holds</a></p>
    </>
  );
}
