/** Setting a school up: step by step to the first policy in force, and who answers where the rules name nobody. */
import { Button, Chip, counted, Details, Empty, ErrorSummary, Note, Progress, Select } from '../../../page-parts/index.ts';
import { sayKnown } from '../../../platform/languages/index.ts';
import { STAND_INS, type StandIn, type Vocabulary } from '../../../rulebook/index.ts';
import type { NobodyClause, Step, VacantOffice } from './words.ts';

export interface SetUpProps {
  readonly slug: string;
  readonly school: string;
  readonly steps: readonly Step[];
  readonly vacant: readonly VacantOffice[];
}

export function SetUpPage({ slug, school, steps, vacant }: SetUpProps) {
  const done = steps.filter(step => step.done).length;
  return (
    <>
      <h1>Set the school up</h1>
      <p class="lede">From nothing to the first policy in force at {school}. Take the steps in any order; come back when you like.</p>
      <Progress done={done} of={steps.length} label={`${done} of ${steps.length} steps are done`} />
      <ol class="plain-list stack">{steps.map(step => (
        <li key={step.name} class="card">
          <h2 class="card__title"><StepTitle step={step} /> {step.done ? <Chip tone="yes">Done</Chip> : <Chip tone="ask">To do</Chip>}</h2>
          <StepText slug={slug} step={step} vacant={vacant} />
        </li>
      ))}</ol>
    </>
  );
}

function StepTitle({ step }: { step: Step }) {
  switch (step.name) {
    case 'terms': return <>When school is on</>;
    case 'people': return <>Who is here</>;
    case 'years': return <>The year groups and their code</>;
    case 'policy': return <>The first policy, as a draft</>;
    case 'offices': return <>A holder for each office that the rules name</>;
    case 'nobody': return <>Who answers where the rules name nobody</>;
    case 'published': return <>A policy in force</>;
  }
}

function StepText({ slug, step, vacant }: { slug: string; step: Step; vacant: readonly VacantOffice[] }) {
  const at = `/${slug}`;
  switch (step.name) {
    case 'terms': return <p><a href={`${at}/agreements/terms`}>Say when the terms are</a>, so that reminders and due dates keep to school days.</p>;
    case 'people': return <p>{counted(step.count, 'person', 'people')} so far. <a href={`${at}/people/import`}>Bring them in from a file</a> or <a href={`${at}/people/add`}>add them one by one</a>.</p>;
    case 'years': return <p><a href={`${at}/people/years`}>Look at the year groups</a>: they say which code each pupil signs, and where each class goes in September.</p>;
    case 'policy': return <p>{step.done ? <><a href={`${at}/policies`}>{counted(step.count, 'policy is here', 'policies are here')}</a>.</> : <><a href={`${at}/policies/new`}>Begin with a policy</a>. It binds nobody until it is approved.</>}</p>;
    case 'offices': return (
      <>
        <p>{step.done ? <a href={`${at}/offices`}>Who holds which office</a> : step.count > 0 ? <>Nobody holds {counted(step.count, 'office')} that the rules need. Until somebody does, no policy that names it can be approved.</> : <>Once there is a policy, you see here which offices it names.</>}</p>
        {vacant.some(isReal) && <ul>{vacant.filter(isReal).map(({ office, title }) => <li key={office}><a href={`${at}/offices/${office}`}>{title}</a></li>)}</ul>}
      </>
    );
    case 'nobody': return <p><a href={`${at}/set-up/nobody`}>{step.done ? 'See who answers' : 'Name the office that answers'}</a> where a clause says only “the school”, or names nobody at all.</p>;
    case 'published': return <p>{step.done ? <><a href={`${at}/policies`}>{counted(step.count, 'policy is in force', 'policies are in force')}</a>.</> : <>When the draft is written, <a href={`${at}/policies`}>send it for approval</a>. The body that it names approves it.</>}</p>;
  }
}

const isReal = ({ office }: VacantOffice): boolean => !(STAND_INS as readonly string[]).includes(office);

/** An office that a policy needs and nobody holds, and where it is put right. */
export function VacantNote({ slug, vacant, inForce = false }: { slug: string; vacant: readonly VacantOffice[]; inForce?: boolean }) {
  if (vacant.length === 0) return null;
  return (
    <Note title="Nobody holds an office that this policy needs" tone="warn">
      {inForce ? <p>A question that leads there finds nobody to answer it. The headteacher or the school office can put this right:</p>
        : <p>It cannot be approved until somebody does. The headteacher or the school office can put this right:</p>}
      <ul>{vacant.map(one => <li key={one.office}><a href={isReal(one) ? `/${slug}/offices/${one.office}` : `/${slug}/set-up/nobody`}>{one.title}</a></li>)}</ul>
    </Note>
  );
}

export interface NobodyProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly clauses: readonly NobodyClause[];
  /** The office that answers for every clause which has none of its own. */
  readonly whole: Readonly<Partial<Record<StandIn, string>>>;
  /** Offices that can answer, those with a holder first. */
  readonly offices: readonly { readonly office: string; readonly title: string; readonly holders: readonly string[] }[];
  readonly mayGive: boolean;
  readonly errors?: Readonly<Record<string, string>>;
}

export function NobodyPage(props: NobodyProps) {
  const { slug, vocabulary, clauses, whole, offices, mayGive, errors = {} } = props;
  const choices = offices.map(({ office, title, holders }) => ({ value: office, text: holders.length > 0 ? `${sayKnown(title)}: ${holders.join(', ')}` : `${sayKnown(title)}: nobody holds it yet` }));
  const titleOf = (office: string): string => vocabulary.offices.get(office)?.title ?? office;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Who answers where the rules name nobody</h1>
      <p>Some clauses say only “the school”, or leave open whom to ask. Choose the office that answers. Readers then see that office beside the clause, and questions go to whoever holds it.</p>
      <form method="post" action={`/${slug}/set-up/nobody`}>
        {STAND_INS.map(standIn => {
          const mine = clauses.filter(one => one.standIn === standIn);
          return (
            <section key={standIn}>
              <h2>{standIn === 'unassigned' ? 'Where a clause names nobody' : 'Where a clause says only “the school”'}</h2>
              {mine.length === 0 ? <Empty title="No clause does so"><p>Nothing here needs an office for it.</p></Empty> : (
                <>
                  {mayGive ? <Select name={`all-${standIn}`} label="The office that answers for all of them" choices={[{ value: '', text: 'Choose an office' }, ...choices]} value={whole[standIn] ?? ''} error={errors[`all-${standIn}`]} />
                    : <p>{whole[standIn] ? titleOf(whole[standIn]) : 'Nobody yet. The headteacher or the school office can choose.'}</p>}
                  <Details summary={`${counted(mine.length, 'clause')}, and another office for one of them`} open={mine.some(one => one.office !== null)}>
                    {mine.map(one => <ClauseLine key={one.clause} {...props} one={one} choices={choices} titleOf={titleOf} />)}
                  </Details>
                </>
              )}
            </section>
          );
        })}
        {mayGive && clauses.length > 0 && <div class="actions"><Button>Save who answers</Button></div>}
      </form>
      <p><a href={`/${slug}/set-up`}>All steps</a></p>
    </>
  );
}

function ClauseLine({ slug, one, choices, titleOf, mayGive }: NobodyProps & { one: NobodyClause; choices: readonly { value: string; text: string }[]; titleOf: (office: string) => string }) {
  const [policy = '', clause = ''] = one.clause.split('#');
  return (
    <div class="card">
      <p class="serif">{one.text}</p>
      <p class="soft">{one.draft ? <>{one.policyTitle}, {one.number} (being written)</> : <a href={`/${slug}/policies/${policy}#${clause}`}>{one.policyTitle}, {one.number}</a>}</p>
      {mayGive ? <Select name={`for-${one.standIn}-${one.clause}`} id={`for-${one.standIn}-${policy}-${clause}`} label="Who answers for this clause" choices={[{ value: '', text: 'As for all of them' }, ...choices]} value={one.office ?? ''} />
        : one.office && <p>{titleOf(one.office)}</p>}
    </div>
  );
}
