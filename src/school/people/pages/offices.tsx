/** Who holds which office, what the rules ask of it, and handing it over. */
import { Button, Card, Chip, counted, Details, Empty, ErrorSummary, Choices, longDay, Note, Select, Table, TextField } from '../../../page-parts/index.ts';
import { isStandIn, type Vocabulary } from '../../../rulebook/index.ts';
import { fullName, type Holding, type Holder, type Person } from '../words.ts';
import { kindTitles, spanWords } from './words.tsx';

export interface Cited {
  readonly href: string;
  readonly cite: string;
}

export interface OfficeRow {
  readonly office: string;
  readonly title: string;
  /** A body outside the school: nobody here holds it, somebody here picks up the telephone to it. */
  readonly outside: boolean;
  readonly holders: readonly Holder[];
  readonly coming: readonly Holding[];
  readonly clauses: readonly Cited[];
  /** Rules name it, somebody at the school ought to hold it, and nobody does. */
  readonly vacant: boolean;
}

export interface OfficesProps {
  readonly slug: string;
  readonly rows: readonly OfficeRow[];
  /** Titles of offices that the rules here do not name and nobody holds. */
  readonly unused: readonly { readonly office: string; readonly title: string }[];
  readonly mayGive: boolean;
}

export function OfficesPage({ slug, rows, unused, mayGive }: OfficesProps) {
  const vacant = rows.filter(row => row.vacant);
  return (
    <>
      <h1>Who holds which office</h1>
      <p class="lede">The rules name offices, not people. Here you see whose they are today, and which clauses turn to them.</p>
      {vacant.length > 0 && <Vacant slug={slug} vacant={vacant} mayGive={mayGive} />}
      <Table caption="Offices" hideCaption rows={rows} columns={[
        { head: 'Office', cell: row => <a href={hrefOf(slug, row.office)}>{row.title}</a> },
        { head: 'Held by, or reached through', cell: row => <Held row={row} /> },
        { head: 'Named by', cell: row => (row.clauses.length === 0 ? <span class="soft">no clause</span> : <a href={`/${slug}/offices/${row.office}#clauses`}>{counted(row.clauses.length, 'clause')}</a>) },
      ]} />
      {unused.length > 0 && mayGive && (
        <Details summary="Offices nobody needs here">
          <p>No rule of this school names these, and nobody holds them.</p>
          <ul>{unused.map(({ office, title }) => <li key={office}><a href={`/${slug}/offices/${office}`}>{title}</a></li>)}</ul>
        </Details>
      )}
    </>
  );
}

/** Where the rules name nobody, a real office is chosen on a page of its own. */
const hrefOf = (slug: string, office: string): string => (isStandIn(office) ? `/${slug}/set-up/nobody` : `/${slug}/offices/${office}`);

const Vacant = ({ slug, vacant, mayGive }: { slug: string; vacant: readonly OfficeRow[]; mayGive: boolean }) => (
  <div class="govuk-error-summary">
    <h2 class="govuk-error-summary__title">{vacant.length === 1 ? 'Nobody holds an office that the rules need' : `Nobody holds ${vacant.length} offices that the rules need`}</h2>
    <p>A question that leads there finds nobody to answer it. {mayGive ? 'Choose somebody now:' : 'The headteacher or the school office can put this right.'}</p>
    <ul class="govuk-list govuk-error-summary__list">{vacant.map(row => <li key={row.office}><a href={hrefOf(slug, row.office)}>{row.title}</a>: {counted(row.clauses.length, 'clause')}</li>)}</ul>
  </div>
);

function Held({ row }: { row: OfficeRow }) {
  return (
    <>
      {row.vacant && <Chip tone="no">Nobody</Chip>}
      <ul class="plain-list">
        {row.holders.map(holder => <li key={holder.person + String(holder.cover)}>{row.outside ? <>Reached through {holder.name}</> : holder.name}{holder.cover && <> <Chip tone="depends">Cover</Chip></>}</li>)}
        {row.coming.map(one => <li key={one.person + one.from} class="soft">{one.cover ? 'Cover: ' : ''}{one.name}, from {longDay(one.from)}</li>)}
      </ul>
    </>
  );
}

export interface OfficeProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly row: OfficeRow;
  /** Holders and cover, today and to come. */
  readonly now: readonly Holding[];
  readonly past: readonly Holding[];
  /** Empty for readers who may not change anything. */
  readonly candidates: readonly Person[];
  readonly mayGive: boolean;
  readonly outside: boolean;
  readonly given?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors?: Readonly<Record<string, string>>;
}

export function OfficePage(props: OfficeProps) {
  const { slug, row, now, past, mayGive, outside, errors = {} } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{row.title}</h1>
      {outside && <Note><p>This is a body outside the school.{mayGive && <> Name whoever at the school picks up the telephone to it, if the rules need somebody.</>}</p></Note>}
      {row.vacant && <Note title="Nobody holds this office" tone="warn"><p>{counted(row.clauses.length, 'clause turns to it.', 'clauses turn to it.')} {mayGive ? 'Choose somebody below.' : 'Tell the headteacher or the school office.'}</p></Note>}
      {now.length > 0 && <Card title="Today and to come"><ul class="plain-list stack">{now.map(holding => <HoldingRow key={holding.person + holding.from} {...props} holding={holding} />)}</ul></Card>}
      {mayGive && props.candidates.length > 0 && <Giving {...props} />}
      <h2 id="clauses">What the rules ask of this office</h2>
      {row.clauses.length === 0 ? <Empty title="No clause names it"><p>Nothing in force here turns to this office.</p></Empty>
        : <ul class="people-clauses">{row.clauses.map(clause => <li key={clause.href}><a href={clause.href}>{clause.cite}</a></li>)}</ul>}
      {past.length > 0 && <Details summary={outside ? 'Through whom it was reached before' : 'Who held it before'}><ul>{past.map(holding => <li key={holding.person + holding.from}>{holding.name}{holding.cover && ' (cover)'}, {spanWords(holding.from, holding.until)}</li>)}</ul></Details>}
      <p><a href={`/${slug}/offices`}>All offices</a></p>
    </>
  );
}

function HoldingRow({ holding, slug, today, mayGive, now, outside }: OfficeProps & { holding: Holding }) {
  const toCome = holding.from > today;
  const last = now.filter(one => !one.cover && one.from <= today).length === 1 && !holding.cover && !toCome;
  return (
    <li class="row row--ends">
      <span><strong>{outside ? <>Reached through {holding.name}</> : holding.name}</strong>{holding.cover && <> <Chip tone="depends">Cover</Chip></>} <span class="soft">{toCome && holding.until === null ? `from ${longDay(holding.from)}` : spanWords(holding.from, holding.until)}</span></span>
      {mayGive && !last && (toCome && !holding.cover
        ? <form method="post" class="inline-form no-print" action={`/${slug}/offices/${holding.office}/take-back`}><button class="link-button" type="submit">Take this hand-over back</button></form>
        : <form method="post" class="inline-form no-print" action={`/${slug}/offices/${holding.office}/end`}><input type="hidden" name="person" value={holding.person} /><button class="link-button" type="submit">End this {holding.cover ? 'cover' : 'today'}<span class="govuk-visually-hidden">: {holding.name}</span></button></form>)}
    </li>
  );
}

function Giving(props: OfficeProps) {
  const { slug, vocabulary, today, row, candidates, given = {}, errors = {} } = props;
  const choices = [{ value: '', text: 'Choose a person' }, ...candidates.map(person => ({ value: person.id, text: `${fullName(person)} (${kindTitles(person.kinds, vocabulary)})` }))];
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] as string : undefined);
  return (
    <div class="grid no-print">
      <Card title={row.holders.length > 0 ? 'Hand it over' : 'Give it to somebody'}>
        <form method="post" action={`/${slug}/offices/${row.office}/hand-over`}>
          <Select name="person" label="To" choices={choices} value={text('person')} error={errors['person']} />
          <TextField name="from" label="From" type="date" width={10} value={text('from') ?? today} error={errors['from']} />
          {row.holders.length > 0
            ? <Choices name="how" label="Those who hold it now" small choices={[{ value: 'instead', text: 'stop the day before' }, { value: 'also', text: 'go on beside them' }]} chosen={[text('how') ?? 'instead']} error={errors['how']} />
            : <input type="hidden" name="how" value="instead" />}
          <Button>{row.holders.length > 0 ? 'Hand over' : 'Give the office'}</Button>
        </form>
      </Card>
      <Card title="Cover for a time">
        <p class="soft">While the holder is away. Whoever covers decides and is told, like the holder.</p>
        <form method="post" action={`/${slug}/offices/${row.office}/cover`}>
          <Select name="cover" label="Who covers" choices={choices} value={text('cover')} error={errors['cover']} />
          <TextField name="coverFrom" label="From" type="date" width={10} value={text('coverFrom') ?? today} error={errors['coverFrom']} />
          <TextField name="coverUntil" label="To, that day included" type="date" width={10} value={text('coverUntil') ?? ''} error={errors['coverUntil']} />
          <Button tone="quiet">Note the cover</Button>
        </form>
      </Card>
    </div>
  );
}

