/** The pages of "Something happened": four plain questions, then what each kind of thing needs. */
import { sayKnown } from '../../../platform/languages/index.ts';
import { Button, Card, Choices, Details, ErrorSummary, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { capital, listed, officeWords } from '../../policies/index.ts';
import { takesFiles, type KindGroup } from '../kinds.ts';
import type { ConcernSettings, SocialCare } from '../settings.ts';
import { Duties } from '../tell-someone/duties.tsx';
import { CareLine, OutsideNote } from '../tell-someone/parts.tsx';
import type { Field } from './fields.ts';
import { nameOf } from './forms.ts';
import type { Unclear } from './reads.ts';
import { AboutOffices } from './about.tsx';
import { kindsInGroups } from './decisions.ts';
import type { Holders, KindForm, Story } from './words.ts';

export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const manyIn = (raw: Body, name: string): string[] => [raw[name] ?? ''].flat().flatMap(text => text.split(' ')).filter(Boolean);

/** Whom to ring first. It never waits for a form. */
export const RingFirst = ({ helpLines, care, dsl, alarm }: { helpLines: Shared['helpLines']; care: SocialCare | null; dsl: readonly string[]; alarm: boolean }) => (
  <section class="tell-someone" aria-labelledby="ring-first">
    <h2 id="ring-first">{alarm ? 'Ring now, before you write' : 'Is anybody in danger now? Ring first'}</h2>
    <ul>
      {dsl.length > 0 && <li>At school: <strong>{dsl.join(' or ')}</strong>, who looks after children’s safety.</li>}
      {helpLines.map(line => <li key={line.name}><strong>{sayKnown(line.name)}: <a href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a></strong>, for {sayKnown(line.for)} ({sayKnown(line.when)}).</li>)}
      {care && <CareLine care={care} />}
    </ul>
  </section>
);

export interface StoryView {
  readonly action: string;
  readonly raw: Body;
  readonly errors: FieldErrors;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly holders: Holders;
  readonly care: SocialCare | null;
  readonly helpLines: Shared['helpLines'];
  readonly dsl: readonly string[];
  /** What the law asks of the reader themselves. */
  readonly duties: Shared['dutiesToReport'];
  /** What else the reader may open instead: below this address of the school. */
  readonly own: { readonly school: string; readonly pupil: boolean; readonly notes: boolean };
  readonly vocabulary: Vocabulary;
}

export const StoryPage = ({ action, raw, errors, kinds, holders, helpLines, care, dsl, duties, own, vocabulary }: StoryView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Something happened</h1>
    <p class="lede">Tell the school. It goes at once to those whom the rules name, and to nobody else. You need not be sure, and you need not know what it is called.</p>
    <RingFirst helpLines={helpLines} care={care} dsl={dsl} alarm={textIn(raw, 'danger') === 'yes'} />
    {!own.pupil && <Duties duties={duties} />}
    <Details summary="These have a page of their own"><ul>
      {own.pupil && <li><a href={`${own.school}/tell-someone`}>Tell someone, for pupils</a></li>}
      {own.notes && <li><a href={`${own.school}/neutral-notification`}>A neutral notification: something that others could take the wrong way</a></li>}
      <li><a href={`${own.school}/my-account-is-used`}>Somebody is using my account</a></li>
      <li><a href={`${own.school}/complaints`}>A complaint</a></li>
    </ul></Details>
    <form method="post" action={action}>
      <Choices name="danger" label="Is anybody in danger now?" small error={errors['danger']} chosen={[textIn(raw, 'danger')]} choices={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]} />
      <TextArea name="narrative" label="What happened?" hint="In your own words. Say what you saw or heard; leave out what you only guess. Do not paste pictures or passwords." rows={7} value={textIn(raw, 'narrative')} error={errors['narrative']} />
      <TextField name="when" label="When was it?" hint="Day and time, as well as you know." value={textIn(raw, 'when')} error={errors['when']} width={20} maxlength={200} />
      <TextField name="where" label="Where was it?" hint="A room, a website, an app." value={textIn(raw, 'where')} error={errors['where']} maxlength={200} />
      <Choices name="child" label="Might a child have been harmed, or be at risk?" small chosen={[textIn(raw, 'child')]} choices={[{ value: 'yes', text: 'Yes, or perhaps' }, { value: 'no', text: 'No' }]} />
      <TextArea name="names" label="Who is it about, if anybody?" hint="One on each line, as fully as you know them. Whoever it is about never reads it here." rows={3} value={textIn(raw, 'names')} error={errors['names']} />
      <AboutOffices holders={holders} chosen={manyIn(raw, 'about')} vocabulary={vocabulary} />
      <h2 class="govuk-heading-m">What is it? Tick all that fit</h2>
      <p class="govuk-hint">It may be several things. Each goes to its own readers. If nothing fits, tick nothing.</p>
      {kindsInGroups(kinds).map(({ group, kinds: own }, at) => <Choices key={group} name="kinds" id={at === 0 ? 'kinds' : `kinds-of-${group}`} label={GROUP_TITLE[group]} many small chosen={manyIn(raw, 'kinds')} choices={own.map(kind => ({ value: kind.value, text: capital(kind.text) }))} />)}
      <Button>Go on</Button>
    </form>
  </>
);

const GROUP_TITLE: Readonly<Record<KindGroup, string>> = { safeguarding: 'Children’s safety', technology: 'Computers, accounts and the internet', data: 'Personal information', conduct: 'Keeping to the rules', records: 'What the school has written down' };

export interface KindsView {
  readonly action: string;
  readonly story: Story;
  readonly forms: readonly KindForm[];
  /** Names that may mean somebody of the school. */
  readonly unclear: readonly Unclear[];
  /** The local authority's designated officer, where the school entered one. */
  readonly officer: ConcernSettings['designatedOfficer'];
  readonly care: SocialCare | null;
  readonly raw: Body;
  readonly errors: FieldErrors;
  readonly helpLines: Shared['helpLines'];
  readonly dsl: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** What the first page gave, carried along. */
const Carried = ({ story }: { story: Story }) => (
  <>{Object.entries(story).map(([name, value]) => <input key={name} type="hidden" name={name} value={typeof value === 'string' ? value : value.join(' ')} />)}</>
);

export const KindsPage = ({ action, story, forms, unclear, officer, care, raw, errors, helpLines, dsl, vocabulary }: KindsView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>{forms.length === 1 ? 'A few more questions' : 'It is several things'}</h1>
    {(story.danger === 'yes' || forms.some(form => form.route.nobodyLeft)) && <RingFirst helpLines={helpLines} care={care} dsl={dsl} alarm={story.danger === 'yes'} />}
    {forms.length > 1 && <p class="lede">Each part goes to its own readers, who do not see the others. Write to each only what they need.</p>}
    <form method="post" action={action}>
      <Carried story={story} />
      <WhoIsMeant unclear={unclear} raw={raw} />
      <div class="stack">{forms.map(form => <KindCard key={form.kind} form={form} officer={officer} several={forms.length > 1} raw={raw} errors={errors} vocabulary={vocabulary} />)}</div>
      <p>Nothing is sent before you press this.</p>
      <Button>Send it</Button>
    </form>
  </>
);

/** Which of those with nearly this name it is. Nobody need say. */
const WhoIsMeant = ({ unclear, raw }: Pick<KindsView, 'unclear' | 'raw'>) => (
  <>{unclear.map(({ typed, choices }, at) => (
    <Choices key={typed} name={`meant-${at}`} label={`Who is “${typed}”?`} hint="A member of staff whom you choose is never told of it here, and it goes round them. A child whom you choose is known to whoever keeps children safe." small chosen={[textIn(raw, `meant-${at}`)]}
      choices={[...choices.map(one => ({ value: one.id, text: one.class === null ? one.name : `${one.name}, ${one.class}` })), { value: '', text: 'None of these, or I do not know' }]} />
  ))}</>
);

function KindCard({ form, officer, several, raw, errors, vocabulary }: { form: KindForm; officer: KindsView['officer']; several: boolean; raw: Body; errors: FieldErrors; vocabulary: Vocabulary }) {
  const { kind, route, choice } = form;
  return (
    <Card title={capital(form.words)}>
      <p><WhereTo route={route} vocabulary={vocabulary} /></p>
      {route.vacant.length > 0 && <Note tone="warn" title="Nobody holds this office just now"><p>{capital(listed(route.vacant.map(office => officeWords(office, vocabulary))))}. It goes to the next in the school’s list.</p></Note>}
      {route.designatedOfficer && <OutsideNote officer={officer} />}
      {(form.cited.length > 0 || (form.silent && !route.nobodyLeft)) && <p>{form.cited.length === 0 ? 'The rules of the school say nothing of this. It still arrives.' : form.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</p>}
      {kind === 'report-unlawful-material' && <Unlawful />}
      {kind === 'report-inappropriate-email' && <p>Do not forward the message. Keep it where it is.</p>}
      {kind === 'report-virus' && <Note tone="warn"><p>First take the device off the network: pull its cable or turn its wifi off. Leave it switched on.</p></Note>}
      {!takesFiles(kind) && kind !== 'report-unlawful-material' && <p>No picture can be added to this, and none should be shown or copied. Keep the device as it is.</p>}
      {kind === 'report-accidental-access' && <p>You are not in trouble for this. It is written down as an accident, apart from any breach of the rules.</p>}
      {choice.length > 1 && <Choices name={nameOf(kind, 'office')} label="Who should read it?" small chosen={[textIn(raw, nameOf(kind, 'office'))]} choices={[...choice.map(office => ({ value: office, text: capital(officeWords(office, vocabulary)) })), { value: '', text: 'Either; whoever is there first' }]} />}
      {several && kind !== 'report-safeguarding-concern' && <TextArea name={nameOf(kind, 'narrative')} label="What should these readers know?" rows={3} value={textIn(raw, nameOf(kind, 'narrative'))} error={errors[nameOf(kind, 'narrative')]} />}
      {several && kind === 'report-safeguarding-concern' && <p>They read the whole story as you wrote it.</p>}
      {form.fields.map(field => <OneField key={field.name} kind={kind} field={field} raw={raw} errors={errors} />)}
    </Card>
  );
}

/** What is said where nobody of the school is left to tell. */
export const NobodyFree = () => <>Nobody in the school is free to read it. Ring the numbers above, or the police on 101.</>;

const WhereTo = ({ route, vocabulary }: { route: KindForm['route']; vocabulary: Vocabulary }) => {
  const offices = [...new Set(route.eyes.flatMap(eye => eye.office ?? []))];
  if (offices.length === 0) return <NobodyFree />;
  return <>It goes to {listed(offices.map(office => officeWords(office, vocabulary)))}, at once.</>;
};

/** Material against the law: what to do instead of showing it. */
const Unlawful = () => (
  <Note tone="warn" title="Do not look again, copy, send, print or delete it">
    <ul>
      <li>A copy is itself against the law, even as proof.</li>
      <li>Turn the screen away. Keep the device as it is, and keep others from it.</li>
      <li>Tell whoever looks after children’s safety at once, in person or on the telephone.</li>
      <li>Here write only where it was and when. Nothing can be added to this report.</li>
    </ul>
  </Note>
);

function OneField({ kind, field, raw, errors }: { kind: string; field: Field; raw: Body; errors: FieldErrors }) {
  const name = nameOf(kind, field.name);
  const common = { name, label: field.label, hint: field.hint, error: errors[name] };
  if (field.as === 'choice' && (field.choices ?? []).length <= 3) return <Choices {...common} small chosen={[textIn(raw, name)]} choices={field.choices!} />;
  if (field.as === 'choice') return <Select {...common} value={textIn(raw, name)} choices={field.choices!} />;
  if (field.as === 'area') return <TextArea {...common} rows={3} value={textIn(raw, name)} />;
  return <TextField {...common} type={field.as === 'date' ? 'date' : 'text'} value={textIn(raw, name)} {...(field.as === 'date' ? { width: 10 as const } : {})} />;
}
