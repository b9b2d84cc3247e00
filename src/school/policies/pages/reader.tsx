/** A policy to read: its words, and beside each clause what it does and what it asks of the reader. */
import type { ComponentChildren } from 'preact';
import { asDrawn, ButtonLink, Chip, Details, drawnAs, longDay, Note, PolicyBody, Progress, Words } from '../../../page-parts/index.ts';
import type { Policy, Vocabulary } from '../../../rulebook/index.ts';
import { sha256 } from '../../../platform/ids.ts';
import { AnswersBeside } from '../questions/pages.tsx';
import type { ShownAnswer } from '../questions/words.ts';
import { CompanionList } from '../companions/pages.tsx';
import type { Companion, CompanionToRead } from '../companions/words.ts';
import { measuresOf, reviewOverdue } from '../decisions.ts';
import { marginOf, seenAs, type MarginReader } from '../margin.ts';
import { listed, officeWords } from '../phrases.ts';
import { ENGLISH, knownLanguages, spoken, type Language } from '../../../platform/languages/index.ts';
import { WithdrawnNote } from '../withdrawing/pages.tsx';
import type { Withdrawal } from '../withdrawing/words.ts';
import { TranslatedBody, TranslationNote } from '../translations/pages.tsx';
import type { Translated } from '../translations/words.ts';
import type { Counts, Edition, Margin, Published } from '../words.ts';
import { VacantNote } from '../set-up/pages.tsx';
import type { VacantOffice } from '../set-up/words.ts';
import { forWhom, measureLine } from './list.tsx';
import { signedWords } from './signed.ts';

export interface ReaderView {
  /** `/village-primary/policies`. */
  readonly base: string;
  readonly today: string;
  readonly vocabulary: Vocabulary;
  readonly edition: Edition;
  readonly document: Policy;
  readonly reader: MarginReader;
  readonly counts: Counts | null;
  /** Clause → to how many of them it speaks, and how many of these have signed it. */
  readonly clauseCounts?: ReadonlyMap<string, Pick<Counts, 'bound' | 'signed'>>;
  /** Policies this one is to be read with, as far as this reader may see them. */
  readonly related: readonly Published[];
  /** Documents that go with it, other than these, and where else it is published. */
  readonly companions?: readonly CompanionToRead[];
  readonly publications?: readonly Companion[];
  /** Clause id → the answers given about it. */
  readonly answers?: ReadonlyMap<string, readonly ShownAnswer[]>;
  /** Offices that it needs and nobody holds, for the grown-ups of the school. */
  readonly vacant?: readonly VacantOffice[];
  /** Who holds the office that looks after it, for those who are signed in. */
  readonly owners?: readonly string[];
  readonly mayWrite: boolean;
  /** The draft or proposal under way, for those who may see it. */
  readonly open: Edition | null;
  /** Approved, with its first day still to come. */
  readonly coming: Edition | null;
  /** Set where it is in force now and will be withdrawn. */
  readonly withdrawal?: Withdrawal | null;
  /** The languages this edition is translated into, and the translation that this reader sees. */
  readonly languages?: readonly string[];
  readonly translated?: Translated | null;
  /** Set where an edition is shown that is not the one in force. */
  readonly past?: { readonly current: Edition | null };
}

export function ReaderPage(view: ReaderView) {
  const { document, edition, base, today, translated } = view;
  const shown = translated && knownLanguages().find(one => one.code === translated.language);
  return (
    <>
      {shown ? <Title title={translated.title} summary={translated.summary} language={shown} /> : <Title title={document.front.title} summary={document.front.summary ?? ''} language={ENGLISH} />}
      {shown && <TranslationNote translated={translated} edition={edition.number} here={`${base}/${document.id}`} />}
      {!view.past && <OtherLanguages view={view} />}
      {view.past && <PastNote view={view} />}
      {!view.past && view.withdrawal && <WithdrawnNote withdrawal={view.withdrawal} today={today} />}
      <Standing view={view} />
      {!view.past && <VacantNote slug={base.split('/')[1]!} vacant={view.vacant ?? []} inForce />}
      <CompanionList companions={view.companions ?? []} publications={view.publications ?? []} />
      <Tools view={view} />
      {measuresOf(document, today).map(measure => <Note key={measure.period}><p>{measureLine(measure, view.vocabulary)}</p></Note>)}
      {shown ? <TranslatedBody translated={translated} language={shown} /> : <><Contents document={document} /><Body view={view} /></>}
      <p class="soft small policy__end">Edition {edition.number} of {document.front.title}. {view.mayWrite && <a href={`${base}/${document.id}/source`}>Its text as a file</a>}</p>
    </>
  );
}

const Title = ({ title, summary, language }: { title: string; summary: string; language: Language }) => (
  <>
    <h1 {...inLanguageOf(language)}>{title}</h1>
    {summary && <p class="lede" {...inLanguageOf(language)}>{summary}</p>}
  </>
);

const inLanguageOf = ({ code, direction }: Language) => (code === spoken().code ? {} : { lang: code, dir: direction });

/** Ways to the translations this reader is not looking at, each under its own name. */
function OtherLanguages({ view: { languages = [], translated, base, document } }: { view: ReaderView }) {
  const others = knownLanguages().filter(one => languages.includes(one.code) && one.code !== translated?.language);
  if (others.length === 0) return null;
  return <p class="soft no-print">Also in {others.map((one, at) => <span key={one.code}>{at > 0 && ', '}<a href={`${base}/${document.id}?in=${one.code}`} lang={one.code} dir={one.direction}>{one.name}</a></span>)}</p>;
}

export const numbersOf = (document: Policy): ReadonlyMap<string, string> => new Map(document.clauses.map(clause => [clause.id, clause.number]));

/** Who approved it, since when it holds, when it is looked at again. */
export function Standing({ view }: { view: ReaderView }) {
  const { document, edition, vocabulary, today, related, base } = view;
  const { front } = document;
  const by = edition.approvedAs ? officeWords(edition.approvedAs, vocabulary) : null;
  return (
    <div class="standing">
      <p>For {forWhom(front.binds, vocabulary)}.{' '}
        {by && (edition.approvedOn ? <>Approved by {by} on {longDay(edition.approvedOn)}. </> : <>Approved by {by}. </>)}
        {edition.inForce && (view.past || edition.inForce > today ? <>In force from {longDay(edition.inForce)}. </> : <>In force since {longDay(edition.inForce)}. </>)}
        {front.owner && <>Looked after by {officeWords(front.owner, vocabulary)}{(view.owners ?? []).length > 0 && ` (${listed(view.owners!, 'and')})`}. </>}
        {front.review?.next && <>{reviewOverdue(document, today) ? <><Chip tone="no">review overdue</Chip>It was due on {longDay(front.review.next)}.</> : <>Next review by {longDay(front.review.next)}.</>}</>}
      </p>
      {related.length > 0 && <p>Read it with {listedNodes(related.map(other => <a href={`${base}/${other.document.id}`}>{other.document.front.title}</a>))}.</p>}
      {view.counts && <Progress done={view.counts.signed} of={view.counts.bound} label={signedWords(view.counts, edition)} />}
    </div>
  );
}

const listedNodes = (nodes: readonly ComponentChildren[]) => nodes.map((node, at) => <>{at > 0 && (at === nodes.length - 1 ? ' and ' : ', ')}{node}</>);

function Tools({ view }: { view: ReaderView }) {
  const { base, document, edition, mayWrite, open, coming, past } = view;
  const here = `${base}/${document.id}`;
  return (
    <div class="actions no-print">
      <ButtonLink href={past ? `${here}/editions/${edition.number}/pdf` : `${here}/pdf`} tone="quiet">PDF</ButtonLink>
      <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>Print</button>
      <a href={`${here}/editions`}>Editions and what changed</a>
      {!past && <a href={`${here}/copy`}>Ask for a copy on paper</a>}
      {!past && view.reader?.offices.some(office => SEE_GIVEN.includes(office)) && <a href={`${here}/given`}>Who was given it</a>}
      {mayWrite && !open && !past && <form method="post" action={`${here}/start`} class="inline-form"><button class="link-button" type="submit">Change this policy</button></form>}
      {mayWrite && !past && <a href={`${here}/consult`}>Ask people what they think</a>}
      {mayWrite && !past && <a href={`${here}/translations`}>Translations</a>}
      {mayWrite && !past && <a href={`${here}/companions`}>Documents that go with it</a>}
      {open && <a href={`${here}/${open.state === 'proposed' ? 'proposal' : 'edit'}`}>{open.state === 'proposed' ? 'See what waits for approval' : 'Go on with the draft'}</a>}
      {coming && coming.id !== edition.id && <a href={`${here}/editions/${coming.number}`}>Next edition, from {longDay(coming.inForce ?? '')}</a>}
    </div>
  );
}

function PastNote({ view: { edition, base, document, past, today } }: { view: ReaderView }) {
  const now = past?.current;
  const toCome = edition.inForce !== null && edition.inForce > today;
  return (
    <Note tone="warn" title={toCome ? 'This edition is not in force yet' : 'This is an old edition'}>
      <p>Edition {edition.number}{edition.inForce && `, in force from ${longDay(edition.inForce)}`}. {now && <>Today edition {now.number} holds: <a href={`${base}/${document.id}`}>read it</a>{toCome
        ? <> or <a href={`${base}/${document.id}/compare/${now.number}/${edition.number}`}>see what will change</a></> : <> or <a href={`${base}/${document.id}/compare/${edition.number}/${now.number}`}>see what changed since</a></>}.</>}</p>
    </Note>
  );
}

function Contents({ document }: { document: Policy }) {
  const headings = document.body.flatMap(block => (block.kind === 'heading' && block.depth === 2 ? [block] : []));
  if (headings.length < 3) return null;
  return (
    <nav class="no-print" aria-label="Contents"><Details summary="Contents" open>
      <ol class="contents">{headings.map(heading => <li key={heading.id}><a href={`#${heading.id}`}><Words inlines={heading.children} /></a></li>)}</ol>
    </Details></nav>
  );
}

/** Who may read to whom a policy was given. */
const SEE_GIVEN: readonly string[] = ['head', 'deputy-head', 'deputy-head-academic', 'office', 'dsl', 'ict-lead'];

const NO_ANSWERS: ReadonlyMap<string, readonly ShownAnswer[]> = new Map();

/** Stands round a clause's id in a drawing for how many have signed it: a character that no text uses. */
const SIGNED = '\uE000';
const MARKED = new RegExp(`${SIGNED}([^${SIGNED}]*)${SIGNED}`, 'g');

/** The words and their margins, drawn once for all whom the rules see alike. How many have signed changes by the minute and is put in afterwards. */
function Body({ view: { base, past, document, edition, reader, vocabulary, counts, clauseCounts, today, answers = NO_ANSWERS } }: { view: ReaderView }) {
  const counted = counts !== null && counts.bound > 0 && !past;
  const signed = new Map([...clauseCounts ?? []].flatMap(([id, clause]) => (clause.bound > 0 && counts ? [[id, signedWords({ ...counts, ...clause }, edition)] as const] : [])));
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause]));
  const beside = past ? NO_ANSWERS : answers;
  const askHref = (clause: string) => (reader === null || past || edition.inForce === null || edition.inForce > today ? null : `${base}/${document.id}/ask/${clause}`);
  const html = drawnAs([edition.id, base, past ? 'past' : '', sha256(JSON.stringify([...beside])), edition.textHash, today, counted ? [...signed.keys()].join() : 'uncounted', seenAs(document, reader)].join(' '), () => (
    <PolicyBody blocks={document.body} numbers={numbersOf(document)} today={today} margin={id => {
      const clause = clauses.get(id);
      return clause ? <MarginView margin={marginOf(clause, { front: document.front, reader, vocabulary })} signed={counted && signed.has(id) ? SIGNED + id + SIGNED : null}><AnswersBeside answers={beside.get(id) ?? []} askHref={askHref(id)} vocabulary={vocabulary} /></MarginView> : null;
    }} />
  ));
  return asDrawn(html.replaceAll(MARKED, (_, id: string) => signed.get(id) ?? ''));
}

/** What stands in the margin: an honest label, what the clause asks, and how many have promised it. */
export const MarginView = ({ margin, signed, children }: { margin: Margin; signed: string | null; children?: ComponentChildren }) => (
  <>
    {margin.label && <Chip tone={margin.label}>{margin.label}</Chip>}
    {margin.lines.map(({ says, when }) => <p key={says + when}><span class={margin.bindsReader ? 'clause__asks' : undefined}>{says}</span>{when && ` ${when}`}</p>)}
    {margin.label && signed && <p class="clause__signed">{signed}</p>}
    {children}
  </>
);
