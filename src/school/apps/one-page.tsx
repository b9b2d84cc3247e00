/** One application: what is said of it, what its keeper does, the people named for it, and its history. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Select, Table, TextField } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import { kindWords, officeWords } from '../policies/index.ts';
import { counts } from './decisions.ts';
import { textIn, type Errors, type KeepView } from './pages.tsx';
import { Address, Cites, DataIn, dataWords, OpenTo, ReviewDay, StateChip } from './parts.tsx';
import type { AppView, Cited, TurnRow } from './reads.ts';
import type { TurnKind } from './words.ts';

export interface OneView extends KeepView, AppView {
  readonly cited: readonly Cited[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly reviewFrom: string;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly page: number;
  readonly pages: number;
  readonly full: boolean;
  readonly raw: Body;
  readonly errors: Errors;
}

export function AppPage(view: OneView) {
  const { app, base, vocabulary, today, mine } = view;
  const here = `${base}/${app.id}`;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{app.name}</h1>
      <p><StateChip app={app} today={today} /></p>
      {app.state === 'listed' && app.reviewOn !== null && app.reviewOn < today && <Note tone="warn" title="Nobody has looked at it again in time"><p>Until somebody has, ask before you use it.</p></Note>}
      <Facts rows={[
        ['What it is for', app.purpose || '–'], ['Other names', app.otherNames.join(', ') || '–'], ['Address', <Address address={app.address} />],
        ['Who may use it', <OpenTo app={app} vocabulary={vocabulary} />], ['Data that may go in', <DataIn app={app} vocabulary={vocabulary} />], ['Conditions', app.conditions || '–'],
        ...(view.full ? [['Decided', <Decided view={view} />] as const, ['Looked at again by', <ReviewDay app={app} today={today} />] as const, ['Note', app.note || '–'] as const] : []),
        ...(view.cited.length > 0 ? [['In the rules', <Cites cited={view.cited} />] as const] : []),
      ]} />
      {mine && <Deeds view={view} here={here} />}
      {view.full && <Users view={view} here={here} />}
      {view.full && <History view={view} here={here} />}
      <p><a href={view.full ? `${base}/register` : base}>Back to the list</a></p>
    </>
  );
}

const Decided = ({ view: { app, decidedBy, vocabulary } }: { view: OneView }) => (app.decidedAs === ''
  ? <>{longDay(app.decidedOn)}{decidedBy !== '' && `, ${decidedBy}`}</>
  : <>{longDay(app.decidedOn)}, by {officeWords(app.decidedAs, vocabulary)}{decidedBy !== '' && ` (${decidedBy})`}</>);

function Deeds({ view, here }: { view: OneView; here: string }) {
  const { app, errors, raw, reviewFrom } = view;
  const day = (label: string) => <TextField name="reviewOn" type="date" label={label} value={textIn(raw, 'reviewOn') || reviewFrom} error={errors['reviewOn']} width={10} />;
  return (
    <section class="no-print">
      {app.state === 'proposed' && (
        <Card title="Proposed by a decision" tone="ask">
          <p>Somebody asked, and it was granted to them alone. Open it to more people, or leave it as it is.</p>
          <form method="post" action={`${here}/widen`}>
            <Choices name="kinds" label="Open it to" many small error={errors['kinds']} chosen={[textIn(raw, 'kinds') || 'staff']} choices={view.kinds} />
            {day('Somebody looks at it again by')}
            <p class="actions"><Button>Put it on the list</Button> <a href={`${here}/edit`}>Say more about it first</a></p>
          </form>
        </Card>
      )}
      {app.state !== 'withdrawn' && <p class="actions"><ButtonLink href={`${here}/edit`} tone="quiet">Change it</ButtonLink> <ButtonLink href={`${here}/withdraw`} tone="quiet">Withdraw it</ButtonLink></p>}
      {app.state === 'listed' && (
        <form method="post" action={`${here}/review`} class="stack">
          <h2>Looked at again</h2>
          {day('The next time by')}
          <TextField name="words" label="What you found, if you like" value={textIn(raw, 'words')} error={errors['words']} maxlength={300} />
          <Button>It may stay as it is</Button>
        </form>
      )}
      {app.state === 'withdrawn' && <form method="post" action={`${here}/restore`} class="stack"><h2>Put it back on the list</h2>{day('Somebody looks at it again by')}<Button>Put it back</Button></form>}
    </section>
  );
}

function Users({ view, here }: { view: OneView; here: string }) {
  const { users, mine, app, people, raw, errors, today } = view;
  return (
    <section>
      <h2>People named for it</h2>
      <p class="soft">They may use it beside those it is open to.</p>
      {users.length === 0 ? <Empty title="Nobody is named one by one" /> : <Table caption={counted(users.length, 'person', 'people')} rows={users} columns={[
        { head: 'Name', cell: user => user.name || '–' }, { head: 'From', cell: user => longDay(user.from) },
        { head: 'Until', cell: user => (user.endedOn !== null ? longDay(user.endedOn) : user.until === null ? 'No end is set' : longDay(user.until)) },
        { head: 'How it stands', cell: user => (counts(user, today) ? <Chip tone="yes">Counts</Chip> : <Chip>Over</Chip>) },
        ...(mine ? [{ head: 'End', cell: (user: OneView['users'][number]) => (counts(user, today) ? <form method="post" action={`${here}/users/${user.id}/end`} class="no-print"><button class="link-button" type="submit">End it<span class="govuk-visually-hidden"> for {user.name}</span></button></form> : null) }] : []),
      ]} />}
      {mine && app.state !== 'withdrawn' && (
        <form method="post" action={`${here}/users`} class="stack no-print">
          <Select name="person" label="Name somebody" value={textIn(raw, 'person')} error={errors['person']} choices={[{ value: '', text: 'Choose' }, ...people.map(one => ({ value: one.id, text: one.name }))]} />
          <TextField name="until" type="date" label="Last day, if there is one" value={textIn(raw, 'until')} error={errors['until']} width={10} />
          <Button tone="quiet">Name them</Button>
        </form>
      )}
    </section>
  );
}

const TURNS: Readonly<Record<TurnKind, string>> = {
  proposed: 'Proposed by a granted request', listed: 'Put on the list', changed: 'Changed', reviewed: 'Looked at again', withdrawn: 'Withdrawn', restored: 'Put back', 'user-added': 'Somebody was named', 'user-ended': 'Somebody’s name was taken off', reminded: 'Reminded',
};
const FIELDS: Readonly<Record<string, string>> = { name: 'Name', otherNames: 'Other names', address: 'Address', purpose: 'What it is for', kinds: 'Who may use it', years: 'Year groups', data: 'Data that may go in', conditions: 'Conditions', note: 'Note', reviewOn: 'Looked at again by' };

const History = ({ view, here }: { view: OneView; here: string }) => (
  <section>
    <h2>What happened to it</h2>
    <Table caption={counted(view.allTurns, 'line')} rows={view.turns} columns={[
      { head: 'When', cell: turn => longMoment(turn.at) }, { head: 'What', cell: turn => <Turn turn={turn} view={view} /> }, { head: 'By', cell: turn => turn.name || '–' },
    ]} />
    <Paging page={view.page} pages={view.pages} href={n => `${here}?page=${n}`} />
  </section>
);

/** A value of the history as people read it: kinds and data are kept by their names. */
const shown = (field: string, value: string, { vocabulary }: OneView): string => {
  if (value === '') return '–';
  const parts = value.split('; ');
  if (field === 'kinds') return parts.map(kind => kindWords(kind, vocabulary)).join(', ');
  if (field === 'data') return dataWords(parts, vocabulary).join(', ');
  return field === 'reviewOn' ? longDay(value) : value;
};

const Turn = ({ turn, view }: { turn: TurnRow; view: OneView }) => (
  <>
    {TURNS[turn.turn]}{turn.reason && <>: “{turn.reason}”</>}
    {Object.keys(turn.changes).length > 0 && <ul class="small">{Object.entries(turn.changes).map(([field, [before, after]]) => <li key={field}>{FIELDS[field] ?? field}: <del>{shown(field, before, view)}</del> <ins>{shown(field, after, view)}</ins></li>)}</ul>}
  </>
);
