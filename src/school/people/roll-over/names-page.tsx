/** The roll-over pupil by pupil, and one pupil's own line. */
import { Button, ButtonLink, Chip, Choices, counted, Empty, ErrorSummary, Filters, longDay, Paging, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { YearGroup } from '../moves/words.ts';
import { OUTCOME_WORDS } from './pages.tsx';
import type { ClassPlan, Outcome, Planned, Pupil, PupilPlan, RollOver, ToSign } from './words.ts';

export interface NamesFilter {
  readonly class: string;
  readonly outcome: Outcome | 'sign' | '';
  readonly page: number;
  /** All on one page, to be printed. */
  readonly all: boolean;
}

export interface NamesProps {
  readonly slug: string;
  readonly rollOver: RollOver;
  readonly filter: NamesFilter;
  readonly classes: readonly string[];
  readonly rows: readonly (Planned & { readonly asked: readonly ToSign[] })[];
  readonly total: number;
  readonly pages: number;
}

export function namesHref(slug: string, filter: Partial<NamesFilter>, ending = ''): string {
  const query = new URLSearchParams({ ...(filter.class ? { class: filter.class } : {}), ...(filter.outcome ? { outcome: filter.outcome } : {}), ...(filter.all ? { all: 'yes' } : {}), ...(filter.page && filter.page > 1 ? { page: String(filter.page) } : {}) }).toString();
  return `/${slug}/people/roll-over/names${ending}${query && `?${query}`}`;
}

export function NamesPage({ slug, rollOver, filter, classes, rows, total, pages }: NamesProps) {
  const draft = rollOver.state === 'draft';
  return (
    <>
      <h1>Who goes where on {longDay(rollOver.on)}</h1>
      <Filters action={`/${slug}/people/roll-over/names`} csvHref={namesHref(slug, filter, '.csv')}>
        <Select name="class" label="Class now" choices={[{ value: '', text: 'All classes' }, ...classes.map(one => ({ value: one, text: one }))]} value={filter.class} />
        <Select name="outcome" label="What happens" choices={[{ value: '', text: 'Everything' }, ...Object.entries(OUTCOME_WORDS).map(([value, text]) => ({ value, text })), { value: 'sign', text: 'Asked to sign' }]} value={filter.outcome} />
      </Filters>
      <p class="soft">{counted(total, 'pupil')}. {!filter.all && pages > 1 && <a class="no-print" href={namesHref(slug, { ...filter, all: true })}>All on one page, to print</a>}</p>
      {rows.length === 0 ? <Empty title="No pupil here"><p>Choose another class, or everything.</p></Empty> : (
        <Table caption="Pupils" hideCaption rows={rows} columns={[
          { head: 'Pupil', cell: ({ pupil }) => (draft && !pupil.planned ? <a href={`/${slug}/people/roll-over/pupil/${pupil.person}`}>{pupil.givenName} {pupil.familyName}</a> : <a href={`/${slug}/people/${pupil.person}`}>{pupil.givenName} {pupil.familyName}</a>) },
          { head: 'Now', cell: ({ pupil }) => `${pupil.class}, ${pupil.yearGroup}` },
          { head: 'Then', cell: one => <>{one.to ? `${one.to.class}, ${one.to.yearGroup}` : <Chip tone={one.outcome === 'unsaid' ? 'ask' : 'plain'}>{OUTCOME_WORDS[one.outcome]}</Chip>}{one.own && one.outcome !== 'planned' && <> <Chip tone="depends">Own line</Chip></>}</> },
          { head: 'Will be asked to sign', cell: ({ asked }) => (asked.length === 0 ? <span class="soft">Nothing new</span> : asked.map(one => one.title).join('; ')) },
        ]} />
      )}
      {!filter.all && <Paging page={filter.page} pages={pages} href={page => namesHref(slug, { ...filter, page })} />}
      <p class="no-print"><a href={`/${slug}/people/roll-over`}>Back to the classes</a></p>
    </>
  );
}

export interface PupilLineProps {
  readonly slug: string;
  readonly rollOver: RollOver;
  readonly pupil: Pupil;
  readonly years: readonly YearGroup[];
  /** Where the class goes. */
  readonly group: ClassPlan | undefined;
  readonly given: { readonly goes: string; readonly yearTo: string; readonly classTo: string };
  readonly errors?: Readonly<Record<string, string>>;
}

/** One pupil who does not go where the class goes. */
export function PupilLinePage({ slug, rollOver, pupil, years, group, given, errors = {} }: PupilLineProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Where does {pupil.givenName} {pupil.familyName} go?</h1>
      <p>Now in {pupil.class}, {pupil.yearGroup}. This counts from {longDay(rollOver.on)}.</p>
      <form method="post" action={`/${slug}/people/roll-over/pupil/${pupil.person}`}>
        <Choices name="goes" label="What happens?" chosen={[given.goes]} error={errors['goes']} choices={[
          { value: 'class', text: 'Goes with the class', ...hintOf(group) },
          { value: 'stays', text: 'Stays in this year group', hint: 'Say below in which class' },
          { value: 'moves', text: 'Goes to another year group or class', hint: 'A year ahead, or beside the others' },
          { value: 'leaves', text: 'Leaves the school' },
        ]} />
        <Select name="yearTo" label="Year group then" choices={[{ value: '', text: 'Choose' }, ...years.map(year => ({ value: year.name, text: year.name }))]} value={given.yearTo} error={errors['yearTo']} />
        <TextField name="classTo" label="Class then" width={10} value={given.classTo} error={errors['classTo']} autocomplete="off" />
        <div class="actions"><Button>Save</Button><ButtonLink href={`/${slug}/people/roll-over/names?class=${encodeURIComponent(pupil.class)}`} tone="quiet">Cancel</ButtonLink></div>
      </form>
    </>
  );
}

/** Where the class goes, beside the choice to go with it. */
function hintOf(group: ClassPlan | undefined): { readonly hint?: string } {
  if (group?.goes === 'leaves') return { hint: 'The class leaves the school' };
  if (group?.goes === 'stays') return { hint: 'The class stays in its year' };
  return group && group.classTo !== '' ? { hint: `The class goes to ${group.classTo}, ${group.yearTo}` } : { hint: 'Nobody has said yet where the class goes' };
}

/** What a line of a pupil's own says in the form. */
export const givenOf = (plan: PupilPlan | undefined): PupilLineProps['given'] => ({ goes: plan?.goes ?? 'class', yearTo: plan?.yearTo ?? '', classTo: plan?.classTo ?? '' });
