/** The chase board, and one class or group with its names. */
import { Button, ButtonLink, Card, counted, Empty, Figure, longDay, Note, Paging, Select, Table } from '../../../page-parts/index.ts';
import { MOST_REMINDERS, type BoardRow, type ChaseAsk, type ChaseGroup } from './words.ts';

export interface BoardProps {
  readonly slug: string;
  readonly rows: readonly BoardRow[];
  readonly page: number;
  readonly pages: number;
  readonly totals: { readonly waiting: number; readonly overdue: number; readonly withOffice: number };
  /** Kind → as people say it. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly open: boolean;
  readonly termsKnown: boolean;
  /** The next day reminders may go out; null when the terms that are known hold none. */
  readonly nextDay: string | null;
}

export const groupHref = (slug: string, group: ChaseGroup, more: { page?: number; what?: 'group' | 'letters.pdf' } = {}): string => {
  const query = new URLSearchParams();
  if (group.class !== undefined) query.set('class', group.class);
  if (group.kind !== undefined) query.set('kind', group.kind);
  if (more.page && more.page > 1) query.set('page', String(more.page));
  return `/${slug}/agreements/chase/${more.what ?? 'group'}?${query}`;
};

export const Day = ({ day }: { day: string | null }) => (day === null ? <>–</> : <span class="nowrap">{longDay(day)}</span>);

const RemindButton = ({ slug, group, whom }: { slug: string; group: ChaseGroup; whom: string }) => (
  <form method="post" action={`/${slug}/agreements/chase/remind`}>
    <input type="hidden" name="class" value={group.class ?? ''} /><input type="hidden" name="kind" value={group.kind ?? ''} />
    <button class="link-button" type="submit">Remind now<span class="govuk-visually-hidden"> {whom}</span></button>
  </form>
);

/** Why nobody can be reminded today, if so. */
const Closed = ({ open, termsKnown, nextDay }: Pick<BoardProps, 'open' | 'termsKnown' | 'nextDay'>) => (open ? null : (
  <Note title="Nobody is reminded today" tone="warn">
    <p>Reminders go out on school days only. {nextDay ? `The next one is ${longDay(nextDay)}.` : 'No later term is known, so all reminders wait until the next term dates are in.'}{termsKnown ? '' : ' No term dates are known: Monday to Friday count as school days.'}</p>
  </Note>
));

export function BoardPage(props: BoardProps) {
  const { slug, rows, kinds, totals, open } = props;
  const whom = (row: BoardRow) => `${row.class ? `${row.class}, ` : ''}${kinds[row.kind] ?? row.kind}`;
  return (
    <>
      <h1>Chasing signatures</h1>
      <p class="lede">Everybody who has still to sign gets at most {MOST_REMINDERS} reminders, on school days. They stop by themselves when somebody signs, says no or leaves.</p>
      <Closed {...props} />
      <div class="figures">
        <Figure value={totals.waiting} label="waiting" />
        <Figure value={totals.overdue} label="overdue" {...(totals.overdue > 0 ? { tone: 'bad' as const } : {})} />
        <Figure value={totals.withOffice} label={`for the office: ${MOST_REMINDERS} reminders and still open, or mail comes back`} {...(totals.withOffice > 0 ? { tone: 'warn' as const, href: `/${slug}/agreements/chase/office` } : {})} />
      </div>
      {rows.length === 0 ? <Empty title="Nobody has to be chased"><p><a href={`/${slug}/agreements/register`}>Who has signed</a></p></Empty> : (
        <>
          <p class="no-print"><a href={`/${slug}/agreements/chase.csv`}>Download as a spreadsheet (CSV)</a></p>
          <Table caption="Who is still to sign, by class and kind" hideCaption rows={rows} columns={[
            { head: 'Who', cell: row => <a href={groupHref(slug, { class: row.class, kind: row.kind })}>{whom(row)}</a> },
            { head: 'Waiting', cell: row => row.waiting, number: true },
            { head: 'Overdue', cell: row => row.overdue, number: true },
            { head: 'Reminders so far', cell: row => row.reminders, number: true },
            { head: 'Last', cell: row => <Day day={row.last} /> },
            { head: 'Next', cell: row => <Day day={row.next} /> },
            { head: 'For the office', cell: row => row.withOffice, number: true },
            ...(open ? [{ head: 'Do', cell: (row: BoardRow) => <RemindButton slug={slug} group={{ class: row.class, kind: row.kind }} whom={whom(row)} /> }] : []),
          ]} />
        </>
      )}
      <Paging page={props.page} pages={props.pages} href={n => `/${slug}/agreements/chase?page=${n}`} />
      <p><a href={`/${slug}/mail`}>Mail that waits, left or failed</a></p>
    </>
  );
}

export interface GroupProps {
  readonly slug: string;
  readonly group: ChaseGroup;
  readonly title: string;
  readonly rows: readonly ChaseAsk[];
  readonly titles: Readonly<Record<string, string>>;
  readonly today: string;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Whether the reader may remind; a class teacher only reads. */
  readonly keeper: boolean;
  readonly open: boolean;
  readonly termsKnown: boolean;
  readonly nextDay: string | null;
  /** How many of them mail reaches nobody about. */
  readonly letters: number;
  readonly teacher: string | null;
  readonly teachers: readonly { readonly id: string; readonly name: string }[];
}

export const missing = (row: ChaseAsk): string => (row.ownOpen && row.guardianOpen ? 'own and a parent’s' : row.guardianOpen ? 'a parent’s' : 'own');

export function GroupPage(props: GroupProps) {
  const { slug, group, rows, titles, today, total } = props;
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lede">{counted(total, 'signature is', 'signatures are')} still open.</p>
      {props.keeper && <Actions {...props} />}
      {rows.length === 0 ? <Empty title="Everybody has signed" /> : (
        <Table caption="Who has still to sign" hideCaption rows={rows} columns={[
          { head: 'Name', cell: row => (props.keeper ? <a href={`/${slug}/agreements/register/${row.person}`}>{row.name}</a> : row.name) },
          { head: 'Policy', cell: row => titles[row.policy] ?? row.policy },
          { head: 'Missing', cell: missing },
          { head: 'By', cell: row => <><Day day={row.due} />{row.due < today && <strong> overdue</strong>}</> },
          { head: 'Reminders', cell: row => `${row.number} of ${MOST_REMINDERS}`, number: true },
          { head: 'Last', cell: row => <Day day={row.last} /> },
          { head: 'For the office', cell: row => (row.handedOn ? <>since <Day day={row.handedOn} /></> : '–') },
        ]} />
      )}
      <Paging page={props.page} pages={props.pages} href={n => groupHref(slug, group, { page: n })} />
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

function Actions(props: GroupProps) {
  const { slug, group, open, letters, total } = props;
  const hidden = <><input type="hidden" name="class" value={group.class ?? ''} /><input type="hidden" name="kind" value={group.kind ?? ''} /></>;
  return (
    <div class="no-print">
      <Closed {...props} />
      <div class="grid">
        <Card title="By mail">
          <p>Everybody who has a mailbox, has had fewer than {MOST_REMINDERS} reminders and none today.</p>
          {open && total > 0 && <form method="post" action={`/${slug}/agreements/chase/remind`}>{hidden}<Button>Remind now</Button></form>}
        </Card>
        <Card title="On paper">
          <p>{letters === 0 ? 'Nobody here needs a letter.' : `${counted(letters, 'letter')} for people whom mail does not reach.`}</p>
          {letters > 0 && <ButtonLink href={groupHref(slug, group, { what: 'letters.pdf' })} tone="quiet">Letters to print (PDF)</ButtonLink>}
          {letters > 0 && [...new Set(props.rows.map(row => row.policy))].map(policy => (
            <form method="post" action={`/${slug}/agreements/paper/print`} key={policy}>
              {hidden}<input type="hidden" name="policy" value={policy} /><input type="hidden" name="whom" value="no-mail" />
              <button class="link-button" type="submit">Slips to go with the letters: {props.titles[policy] ?? policy}</button>
            </form>
          ))}
          {letters > 0 && open && <form method="post" action={`/${slug}/agreements/chase/letters`}>{hidden}<Button tone="quiet">I have handed them out</Button></form>}
        </Card>
        {group.class && (
          <Card title="Who is told">
            <p>Once a week this person gets the numbers of the class by mail, and may read the names here.</p>
            <form method="post" action={`/${slug}/agreements/chase/teacher`}>
              <input type="hidden" name="class" value={group.class} />
              <Select name="person" label="Class teacher" value={props.teacher ?? ''} choices={[{ value: '', text: 'Nobody' }, ...props.teachers.map(one => ({ value: one.id, text: one.name }))]} />
              <Button tone="quiet">Save</Button>
            </form>
          </Card>
        )}
      </div>
    </div>
  );
}
