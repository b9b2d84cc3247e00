/** The block list: the list, one address, the form, and the piece of a concern's page. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, listed, officeWords } from '../../policies/index.ts';
import type { SiteLine, SiteView } from './reads.ts';
import { SITE_STATES, WHYS, type Site, type SiteState, type Turn, type Why } from './words.ts';

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const STATE: Readonly<Record<SiteState, string>> = { proposed: 'Proposed', 'to-block': 'To be blocked by hand', blocked: 'Blocked, as IT says', 'to-open': 'To be opened again by hand', left: 'Not blocked' };
const TONE = { proposed: 'ask', 'to-block': 'tell', blocked: 'yes', 'to-open': 'tell', left: 'plain' } as const;
const WHY: Readonly<Record<Why, string>> = { 'not-for-pupils': 'It is not fit for pupils', harmful: 'Somebody may come to harm by it', unsafe: 'It is not safe for our computers', 'round-the-filter': 'It leads round the filter' };
const TURN: Readonly<Record<Turn, string>> = { block: 'It is to be blocked', leave: 'It is not to be blocked', done: 'The filter was set by hand' };

export const siteFields = (): Fields => ({
  search: { label: 'Part of the address', id: 'site-search' },
  filters: [{ name: 'state', label: 'Where it stands', choices: [{ value: '', text: 'All' }, ...SITE_STATES.map(value => ({ value, text: STATE[value] }))] }],
});

export const siteColumns = (base: string): ListColumn<SiteLine>[] => [
  { head: 'Address', sort: 'address', cell: one => <a class="mono" href={`${base}/${one.id}`}>{one.address}</a>, inFile: one => one.address },
  { head: 'Why', cell: one => WHY[one.why], inFile: one => WHY[one.why] },
  { head: 'From', sort: 'from', cell: one => longDay(one.fromDay), inFile: one => one.fromDay },
  { head: 'Where it stands', cell: one => <Chip tone={TONE[one.state]}>{STATE[one.state]}</Chip>, inFile: one => STATE[one.state] },
  { head: 'Proposed', sort: 'proposed', cell: one => longMoment(one.proposedAt), inFile: one => one.proposedAt.toISOString() },
  { head: 'Proposed by', inFile: one => one.proposer },
  { head: 'Decided by', inFile: one => one.decider },
  { head: 'Reason', inFile: one => one.decided?.reason ?? '' },
];

/** What this list is, and what it is not. */
const ByHand = () => <p>This list does not set the filter. IT sets the filter by hand and says here that it is done. <Chip>Reported, not measured</Chip></p>;

export const SitesPage = ({ list }: { list: Listed<SiteLine> }) => (
  <>
    <h1>Proposed for the block list</h1>
    <p class="lede">Web addresses that are not fit for school. The office that the rules name decides about each.</p>
    <ByHand />
    <p class="actions no-print"><ButtonLink href={`${list.base}/new`} tone="quiet">Propose an address</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'address', 'addresses')} empty={<Empty title="No address fits"><p>What somebody proposes stands here, with what was decided.</p></Empty>} />
  </>
);

const ProposeFields = ({ raw, errors }: { raw: Body; errors: FieldErrors }) => (
  <>
    <TextField name="address" id="site-address" label="Web address" hint="What stands behind a question mark is left out. Do not open it to look." value={textIn(raw, 'address')} error={errors['address']} maxlength={2000} spellcheck={false} />
    <Select name="why" label="Why?" value={textIn(raw, 'why')} error={errors['why']} choices={WHYS.map(value => ({ value, text: WHY[value] }))} />
    <TextField name="fromDay" type="date" label="From which day?" value={textIn(raw, 'fromDay')} error={errors['fromDay']} width={10} />
  </>
);

export const ProposePage = ({ action, back, raw, errors }: { action: string; back: { readonly href: string; readonly text: string }; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Propose an address for the block list</h1>
    <form method="post" action={action}><ProposeFields raw={raw} errors={errors} /><Button>Propose it</Button></form>
    <p><a href={back.href}>{back.text}</a></p>
  </>
);

export function SitePage({ view, base, cited, vocabulary, raw, errors }: { view: SiteView; base: string; cited: { readonly cite: string; readonly href: string } | null; vocabulary: Vocabulary; raw: Body; errors: FieldErrors }) {
  const { site, turns } = view;
  const here = `${base}/${site.id}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{site.address}</h1>
      <Facts rows={[
        ['Where it stands', <Chip tone={TONE[site.state]}>{STATE[site.state]}</Chip>], ['Why', WHY[site.why]], ['From', longDay(site.fromDay)],
        ['Proposed', <>{longMoment(site.proposedAt)}{view.proposer && <>, {view.proposer}</>}</>],
        ['Who decides', <>{capital(listed(site.offices.map(office => officeWords(office, vocabulary)), 'or'))}{cited && <> (<a href={cited.href}>{cited.cite}</a>)</>}</>],
      ]} />
      <ByHand />
      {view.carriesOut !== null && (
        <Card title={site.state === 'to-block' ? 'To be blocked by hand' : 'To be opened again by hand'} tone="tell">
          <p>{site.state === 'to-block' ? <>Block this address in the filter. Then say so here.</> : <>Take this address off the filter’s list. Then say so here.</>}</p>
          <form method="post" action={`${here}/done`} class="no-print"><Button>It is done</Button></form>
        </Card>
      )}
      {view.decides !== null && <DecideCard site={site} action={`${here}/decide`} raw={raw} errors={errors} />}
      {turns.length > 0 && <Table caption="What was decided and done" rows={turns} columns={[
        { head: 'When', cell: turn => longMoment(turn.at) }, { head: 'What', cell: turn => TURN[turn.turn] }, { head: 'Who', cell: turn => <>{turn.name || '–'}, {officeWords(turn.office, vocabulary)}</> }, { head: 'Reason', cell: turn => turn.reason || '–' },
      ]} />}
      <p><a href={base}>Back to the list</a></p>
    </>
  );
}

function DecideCard({ site, action, raw, errors }: { site: Site; action: string; raw: Body; errors: FieldErrors }) {
  const { state } = site;
  const choices = [...(state === 'to-block' || state === 'blocked' ? [] : [{ value: 'block', text: 'Block it' }]), ...(state === 'left' || state === 'to-open' ? [] : [{ value: 'leave', text: 'Do not block it' }])];
  return (
    <Card title={state === 'proposed' ? 'Decide' : 'Decide otherwise'} tone={state === 'proposed' ? 'ask' : 'plain'}>
      <form method="post" action={action} class="no-print">
        <Choices name="says" label="Is it blocked?" small chosen={[textIn(raw, 'says') || (choices.length === 1 ? choices[0]!.value : '')]} error={errors['says']} choices={choices} />
        {choices.some(one => one.value === 'block') && <TextField name="fromDay" type="date" label="From which day?" value={textIn(raw, 'fromDay') || site.fromDay} error={errors['fromDay']} width={10} />}
        <TextArea name="reason" label="Reason" hint="If somebody told the school of this address, they read your reason. They are not named to you." rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
        <Button>Decide</Button>
      </form>
    </Card>
  );
}

/** The piece of a concern's page: propose the address in one press, and see what becomes of it. */
export const SitePanel = ({ proposed, here, base, raw, works }: { proposed: readonly { readonly site: Site; readonly opens: boolean }[]; here: string; base: string; raw: Body; works: boolean }) => (
  <Card title="Block the address">
    {proposed.map(({ site, opens }) => <p key={site.id}><Chip tone={TONE[site.state]}>{STATE[site.state]}</Chip> {opens ? <a class="mono" href={`${base}/${site.id}`}>{site.address}</a> : <span class="mono">{site.address}</span>}</p>)}
    {proposed.length > 0 ? <p>Whoever told of it hears what IT decides.</p> : works && (
      <form method="post" action={`${here}/block`} class="no-print">
        <p>The list shows the address and these few words. It says nothing of this concern, and not who told it.</p>
        <ProposeFields raw={raw} errors={{}} />
        <Button tone="quiet">Propose it for the block list</Button>
      </form>
    )}
    {proposed.length === 0 && !works && <Note><p>The address was not proposed for the block list.</p></Note>}
  </Card>
);

/** What whoever told of an address reads on the page of their report. */
export const DecidedLine = ({ says, address, from, text }: { says: Turn; address: string; from: string; text: string }) => (
  <>
    <p>{says === 'block' ? <>IT has decided: <span class="mono">{address}</span> is blocked from {longDay(from)} on.</> : says === 'leave' ? <>IT has decided: <span class="mono">{address}</span> is not blocked.</> : <>IT says that <span class="mono">{address}</span> is blocked now.</>}</p>
    {text && <p class="pre-line">{text}</p>}
  </>
);
