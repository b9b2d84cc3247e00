/** The register of signatures: counts for each policy, and who has signed, waits, is late or would rather talk. */
import { Empty, Figure, Filters, longDay, Paging, Progress, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { AskState, PolicyCounts, RegisterRow } from '../words.ts';
import { ASK_STATES } from '../words.ts';
import { StateChip, stateWords } from './words.tsx';

export interface RegisterFilter {
  readonly policy?: string | undefined;
  readonly kind?: string | undefined;
  readonly class?: string | undefined;
  readonly state?: AskState | undefined;
  readonly sort: 'name' | 'policy' | 'due' | 'signed';
  readonly down: boolean;
}

export interface CountsProps {
  readonly slug: string;
  readonly today: string;
  readonly counts: readonly PolicyCounts[];
  readonly titles: Readonly<Record<string, string>>;
  /** Whether the numbers lead to names. */
  readonly linked: boolean;
}

export interface RegisterProps extends CountsProps {
  readonly rows: readonly RegisterRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: RegisterFilter;
  /** The name looked for; it came by POST, so that no name stands in an address. */
  readonly search: string;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly classes: readonly string[];
}

/** The address of the register with this filter. */
export function registerHref(slug: string, filter: Partial<RegisterFilter>, more: { page?: number; csv?: boolean } = {}): string {
  const query = new URLSearchParams();
  for (const name of ['policy', 'kind', 'class', 'state'] as const) if (filter[name]) query.set(name, filter[name]);
  if (filter.sort && (filter.sort !== 'name' || filter.down)) query.set('sort', `${filter.sort}${filter.down ? '-down' : ''}`);
  if (more.page && more.page > 1) query.set('page', String(more.page));
  const text = query.toString();
  return `/${slug}/agreements/register${more.csv ? '/csv' : ''}${text ? `?${text}` : ''}`;
}

/** Counts alone: what governors see. */
export const CountsPage = (props: CountsProps) => (
  <>
    <h1>Who has signed</h1>
    <p class="lede">How many the school’s policies ask to sign, and how many have. Numbers only, no names.</p>
    <Counts {...props} />
  </>
);

export function RegisterPage(props: RegisterProps) {
  const { slug, filter, rows, total, page, pages, search } = props;
  return (
    <>
      <h1>Who has signed</h1>
      <Counts {...props} />
      <p class="no-print"><a href={`/${slug}/agreements/chase`}>Chase those who are missing</a> · <a href={`/${slug}/agreements/finished`}>Who has read, signed and done the quiz</a> · <a href={`/${slug}/agreements/pupil-codes`}>Pupils and their code</a></p>
      <h2 id="list">{search ? `People called “${search}”` : 'Everybody who is asked'}</h2>
      <RegisterFilters {...props} />
      {rows.length === 0 ? <Empty title="Nobody fits"><p><a href={registerHref(slug, {})}>Show everybody</a></p></Empty> : <Rows {...props} />}
      <p class="soft">{total > rows.length ? `${rows.length} of ${total.toLocaleString('en-GB')} lines.` : ''} {search && total > rows.length && 'Type more of the name to see fewer.'}</p>
      {!search && <Paging page={page} pages={pages} href={n => registerHref(slug, filter, { page: n })} />}
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

function Counts({ slug, counts, titles, linked }: CountsProps) {
  const href = (policy: string, state: AskState) => (linked ? registerHref(slug, { policy, state }) : undefined);
  if (counts.length === 0) return <Empty title="No policy asks for a signature yet"><p>A policy says in its head who signs it and when.</p></Empty>;
  return (
    <div class="grid">{counts.map(row => (
      <section class="card" key={row.policy}>
        <h2 class="card__title">{linked ? <a href={registerHref(slug, { policy: row.policy })}>{titles[row.policy] ?? row.policy}</a> : titles[row.policy] ?? row.policy}</h2>
        <Progress done={row.signed} of={row.bound} label={`${row.signed.toLocaleString('en-GB')} of ${row.bound.toLocaleString('en-GB')} signed`} />
        <div class="figures">
          <Number value={row.waiting} label="waiting" href={href(row.policy, 'waiting')} />
          <Number value={row.overdue} label="overdue" href={href(row.policy, 'overdue')} tone="bad" />
          <Number value={row.declined} label="declined: talk" href={href(row.policy, 'declined')} tone="warn" />
        </div>
        <p><a href={`/${slug}/agreements/clauses/${row.policy}`}>Clause by clause<span class="govuk-visually-hidden">: {titles[row.policy] ?? row.policy}</span></a></p>
        {linked && <p><a href={`/${slug}/agreements/sheet/${row.policy}`}>Signature sheet<span class="govuk-visually-hidden">: {titles[row.policy] ?? row.policy}</span></a></p>}
      </section>
    ))}</div>
  );
}

/** Nought is calm and leads nowhere. */
const Number = ({ value, label, href, tone }: { value: number; label: string; href: string | undefined; tone?: 'bad' | 'warn' }) =>
  <Figure value={value} label={label} {...(value > 0 && href ? { href } : {})} {...(value > 0 && tone ? { tone } : {})} />;

const anyOf = (text: string, choices: readonly { value: string; text: string }[]) => [{ value: '', text }, ...choices];

function RegisterFilters({ slug, filter, titles, kinds, classes, search }: RegisterProps) {
  const here = `/${slug}/agreements/register`;
  return (
    <>
      <Filters action={here} csvHref={registerHref(slug, filter, { csv: true })}>
        <Select name="policy" label="Policy" value={filter.policy} choices={anyOf('All', Object.entries(titles).map(([value, text]) => ({ value, text })))} />
        <Select name="kind" label="Who" value={filter.kind} choices={anyOf('Everybody', kinds)} />
        {classes.length > 0 && <Select name="class" label="Class" value={filter.class} choices={anyOf('All', classes.map(value => ({ value, text: value })))} />}
        <Select name="state" label="State" value={filter.state} choices={anyOf('All', ASK_STATES.map(value => ({ value, text: stateWords(value) })))} />
      </Filters>
      <form class="filters" method="post" action={here}>
        <TextField name="search" label="Find a person" value={search} type="search" width={20} maxlength={80} autocomplete="off" />
        <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Find</button>{search && <a href={registerHref(slug, {})}>Show everybody</a>}</div>
      </form>
    </>
  );
}

function Rows({ slug, rows, titles, filter, search }: RegisterProps) {
  const sort = (by: RegisterFilter['sort']) => (search ? {} : {
    sort: { href: registerHref(slug, { ...filter, sort: by, down: filter.sort === by && !filter.down }), ...(filter.sort === by ? { on: filter.down ? 'descending' as const : 'ascending' as const } : {}) },
  });
  return (
    <Table caption="Who is asked to sign" hideCaption rows={rows} columns={[
      { head: 'Name', cell: row => <a href={`/${slug}/agreements/register/${row.person}`}>{row.name}</a>, ...sort('name') },
      { head: 'Class', cell: row => row.class || '–' },
      { head: 'Policy', cell: row => titles[row.policy] ?? row.policy, ...sort('policy') },
      { head: 'State', cell: row => <StateChip state={row.state} /> },
      { head: 'By', cell: row => (row.need ? <Day day={row.need.due} /> : '–'), ...sort('due') },
      { head: 'Signed', cell: row => (row.agreementId && row.signedOn ? <a href={`/${slug}/agreements/seal/${row.agreementId}`}><Day day={row.signedOn} /></a> : '–'), ...sort('signed') },
      { head: 'Parent', cell: row => parentCell(slug, row) },
    ]} />
  );
}

/** A day that keeps to one line. */
const Day = ({ day }: { day: string }) => <span class="nowrap">{longDay(day)}</span>;

function parentCell(slug: string, row: RegisterRow) {
  if (!row.countersign) return 'not needed';
  if (row.countersignatureId && row.countersignedOn) return <a href={`/${slug}/agreements/seal/${row.countersignatureId}`}><Day day={row.countersignedOn} /></a>;
  return row.guardiansNeeded > 1 ? <>{row.guardianAgreements.length} of {row.guardiansNeeded} have signed</> : 'still to sign';
}
