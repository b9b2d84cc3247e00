/** The register of visitors as the office, the head and the safeguarding lead see it. */
import { Button, ButtonLink, Choices, Chip, counted, Empty, ErrorSummary, Filters, longDay, longMoment, Note, Paging, Table, Tabs, TextField } from '../../../page-parts/index.ts';
import { stateOf } from '../decisions.ts';
import { nameOf, REASONS, type Kiosk, type Visit } from '../words.ts';
import type { PastView, Row, Shown, TodayView } from './views.ts';

type Errors = Readonly<Record<string, string>>;
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export const timeOf = (moment: Date | null): string => (moment ? longMoment(moment).split(', ')[1]! : '');
export const reasonOf = (visit: Visit): string => REASONS.find(one => one.reason === visit.reason)?.title ?? '';

export interface TodayProps extends TodayView {
  readonly slug: string;
  readonly at: Date;
  readonly mayKeep: boolean;
  readonly mayLook: boolean;
  readonly mayWifi: boolean;
}

export function TodayPage(props: TodayProps) {
  const { slug, shown, counts, rows, at } = props;
  const tab = (name: Shown, text: string) => ({ text, href: `/${slug}/visitors${name === 'on-site' ? '' : `?show=${name}`}`, current: shown === name });
  return (
    <>
      <div class="row row--ends"><h1>Visitors</h1><ButtonLink href={`/${slug}/visitors/fire`}>List for a fire</ButtonLink></div>
      <p class="lede">As of {longMoment(at)}. Staff and pupils stand in the school’s own registers.</p>
      <nav class="row visitors__links no-print" aria-label="More on visitors">
        {props.mayKeep && <a href={`/${slug}/visitors/supply`}>Supply staff</a>}
        {props.mayKeep && <a href={`/${slug}/visitors/kiosks`}>Kiosks</a>}
        {props.mayWifi && <a href={`/${slug}/visitors/wifi`}>Guest wifi</a>}
        {props.mayLook && <a href={`/${slug}/visitors/past`}>Visits of the past</a>}
        <a href={`/${slug}/visitors.csv?show=${shown}`}>Download as a spreadsheet (CSV)</a>
      </nav>
      <Tabs label="Which visitors" items={[tab('on-site', `On site (${counts['on-site']})`), tab('expected', `Expected today (${counts.expected})`), tab('left', `Left today (${counts.left})`)]} />
      {rows.length === 0 ? <Nobody shown={shown} /> : shown === 'expected' ? <ExpectedTable rows={rows} /> : <VisitTable {...props} />}
      <Paging page={props.page} pages={props.pages} href={n => `/${slug}/visitors?show=${shown}&page=${n}`} />
    </>
  );
}

const Nobody = ({ shown }: { shown: Shown }) => (
  <Empty title={{ 'on-site': 'No visitor is on site', expected: 'Nobody is expected today', left: 'Nobody has left today' }[shown]}>
    <p>{shown === 'expected' ? 'Anybody on the staff can write down who is coming to see them.' : 'Visitors sign in and out on the tablet at reception.'}</p>
  </Empty>
);

const ExpectedTable = ({ rows }: { rows: readonly Row[] }) => (
  <Table caption="Expected today, by time" hideCaption rows={rows} columns={[
    { head: 'Time', cell: ({ visit }) => visit.expectedTime ?? '' },
    { head: 'Name', cell: ({ visit }) => nameOf(visit) },
    { head: 'Organisation', cell: ({ visit }) => visit.organisation },
    { head: 'Why', cell: ({ visit }) => <>{reasonOf(visit)}{visit.about && `: ${visit.about}`}</> },
    { head: 'Visits', cell: ({ host }) => host ?? 'the school office' },
  ]} />
);

function VisitTable({ slug, rows, shown, mayKeep }: TodayProps) {
  return (
    <Table caption={shown === 'on-site' ? 'On site now, by family name' : 'Left today, the last first'} hideCaption rows={rows} columns={[
      { head: 'Name', cell: ({ visit }) => nameOf(visit) },
      { head: 'Organisation', cell: ({ visit }) => visit.organisation },
      { head: 'Why', cell: ({ visit }) => <>{reasonOf(visit)}{visit.about && `: ${visit.about}`}</> },
      { head: 'Visits', cell: ({ host }) => host ?? 'the school office' },
      { head: 'Badge', cell: ({ visit }) => (shown === 'left' ? <span class="mono">{visit.code}</span> : <a class="mono" href={`/${slug}/visitors/${visit.id}/badge`}>{visit.code}</a>) },
      { head: 'Came', cell: ({ visit }) => timeOf(visit.arrivedAt) },
      { head: 'Rules', cell: ({ visit }) => (visit.rulesHash === null ? 'none for them' : <Chip tone="yes">agreed</Chip>) },
      shown === 'left' ? { head: 'Left', cell: ({ visit }) => <Left visit={visit} slug={slug} mayKeep={mayKeep} /> } : { head: 'Do', cell: ({ visit }) => (mayKeep ? <Do slug={slug} visit={visit} deed="left" words="Note as gone" /> : '') },
    ]} />
  );
}

function Left({ visit, slug, mayKeep }: { visit: Visit; slug: string; mayKeep: boolean }) {
  return <>{timeOf(visit.leftAt)} {visit.leftHow === 'day-end' ? <Chip tone="tell">did not sign out</Chip> : visit.leftHow === 'office' && 'noted by the office'} {mayKeep && <Do slug={slug} visit={visit} deed="back" words="Still here" />}</>;
}

const Do = ({ slug, visit, deed, words }: { slug: string; visit: Visit; deed: 'left' | 'back'; words: string }) => (
  <form class="inline-form" method="post" action={`/${slug}/visitors/${visit.id}/${deed}`}><button class="link-button" type="submit">{words}<span class="govuk-visually-hidden">: {nameOf(visit)}</span></button></form>
);

/** For the assembly point: large, and on one sheet as long as it can be. */
export function FirePage({ slug, school, at, rows }: { slug: string; school: string; at: Date; rows: readonly Row[] }) {
  return (
    <>
      <h1>Visitors on site, {longMoment(at)}</h1>
      <p class="lede">{school}. {counted(rows.length, 'visitor')}. Staff and pupils stand in their own registers.</p>
      <div class="actions no-print"><button class="govuk-button" type="button" data-print hidden>Print</button><ButtonLink tone="quiet" href={`/${slug}/visitors/fire`}>Read it again</ButtonLink><a href={`/${slug}/visitors.csv?show=on-site`}>Download as a spreadsheet (CSV)</a></div>
      {rows.length === 0 ? <Empty title="No visitor is on site"><p>Nobody is signed in at this moment.</p></Empty> : (
        <Table caption="Everybody signed in and not signed out" rows={rows} columns={[
          { head: 'Name', cell: ({ visit }) => <strong>{nameOf(visit)}</strong> },
          { head: 'Organisation', cell: ({ visit }) => visit.organisation },
          { head: 'Visits', cell: ({ host }) => host ?? 'the school office' },
          { head: 'Badge', cell: ({ visit }) => <span class="mono">{visit.code}</span> },
          { head: 'Since', cell: ({ visit }) => timeOf(visit.arrivedAt) },
          { head: 'Number plate', cell: ({ visit }) => visit.vehicle },
          { head: 'Seen', cell: () => <span class="tick-box" aria-hidden="true" /> },
        ]} />
      )}
    </>
  );
}

export function PastPage({ slug, filter, search, rows, total, pages, keepDays }: PastView & { slug: string; keepDays: number }) {
  const href = (page: number) => `/${slug}/visitors/past?from=${filter.from}&to=${filter.to}&page=${page}`;
  return (
    <>
      <h1>Visits of the past</h1>
      <p class="lede">{counted(total, 'visit')} from {longDay(filter.from)} to {longDay(filter.to)}. A visit is erased after {keepDays} days.</p>
      <div class="people-find no-print">
        <form class="filters" method="post" action={href(1)}>
          <TextField name="search" label="Find by name or organisation" value={search} type="search" width={20} maxlength={80} autocomplete="off" />
          <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Find</button>{search && <a href={href(1)}>Show everybody</a>}</div>
        </form>
        <Filters action={`/${slug}/visitors/past`} csvHref={`/${slug}/visitors/past.csv?from=${filter.from}&to=${filter.to}`}>
          <TextField name="from" label="From" type="date" value={filter.from} width={10} /><TextField name="to" label="To" type="date" value={filter.to} width={10} />
        </Filters>
      </div>
      {rows.length === 0 ? <Empty title="No visit in these days"><p>Choose other days, or fewer letters.</p></Empty> : (
        <Table caption="Visits, the last first" hideCaption rows={rows} columns={[
          { head: 'Day', cell: ({ visit }) => longDay(visit.day) },
          { head: 'Name', cell: ({ visit }) => nameOf(visit) },
          { head: 'Organisation', cell: ({ visit }) => visit.organisation },
          { head: 'Why', cell: ({ visit }) => <>{reasonOf(visit)}{visit.about && `: ${visit.about}`}</> },
          { head: 'Visited', cell: ({ host }) => host ?? 'the school office' },
          { head: 'Came', cell: ({ visit }) => timeOf(visit.arrivedAt) },
          { head: 'Left', cell: ({ visit }) => <>{timeOf(visit.leftAt)} {visit.leftHow === 'day-end' && <Chip tone="tell">did not sign out</Chip>}</> },
        ]} />
      )}
      {search ? total > rows.length && <p class="soft">Here are {rows.length} of {total}. Type more of the name to see fewer.</p> : <Paging page={filter.page} pages={pages} href={href} />}
    </>
  );
}

export function ExpectedPage(props: { slug: string; today: string; rows: readonly Visit[]; page: number; pages: number; given: Given; errors?: Errors }) {
  const { slug, rows, given, errors = {} } = props;
  const field = (name: string) => ({ name, value: String(given[name] ?? ''), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Who is coming to see me?</h1>
      <p class="lede">The office sees them on today’s list, the tablet at reception knows whom they visit, and you get a mail when they are here.</p>
      {rows.length === 0 ? <Empty title="You expect nobody"><p>Write down who is coming, and when.</p></Empty> : (
        <Table caption="Whom you expect, by day" hideCaption rows={rows} columns={[
          { head: 'Day', cell: visit => <>{longDay(visit.day)} {visit.expectedTime}</> },
          { head: 'Name', cell: visit => nameOf(visit) },
          { head: 'Organisation', cell: visit => visit.organisation },
          { head: 'Why', cell: visit => reasonOf(visit) },
          { head: 'Now', cell: visit => <Now slug={slug} visit={visit} /> },
        ]} />
      )}
      <Paging page={props.page} pages={props.pages} href={n => `/${slug}/visitors/expected?page=${n}`} />
      <h2>Somebody is coming</h2>
      <form method="post" action={`/${slug}/visitors/expected`}>
        <TextField {...field('givenName')} label="First name" width={20} maxlength={80} autocomplete="off" />
        <TextField {...field('familyName')} label="Family name" width={20} maxlength={80} autocomplete="off" />
        <TextField {...field('organisation')} label="Organisation" hint="Leave it empty where there is none." width={20} maxlength={120} autocomplete="off" />
        <div class="row"><TextField {...field('day')} label="Day" type="date" width={10} /><TextField {...field('time')} label="Time" hint="Such as 09:30." width={5} maxlength={5} autocomplete="off" /></div>
        <Choices name="reason" label="What brings them here?" error={errors['reason']} chosen={[String(given['reason'] ?? '')]} choices={REASONS.map(({ reason, title }) => ({ value: reason, text: title }))} small />
        <TextField {...field('about')} label="A few words for the office, if you like" width={30} maxlength={200} autocomplete="off" />
        <Button>Add</Button>
      </form>
    </>
  );
}

function Now({ slug, visit }: { slug: string; visit: Visit }) {
  const state = stateOf(visit);
  if (state === 'on-site') return <Chip tone="yes">on site</Chip>;
  if (state === 'left') return <>has left</>;
  if (state === 'begun') return <>at reception</>;
  return <form class="inline-form" method="post" action={`/${slug}/visitors/expected/${visit.id}/cancel`}><button class="link-button" type="submit">Not coming<span class="govuk-visually-hidden">: {nameOf(visit)}</span></button></form>;
}

export function KiosksPage({ slug, kiosks, names, here, errors = {}, place }: { slug: string; kiosks: readonly Kiosk[]; names: ReadonlyMap<string, string>; here: string | null; errors?: Errors; place?: string }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Kiosks</h1>
      <p class="lede">A tablet at reception on which visitors sign in and out. It shows no page of the school’s but these.</p>
      {kiosks.length === 0 ? <Empty title="No kiosk runs"><p>Start one on the tablet itself: sign in there, and open this page.</p></Empty> : (
        <Table caption="Kiosks that run" hideCaption rows={kiosks} columns={[
          { head: 'Where', cell: kiosk => <>{kiosk.place} {kiosk.id === here && <Chip>this device</Chip>}</> },
          { head: 'Started', cell: kiosk => <>{longMoment(kiosk.startedAt)} by {names.get(kiosk.startedBy) ?? 'somebody who has left'}</> },
          { head: 'Until', cell: kiosk => longMoment(kiosk.endsAt) },
          { head: 'Do', cell: kiosk => <form class="inline-form" method="post" action={`/${slug}/visitors/kiosks/${kiosk.id}/end`}><button class="link-button" type="submit">End it<span class="govuk-visually-hidden">: {kiosk.place}</span></button></form> },
        ]} />
      )}
      <section class="card" aria-labelledby="start-kiosk">
        <h2 class="card__title" id="start-kiosk">Make this device a kiosk</h2>
        <Note><p>You are signed out on this device, and it becomes the kiosk. You are the witness of what is signed on it. End it here, from any other device.</p></Note>
        <form method="post" action={`/${slug}/visitors/kiosks`}>
          <TextField name="place" label="Where does it stand?" hint="Such as Main reception." value={place} error={errors['place']} width={20} maxlength={60} autocomplete="off" />
          <Button>Start the kiosk</Button>
        </form>
      </section>
    </>
  );
}
