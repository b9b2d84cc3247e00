/** Posters: the list, choosing the rules of a new one, the poster itself, and the register of its places. */
import { Button, ButtonLink, Choices, Chip, counted, Empty, ErrorSummary, longDay, Note, Picture, pictureFor, Select, Table, TextField, type Column } from '../../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { QrDrawing } from '../../../platform/qr.ts';
import type { Clause, Policy, Vocabulary } from '../../../rulebook/index.ts';
import { capital, kindWords } from '../phrases.ts';
import { MOST_CLAUSES, type PlaceRow, type Poster, type Shown } from './words.ts';

type Errors = Readonly<Record<string, string>>;

export interface PostersView {
  readonly list: Listed<PlaceRow>;
  readonly vocabulary: Vocabulary;
  readonly posters: readonly { readonly poster: Poster; readonly hang: number; readonly stale: number }[];
  readonly makes: boolean;
}

export const placeFields = (): Fields => ({
  search: { label: 'Place or poster', id: 'place-search' },
  filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All that hang' }, { value: 'stale', text: 'Out of date' }, { value: 'current', text: 'Up to date' }, { value: 'down', text: 'Taken down' }] }],
});

/** The register of places: as on each poster's own page, and the days for the spreadsheet. */
export const placeRegister = (base: string): ListColumn<PlaceRow>[] => [
  ...placeColumns(base, true),
  { head: 'Place', inFile: one => one.place }, { head: 'Poster', inFile: one => one.posterTitle }, { head: 'Policy', inFile: one => one.policy },
  { head: 'Edition that hangs', inFile: one => one.edition }, { head: 'Edition in force', inFile: one => one.current }, { head: 'Out of date', inFile: one => (one.stale ? 'yes' : 'no') },
  { head: 'Put up on', inFile: one => one.putUpOn }, { head: 'By', inFile: one => one.putUpName }, { head: 'Looked at on', inFile: one => one.checkedOn }, { head: 'By', inFile: one => one.checkedName }, { head: 'Taken down on', inFile: one => one.takenDownOn },
];

export function PostersPage(view: PostersView) {
  const { list, posters, vocabulary } = view;
  const { base } = list;
  return (
    <>
      <h1>Posters</h1>
      <p class="lede">Rules on the wall, in the words of the edition in force. When a policy changes, every copy that hangs is marked, and whoever put it up is told.</p>
      {view.makes && <p class="actions no-print"><ButtonLink href={`${base}/new`}>Make a poster</ButtonLink></p>}
      {posters.length === 0 ? <Empty title="No poster has been made yet"><p>Choose a policy and up to {MOST_CLAUSES} of its rules.</p></Empty> : (
        <Table caption="Posters" rows={posters.slice(0, 100)} columns={[
          { head: 'Poster', cell: ({ poster }) => <><a href={`${base}/${poster.id}`}>{poster.title}</a>{poster.retiredOn && <> <Chip>out of use</Chip></>}</> },
          { head: 'For', cell: ({ poster }) => capital(kindWords(poster.audience, vocabulary)) },
          { head: 'Copies that hang', cell: one => one.hang, number: true },
          { head: 'Out of date', cell: one => (one.stale > 0 ? <Chip tone="no">{one.stale}</Chip> : '0'), number: true },
        ]} />
      )}
      <h2>Where they hang</h2>
      <List list={list} caption={counted(list.total, 'copy', 'copies')} empty={<Empty title="No copy fits" />} />
    </>
  );
}

function PlaceState({ place }: { place: PlaceRow }) {
  if (place.takenDownOn) return <Chip>taken down on {longDay(place.takenDownOn)}</Chip>;
  if (!place.stale) return <Chip tone="yes">up to date</Chip>;
  // Why the same edition too: then the poster itself is out of use.
  return place.current === null || place.current === place.edition ? <Chip tone="no">take it down</Chip> : <Chip tone="no">edition {place.edition} hangs, edition {place.current} holds</Chip>;
}

const placeColumns = (base: string, withPoster?: boolean): Omit<Column<PlaceRow>, 'sort'>[] => [
  { head: 'Place', cell: one => one.place },
  ...(withPoster ? [{ head: 'Poster', cell: (one: PlaceRow) => <a href={`${base}/${one.poster}`}>{one.posterTitle}</a> }] : []),
  { head: 'Put up', cell: one => <>{longDay(one.putUpOn)}{one.putUpName && `, ${one.putUpName}`}</> },
  { head: 'Last looked at', cell: one => (one.checkedOn ? <>{longDay(one.checkedOn)}{one.checkedName && `, ${one.checkedName}`}</> : 'not yet') },
  { head: 'State', cell: one => <PlaceState place={one} /> },
  ...(withPoster ? [] : [{ head: 'Do', cell: (one: PlaceRow) => <PlaceDeeds base={base} place={one} /> }]),
];

function PlaceDeeds({ base, place }: { base: string; place: PlaceRow }) {
  const at = `${base}/${place.poster}/places/${place.id}`;
  const button = (deed: string, words: string) => <form method="post" action={`${at}/${deed}`}><button class="link-button" type="submit">{words}<span class="govuk-visually-hidden">: {place.place}</span></button></form>;
  if (place.takenDownOn) return button('still', 'It hangs after all');
  return <>{place.stale ? place.current !== null && button('renew', 'The new one hangs now') : button('checked', 'I have looked: it hangs well')}{button('down', 'I took it down')}</>;
}

export interface NewView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly policies: readonly { readonly id: string; readonly title: string }[];
  /** The policy and the audience chosen, with the rules that fit. */
  readonly chosen: { readonly document: Policy; readonly audience: string; readonly audiences: readonly string[]; readonly clauses: readonly Clause[] } | null;
  readonly raw: { readonly title: string; readonly clauses: readonly string[] };
  readonly errors: Errors;
}

/** Choose the policy, then for whom, then the rules. */
export function NewPage({ base, vocabulary, policies, chosen, raw, errors }: NewView) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Make a poster</h1>
      <form method="get" action={`${base}/new`} class="filters">
        <Select name="policy" label="Policy" value={chosen?.document.id} choices={policies.map(one => ({ value: one.id, text: one.title }))} />
        {chosen && <Select name="audience" label="For whom" value={chosen.audience} choices={chosen.audiences.map(kind => ({ value: kind, text: capital(kindWords(kind, vocabulary)) }))} />}
        <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Show its rules</button></div>
      </form>
      {chosen && chosen.clauses.length === 0 && <Empty title="This policy asks nothing of them" />}
      {chosen && chosen.clauses.length > 0 && (
        <form method="post" action={`${base}/new`}>
          <input type="hidden" name="policy" value={chosen.document.id} /><input type="hidden" name="audience" value={chosen.audience} />
          <TextField name="title" label="Title on the poster" value={raw.title} error={errors['title']} maxlength={80} />
          <Choices name="clauses" label={`Its rules, ${MOST_CLAUSES} at most`} many small error={errors['clauses']} chosen={raw.clauses} choices={chosen.clauses.map(clause => ({ value: clause.id, text: <><strong>{clause.number}</strong> {clause.text}</> }))} />
          <Button>Make it</Button>
        </form>
      )}
    </>
  );
}

export interface PosterView {
  readonly base: string;
  readonly shown: Shown;
  readonly school: string;
  readonly address: string;
  readonly code: QrDrawing;
  readonly vocabulary: Vocabulary;
  readonly places: readonly PlaceRow[];
  readonly makes: boolean;
  readonly raw: { readonly place: string };
  readonly errors: Errors;
}

/** The poster, as it prints, and the places where it hangs. */
export function PosterPage(view: PosterView) {
  const { base, shown, vocabulary, places, errors } = view;
  const { poster, gone } = shown;
  const here = `${base}/${poster.id}`;
  return (
    <>
      <div class="no-print"><ErrorSummary errors={errors} />
        {gone > 0 && <Note title="The policy has changed" tone="warn"><p>{counted(gone, 'rule that was chosen is', 'rules that were chosen are')} no longer in it. Make a new poster if others should stand here.</p></Note>}
        {poster.retiredOn && <Note title="This poster is out of use" tone="warn"><p>Copies that still hang are to come down.</p></Note>}</div>
      <Sheet view={view} />
      <div class="no-print">
        <p class="actions">
          {shown.clauses.length > 0 && <><ButtonLink href={`${here}/pdf`}>PDF, A4</ButtonLink><ButtonLink href={`${here}/pdf?paper=a3`} tone="quiet">PDF, A3</ButtonLink></>}
          <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print this page</button>
        </p>
        <h2>Where it hangs</h2>
        <p class="soft">For {kindWords(poster.audience, vocabulary)}.</p>
        {places.length === 0 ? <Empty title="No copy hangs anywhere yet"><p>Print it, put it up, and say where.</p></Empty> : <Table caption={counted(places.length, 'place')} rows={places} columns={placeColumns(base)} />}
        {!poster.retiredOn && shown.clauses.length > 0 && <form method="post" action={`${here}/places`}>
          <TextField name="place" label="I have put a copy up here" hint="Such as: library, by the door." value={view.raw.place} error={errors['place']} width={30} maxlength={120} />
          <Button>Note it</Button>
        </form>}
        {view.makes && <form method="post" action={`${here}/${poster.retiredOn ? 'bring-back' : 'retire'}`}><button class="link-button" type="submit">{poster.retiredOn ? 'Use this poster again' : 'Take this poster out of use'}</button></form>}
      </div>
    </>
  );
}

function Sheet({ view: { shown: { poster, of, clauses }, school, address, code } }: { view: PosterView }) {
  const pictures = poster.audience === 'pupil-ks1';
  return (
    <article class={`poster${pictures ? ' poster--pictures' : ''}`}>
      <p class="poster__school">{school}</p>
      <h1>{poster.title}</h1>
      <ul class="poster__rules">{clauses.map(clause => (
        <li key={clause.id}>{pictures ? <Picture name={pictureFor(clause.text, clause.rules.map(rule => rule.subject))} /> : <span class="poster__number">{clause.number}</span>}<p>{clause.text}</p></li>
      ))}</ul>
      <footer class="poster__foot">
        <p>{of.document.front.title}, edition {of.edition.number}{of.edition.inForce && `, in force from ${longDay(of.edition.inForce)}`}.<br />The whole text: {address}</p>
        <svg class="poster__code" viewBox={`-2 -2 ${code.size + 4} ${code.size + 4}`} role="img" aria-label={`A code to scan that leads to ${address}`}><rect x="-2" y="-2" width={code.size + 4} height={code.size + 4} fill="#fff" /><path d={code.path} fill="#000" /></svg>
      </footer>
    </article>
  );
}
