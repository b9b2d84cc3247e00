/** The register of applications, what is open to a reader, and the form of an application. */
import { Button, ButtonLink, Chip, Choices, counted, Empty, ErrorSummary, Note, TextArea, TextField } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../registers/index.ts';
import { officeWords } from '../policies/index.ts';
import { Cites, DataIn, dataWords, kindTitles, OpenTo, ReviewDay, StateChip, type View } from './parts.tsx';
import type { AppRow, Cited, Mine } from './reads.ts';
import { COLUMNS, TOLD } from './sheet.ts';
import type { App, Keeping, NamedByRules } from './words.ts';

export type Errors = Readonly<Record<string, string>>;
export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const registerFields = (kinds: readonly { readonly value: string; readonly text: string }[]): Fields => ({
  search: { label: 'Name, other name or purpose', id: 'app-search' },
  filters: [
    { name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'now', text: 'Authorised' }, { value: 'overdue', text: 'Past its review' }, { value: 'proposed', text: 'Proposed' }, { value: 'withdrawn', text: 'Withdrawn' }] },
    { name: 'kind', label: 'Open to', choices: [{ value: '', text: 'Anybody' }, ...kinds] },
  ],
});

const inFile = { state: (row: AppRow): string => (row.overdue ? 'past-its-review' : row.app.state) };

export const registerColumns = ({ base, vocabulary, today }: View): ListColumn<AppRow>[] => [
  { head: 'Name', sort: 'name', cell: ({ app }) => <><a href={`${base}/${app.id}`}>{app.name}</a>{app.otherNames.length > 0 && <span class="small soft"> {app.otherNames.join(', ')}</span>}</> },
  { head: 'What for', cell: ({ app }) => app.purpose || '–' },
  { head: 'Who may use it', cell: ({ app }) => <OpenTo app={app} vocabulary={vocabulary} /> },
  { head: 'Data', cell: ({ app }) => <DataIn app={app} vocabulary={vocabulary} /> },
  { head: 'How it stands', cell: ({ app }) => <StateChip app={app} today={today} /> },
  { head: 'Looked at again by', sort: 'review', cell: ({ app }) => <ReviewDay app={app} today={today} /> },
  { head: COLUMNS.name, inFile: ({ app }) => app.name }, { head: COLUMNS.otherNames, inFile: ({ app }) => app.otherNames.join('; ') }, { head: COLUMNS.address, inFile: ({ app }) => app.address },
  { head: COLUMNS.purpose, inFile: ({ app }) => app.purpose }, { head: COLUMNS.kinds, inFile: ({ app }) => kindTitles(app.kinds, vocabulary).join('; ') }, { head: COLUMNS.years, inFile: ({ app }) => app.years.join('; ') },
  { head: COLUMNS.data, inFile: ({ app }) => dataWords(app.data, vocabulary).join('; ') }, { head: COLUMNS.conditions, inFile: ({ app }) => app.conditions }, { head: COLUMNS.reviewOn, inFile: ({ app }) => app.reviewOn },
  { head: COLUMNS.note, inFile: ({ app }) => app.note }, { head: TOLD.state, inFile: inFile.state }, { head: TOLD.decidedBy, inFile: row => row.decidedBy }, { head: TOLD.decidedOn, inFile: ({ app }) => app.decidedOn },
];

export interface KeepView extends View { readonly keeping: Keeping; readonly keepers: readonly { readonly name: string }[]; readonly mine: boolean; readonly isHead: boolean }

/** Who keeps the list, and why they do. */
const Keeper = ({ view: { keeping, keepers, vocabulary, isHead, base } }: { view: KeepView }) => {
  const office = officeWords(keeping.office, vocabulary);
  const names = keepers.map(one => one.name).join(' or ');
  return (
    <p class="soft">
      {keeping.from === 'said' ? <>The head has said that {office} keeps this list.</> : keeping.from === 'rule' ? <>The rules name {office}, who keeps this list.</> : <>The rules name nobody, so {office} keeps this list.</>}
      {names !== '' && <> That is {names}.</>} {isHead && <a class="no-print" href={`${base}/settings`}>Say who keeps it</a>}
    </p>
  );
};

export const RegisterPage = ({ view, list, open }: { view: KeepView; list: Listed<AppRow>; open: readonly (NamedByRules & { readonly cited: readonly Cited[] })[] }) => (
  <>
    <h1>Applications</h1>
    <p class="lede">What the school has authorised, for whom, with which data, and until when somebody looks again.</p>
    <Keeper view={view} />
    {view.mine && <p class="actions no-print"><ButtonLink href={`${view.base}/new`}>Put one on the list</ButtonLink> <ButtonLink href={`${view.base}/import`} tone="quiet">Bring in a file</ButtonLink></p>}
    {open.length > 0 && (
      <Note title="The rules name these, and nobody has decided about them yet">
        <ul>{open.map(one => <li key={one.ruleName}>{view.mine ? <a href={`${view.base}/new?from=${one.ruleName}`}>{one.name}</a> : one.name} <span class="small"><Cites cited={one.cited.slice(0, 3)} /></span></li>)}</ul>
      </Note>
    )}
    <List list={list} caption={counted(list.total, 'application')} empty={<Empty title="No application fits"><p>Nothing may be used until it is on this list. <a href={`${view.base}/register`}>Show all</a></p></Empty>} />
  </>
);

/** What is open to somebody. Pupils read the same in fewer words. */
export function MinePage({ view, mine, staff, pupil }: { view: View; mine: readonly Mine[]; staff: boolean; pupil: boolean }) {
  const school = view.base.replace(/\/apps$/, '');
  return (
    <>
      <h1>{pupil ? 'Apps you may use' : 'Applications you may use'}</h1>
      <p class="lede">{pupil ? 'These are fine for you to use at school, but where it says “Ask first”. If an app is not here, ask first.' : 'These are authorised for you, but where it says “Ask first”. Anything else you have to ask about first.'}</p>
      <p class="actions no-print">{staff && <ButtonLink href={`${view.base}/register`} tone="quiet">The whole register</ButtonLink>} <a href={`${school}/may-i`}>Ask about another one</a></p>
      {mine.map(({ child, apps }) => (
        <section key={child}>
          {child !== '' && <h2>For {child}</h2>}
          {apps.length === 0 ? <Empty title={child === '' ? 'Nothing is on the list for you yet' : 'Nothing is on the list for them yet'} /> : <div class="stack">{apps.map(({ app, standing }) => <MineCard key={app.id} view={view} app={app} Heading={child === '' ? 'h2' : 'h3'} asks={standing !== 'for-you'} />)}</div>}
        </section>
      ))}
    </>
  );
}

const MineCard = ({ view, app, asks, Heading }: { view: View; app: App; asks: boolean; Heading: 'h2' | 'h3' }) => (
  <section class={`card card--${asks ? 'ask' : 'yes'}`}>
    <Heading class="card__title"><a href={`${view.base}/${app.id}`}>{app.name}</a></Heading>
    {app.purpose && <p>{app.purpose}</p>}
    {asks && <p><Chip tone="ask">Ask first</Chip> Somebody has to look at it again before you go on using it.</p>}
    {app.conditions && <p><strong>Mind:</strong> {app.conditions}</p>}
  </section>
);

export interface EditView {
  readonly action: string;
  readonly heading: string;
  readonly back: string;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly years: readonly string[];
  readonly data: readonly { readonly value: string; readonly text: string }[];
  readonly cited: readonly Cited[];
  readonly raw: Body;
  readonly errors: Errors;
}

const manyIn = (raw: Body, name: string): string[] => [raw[name] ?? []].flat().filter(value => value !== '');

export const EditPage = ({ action, heading, back, kinds, years, data, cited, raw, errors }: EditView) => {
  const field = (name: string) => ({ name, value: textIn(raw, name), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{heading}</h1>
      {cited.length > 0 && <p>The rules speak of it: <Cites cited={cited} /></p>}
      <form method="post" action={action}>
        {textIn(raw, 'from') && <input type="hidden" name="from" value={textIn(raw, 'from')} />}
        <TextField {...field('name')} label="Name" hint="As its maker calls it." maxlength={100} />
        <TextField {...field('otherNames')} label="Other names people use" hint="Put a semicolon between them. Questions are understood by these too." maxlength={300} />
        <TextField {...field('address')} label="Web address" hint="Leave it empty if there is none." maxlength={300} />
        <TextField {...field('purpose')} label="What is it for?" hint="In a sentence that a pupil understands." maxlength={300} />
        <Choices name="kinds" label="Who may use it?" hint="Tick nobody where people are named one by one." many small chosen={manyIn(raw, 'kinds')} choices={kinds} />
        {years.length > 0 && <Choices name="years" label="Which pupils?" hint="Tick none for all pupils." many small chosen={manyIn(raw, 'years')} choices={years.map(year => ({ value: year, text: year }))} />}
        <Choices name="data" label="Which data may go in?" hint="Tick none where no data about people may." many small chosen={manyIn(raw, 'data')} choices={data} />
        <TextArea {...field('conditions')} label="Conditions" hint="What people have to mind when they use it." rows={3} />
        <TextField {...field('reviewOn')} type="date" label="Somebody looks at it again by" hint="From the day after, nobody may rest on it until somebody has." width={10} />
        <TextArea {...field('note')} label="Note" hint="Staff can read it." rows={3} />
        <p class="actions"><Button>Save</Button> <a href={back}>Back</a></p>
      </form>
    </>
  );
};
