/** The pages on which somebody writes something down in a case. */
import type { ComponentChildren } from 'preact';
import { Button, Choices, ErrorSummary, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import { named } from './decisions.ts';
import type { AddSort } from './forms.ts';
import { ADD_TITLE, CHECK, DID, PART, RESULT } from './phrases.tsx';
import type { CaseView } from './reads.ts';
import { PARTS, POST_RESULTS, TO_DO, type Step } from './words.ts';

type Errors = Readonly<Record<string, string>>;
type Named = { readonly id: string; readonly name: string };
export interface FormView {
  readonly view: CaseView;
  readonly vocabulary: Vocabulary;
  readonly action: string;
  readonly back: string;
  readonly raw: Body;
  readonly errors: Errors;
  /** Those who read it whole. */
  readonly readers: readonly Named[];
  /** People of the school with the name that was written. */
  readonly matches: readonly (Named & { readonly what: string })[];
}

export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
export const listIn = (raw: Body, name: string): readonly string[] => [raw[name] ?? []].flat();

/** A heading, the errors, a form and the way back. */
export const FormPage = ({ title, errors, action, back, button = 'Save', children }: { title: string; errors: Errors; action: string; back: string; button?: string; children?: ComponentChildren }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>{title}</h1>
    <form method="post" action={action}>{children}<Button>{button}</Button></form>
    <p><a href={back}>Back to the concern</a></p>
  </>
);

interface Field { readonly raw: Body; readonly errors: Errors; readonly name: string; readonly label: string; readonly hint?: string }
const Line = ({ raw, errors, ...field }: Field) => <TextField {...field} value={textIn(raw, field.name)} error={errors[field.name]} maxlength={200} />;
const Area = ({ raw, errors, ...field }: Field) => <TextArea {...field} value={textIn(raw, field.name)} error={errors[field.name]} rows={4} />;
const DayField = ({ raw, errors, ...field }: Field) => <TextField {...field} type="date" value={textIn(raw, field.name)} error={errors[field.name]} width={10} />;

const nameOf = (step: Step): string => String(step.words['name']);
const pick = (steps: readonly Step[]) => [{ value: '', text: 'Choose' }, ...steps.map(step => ({ value: step.id, text: nameOf(step) }))];

export function AddPage({ sort, ...form }: FormView & { sort: AddSort }) {
  const { raw, errors, action, back } = form;
  const title = sort === 'check' ? CHECK[textIn(raw, 'check')] ?? ADD_TITLE.check : ADD_TITLE[sort];
  return <FormPage title={title} errors={errors} action={action} back={back}><AddFields sort={sort} form={form} raw={raw} errors={errors} /></FormPage>;
}

function AddFields({ sort, form, raw, errors }: { sort: AddSort; form: FormView; raw: Body; errors: Errors }) {
  const { view, vocabulary, readers } = form;
  const f = { raw, errors };
  const [harmed, harmers] = [named(view.steps, 'harmed'), named(view.steps, 'harmed-others')];
  switch (sort) {
    case 'person': return <PersonFields form={form} raw={raw} errors={errors} />;
    case 'support': return <><Select name="for" label="Who is it for?" value={textIn(raw, 'for')} error={errors['for']} choices={pick(harmed)} /><Area {...f} name="plan" label="What will be done for them?" /><Line {...f} name="adult" label="Which adult looks after them?" hint="Somebody whom they trust and can find." /><DayField {...f} name="due" label="When will you look again?" /></>;
    case 'talk': return <><Choices name="with" label="Who was spoken to?" hint="One alone, or several together." many small chosen={listIn(raw, 'with')} error={errors['with']} choices={harmers.map(step => ({ value: step.id, text: nameOf(step) }))} /><Line {...f} name="speaker" label="Who spoke to them?" /><DayField {...f} name="on" label="On which day?" /><Area {...f} name="words" label="What was said, in short?" /></>;
    case 'amends': return <><Select name="who" label="Who makes amends?" value={textIn(raw, 'who')} error={errors['who']} choices={pick(harmers)} /><Area {...f} name="amends" label="What was agreed?" /><Line {...f} name="adult" label="Which adult agreed it with them?" /><DayField {...f} name="on" label="On which day?" /></>;
    case 'post': return <><Note><p>Do not copy the picture or the words here, and send them to nobody. Say what it is and where it stands.</p></Note><Area {...f} name="what" label="What is it, and where does it stand?" /><Select name="by" label="Who put it there?" value={textIn(raw, 'by')} choices={[{ value: '', text: 'Not known' }, ...pick(harmers).slice(1)]} /><DayField {...f} name="asked" label="On which day were they asked to take it down?" /></>;
    case 'provider': return <><Line {...f} name="provider" label="Which service provider?" /><Area {...f} name="request" label="What did you ask for?" /><DayField {...f} name="asked" label="On which day?" /></>;
    case 'referral': return <ReferralFields raw={raw} errors={errors} vocabulary={vocabulary} />;
    case 'told': return <><Line {...f} name="whom" label="Who was told?" hint="A role or an agency: the parents of both children, the local authority." /><DayField {...f} name="on" label="On which day?" /><Area {...f} name="words" label="Anything to add?" /></>;
    case 'action': return <><Area {...f} name="what" label="What is to be done?" /><Select name="owner" label="Who does it?" hint="Only those who read this concern can be chosen. Somebody else needs to hear no more than what to do: write the name below." value={textIn(raw, 'owner')} error={errors['owner']} choices={[{ value: '', text: 'Somebody else' }, ...readers.map(one => ({ value: one.id, text: one.name }))]} /><Line {...f} name="ownerName" label="Somebody else: who?" /><DayField {...f} name="due" label="By which day?" /></>;
    case 'check': return <><input type="hidden" name="check" value={textIn(raw, 'check')} /><Choices name="did" label="How did it go?" small chosen={[textIn(raw, 'did')]} error={errors['did']} choices={Object.entries(DID).map(([value, text]) => ({ value, text }))} /><DayField {...f} name="on" label="On which day?" /><Area {...f} name="words" label="What was done, or why not?" /></>;
    case 'pass': return <><Note><p>They read this concern from now on, and are told that something waits for them.</p></Note><Select name="to" label="Who decides?" value={textIn(raw, 'to')} error={errors['to']} choices={(view.passes?.offices ?? []).map(office => ({ value: office, text: capital(officeWords(office, vocabulary)) }))} /><Area {...f} name="note" label="What do they need to know?" /></>;
    case 'high-risk': return <><p>Where the risk to people is high, they are told without delay: what happened, what may follow, what was done, and whom they can ask. This is UK GDPR Article 34.</p><Choices name="high" label="Is the risk to people high?" small chosen={[textIn(raw, 'high')]} error={errors['high']} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} /><Area {...f} name="reasons" label="Why?" /><DayField {...f} name="told" label="If it is high: on which day were they told?" /><Area {...f} name="how" label="If it is high: how were they told, and what?" /></>;
    case 'note': return <><Area {...f} name="text" label="The note" /><Choices name="for" label="Who may read it?" hint="Tick nobody, and everybody who reads this concern may. Tick some, and only they and you may." many small chosen={listIn(raw, 'for')} error={errors['for']} choices={readers.map(one => ({ value: one.id, text: one.name }))} /></>;
  }
}

function PersonFields({ form, raw, errors }: { form: FormView; raw: Body; errors: Errors }) {
  return (
    <>
      <Choices name="part" label="What part did they have?" small chosen={[textIn(raw, 'part')]} error={errors['part']} choices={PARTS.map(value => ({ value, text: PART[value] }))} />
      <Line raw={raw} errors={errors} name="name" label="What is their name?" hint="Somebody of the school is found by their name. Anybody else is written down as they are." />
      {form.matches.length > 0 && <Choices name="person" label="Is it one of these?" small error={errors['person']} chosen={[textIn(raw, 'person')]} choices={[...form.matches.map(one => ({ value: one.id, text: one.what ? `${one.name}, ${one.what}` : one.name })), { value: 'nobody', text: 'None of these' }]} />}
      <Area raw={raw} errors={errors} name="note" label="Anything to add?" />
      <Note><p>Whoever harmed others, and is of the school, cannot read this concern from then on, whatever office they hold.</p></Note>
    </>
  );
}

function ReferralFields({ raw, errors, vocabulary }: { raw: Body; errors: Errors; vocabulary: Vocabulary }) {
  const f = { raw, errors };
  const outside = [...vocabulary.offices].filter(([, office]) => office.outside).map(([value]) => ({ value, text: capital(officeWords(value, vocabulary)) }));
  return (
    <>
      <Select name="to" label="Who is it?" value={textIn(raw, 'to')} error={errors['to']} choices={[{ value: '', text: 'Choose' }, ...outside]} />
      <Choices name="referred" label="Were they brought in?" small chosen={[textIn(raw, 'referred')]} error={errors['referred']} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
      <Line {...f} name="decider" label="Who decided?" /><DayField {...f} name="on" label="On which day?" />
      <Line {...f} name="reference" label="Their reference" hint="A crime number, or the name of whoever you spoke to." />
      <Area {...f} name="reasons" label="The reasons" hint="If they were not brought in, say why." />
    </>
  );
}

const MOVE_TITLE: Readonly<Partial<Record<Step['sort'], string>>> = { support: 'How are they?', amends: 'Do they understand what they did?', post: 'How does this post stand?', provider: 'What did the service provider answer?', [TO_DO]: 'What was done?', pass: 'The decision' };

export function MovePage({ step, raw, errors, action, back }: { step: Step; raw: Body; errors: Errors; action: string; back: string }) {
  const f = { raw, errors };
  return (
    <FormPage title={MOVE_TITLE[step.sort] ?? 'How does it stand?'} errors={errors} action={action} back={back}>
      <blockquote class="quote"><p>{[step.words['what'], step.words['plan'], step.words['amends'], step.words['request'], step.sort === 'pass' && step.words['note']].filter(Boolean).join(' ')}</p></blockquote>
      {step.sort === 'support' && <><Area {...f} name="outcome" label="How are they?" /><DayField {...f} name="due" label="When will you look again?" hint="Leave it empty, and the support is at its end." /></>}
      {step.sort === 'amends' && <><Area {...f} name="understood" label="How did they show that they understand what it did to others?" /><DayField {...f} name="understoodOn" label="On which day?" /></>}
      {step.sort === 'post' && <><Choices name="result" label="How does it stand?" small chosen={[textIn(raw, 'result')]} error={errors['result']} choices={POST_RESULTS.slice(1).map(value => ({ value, text: RESULT[value] }))} /><DayField {...f} name="resultOn" label="On which day?" /><Area {...f} name="note" label="Anything to add?" hint="Where a service provider was asked: which, and what came of it." /></>}
      {step.sort === 'provider' && <><Area {...f} name="answer" label="What did they answer?" /><DayField {...f} name="answeredOn" label="On which day?" /></>}
      {step.sort === 'action' && <Area {...f} name="outcome" label="What was done?" />}
      {step.sort === 'pass' && <><Area {...f} name="decision" label="What was decided?" /><Line {...f} name="decider" label="Who decided?" /><Area {...f} name="reasons" label="Why?" /></>}
    </FormPage>
  );
}
