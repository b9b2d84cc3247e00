/** The pages of asking: what one may ask for, and the form that is made from the rule. */
import { AnswerCard, Button, Choices, Empty, ErrorSummary, longDay, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Demands } from './asking.ts';
import { particularsOf, particularWords } from './particulars.ts';
import type { AskLine, Child, FactQuestion, Quoted } from './reads.ts';

export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const listIn = (raw: Body, name: string): readonly string[] => { const value = raw[name]; return typeof value === 'string' ? [value] : value ?? []; };

export interface ListView {
  readonly base: string;
  readonly groups: readonly { readonly child: Child | null; readonly lines: readonly AskLine[] }[];
  readonly search: string;
}

/** What one may ask for, for oneself and for each child. */
export function AskListPage({ base, groups, search }: ListView) {
  const any = groups.some(group => group.lines.length > 0);
  return (
    <>
      <h1>Ask for a permission</h1>
      <p class="lede">Here is what the rules let you ask for, and who decides. <a href={`${base}/my-requests`}>See what you have asked for</a></p>
      <form class="filters" method="get" action={`${base}/ask`} role="search">
        <TextField name="search" id="ask-search" label="Words" value={search} type="search" width={20} />
        <div class="filters__do"><Button tone="quiet">Show</Button></div>
      </form>
      {!any && (search === ''
        ? <Empty title="There is nothing you have to ask for"><p>If you are not sure whether you may do something, <a href={`${base}/may-i`}>ask the rules</a>.</p></Empty>
        : <Empty title="Nothing fits these words"><p><a href={`${base}/ask`}>Show everything</a></p></Empty>)}
      {groups.filter(group => group.lines.length > 0).map(group => (
        <section key={group.child?.id ?? ''}>
          {group.child && <h2>For {group.child.name}</h2>}
          <ul class="plain-list stack">{group.lines.map((line, at) => <li key={at}><Line base={base} line={line} child={group.child} /></li>)}</ul>
        </section>
      ))}
    </>
  );
}

const Line = ({ base, line, child }: { base: string; line: AskLine; child: Child | null }) => {
  const Heading = child ? 'h3' : 'h2';
  return (
    <div class="card card--ask">
      <Heading class="card__title"><a href={`${base}/ask/${line.act}?${line.query}${child ? `&for=${child.id}` : ''}`}>{line.plain}</a></Heading>
      {line.situation.length > 0 && <p class="soft">{line.situation.map(one => <span key={one.question}>{one.question} {one.answer}. </span>)}</p>}
      <p>{line.deciders === '' ? null : <>Decided by {line.deciders}.</>} <a href={line.cited.href}>{line.cited.cite}</a></p>
    </div>
  );
};

export interface AskView {
  readonly base: string;
  readonly act: string;
  /** "Put a program or app on a school device". */
  readonly plain: string;
  readonly child: Child | null;
  readonly again: boolean;
  readonly facts: Readonly<Record<string, string>>;
  readonly told: readonly { readonly question: string; readonly answer: string }[];
  readonly quoted: readonly Quoted[];
}

const Told = ({ view }: { view: AskView }) => (view.told.length === 0 ? null : (
  <>
    <ul>{view.told.map(one => <li key={one.question}>{one.question} <strong>{one.answer}</strong></li>)}</ul>
    <p class="small"><a href={`${view.base}/ask/${view.act}${view.child ? `?for=${view.child.id}` : ''}`}>That is not right: begin again</a></p>
  </>
));

const Heading = ({ view }: { view: AskView }) => (
  <>
    <h1>{view.plain}</h1>
    {view.child && <p class="lede">You ask for {view.child.name}.</p>}
    <Told view={view} />
  </>
);

/** Goes along unseen; not what is asked again, because the answer given was too broad. */
const Carried = ({ view, but = [] }: { view: AskView; but?: readonly FactQuestion[] }) => (
  <>
    {Object.entries(view.facts).filter(([fact]) => !but.some(one => one.fact === fact)).map(([fact, value]) => <input type="hidden" name={`fact.${fact}`} value={value} key={fact} />)}
    {view.child && <input type="hidden" name="for" value={view.child.id} />}
    {view.again && <input type="hidden" name="again" value="yes" />}
  </>
);

/** The rules need to know more before anybody is asked. `errors` holds what was asked before and not answered, by the question's id. */
export const QuestionsPage = ({ view, questions, raw, errors }: { view: AskView; questions: readonly FactQuestion[]; raw: Body; errors: Readonly<Record<string, string>> }) => (
  <>
    <ErrorSummary errors={errors} />
    <Heading view={view} />
    <p>The rules need to know a little more first.</p>
    <form method="get" action={`${view.base}/ask/${view.act}`} class="stack">
      <Carried view={view} but={questions} />
      <input type="hidden" name="asked" value={questions.map(one => one.fact).join(' ')} />
      {questions.map(one => <Question key={one.fact} one={one} value={textIn(raw, `fact.${one.fact}`)} error={errors[questionId(one.fact)]} />)}
      <Button>Go on</Button>
    </form>
  </>
);

export const questionId = (fact: string): string => `fact-${fact}`;

function Question({ one, value, error }: { one: FactQuestion; value: string; error: string | undefined }) {
  const field = { name: `fact.${one.fact}`, id: questionId(one.fact), label: one.question, error };
  if (one.choices.length > 0) return <Choices {...field} choices={one.choices} chosen={value ? [value] : []} />;
  return <TextField {...field} value={value} width={10} {...(one.type === 'date' ? { type: 'date' as const } : {})} hint={one.type === 'number' ? 'A number' : one.type === 'span' ? 'For example 25 days' : undefined} />;
}

/** No request is sent: the rules forbid it whoever says yes, allow it already, or do not speak of it. */
export const NoRequestPage = ({ view, says }: { view: AskView; says: 'no' | 'yes' | 'silent' }) => (
  <>
    <Heading view={view} />
    {says === 'no' && <AnswerCard says="no" headline="No, and nobody can allow it" clauses={view.quoted}><p>The rules forbid it whoever says yes, so no request is sent.</p></AnswerCard>}
    {says === 'yes' && <AnswerCard says="yes" headline="You need not ask" clauses={view.quoted}><p>The rules allow it in this situation, or you hold the permission already. <a href={`${view.base}/my-requests`}>See what you hold</a></p></AnswerCard>}
    {says === 'silent' && <AnswerCard says="silent" headline="The rules do not speak of this" clauses={[]}><p>That is not a yes. <a href={`${view.base}/may-i`}>Ask the rules in your own words</a>, or ask whoever looks after the policy.</p></AnswerCard>}
    <p><a href={`${view.base}/ask`}>What else you can ask for</a></p>
  </>
);

export interface FormView extends AskView {
  readonly demands: Demands;
  /** One list for each group: one yes of each is needed. */
  readonly deciders: readonly (readonly string[])[];
  readonly choosable: Readonly<Record<string, readonly Child[]>>;
  readonly open: readonly { readonly id: string; readonly on: string }[];
  readonly latest: string;
  readonly lastDay: string | null;
  readonly pupil: boolean;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

/** The request, made from the rule. */
export function AskFormPage({ view }: { view: FormView }) {
  const { raw, errors, demands } = view;
  const field = (name: string) => ({ name, value: textIn(raw, name), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={errors} />
      <Heading view={view} />
      {view.open.map(one => <Note tone="warn" key={one.id}><p>You have asked for this already. <a href={`${view.base}/my-requests/${one.id}`}>Read the request of {longDay(one.on)}</a></p></Note>)}
      {view.quoted.map(clause => <blockquote class="quote" key={clause.href}><p {...asWritten()}>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>)}
      {!view.choosable['file-owner'] && <Deciders groups={view.deciders} />}
      <form method="post" action={`${view.base}/ask/${view.act}`} class="stack" novalidate>
        <Carried view={view} />
        {Object.entries(view.choosable).map(([office, people]) => <Person key={office} office={office} people={people} value={textIn(raw, `named.${office}`)} error={errors[`named.${office}`]} />)}
        {particularsOf(view.act).map(one => (one.long ? <TextArea key={one.key} {...field(`shown.${one.key}`)} label={one.question} rows={4} /> : <TextField key={one.key} {...field(`shown.${one.key}`)} label={one.question} maxlength={300} />))}
        {demands.shown.map(words => <TextArea key={words} {...field(`shown.${words}`)} label={particularWords(words)} hint="The rule asks for this." rows={3} />)}
        <TextArea {...field('reason')} label={view.pupil ? 'Why do you need it?' : 'Why do you ask?'} hint={demands.wholeReason ? 'In a sentence. A request without a reason goes no further.' : undefined} rows={3} />
        <TextField {...field('from')} label="First day" type="date" width={10} />
        <TextField {...field('until')} label="Last day" type="date" width={10} hint={view.lastDay === null ? `Up to ${longDay(view.latest)}.` : `This rule lets a yes last up to ${longDay(view.lastDay)} if it begins today.`} />
        {demands.checked.length > 0 && <p>Whoever decides will want to see it checked, and the check has an end.</p>}
        <Button>Send the request</Button>
      </form>
    </>
  );
}

const Person = ({ office, people, value, error }: { office: string; people: readonly Child[]; value: string; error: string | undefined }) => (
  <Select name={`named.${office}`} id={`named.${office}`} label={office === 'file-owner' ? 'Whose are the files?' : 'Which teacher?'} value={value} error={error}
    hint={office === 'file-owner' ? 'They decide.' : 'Leave it open for your class teacher.'}
    choices={[{ value: '', text: 'Not chosen' }, ...people.map(one => ({ value: one.id, text: one.name }))]} />
);

/** Who decides: one line for each group of which a yes is needed. */
export const Deciders = ({ groups }: { groups: readonly (readonly string[])[] }) => (
  <>
    <h2>Who decides</h2>
    {groups.some(group => group.length === 0) && <Note tone="warn"><p>Nobody holds an office that may decide this just now. Tell the school office: it has to name somebody.</p></Note>}
    <ul>{groups.filter(group => group.length > 0).map((group, at) => <li key={at}>{group.length === 1 ? group[0] : <>One of these: {group.join(', ')}</>}</li>)}</ul>
    {groups.length > 1 && <p>Each line needs one yes.</p>}
  </>
);
