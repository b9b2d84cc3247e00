/** The pages of proof: the signature sheet, and what somebody had been told on a day. */
import { Button, ButtonLink, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Table, TextField } from '../../../page-parts/index.ts';
import { StateChip } from '../pages/words.tsx';
import type { SheetLine, SheetView } from './sheet.ts';
import type { ToldView } from './told.ts';
import { allowedRows, besidesRows, howOf, standingOf, titleOf, whoRows } from './told-paper.ts';

const sheetHref = (view: SheetView, more: { group?: string; page?: number; pdf?: boolean } = {}): string => {
  const query = new URLSearchParams({ ...(more.group ? { group: more.group } : {}), ...(more.page && more.page > 1 ? { page: String(more.page) } : {}) }).toString();
  return `/${view.slug}/agreements/sheet/${view.policy}${more.pdf ? '/pdf' : ''}${query ? `?${query}` : ''}`;
};

/** The groups of a sheet, or one group with its lines. */
export function SheetPage(view: SheetView) {
  const { group } = view;
  return (
    <>
      <h1>Signature sheet</h1>
      <p class="lede">{view.title}, edition {view.edition}{group ? `. ${group.title}: ${group.signed.toLocaleString('en-GB')} of ${counted(group.bound, 'person has', 'people have')} signed, as of ${longDay(view.today)}.` : '. Choose a group to see, print or download.'}</p>
      {group ? <GroupSheet view={view} group={group.key} /> : <Groups {...view} />}
    </>
  );
}

const Groups = (view: SheetView) => (view.groups.length === 0 ? <Empty title="Nobody is asked to sign this" /> : (
  <Table caption="Groups" hideCaption rows={view.groups} columns={[
    { head: 'Group', cell: row => <a href={sheetHref(view, { group: row.key })}>{row.title}</a> },
    { head: 'Signed', cell: row => row.signed.toLocaleString('en-GB'), number: true },
    { head: 'Asked', cell: row => row.bound.toLocaleString('en-GB'), number: true },
  ]} />
));

const GroupSheet = ({ view, group }: { view: SheetView; group: string }) => (
  <>
    <div class="actions no-print">
      <ButtonLink href={sheetHref(view, { group, page: view.page, pdf: true })}>Sealed sheet (PDF)</ButtonLink>
      <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
      <a href={sheetHref(view)}>All groups</a>
    </div>
    <Table<SheetLine> caption="Signatures" hideCaption rows={view.lines} columns={[
      { head: 'Name', cell: row => row.name }, { head: 'State', cell: row => row.state }, { head: 'Signed', cell: row => row.signed || '–' },
      { head: 'Parent', cell: row => row.countersigned || '–' }, { head: 'Witness', cell: row => row.witness || '–' },
    ]} />
    <Paging page={view.page} pages={view.pages} href={page => sheetHref(view, { group, page })} />
  </>
);

export interface ToldFormProps {
  readonly slug: string;
  readonly today: string;
  readonly search?: string;
  readonly day?: string;
  readonly errors?: Readonly<Record<string, string>>;
  /** The people found; null before a search. */
  readonly found?: readonly { readonly id: string; readonly name: string; readonly about: string }[] | null;
  readonly more?: boolean;
}

/** Whom, and on which day. The name goes by POST, so that it stands in no address. */
export function ToldFormPage({ slug, today, search = '', day = today, errors = {}, found = null, more = false }: ToldFormProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>What had they been told?</h1>
      <p class="lede">Choose a person and a day. You see the rules that spoke to them on that day, what they had signed, and what they had been asked and not signed.</p>
      <Note><p>Every look is written to the logbook: who looked, at whom, and for which day.</p></Note>
      <form method="post" action={`/${slug}/agreements/told`}>
        <TextField name="search" label="Name, or part of it" value={search} error={errors['search']} type="search" width={30} maxlength={80} autocomplete="off" />
        <TextField name="day" label="Day" value={day} error={errors['day']} type="date" width={10} />
        <Button>Find</Button>
      </form>
      {found && (found.length === 0 ? <Empty title="Nobody of that name was ever here" /> : (
        <>
          <h2>{more ? 'The first who fit' : 'Who fits'}</h2>
          <Table caption="People found" hideCaption rows={found} columns={[
            { head: 'Name', cell: row => <a href={`/${slug}/agreements/told/${row.id}/${day}`}>{row.name}</a> }, { head: 'Who', cell: row => row.about },
          ]} />
          {more && <p class="soft">Type more of the name to see fewer.</p>}
        </>
      ))}
    </>
  );
}

/** Everything somebody had been told by a day. */
export function ToldPage(view: ToldView & { readonly linked: boolean }) {
  const base = `/${view.slug}/agreements/told`;
  return (
    <>
      <h1>{view.name}: what they had been told by {longDay(view.day)}</h1>
      <div class="actions no-print">
        <ButtonLink href={`${base}/${view.person}/${view.day}/pdf`}>One sealed paper (PDF)</ButtonLink>
        <a href={base}>Another person or day</a>
      </div>
      <Facts rows={whoRows(view)} />
      <Signed {...view} />
      <Asked {...view} />
      {view.allowed.length > 0 && (
        <>
          <h2>What parents allowed at school</h2>
          <Facts rows={allowedRows(view)} />
        </>
      )}
      <h2>Permissions, training and accounts</h2>
      <Facts rows={besidesRows(view)} />
      <h2>Rules in force that spoke to them</h2>
      {view.policies.length === 0 && <p>None.</p>}
      {view.policies.map(policy => (
        <Details key={policy.id} summary={`${policy.title}, edition ${policy.edition}: ${counted(policy.clauses.length, 'clause')}`}>
          <Table caption={policy.title} hideCaption rows={policy.clauses} columns={[
            { head: 'Clause', cell: clause => clause.number }, { head: 'Words', cell: clause => clause.text },
            { head: 'What it meant for them', cell: clause => clause.asks.map(line => `${line.says} ${line.when}`.trim()).join(' ') },
          ]} />
        </Details>
      ))}
    </>
  );
}

/** `linked` where the reader may open the certificates. */
const Signed = ({ slug, signed, day, linked }: ToldView & { readonly linked: boolean }) => (
  <>
    <h2>Signed by that day</h2>
    {signed.length === 0 ? <p>Nothing.</p> : <Table caption="Signed by that day" hideCaption rows={signed} columns={[
      { head: 'Text', cell: row => (linked ? <a href={`/${slug}/agreements/seal/${row.agreement.id}`}>{titleOf(row)}</a> : titleOf(row)) },
      { head: 'When and who', cell: row => `${longMoment(row.agreement.at)}, ${row.signer}` },
      { head: 'How', cell: row => howOf(row) },
      { head: 'Mark of the text', cell: row => <span class="mono certificate__hash">{row.agreement.textHash.slice(0, 16)}</span> },
      { head: 'Then', cell: row => standingOf(row, day) },
    ]} />}
  </>
);

const Asked = ({ asked }: ToldView) => (
  <>
    <h2>Asked by that day and not signed</h2>
    {asked.length === 0 ? <p>Nothing.</p> : <Table caption="Asked and not signed" hideCaption rows={asked} columns={[
      { head: 'Policy', cell: row => (row.child ? `${row.title} (beside ${row.child})` : row.title) },
      { head: 'Asked since', cell: row => longDay(row.since) }, { head: 'To be signed by', cell: row => longDay(row.due) }, { head: 'On that day', cell: row => <StateChip state={row.state} /> },
    ]} />}
  </>
);
