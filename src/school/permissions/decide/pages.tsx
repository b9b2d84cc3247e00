/** The pages of deciding: what waits for one's word, one request, and what one decided. */
import { Button, ButtonLink, Chip, counted, Empty, ErrorSummary, Facts, Filters, longDay, longMoment, Paging, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import { History } from '../ask/mine-pages.tsx';
import { listIn, textIn } from '../ask/pages.tsx';
import { particularWords } from '../ask/particulars.ts';
import { shownIn } from '../ask/shown.ts';
import { REQUEST_TONES, REQUEST_WORDS } from '../phrases.ts';
import { BesideLines, Head } from './beside-pages.tsx';
import type { DecidedRow, DecideRow } from './reads.ts';

/** Columns of the file alone: on the page each request is a card. */
export const waitingColumns = (): ListColumn<DecideRow>[] => [
  { head: 'What', inFile: row => row.plain }, { head: 'Asked by', inFile: row => row.asker }, { head: 'For', inFile: row => row.holder },
  { head: 'Reason', inFile: row => row.request.reason }, { head: 'From', inFile: row => row.request.from }, { head: 'To', inFile: row => row.request.until },
  { head: 'Asked on', inFile: row => dayOf(row.request.askedAt) }, { head: 'Clause', inFile: row => row.quoted.map(one => one.cite).join('; ') },
];

export const waitingFields = (acts: readonly { readonly value: string; readonly text: string }[]): Fields => ({
  search: { label: 'Name or words' }, filters: [{ name: 'act', label: 'What for', choices: [{ value: '', text: 'Everything' }, ...acts] }],
});

interface WaitingView {
  readonly list: Listed<DecideRow>;
  readonly base: string;
  readonly setsPeriods: boolean;
  /** Those to which one may say yes with nothing beside it. */
  readonly plain: ReadonlySet<string>;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

export function WaitingPage({ list, base, setsPeriods, plain, raw, errors }: WaitingView) {
  const several = plain.size > 1;
  const { chosen: none, ...others } = errors;
  return (
    <>
      <ErrorSummary errors={none ? { [`chosen-${[...plain][0] ?? ''}`]: none, ...others } : errors} />
      <h1>Decisions that wait for you</h1>
      <p class="lede">{list.total > 0 && <>{counted(list.total, 'request')}. </>}<a href={`${base}/requests/decided`}>What you have decided</a>{setsPeriods && <> · <a href={`${base}/requests/periods`}>How long permissions take and last</a></>}</p>
      <Filters action={list.base} csvHref={list.csvHref}>
        <TextField name="search" id="request-search" label="Name or words" value={list.search} type="search" width={20} />
        {(list.fields.filters ?? []).map(filter => <Select key={filter.name} name={filter.name} label={filter.label} value={list.chosen[filter.name] ?? ''} choices={filter.choices} />)}
        <Select name="order" label="Order" value={list.descending ? 'down' : ''} choices={[{ value: '', text: 'Waiting longest first' }, { value: 'down', text: 'Newest first' }]} />
      </Filters>
      {list.rows.length === 0 && (list.search === '' && !list.chosen['act'] ? <Empty title="Nothing waits for you"><p>When somebody asks for something that you decide, it stands here, and you get a mail.</p></Empty> : <Empty title="No request fits"><p><a href={list.base}>Show all of them</a></p></Empty>)}
      {list.rows.length > 0 && <p class="small no-print">By keyboard: <a href={`#request-${list.rows[0]!.request.id}`}>go to the first request</a>. Then N is the next one, P the one before, G grant, R refuse, B ask back, L as last time.</p>}
      <div class="stack" data-decide>{list.rows.map(row => <Request key={row.request.id} row={row} base={base} raw={{}} errors={{}} heading chosen={several && plain.has(row.request.id) ? listIn(raw, 'chosen').includes(row.request.id) : undefined} />)}</div>
      {several && <Chosen base={base} raw={raw} error={errors['chosen']} />}
      <Paging page={list.page} pages={list.pages} href={n => list.href({ page: String(n) })} />
    </>
  );
}

/** One yes for several: their boxes stand in the cards and belong to this form. */
const Chosen = ({ base, raw, error }: { base: string; raw: Body; error: string | undefined }) => (
  <form id="chosen" method="post" action={`${base}/requests/chosen`} class="card stack no-print" novalidate>
    <h2 class="card__title">Several at once</h2>
    {error && <p class="govuk-error-message">{error}</p>}
    <TextArea name="conditions" id="conditions-chosen" label="Conditions for all that you have ticked" value={textIn(raw, 'conditions')} rows={2} />
    <Button>Grant all that are ticked</Button>
  </form>
);

export interface OneView {
  readonly base: string;
  readonly row: DecideRow;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
  /** Whether the reader may decide now, and whether they may undo what they said. */
  readonly decides: boolean;
  readonly undo: boolean;
}

export const RequestPage = ({ view }: { view: OneView }) => (
  <>
    <ErrorSummary errors={view.errors} />
    <h1>{view.row.plain}</h1>
    <p class="lede"><Chip tone={REQUEST_TONES[view.row.request.state]}>{REQUEST_WORDS[view.row.request.state]}</Chip></p>
    {view.undo && <form method="post" action={`${view.base}/requests/${view.row.request.id}/undo`} class="no-print"><p>You may take your word back until the end of today.</p><Button tone="quiet">Undo</Button></form>}
    <div data-decide><Request {...view} decides={view.decides} /></div>
  </>
);

type RequestProps = Pick<OneView, 'row' | 'base' | 'raw' | 'errors'> & {
  readonly heading?: boolean;
  readonly decides?: boolean;
  /** Whether it is ticked for a yes to several; undefined where it has no box. */
  readonly chosen?: boolean | undefined;
};

/** One request with all that helps to decide it, and the buttons. */
function Request({ row, base, raw, errors, heading, decides = true, chosen }: RequestProps) {
  const { request } = row;
  const under = heading ? 'h2' : 'h1';
  return (
    <article class="card card--ask" id={`request-${request.id}`} tabIndex={-1}>
      {heading && <h2 class="card__title"><a href={`${base}/requests/${request.id}`}>{row.plain}</a></h2>}
      <Facts rows={[
        ['Asked by', row.asker || 'Somebody who is forgotten'], ...(row.holder ? [['For', row.holder] as const] : []), ...(row.class ? [['Class', row.class] as const] : []),
        ...row.told.map(told => [told.question, told.answer] as const),
        ...shownIn(request).map(([key, text]) => [particularWords(key), <span class="pre-line" {...asWritten()}>{text}</span>] as const),
        ['Reason', <span {...asWritten()}>{request.reason}</span>], ['When', request.from === request.until ? <>{longDay(request.from)}</> : <>{longDay(request.from)} to {longDay(request.until)}</>], ['Asked on', longMoment(request.askedAt)],
        ...(row.leavesOn === null ? [] : [['Last day at the school', longDay(row.leavesOn)] as const]),
      ]} />
      {row.quoted.map(clause => <blockquote class="quote" key={clause.href}><p {...asWritten()}>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>)}
      <BesideLines row={row} base={base} under={under} />
      {row.said.length > 0 && <><Head under={under}>What was said</Head><History said={row.said} /></>}
      {chosen !== undefined && (
        <div class="govuk-checkboxes govuk-checkboxes--small no-print"><div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" type="checkbox" id={`chosen-${request.id}`} name="chosen" value={request.id} form="chosen" checked={chosen} />
          <label class="govuk-label govuk-checkboxes__label" for={`chosen-${request.id}`}>Tick it for “Several at once”<span class="govuk-visually-hidden"> {row.plain}, {row.asker}</span></label>
        </div></div>
      )}
      {decides && <Decide row={row} base={base} raw={raw} errors={errors} />}
    </article>
  );
}

function Decide({ row, base, raw, errors }: Pick<RequestProps, 'row' | 'base' | 'raw' | 'errors'>) {
  const { request, demands, lastTime } = row;
  const id = (name: string) => `${name}-${request.id}`;
  const field = (name: string) => ({ name, id: errors[name] ? name : id(name), value: textIn(raw, name), error: errors[name] });
  const named = row.plain;
  return (
    <form method="post" action={`${base}/requests/${request.id}`} class="stack no-print" novalidate>
      {(demands?.limits ?? []).map(limit => <TextField key={limit} {...field(`limit.${limit}`)} label={particularWords(limit)} hint="The rule has you set this limit." maxlength={300} />)}
      {(demands?.checked.length ?? 0) > 0 && <>
        <TextField {...field('checkedOn')} label="It was checked on" hint="The rule wants it encrypted. Say when somebody looked." type="date" width={10} />
        <TextField {...field('checkedUntil')} label="To be checked again by" hint="After that day the permission rests until it is checked again." type="date" width={10} />
      </>}
      <TextArea {...field('conditions')} label="Conditions, if you grant it" rows={2} />
      <TextArea {...field('words')} label="Reason, if you refuse; your question, if you ask back" rows={2} />
      <div class="actions">
        <Button name="says" value="grant">Grant<span class="govuk-visually-hidden"> {named}</span></Button>
        <Button name="says" value="refuse" tone="warn">Refuse<span class="govuk-visually-hidden"> {named}</span></Button>
        <Button name="says" value="ask-back" tone="quiet">Ask back<span class="govuk-visually-hidden"> {named}</span></Button>
        {lastTime && <Button name="says" value="as-last-time" tone="quiet">{lastTime.says === 'grant' ? 'Grant as last time' : 'Refuse as last time'}<span class="govuk-visually-hidden"> {named}</span></Button>}
      </div>
      {lastTime && <p class="small">{lastTime.says === 'grant' ? <>It was granted last time, on {longDay(lastTime.on)}.</> : <>It was refused last time, on {longDay(lastTime.on)}.</>} <span {...asWritten()}>{lastTime.conditions || lastTime.words}</span></p>}
    </form>
  );
}

export const decidedFields = (): Fields => ({ filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, ...(['asked', 'granted', 'refused', 'taken-back', 'lapsed'] as const).map(state => ({ value: state, text: REQUEST_WORDS[state] }))] }] });

export const decidedColumns = (base: string): ListColumn<DecidedRow>[] => [
  { head: 'What', cell: row => <a href={`${base}/requests/${row.request.id}`}>{row.plain}</a>, inFile: row => row.plain },
  { head: 'For', cell: row => row.holder || '–', inFile: row => row.holder },
  { head: 'Asked on', cell: row => longDay(dayOf(row.request.askedAt)), inFile: row => dayOf(row.request.askedAt) },
  { head: 'To', cell: row => longDay(row.request.until), inFile: row => row.request.until },
  { head: 'How it stands', cell: row => <Chip tone={REQUEST_TONES[row.request.state]}>{REQUEST_WORDS[row.request.state]}</Chip>, inFile: row => REQUEST_WORDS[row.request.state] },
  { head: 'Do', cell: row => (row.undo ? <form method="post" action={`${base}/requests/${row.request.id}/undo`}><button class="link-button" type="submit">Undo<span class="govuk-visually-hidden"> {row.plain}</span></button></form> : '–') },
];

export const DecidedPage = ({ list, base }: { list: Listed<DecidedRow>; base: string }) => (
  <>
    <h1>What you have decided</h1>
    <p class="lede">A word of today can be taken back until midnight, where nothing was carried out yet.</p>
    <p class="actions no-print"><ButtonLink href={`${base}/requests`} tone="quiet">What waits for you</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'request')} empty={<Empty title="No request here"><p>You have decided nothing yet, or nothing that fits.</p></Empty>} />
  </>
);
