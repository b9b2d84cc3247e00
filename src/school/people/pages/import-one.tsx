/** One import: how far it is, the difference it would make, and what it did. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Choices, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Progress, Table, Tabs, TextField } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Changed, Fault, Import, Joiner, Leaver } from '../import/words.ts';
import { inWords } from './import.tsx';
import { kindTitles, officeTitle } from './words.tsx';

/** Work is going on: the page asks again every few seconds by itself, without any script. */
export function WorkingPage({ slug, of }: { slug: string; of: Import }) {
  const at = `/${slug}/people/import/${of.id}`;
  return (
    <>
      <h1>{of.state === 'applying' ? 'The import is being applied' : 'The file is being read'}</h1>
      {of.stalled ? (
        <>
          <Note title="The work was interrupted" tone="warn"><p>Nothing about people was changed. Nothing is half done.</p></Note>
          <form method="post" action={`${at}/again`}><Button>Begin again</Button></form>
          <form method="post" action={`${at}/stop`}><Button tone="quiet">{of.state === 'applying' ? 'Back to what the file would do' : 'Put this file aside'}</Button></form>
        </>
      ) : (
        <>
          {of.total > 0 ? <Progress done={of.done} of={of.total} label={`${of.step}: ${of.done.toLocaleString('en-GB')} of ${of.total.toLocaleString('en-GB')}`} /> : <p>{of.step || 'Just begun'}.</p>}
          <p>You may go on with something else; the work goes on without you. <a href={at}>Look again</a></p>
          <form method="post" action={`${at}/stop`}><Button tone="quiet">{of.state === 'applying' ? 'Stop it' : 'Stop it and put the file aside'}</Button></form>
          {of.state === 'applying' && <p class="soft">It is applied whole or not at all. Until it is done, other changes in the school wait for it.</p>}
        </>
      )}
    </>
  );
}

export const DEEDS = ['join', 'change', 'leave', 'fault'] as const;
export type DeedTab = (typeof DEEDS)[number];

export interface DifferenceProps {
  readonly slug: string;
  readonly of: Import;
  readonly vocabulary: Vocabulary;
  readonly deed: DeedTab;
  readonly rows: readonly unknown[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  readonly many: boolean;
  readonly errors?: Readonly<Record<string, string>>;
}

const TITLES: Readonly<Record<DeedTab, string>> = { join: 'Join', change: 'Change', leave: 'Leave', fault: 'Faults' };
const ROWS: Readonly<Record<DeedTab, string>> = { join: 'Who joins', change: 'Who changes', leave: 'Who leaves', fault: 'What is wrong in the file' };

export function DifferencePage(props: DifferenceProps) {
  const { slug, of, deed, page, pages, search, total, errors = {} } = props;
  const at = `/${slug}/people/import/${of.id}`;
  const count = (one: DeedTab): number => of.counts[one] ?? 0;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{of.state === 'faulty' ? 'The file has faults' : 'What this file would do'}</h1>
      {of.trouble && <Note title="Not applied" tone="warn"><p>{of.trouble}</p></Note>}
      <p class="lede">{of.fileName}. Nothing has been changed so far.</p>
      {of.state === 'faulty' && count('fault') > 0 && (
        <Note title={`${counted(of.counts.stops ?? 0, 'fault')} must be mended first`} tone="warn">
          <p>Mend the file where it comes from, then send it again. Nothing is taken in until then, so that nothing is half done.</p>
        </Note>
      )}
      <p>{counted(of.counts.same ?? 0, 'person is', 'people are')} as before. {counted(of.counts.tie ?? 0, 'family tie is', 'family ties are')} new.</p>
      <Tabs label="The difference" items={DEEDS.map(one => ({ text: `${TITLES[one]} (${count(one).toLocaleString('en-GB')})`, href: `${at}?show=${one}`, current: one === deed }))} />
      <form class="filters" method="post" action={`${at}?show=${deed}`} role="search">
        <TextField name="search" label={deed === 'fault' ? 'Find in the faults' : 'Find by name'} value={search} type="search" width={20} maxlength={80} autocomplete="off" />
        <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Find</button>{search && <a href={`${at}?show=${deed}`}>Show all</a>}{count('fault') > 0 && <a href={`${at}/faults.csv`}>Download the faults (CSV)</a>}</div>
      </form>
      {props.rows.length === 0 ? <Empty title={search ? 'Nothing found' : deed === 'fault' ? 'No faults' : 'Nobody'}><p>{search ? 'Try fewer letters.' : 'There is nothing of this kind in the difference.'}</p></Empty> : <Rows {...props} />}
      {search ? total > props.rows.length && <p class="soft">{props.rows.length} of {total}. Type more to see fewer.</p> : <Paging page={page} pages={pages} href={n => `${at}?show=${deed}&page=${n}`} />}
      <Apply {...props} at={at} />
    </>
  );
}

function Rows({ deed, rows, vocabulary }: DifferenceProps) {
  const caption = ROWS[deed];
  const list = (parts: readonly ComponentChildren[]) => <ul class="plain-list">{parts.map((part, index) => <li key={index}>{part}</li>)}</ul>;
  switch (deed) {
    case 'join': return <Table caption={caption} rows={rows as readonly Joiner[]} columns={[
      { head: 'Name', cell: one => `${one.givenName} ${one.familyName}${one.again ? ' (is here again)' : ''}` }, { head: 'Is', cell: one => kindTitles(one.kinds, vocabulary) },
      { head: 'Class', cell: one => [one.place?.class, one.place?.yearGroup].filter(Boolean).join(', ') }, { head: 'Number', cell: one => one.key },
    ]} />;
    case 'change': return <Table caption={caption} rows={rows as readonly Changed[]} columns={[
      { head: 'Name', cell: one => one.name },
      { head: 'What changes', cell: one => list(one.said.map(([what, before, after]) => `${what}: ${said(what, before, vocabulary)} → ${said(what, after, vocabulary)}`)) },
    ]} />;
    case 'leave': return <Table caption={caption} rows={rows as readonly Leaver[]} columns={[
      { head: 'Name', cell: one => one.name }, { head: 'Is', cell: one => kindTitles(one.kinds, vocabulary) }, { head: 'Last day', cell: one => longDay(one.on) },
      { head: 'Holds', cell: one => one.offices.map(office => officeTitle(office, vocabulary)).join(', ') },
    ]} />;
    case 'fault': return <Table caption={caption} rows={rows as readonly Fault[]} columns={[
      { head: 'Where', cell: one => [one.file, one.row > 0 && `row ${one.row}`, one.column].filter(Boolean).join(', ') }, { head: 'What', cell: one => one.what }, { head: 'What to do', cell: one => one.remedy },
      { head: 'Stops the import', cell: one => (one.stops ? 'Yes' : 'No') },
    ]} />;
  }
}

const said = (what: string, value: string, vocabulary: Vocabulary): string => (value === '' ? 'nothing' : what === 'is' ? kindTitles(value.split(', '), vocabulary) : value);

/** The last question. Leaving is asked about on its own; where many would leave, their number must be typed. */
function Apply({ of, at, many, errors = {} }: DifferenceProps & { at: string }) {
  const leave = of.counts.leave ?? 0;
  const nothing = (of.counts.join ?? 0) + (of.counts.change ?? 0) + leave + (of.counts.tie ?? 0) === 0;
  return (
    <section aria-labelledby="apply">
      <h2 id="apply">{of.state === 'faulty' ? 'Mend the file and send it again' : 'Apply it'}</h2>
      {of.state === 'ready' && nothing && <p>The school is as the file says. There is nothing to apply but the numbers by which people are found again.</p>}
      {of.state === 'ready' && (
        <form method="post" action={`${at}/apply`}>
          {leave > 0 && !many && <Choices name="sure" many label={`${counted(leave, 'person', 'people')} would leave`} error={errors['sure']} choices={[{ value: 'yes', text: 'I have looked, and they have left' }]} />}
          {many && (
            <>
              <Note title={`${counted(leave, 'person', 'people')} would leave: are you sure?`} tone="warn"><p>That is many of the {of.counts.here ?? 0} who are here. A list that is not whole looks like this, too.</p></Note>
              <TextField name="sure" label="Type how many leave" inputmode="numeric" width={5} error={errors['sure']} autocomplete="off" />
            </>
          )}
          <Button>Apply it to the school</Button>
        </form>
      )}
      <div class="actions">
        {of.source === 'spreadsheet' && of.mapping && <ButtonLink tone="quiet" href={`${at}?columns=yes`}>Change the columns</ButtonLink>}
        {of.counts.here !== undefined && <form method="post" action={`${at}/again`}><Button tone="quiet">Compare again</Button></form>}
        <form method="post" action={`${at}/drop`}><Button tone="quiet">Put this file aside</Button></form>
      </div>
    </section>
  );
}

/** An import that is over. */
export function OverPage({ slug, of, by }: { slug: string; of: Import; by: string }) {
  return (
    <>
      <h1>{of.state === 'applied' ? 'The import is done' : 'This file was put aside'}</h1>
      <p class="lede">{of.state === 'applied' ? inWords(of) : 'Nothing was changed.'}</p>
      <Facts rows={[['File', of.fileName], ['Sent', `${longMoment(of.madeAt)}, by ${by}`], ...(of.appliedAt ? [['Applied', longMoment(of.appliedAt)] as const, ['New family ties', String(of.counts.tie ?? 0)] as const, ['As before', String(of.counts.same ?? 0)] as const] : [])]} />
      <p>The file itself and its list of names are not kept.</p>
      <div class="actions"><ButtonLink href={`/${slug}/people`}>See everybody</ButtonLink><ButtonLink tone="quiet" href={`/${slug}/people/import`}>Import another file</ButtonLink></div>
    </>
  );
}
