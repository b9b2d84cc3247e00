/** The documents that go with a policy: for its readers, for its keepers, and the register of the whole school. */
import { Button, ButtonLink, Choices, Chip, counted, Empty, ErrorSummary, Filters, longDay, longMoment, Note, Paging, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { Policy, Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../phrases.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Listed } from './reads.ts';
import { STANDINGS, type Companion, type CompanionToRead, type Look, type Standing } from './words.ts';

const WORDS: Readonly<Record<Standing, string>> = { missing: 'no address yet', dead: 'dead link', 'other-edition': 'shows another edition', unchecked: 'not looked at yet', live: 'there' };
const TONES = { missing: 'no', dead: 'no', 'other-edition': 'ask', unchecked: 'plain', live: 'measured' } as const;
export const standingWords = (standing: Standing): string => WORDS[standing];
const StandingChip = ({ standing }: { standing: Standing }) => <Chip tone={TONES[standing]}>{WORDS[standing]}</Chip>;

/** Beside the policy: what goes with it, and where else it can be read. */
export function CompanionList({ companions, publications }: { companions: readonly CompanionToRead[]; publications: readonly Companion[] }) {
  if (companions.length + publications.length === 0) return null;
  return (
    <section class="companions" aria-labelledby="documents">
      {companions.length > 0 && <><h2 class="companions__title" id="documents">Documents that go with it</h2>
        <ul>{companions.map(one => (
          <li key={one.id}><a href={one.href} rel="noreferrer">{one.title}</a>{one.edition && <span class="soft">{one.edition.inForce ? `, edition ${one.edition.number} of ${longDay(one.edition.inForce)}` : `, edition ${one.edition.number}`}</span>}{one.mustOpen && <> <Chip>read before you sign</Chip></>}</li>
        ))}</ul></>}
      {publications.length > 0 && <><h2 class="companions__title">Where else you find this policy</h2>
        <ul>{publications.map(one => <li key={one.id}><a href={one.address!} rel="noreferrer">{one.title}</a>{one.state === 'other-edition' && <> <Chip tone="ask">may show another edition</Chip></>}</li>)}</ul></>}
    </section>
  );
}

export interface KeepView {
  /** `/village-primary/policies/staff-code`. */
  readonly here: string;
  readonly document: Policy;
  readonly vocabulary: Vocabulary;
  readonly entries: readonly (Companion & { readonly standing: Standing })[];
  /** Policies in force here that may be named: id and title. */
  readonly policies: readonly { readonly id: string; readonly title: string }[];
  readonly unnamed: readonly { readonly clause: string; readonly number: string; readonly text: string }[];
  /** How many addresses in the text are not in the register. */
  readonly inText: number;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** The register of one policy, for those who write it. */
export function KeepPage(view: KeepView) {
  const { here, document, entries, unnamed, inText } = view;
  const [kept, removed] = [entries.filter(one => one.removedAt === null), entries.filter(one => one.removedAt !== null)];
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>Documents that go with {document.front.title}</h1>
      <p class="lede">Readers see them beside the policy. Each address is looked at once a week; a dead one stands on the start page of whoever looks after it.</p>
      {kept.length === 0 ? <Empty title="No document is kept here yet"><p>Add the first one below.</p></Empty> : <EntryTable view={view} entries={kept} />}
      <div class="actions no-print">
        {kept.some(one => one.address !== null) && <form method="post" action={`${here}/companions/look`}><Button tone="quiet">Look at the addresses now</Button></form>}
        {inText > 0 && <form method="post" action={`${here}/companions/take-in`}><Button tone="quiet">Take in {counted(inText, 'address', 'addresses')} from the text</Button></form>}
      </div>
      {unnamed.length > 0 && <Note title="Clauses that name a document without an entry" tone="warn"><ul>{unnamed.map(one => <li key={one.clause}><a href={`${here}#${one.clause}`}>{one.number}</a> {one.text}</li>)}</ul></Note>}
      <h2>Add a document</h2>
      <CompanionFields view={view} action={`${here}/companions`} button="Add it" />
      {removed.length > 0 && <><h2>Taken out</h2><ul>{removed.slice(0, 20).map(one => (
        <li key={one.id}>{one.title} <form class="inline-form" method="post" action={`${here}/companions/${one.id}/put-back`}><button class="link-button" type="submit">Put it back<span class="govuk-visually-hidden">: {one.title}</span></button></form></li>
      ))}</ul></>}
    </>
  );
}

const EntryTable = ({ view: { here, vocabulary, document }, entries }: { view: KeepView; entries: KeepView['entries'] }) => (
  <Table caption={`Documents of ${document.front.title}`} hideCaption rows={entries} columns={[
    { head: 'Document', cell: one => <a href={`${here}/companions/${one.id}`}>{one.title}</a> },
    { head: 'What it is', cell: one => (one.kind === 'publication' ? 'This policy, at another address' : one.ownPolicy ? 'A policy of this school' : 'A document elsewhere') },
    { head: 'Looked after by', cell: one => officeWords(one.owner, vocabulary) },
    { head: 'How it stands', cell: one => <><StandingChip standing={one.standing} />{one.fault && <span class="small"> {one.fault}</span>}</> },
    { head: 'Last look', cell: one => (one.checkedAt ? longMoment(one.checkedAt) : '–') },
    { head: 'Needed', cell: one => [one.openFirst ? 'before signing' : '', one.stopsPublishing ? 'before publishing' : ''].filter(Boolean).join(', ') || '–' },
  ]} />
);

function CompanionFields({ view, action, button }: { view: Omit<KeepView, 'entries' | 'unnamed' | 'inText'>; action: string; button: string }) {
  const { raw, errors, vocabulary, policies, document } = view;
  const offices = [...vocabulary.offices.values()].map(office => ({ value: office.name, text: office.title })).sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  const clauses = document.clauses.map(clause => ({ value: clause.id, text: `${clause.number} ${clause.text.slice(0, 80)}` }));
  return (
    <form method="post" action={action}>
      <Choices name="kind" label="What is it?" error={errors['kind']} chosen={[textIn(raw, 'kind') || 'companion']} choices={[
        { value: 'companion', text: 'A document that goes with this policy' }, { value: 'publication', text: 'A place where this policy itself is published', hint: 'Such as the school’s website. The look there also checks that it shows the edition in force.' },
      ]} />
      <TextField name="title" label="Title" value={textIn(raw, 'title')} error={errors['title']} />
      <TextField name="address" label="Address of the web" hint="It begins with https://. Leave it empty while it is not known." value={textIn(raw, 'address')} error={errors['address']} spellcheck={false} />
      <Select name="ownPolicy" label="Or a policy of this school" value={textIn(raw, 'ownPolicy')} error={errors['ownPolicy']} choices={[{ value: '', text: 'None' }, ...policies.map(one => ({ value: one.id, text: one.title }))]} />
      <Select name="owner" label="Who looks after it?" value={textIn(raw, 'owner') || document.front.owner} error={errors['owner']} choices={offices} />
      <Select name="clause" label="The clause that names it" value={textIn(raw, 'clause')} error={errors['clause']} choices={[{ value: '', text: 'None' }, ...clauses]} />
      <Choices name="openFirst" label="Before signing" many small chosen={[textIn(raw, 'openFirst')]} choices={[{ value: 'yes', text: 'It is opened before this policy is signed' }]} />
      <Choices name="stopsPublishing" label="Before publishing" many small chosen={[textIn(raw, 'stopsPublishing')]} choices={[{ value: 'yes', text: 'While it is missing or its link is dead, no edition of this policy is approved' }]} />
      <Button>{button}</Button>
    </form>
  );
}

export interface OneView extends Omit<KeepView, 'entries' | 'unnamed' | 'inText'> {
  readonly entry: Companion & { readonly standing: Standing };
  readonly looks: readonly Look[];
}

/** One entry: put it right, take it out, and every look at it. */
export function OnePage(view: OneView) {
  const { entry, here, looks } = view;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{entry.title}</h1>
      <p><StandingChip standing={entry.standing} /> {entry.fault}{entry.address && <> <a href={entry.address} rel="noreferrer">Open it</a></>}</p>
      <CompanionFields view={view} action={`${here}/companions/${entry.id}`} button="Save" />
      {entry.removedAt === null && <form method="post" action={`${here}/companions/${entry.id}/remove`}><button class="link-button" type="submit">Take it out of the list</button></form>}
      {looks.length > 0 && <><h2>What was found there</h2><Table caption="Looks at this address" hideCaption rows={looks} columns={[
        { head: 'When', cell: look => longMoment(look.at) }, { head: 'Found', cell: look => <StandingChip standing={look.state} /> },
        { head: 'Status', cell: look => look.status ?? '–', number: true }, { head: 'What was wrong', cell: look => look.fault ?? '–' },
      ]} /></>}
    </>
  );
}

export interface RegisterView {
  readonly base: string;
  readonly rows: readonly Listed[];
  /** Whether this reader looks after an entry. */
  readonly opens: (entry: Listed) => boolean;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  readonly standing: string;
  readonly vocabulary: Vocabulary;
  readonly href: (page: number) => string;
  readonly csvHref: string;
}

/** Every linked document of the school. */
export function RegisterPage(view: RegisterView) {
  const { base, rows, vocabulary } = view;
  return (
    <>
      <h1>Linked documents</h1>
      <p class="lede">Every document that goes with a policy, and every place where a policy is published.</p>
      <Filters action={`${base}/linked-documents`} csvHref={view.csvHref}>
        <TextField name="search" id="document-search" label="Title or policy" value={view.search} width={20} />
        <Select name="standing" label="How it stands" value={view.standing} choices={[{ value: '', text: 'All' }, ...STANDINGS.map(one => ({ value: one, text: WORDS[one] }))]} />
      </Filters>
      {rows.length === 0 ? <Empty title="No document fits"><p>Documents are added on the page of their policy, under “Documents that go with it”.</p></Empty> : (
        <Table caption={counted(view.total, 'document')} rows={rows} columns={[
          { head: 'Document', cell: one => (view.opens(one) ? <a href={`${base}/policies/${one.policy}/companions/${one.id}`}>{one.title}</a> : one.title) },
          { head: 'Policy', cell: one => <a href={`${base}/policies/${one.policy}`}>{one.policyTitle}</a> },
          { head: 'Looked after by', cell: one => officeWords(one.owner, vocabulary) },
          { head: 'How it stands', cell: one => <StandingChip standing={one.standing} /> },
          { head: 'Last look', cell: one => (one.checkedAt ? longMoment(one.checkedAt) : '–') },
        ]} />
      )}
      <Paging page={view.page} pages={view.pages} href={view.href} />
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    </>
  );
}

/** On the start page of whoever looks after a document. */
export const HelpCard = ({ base, rows }: { base: string; rows: readonly (Companion & { readonly standing: Standing; readonly policyTitle: string })[] }) => (
  <>
    <ul>{rows.slice(0, 6).map(one => <li key={one.id}><a href={`${base}/policies/${one.policy}/companions/${one.id}`}>{one.title}</a> <StandingChip standing={one.standing} /> <span class="soft">{one.policyTitle}</span></li>)}</ul>
    <ButtonLink href={`${base}/linked-documents`} tone="quiet">All linked documents</ButtonLink>
  </>
);
