/** Triage, closing, opening again, linking, and the summary to print. */
import { Card, Choices, Facts, longMoment, Note, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, cite } from '../../policies/index.ts';
import { ENTRY_SORT } from '../entry-words.ts';
import { kindWords } from '../kinds.ts';
import { ClocksPanel } from '../clocks/pages.tsx';
import type { ClockLine } from '../clocks/reads.ts';
import { entryText, SEVERITY, STATE, toldRows } from '../pages.tsx';
import { SEVERITIES } from '../words.ts';
import { narrativeOf } from './deeds.ts';
import { FormPage, listIn, textIn } from './form-pages.tsx';
import { mayClose } from './decisions.ts';
import { WorkPanel } from './pages.tsx';
import { ItemWords } from './phrases.tsx';
import type { CaseView } from './reads.ts';

interface Common { readonly raw: Body; readonly errors: Readonly<Record<string, string>>; readonly action: string; readonly back: string }

export function TriagePage({ kinds, vocabulary, current, raw, errors, action, back }: Common & { kinds: readonly string[]; vocabulary: Vocabulary; current: string }) {
  const choices = kinds.map(value => ({ value, text: capital(kindWords(value, vocabulary)) }));
  const three = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, { value: 'unknown', text: 'Nobody knows yet' }];
  return (
    <FormPage title="What it is and how serious" errors={errors} action={action} back={back}>
      <Select name="kind" label="What is it?" hint="If it is something else than it was told as, whoever the rules name for that reads it too. Whoever reads it now goes on reading it." value={textIn(raw, 'kind') || current} error={errors['kind']} choices={choices} />
      <Choices name="also" label="Is it something besides?" hint="Each becomes a concern of its own, which goes to those whom the rules name for it." many small chosen={listIn(raw, 'also')} error={errors['also']} choices={choices.filter(one => one.value !== current)} />
      <Choices name="severity" label="How serious is it?" small chosen={[textIn(raw, 'severity')]} error={errors['severity']} choices={SEVERITIES.map(value => ({ value, text: SEVERITY[value] }))} />
      <Choices name="harm" label="May a child come to harm?" small chosen={[textIn(raw, 'harm')]} error={errors['harm']} choices={three} />
      <Choices name="illegal" label="May it be against the law?" hint="If so, keep what there is as it is. Do not look again, copy, send or delete." small chosen={[textIn(raw, 'illegal')]} error={errors['illegal']} choices={three} />
      <Choices name="intent" label="Was it on purpose?" small chosen={[textIn(raw, 'intent')]} error={errors['intent']} choices={[{ value: 'deliberate', text: 'On purpose' }, { value: 'accidental', text: 'By mistake' }, { value: 'unknown', text: 'Nobody knows yet' }]} />
      <TextArea name="reasons" label="Why do you think so?" value={textIn(raw, 'reasons')} error={errors['reasons']} rows={4} />
    </FormPage>
  );
}

export function ClosePage({ view, vocabulary, raw, errors, action, back }: Common & { view: CaseView; vocabulary: Vocabulary }) {
  const missing = view.items.filter(item => !item.done);
  if (!mayClose(view.items)) return (
    <>
      <h1>It cannot be closed yet</h1>
      <p>The rules of the school, or what was begun, ask for this first:</p>
      <ul>{missing.map(item => <li key={item.name}><ItemWords item={item} vocabulary={vocabulary} clauseText={item.clauses[0] ? view.rulebook.clauses.get(item.clauses[0])?.text ?? '' : ''} />{item.clauses.map(id => <span key={id}> ({cite(view.rulebook, id)})</span>)}</li>)}</ul>
      <p><a href={back}>Back to the concern</a></p>
    </>
  );
  return (
    <FormPage title="Close the concern" errors={errors} action={action} back={back} button="Close it">
      <p>Nothing is deleted. It can be opened again.</p>
      <TextArea name="decision" label="What was decided?" value={textIn(raw, 'decision')} error={errors['decision']} rows={4} />
      <TextArea name="reasons" label="Why?" value={textIn(raw, 'reasons')} error={errors['reasons']} rows={4} />
    </FormPage>
  );
}

export const ReopenPage = ({ raw, errors, action, back }: Common) => (
  <FormPage title="Open it again" errors={errors} action={action} back={back} button="Open it again"><TextArea name="reasons" label="Why?" value={textIn(raw, 'reasons')} error={errors['reasons']} rows={4} /></FormPage>
);

export const MistakePage = ({ raw, errors, action, back }: Common) => (
  <FormPage title="This was written down by mistake" errors={errors} action={action} back={back} button="Mark it as a mistake">
    <p>It stays where it is, struck out, and counts for nothing.</p>
    <TextArea name="mistake" label="What was wrong?" value={textIn(raw, 'mistake')} error={errors['mistake']} rows={3} />
  </FormPage>
);

export const LinkPage = ({ raw, errors, action, back }: Common) => (
  <FormPage title="Link it to another concern" errors={errors} action={action} back={back} button="Link them">
    <p>Whoever may read both sees the link on both.</p>
    <TextField name="code" label="The code of the other concern" hint="It stands at the head of its page, such as ABCD-EFGH." value={textIn(raw, 'code')} error={errors['code']} width={10} />
    <TextArea name="reasons" label="What have they to do with each other?" value={textIn(raw, 'reasons')} error={errors['reasons']} rows={3} />
  </FormPage>
);

export interface SummaryView {
  readonly view: CaseView;
  readonly clocks: readonly ClockLine[];
  readonly vocabulary: Vocabulary;
  readonly names: ReadonlyMap<string, string>;
  readonly here: string;
  readonly today: string;
  readonly now: Date;
  readonly school: string;
  /** It leaves the school as a file: nothing on it leads anywhere. */
  readonly away?: boolean;
}

/** Everything on one page for paper. Printing it is a reading, and stands in the list of readings. */
export function SummaryPage({ view, clocks, vocabulary, names, here, today, now, school, away = false }: SummaryView) {
  const { opened } = view;
  const { concern } = opened;
  return (
    <>
      <h1>Concern {concern.code}</h1>
      <p>{school}. Printed {longMoment(now)}.</p>
      <Note title="Keep this paper as closely as the concern itself" tone="warn"><p>Whoever holds it reads what was told. Shred it when it has served.</p></Note>
      {!away && <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button> <a href={here}>Back to the concern</a></p>}
      <p>{capital(kindWords(concern.kind, vocabulary))}. {STATE[concern.state]}. {concern.severity && <>{SEVERITY[concern.severity]}.</>}</p>
      <Card title="What was told"><p class="pre-line">{narrativeOf(opened)}</p><Facts rows={toldRows(opened, names, vocabulary)} /></Card>
      {clocks.length > 0 && <ClocksPanel lines={clocks.map(line => ({ ...line, cited: [] }))} here={here} now={now} works={false} notification={false} />}
      <WorkPanel links={false} view={{ ...view, works: false, links: away ? [] : view.links }} vocabulary={vocabulary} here={here} today={today} />
      <Table caption="What happened, in order" rows={opened.entries} columns={[
        { head: 'When', cell: entry => longMoment(entry.at) }, { head: 'What', cell: entry => ENTRY_SORT[entry.sort] ?? 'Noted' },
        { head: 'By', cell: entry => (entry.by === null ? '–' : names.get(entry.by) ?? 'Somebody who is forgotten') }, { head: 'Words', cell: entry => (entry.sort === 'report' ? '–' : entryText(entry) || '–') },
      ]} />
    </>
  );
}
