/** The page on which a child's file is packed for the next school. */
import { Button, ButtonLink, Chip, Choices, Empty, ErrorSummary, longDay, longMoment, Note, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { kindWords } from '../kinds.ts';
import { isOwed } from './decisions.ts';
import type { FileState, Leaver, MayGo } from './words.ts';

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export interface ChildFileView {
  readonly action: string;
  readonly days: number;
  readonly today: string;
  readonly leavers: readonly Leaver[];
  readonly raw: Body;
  readonly errors: FieldErrors;
}

const STATE: Readonly<Record<FileState, string>> = { packed: 'Packed; the receipt is awaited', received: 'The next school has it', 'not-needed': 'Nothing is owed' };

function Stands({ leaver, today }: { leaver: Leaver; today: string }) {
  const { last, dueOn } = leaver;
  return (
    <>
      {isOwed(leaver) ? <Chip tone={dueOn < today ? 'no' : 'ask'}>{dueOn < today ? 'overdue' : 'owed'}</Chip> : <Chip tone="yes">done</Chip>}
      {last && <> {STATE[last.state]}, {longDay(last.day)}: {last.text}</>}
    </>
  );
}

const Leavers = ({ leavers, action, today }: Pick<ChildFileView, 'leavers' | 'action' | 'today'>) => (leavers.length === 0 ? <Empty title="Nobody left whose file is owed"><p>A child about whom somebody told something stands here from the day they leave.</p></Empty> : (
  <Table caption="Children who left" rows={leavers} columns={[
    { head: 'Child', cell: one => one.name }, { head: 'Left on', cell: one => longDay(one.leftOn) }, { head: 'Due by', cell: one => longDay(one.dueOn) }, { head: 'How it stands', cell: one => <Stands leaver={one} today={today} /> },
    { head: 'To do', cell: one => (isOwed(one) ? <span class="no-print"><ButtonLink href={`${action}?pack=${one.id}#pack`} tone="quiet">Pack it<span class="govuk-visually-hidden"> for {one.name}</span></ButtonLink> <ButtonLink href={`${action}?said=${one.id}`} tone="quiet">The receipt came<span class="govuk-visually-hidden"> for {one.name}</span></ButtonLink></span> : '–') },
  ]} />
));

/** That the next school has it, or that nothing is owed. */
export const SaidPage = ({ leaver, action, today, raw, errors }: { leaver: Leaver; action: string; today: string; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>How does this file stand?</h1>
    <p>{leaver.name} left on {longDay(leaver.leftOn)}. The file is due by {longDay(leaver.dueOn)}.</p>
    <form method="post" action={`${action}/said`}>
      <input type="hidden" name="child" value={leaver.id} />
      <Choices name="state" label="How does it stand?" small chosen={[textIn(raw, 'state') || 'received']} error={errors['state']} choices={[{ value: 'received', text: 'The next school has it, and the receipt came back' }, { value: 'not-needed', text: 'Nothing is owed' }]} />
      <TextField name="day" type="date" label="On which day?" value={textIn(raw, 'day') || today} error={errors['day']} width={10} />
      <TextArea name="text" label="Who signed the receipt, or why is nothing owed?" rows={3} value={textIn(raw, 'text')} error={errors['text']} />
      <Button>Save</Button>
    </form>
    <p><a href={action}>Back to the files</a></p>
  </>
);

export const ChildFilePage = ({ action, days, today, leavers, raw, errors }: ChildFileView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>The file of a child who leaves</h1>
    <p class="lede">When a child goes to another school, their safeguarding file goes there within {days} school days: to a person, safely, and with a receipt.</p>
    <Leavers leavers={leavers} action={action} today={today} />
    <h2 id="pack">Pack a file</h2>
    <Note><p>It holds the concerns about the child that you may read and choose, with their history and their files. Notes for a few stay here. Each concern notes that it went, and to whom. The file stays here too.</p></Note>
    <form method="post" action={action}>
      <TextField name="child" label="The child’s whole name" hint="First name and family name, as the school has them." value={textIn(raw, 'child')} error={errors['child']} autocomplete="off" />
      <TextField name="school" label="Which school gets it?" value={textIn(raw, 'school')} error={errors['school']} />
      <TextField name="person" label="Who gets it there?" hint="Usually the safeguarding lead of that school." value={textIn(raw, 'person')} error={errors['person']} />
      <Button>Go on</Button>
    </form>
    <p>Do not send it by ordinary mail. Hand it over, or use the way that your local authority names.</p>
  </>
);

export interface ChoosePageView {
  readonly action: string;
  readonly concerns: readonly MayGo[];
  readonly given: { readonly child: string; readonly school: string; readonly person: string };
  readonly errors: FieldErrors;
  readonly vocabulary: Vocabulary;
}

/** What goes along. What the child told about somebody else is not ticked: it is in the other one's file. */
export const ChoosePage = ({ action, concerns, given, errors, vocabulary }: ChoosePageView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>What goes along?</h1>
    <p>{given.child}: {given.school}, {given.person}</p>
    <Note><p>Look into each before it goes. Other people are named in it as they stand there.</p></Note>
    <form method="post" action={action}>
      <input type="hidden" name="chosen" value="yes" />
      {Object.entries(given).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Choices name="concerns" label="Concerns about this child" many small chosen={concerns.filter(one => !one.ofAnother).map(one => one.id)} error={errors['concerns']} choices={concerns.map(one => ({
        value: one.id, text: `${one.code}: ${kindWords(one.kind, vocabulary)}`, hint: <>{longMoment(one.openedAt)}{one.ofAnother && <> <span>The child told this about somebody else.</span></>}</>,
      }))} />
      <Button>Pack it</Button>
    </form>
    <p><a href={action}>Back to the files</a></p>
  </>
);
