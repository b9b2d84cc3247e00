/** The roll-over before it happens: who goes where, who signs anew, and the press that lets it happen. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Empty, ErrorSummary, Figure, longDay, Note, Table, TextField } from '../../../page-parts/index.ts';
import type { RollOverPlan } from './reads.ts';
import type { ClassPlan, Outcome, Planned, RollOver } from './words.ts';

type Errors = Readonly<Record<string, string>>;

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = { moves: 'Moves', stays: 'Stays', leaves: 'Leaves', planned: 'Noted on their own page', unsaid: 'Not said yet' };

/** Nothing is being prepared. */
export function NoRollOverPage({ slug, on, past, errors = {} }: { slug: string; on: string; past: readonly RollOver[]; errors?: Errors }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Move the classes up</h1>
      <p class="lede">Once a year every class moves up. Here you see before it happens who goes where, who leaves, and who will be asked to sign other rules.</p>
      <p>Nothing changes until you confirm, and not before the day. Until that day you can take it back.</p>
      <form method="post" action={`/${slug}/people/roll-over/begin`}>
        <TextField name="on" label="First day in the new classes" type="date" width={10} value={on} error={errors['on']} />
        <div class="actions"><Button>Prepare it</Button><ButtonLink href={`/${slug}/people/years`} tone="quiet">Year groups</ButtonLink></div>
      </form>
      {past.length > 0 && (
        <>
          <h2>Done before</h2>
          <Table caption="Roll-overs that are done" hideCaption rows={past} columns={[
            { head: 'First day', cell: one => longDay(one.on) },
            { head: 'Moved', cell: one => one.counts.moves ?? 0, number: true },
            { head: 'Stayed', cell: one => one.counts.stays ?? 0, number: true },
            { head: 'Left', cell: one => (one.counts.leaves ?? 0) + (one.counts.parents ?? 0), number: true },
            { head: 'Confirmed by', cell: one => one.confirmedBy },
          ]} />
        </>
      )}
    </>
  );
}

export interface RollOverProps {
  readonly slug: string;
  readonly today: string;
  readonly plan: RollOverPlan;
  readonly errors?: Errors;
}

const pupilsOf = (plan: RollOverPlan, one: ClassPlan): Planned[] => plan.planned.filter(({ pupil }) => pupil.yearGroup === one.yearFrom && pupil.class === one.classFrom);

export function RollOverPage(props: RollOverProps) {
  const { slug, today, plan: { rollOver, counts, toSign, parents, classes }, errors = {} } = props;
  const names = `/${slug}/people/roll-over/names`;
  const confirmed = rollOver.state === 'confirmed';
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Move the classes up on {longDay(rollOver.on)}</h1>
      {confirmed && <Confirmed slug={slug} rollOver={rollOver} today={today} />}
      <div class="figures">
        <Figure value={counts.moves} label="move" href={`${names}?outcome=moves`} />
        <Figure value={counts.stays} label="stay where they are" href={`${names}?outcome=stays`} />
        <Figure value={counts.leaves} label="leave" href={`${names}?outcome=leaves`} />
        <Figure value={toSign.size} label="will be asked to sign" href={`${names}?outcome=sign`} />
        {counts.planned > 0 && <Figure value={counts.planned} label="have a change of their own" href={`${names}?outcome=planned`} />}
        {counts.unsaid > 0 && <Figure value={counts.unsaid} label="have no class yet" href={`${names}?outcome=unsaid`} tone="warn" />}
      </div>
      {parents.length > 0 && <p>{counted(parents.length, 'parent or carer leaves', 'parents and carers leave')} with their last child.</p>}
      <WhoSigns {...props} />
      {confirmed ? <ClassesDone {...props} /> : classes.length === 0 ? <Empty title="There are no classes"><p>Add pupils with their classes first.</p></Empty> : <ClassesForm {...props} />}
      <p class="no-print"><a href={names}>Every pupil by name</a> · <a href={`${names}.csv`}>Download the names as a spreadsheet (CSV)</a> · <a href={`/${slug}/people/years`}>Year groups</a></p>
      {!confirmed && <Ready {...props} />}
    </>
  );
}

const Confirmed = ({ slug, rollOver, today }: { slug: string; rollOver: RollOver; today: string }) => (
  <Note title="This is confirmed" tone="good">
    <p>It happens by itself on {longDay(rollOver.on)}. {rollOver.confirmedBy} confirmed it. Who joins a class until then goes with it.</p>
    {rollOver.on > today && <form method="post" class="no-print" action={`/${slug}/people/roll-over/take-back`}><Button tone="quiet">Take it back</Button></form>}
  </Note>
);

/** Which policy asks how many, class by class. */
function WhoSigns({ plan }: RollOverProps) {
  const { toSign, classes } = plan;
  const titles = [...new Set([...toSign.values()].flatMap(asked => asked.map(one => one.title)))].sort();
  if (titles.length === 0) return <p class="soft">Nobody comes under another code, so nobody is asked to sign because of this.</p>;
  const asked = (one: ClassPlan, title: string) => pupilsOf(plan, one).filter(({ pupil }) => toSign.get(pupil.person)?.some(policy => policy.title === title)).length;
  const rows = classes.map(one => ({ one, counts: titles.map(title => asked(one, title)) })).filter(row => row.counts.some(count => count > 0));
  return (
    <>
      <h2>Who will be asked to sign</h2>
      <Table caption="Pupils asked to sign, by class and policy" hideCaption rows={rows} columns={[
        { head: 'Class now', cell: ({ one }) => `${one.classFrom}, ${one.yearFrom}` },
        ...titles.map((title, at) => ({ head: title, cell: (row: (typeof rows)[number]) => row.counts[at]!, number: true })),
      ]} />
    </>
  );
}

function ClassesForm(props: RollOverProps) {
  const { slug, plan, errors = {} } = props;
  const goals = [{ value: '', text: 'Choose' }, ...plan.years.map(year => ({ value: `to ${year.name}`, text: year.name })), { value: 'stays', text: 'Stays in its year' }, { value: 'leaves', text: 'Leaves the school' }];
  return (
    <form method="post" action={`/${slug}/people/roll-over/classes`}>
      <h2>Where each class goes</h2>
      <Table caption="Classes" hideCaption rows={plan.classes.map((one, at) => ({ one, at }))} columns={[
        { head: 'Class now', cell: ({ one, at }) => <><a href={`/${slug}/people/roll-over/names?class=${encodeURIComponent(one.classFrom)}`}>{one.classFrom}</a> <span class="soft">{one.yearFrom}</span><input type="hidden" name={`yearFrom-${at}`} value={one.yearFrom} /><input type="hidden" name={`classFrom-${at}`} value={one.classFrom} /></> },
        { head: 'Pupils', cell: ({ one }) => pupilsOf(plan, one).length, number: true },
        { head: 'Goes to', cell: ({ one, at }) => <Goal at={at} one={one} goals={goals} /> },
        { head: 'Class then', cell: ({ one, at }) => <Room at={at} one={one} /> },
      ]} />
      <div class="grid">
        <TextField name="on" label="First day in the new classes" type="date" width={10} value={plan.rollOver.on} error={errors['on']} />
        <Choices name="parentsToo" label="Parents and carers" many small choices={[{ value: 'yes', text: 'Leave with their last child', hint: 'Only those who are nothing else at the school' }]} chosen={plan.rollOver.parentsToo ? ['yes'] : []} />
      </div>
      <Button tone="quiet">Save and work it out again</Button>
    </form>
  );
}

const goalOf = (one: ClassPlan): string => (one.goes === 'up' ? (one.yearTo === '' ? '' : `to ${one.yearTo}`) : one.goes);

const Goal = ({ at, one, goals }: { at: number; one: ClassPlan; goals: readonly { value: string; text: string }[] }) => (
  <>
    <label class="govuk-visually-hidden" for={`goes-${at}`}>Where {one.classFrom} goes</label>
    <select class="govuk-select" id={`goes-${at}`} name={`goes-${at}`}>{goals.map(goal => <option key={goal.value} value={goal.value} selected={goal.value === goalOf(one)}>{goal.text}</option>)}</select>
  </>
);

const Room = ({ at, one }: { at: number; one: ClassPlan }) => (
  <>
    <label class="govuk-visually-hidden" for={`classTo-${at}`}>The name of {one.classFrom} then</label>
    <input class="govuk-input govuk-input--width-10" id={`classTo-${at}`} name={`classTo-${at}`} value={one.classTo} autocomplete="off" maxLength={40} />
    {one.goes === 'up' && one.classTo === '' && <> <Chip tone="ask">Not said yet</Chip></>}
  </>
);

const ClassesDone = ({ slug, plan }: RollOverProps) => (
  <>
    <h2>Where each class goes</h2>
    <Table caption="Classes" hideCaption rows={plan.classes} columns={[
      { head: 'Class now', cell: one => <><a href={`/${slug}/people/roll-over/names?class=${encodeURIComponent(one.classFrom)}`}>{one.classFrom}</a> <span class="soft">{one.yearFrom}</span></> },
      { head: 'Pupils', cell: one => pupilsOf(plan, one).length, number: true },
      { head: 'Goes to', cell: one => (one.goes === 'leaves' ? 'Leaves the school' : one.goes === 'stays' ? 'Stays in its year' : one.yearTo) },
      { head: 'Class then', cell: one => one.classTo },
    ]} />
  </>
);

/** Confirming, once nothing is left to say. */
function Ready({ slug, today, plan: { rollOver, counts, planned } }: RollOverProps) {
  const late = rollOver.on <= today;
  const stops = late || counts.unsaid > 0 || planned.length === 0;
  return (
    <Card title={stops ? 'Not ready yet' : 'Ready'}>
      {late && <p>The day is today or past. Choose a day to come.</p>}
      {counts.unsaid > 0 && <p>{counted(counts.unsaid, 'pupil')} would have no class. Say above where each class goes, or open the pupil’s own line.</p>}
      {!stops && <><p>On {longDay(rollOver.on)} all of this happens at once, by itself. Nobody else is touched. You can take it back until that day.</p>
        <form method="post" action={`/${slug}/people/roll-over/confirm`}><Button>Confirm it for {longDay(rollOver.on)}</Button></form></>}
      <form method="post" class="inline-form" action={`/${slug}/people/roll-over/drop`}><button class="link-button" type="submit">Throw this plan away</button></form>
    </Card>
  );
}
