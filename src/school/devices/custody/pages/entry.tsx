/** One device in custody: what it is, every hand through which it went, and what can be done with it. */
import { Button, ButtonLink, Choices, Details, ErrorSummary, Facts, longMoment, Note, Select, Table, TextField } from '../../../../page-parts/index.ts';
import type { Body } from '../../../../platform/web/index.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import { capital } from '../../../policies/index.ts';
import { Due } from '../../../../registers/index.ts';
import { thingWords, whereWords } from '../phrases.ts';
import type { EntryView, MoveRow } from '../reads.ts';
import type { Move } from '../words.ts';
import { Quote, StateChip, textIn, WhenBack, type Errors } from './parts.tsx';

export interface OneView {
  readonly view: EntryView;
  readonly here: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
  /** The form that came back with mistakes. */
  readonly form: 'over' | 'back' | 'on' | 'strike' | null;
}

const MOVE: Readonly<Record<Move, string>> = {
  taken: 'Taken from the pupil', 'handed-over': 'Handed over', 'put-away': 'Put away', 'to-police': 'Handed to the police', 'to-dsl': 'Handed to the safeguarding lead', 'came-back': 'Came back',
  'returned-to-pupil': 'Given back to the pupil', 'returned-to-parent': 'Given to a parent or carer', 'not-returned': 'Was not given back after all', struck: 'Struck out as a mistake', 'due-now': 'Goes back sooner than was said',
};
const moveWords = (move: MoveRow): string => (move.open ? MOVE[move.move] : 'Handed on');

export function EntryPage(one: OneView) {
  const { view, here, vocabulary, today, errors } = one;
  const { entry } = view;
  const open = entry.state === 'held' || entry.state === 'handed-on';
  return (
    <>
      <ErrorSummary errors={Object.fromEntries(Object.entries(errors).map(([name, text]) => [`${one.form ?? ''}-${name}`, text]))} />
      <h1>{capital(thingWords(entry.kind, vocabulary))}, number {entry.label}</h1>
      <p><StateChip state={entry.state} /></p>
      {entry.state === 'struck' && <Note><p>This entry was a mistake. It stays to be seen, and counts for nothing.</p></Note>}
      <Facts rows={[
        ['Whose', view.name === '' ? 'Somebody who is forgotten' : view.class === '' ? view.name : `${view.name}, ${view.class}`], ['Taken', longMoment(entry.takenAt)], ['Taken by', view.takenBy || '–'], ['Where', capital(whereWords(entry.place, vocabulary))],
        ...(view.why ? [['Why', entry.words.why || '–']] as const : []),
        ...(view.why && entry.words.despite !== '' ? [['Why in spite of a permission', entry.words.despite]] as const : []),
        ['Colour, case, marks', entry.words.marks || '–'], ['Scratches or damage', entry.words.condition || '–'], ['Switched off', entry.words.off === 'yes' ? 'Yes' : entry.words.off === 'no' ? 'No' : 'Not said'],
        ...(entry.state === 'held' ? [['Looked after by', view.holder || '–'], ['Where it lies', view.keptIn || '–'], ['Goes back', <><Due day={entry.dueOn} today={today} soonDays={0} /><br /><WhenBack entry={entry} /></>]] as const : []),
      ]} />
      {view.clause && <Quote clause={view.clause} />}
      {view.why && <p class="actions no-print"><ButtonLink href={`${here}/receipt`} tone="quiet">Receipt to print</ButtonLink></p>}
      {entry.state !== 'struck' && entry.person !== null && !view.mailed && open && <Note><p>At least one parent or carer has no e-mail address here. Print the receipt and give it to the pupil, or post it.</p></Note>}
      {view.handles && open && <section class="no-print"><h2>What happens with it</h2><Deeds one={one} /></section>}
      {view.takesBack && <form method="post" action={`${here}/not-back`} class="no-print"><p>Was this a mistake? You can take it back for a few minutes.</p><Button tone="quiet">It was not given back</Button></form>}
      <Table caption="Every hand through which it went" rows={view.moves} columns={[
        { head: 'When', cell: move => longMoment(move.at) }, { head: 'What', cell: moveWords },
        { head: 'From', cell: move => move.fromName || '–' }, { head: 'To', cell: move => move.toName || (move.open && move.words.name) || '–' },
        { head: 'Where it lies', cell: move => move.place || '–' }, { head: 'Note', cell: move => (move.open && move.words.text) || '–' }, { head: 'Written down by', cell: move => move.byName || '–' },
      ]} />
    </>
  );
}

function Deeds({ one }: { one: OneView }) {
  const { view } = one;
  if (view.entry.state === 'handed-on') return <><BackForm one={one} /><HomeForm one={one} /></>;
  return <><BackForm one={one} /><OverForm one={one} /><OnForm one={one} />{view.strikes && <StrikeForm one={one} />}</>;
}

/** What was typed in this form, where it came back. */
const typedIn = ({ form, raw, errors }: OneView, which: NonNullable<OneView['form']>) => (form === which ? { raw, errors } : { raw: {}, errors: {} as Errors });

function BackForm({ one }: { one: OneView }) {
  const { raw, errors } = typedIn(one, 'back');
  const { entry, name, parents } = one.view;
  return (
    <Details summary="Give it back" open={one.form === 'back'}>
      <form method="post" action={`${one.here}/back`}>
        <Choices name="to" id="back-to" label="Who takes it?" small error={errors['to']} chosen={[textIn(raw, 'to') || entry.toWhom]} choices={[{ value: 'pupil', text: name === '' ? 'The pupil' : name }, { value: 'parent', text: 'A parent or carer', ...(parents.length > 0 ? { hint: parents.join(', ') } : {}) }]} />
        <TextField name="name" id="back-name" label="Name of whoever takes it" hint="They write it themselves: it stands for their signature." value={textIn(raw, 'name')} error={errors['name']} maxlength={100} autocomplete="off" />
        <TextField name="text" id="back-text" label="Note, if there is one" hint="Such as: switched on and looked at together, no damage." value={textIn(raw, 'text')} error={errors['text']} maxlength={200} />
        <Button>Give it back</Button>
      </form>
    </Details>
  );
}

const placeChoices = ({ view }: OneView) => [{ value: '', text: 'With whoever looks after it' }, ...view.places.filter(place => place.closedOn === null).map(place => ({ value: place.id, text: place.name }))];

function OverForm({ one }: { one: OneView }) {
  const { raw, errors } = typedIn(one, 'over');
  const { entry, staff } = one.view;
  return (
    <Details summary="Hand it to somebody else, or put it away" open={one.form === 'over'}>
      <form method="post" action={`${one.here}/over`}>
        <Select name="to" id="over-to" label="Who looks after it now?" value={textIn(raw, 'to') || entry.holder || ''} error={errors['to']} choices={staff.map(person => ({ value: person.id, text: person.name }))} />
        {one.view.places.length > 0 && <Select name="keptIn" id="over-kept-in" label="Where does it lie?" value={textIn(raw, 'keptIn') || entry.keptIn || ''} error={errors['keptIn']} choices={placeChoices(one)} />}
        <TextField name="text" id="over-text" label="Note, if there is one" value={textIn(raw, 'text')} error={errors['text']} maxlength={200} />
        <Button>Write it down</Button>
      </form>
    </Details>
  );
}

function OnForm({ one }: { one: OneView }) {
  const { raw, errors } = typedIn(one, 'on');
  return (
    <Details summary="Hand it to the safeguarding lead or the police" open={one.form === 'on'}>
      <form method="post" action={`${one.here}/on`}>
        <p>Write nothing here of what happened. Use “Tell someone” for that: only those who deal with it read it.</p>
        <Choices name="to" id="on-to" label="To whom does it go?" small error={errors['to']} chosen={[textIn(raw, 'to')]} choices={[{ value: 'dsl', text: 'The safeguarding lead' }, { value: 'police', text: 'The police' }]} />
        <TextField name="name" id="on-name" label="Name of whoever takes it" value={textIn(raw, 'name')} error={errors['name']} maxlength={100} autocomplete="off" />
        <TextField name="text" id="on-text" label="Their reference, if there is one" value={textIn(raw, 'text')} error={errors['text']} maxlength={100} />
        <Button tone="quiet">Hand it on</Button>
      </form>
    </Details>
  );
}

const HomeForm = ({ one }: { one: OneView }) => (
  <Details summary="It came back to the school">
    <form method="post" action={`${one.here}/home`}>
      {one.view.places.length > 0 && <Select name="keptIn" id="home-kept-in" label="Where does it lie?" value="" choices={placeChoices(one)} />}
      <Button tone="quiet">It came back to me</Button>
    </form>
  </Details>
);

function StrikeForm({ one }: { one: OneView }) {
  const { raw, errors } = typedIn(one, 'strike');
  return (
    <Details summary="This entry is a mistake" open={one.form === 'strike'}>
      <form method="post" action={`${one.here}/strike`}>
        <p>It is struck out and stays to be seen. You can do this for a few minutes after you wrote it.</p>
        <TextField name="text" id="strike-text" label="What is wrong with it?" value={textIn(raw, 'text')} error={errors['text']} maxlength={200} />
        <Button tone="warn">Strike it out</Button>
      </form>
    </Details>
  );
}
