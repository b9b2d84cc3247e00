/** Everybody at the school, as those see it whose work needs it. */
import { ButtonLink, counted, Empty, Filters, longDay, Paging, Select, Table, Tabs, TextField } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { fullName, type Person } from '../words.ts';
import { kindTitles, LeavingChip, officeTitles } from './words.tsx';

/** What the address asks for. */
export interface ListFilter {
  readonly kind: string;
  readonly class: string;
  readonly left: boolean;
  readonly page: number;
}

export interface ListProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly filter: ListFilter;
  /** What was looked for by name; empty for the whole list. It is sent by POST, so that no name stands in an address. */
  readonly search: string;
  readonly people: readonly Person[];
  readonly total: number;
  readonly pages: number;
  /** The wide kinds with how many people are each, for the tabs. */
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[];
  readonly classes: readonly string[];
  readonly mayAdd: boolean;
  readonly mayImport: boolean;
}

export function listHref(slug: string, filter: Partial<ListFilter>, path = 'people'): string {
  const query = new URLSearchParams({
    ...(filter.kind ? { kind: filter.kind } : {}), ...(filter.class ? { class: filter.class } : {}), ...(filter.left ? { left: 'yes' } : {}), ...(filter.page && filter.page > 1 ? { page: String(filter.page) } : {}),
  }).toString();
  return `/${slug}/${path}${query && `?${query}`}`;
}

export function ListPage(props: ListProps) {
  const { slug, people, total, pages, filter, search, mayAdd, mayImport } = props;
  return (
    <>
      <div class="row row--ends">
        <h1>People</h1>
        <div class="row">
          {mayAdd && <ButtonLink tone="quiet" href={`/${slug}/people/roll-over`}>Move the classes up</ButtonLink>}
          {mayImport && <ButtonLink tone="quiet" href={`/${slug}/people/import`}>Import and export</ButtonLink>}
          {mayAdd && <ButtonLink href={`/${slug}/people/add`}>Add a person</ButtonLink>}
        </div>
      </div>
      <Tabs label="Which people" items={props.kinds.map(({ kind, title, count }) => (
        { text: `${title} (${count.toLocaleString('en-GB')})`, href: listHref(slug, { kind }), current: !search && filter.kind === kind }
      ))} />
      <div class="people-find no-print">
        <form class="filters" method="post" action={`/${slug}/people`}>
          <TextField name="search" label="Find by name" value={search} type="search" width={20} maxlength={80} autocomplete="off" />
          <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Find</button>{search && <a href={listHref(slug, {})}>Show everybody</a>}</div>
        </form>
        {!search && <ListFilters {...props} />}
      </div>
      {people.length === 0 ? <Nobody {...props} /> : <PeopleTable {...props} />}
      {search ? total > people.length && <p class="soft">{people.length} of {counted(total, 'person', 'people')}. Type more of the name to see fewer.</p>
        : <Paging page={filter.page} pages={pages} href={page => listHref(slug, { ...filter, page })} />}
    </>
  );
}

function ListFilters({ slug, filter, classes }: ListProps) {
  return (
    <Filters action={`/${slug}/people`} csvHref={listHref(slug, { ...filter, page: 1 }, 'people.csv')}>
      {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
      <Select name="class" label="Class" value={filter.class} choices={[{ value: '', text: 'Every class' }, ...classes.map(one => ({ value: one, text: one }))]} />
      <Select name="left" label="Who has left" value={filter.left ? 'yes' : ''} choices={[{ value: '', text: 'Only those here' }, { value: 'yes', text: 'Those who have left, too' }]} />
    </Filters>
  );
}

const Nobody = ({ search }: ListProps) => (
  <Empty title={search ? 'Nobody of that name' : 'Nobody here'}><p>{search ? 'Try fewer letters, or only the family name. People who have left are found too.' : 'Choose another class or another group of people.'}</p></Empty>
);

function PeopleTable({ slug, vocabulary, today, people, search }: ListProps) {
  return (
    <Table caption={search ? `People called “${search}”` : 'People, by family name'} hideCaption={!search} rows={people} columns={[
      { head: 'Name', cell: person => <><a href={`/${slug}/people/${person.id}`}>{fullName(person)}</a> <LeavingChip person={person} today={today} /></> },
      { head: 'Is', cell: person => kindTitles(person.kinds, vocabulary) },
      { head: 'Class', cell: person => person.place?.class ?? '' },
      { head: 'Office', cell: person => officeTitles(person.offices, vocabulary).join(', ') },
      { head: 'Here since', cell: person => <span class="nowrap">{longDay(person.joinedOn)}</span> },
    ]} />
  );
}
