/** The list of a school's policies. */
import type { ComponentChildren } from 'preact';
import { ButtonLink, Chip, counted, Empty, Facts, longDay, Note, Progress, Table } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { measuresOf, reviewOverdue, type Measure } from '../decisions.ts';
import { capital, kindWords, listed } from '../phrases.ts';
import { signedWords } from './signed.ts';
import type { Counts, Edition, Published } from '../words.ts';

export interface ListedPolicy extends Published {
  readonly counts: Counts | null;
}

export interface ListView {
  readonly base: string;
  readonly today: string;
  readonly vocabulary: Vocabulary;
  readonly policies: readonly ListedPolicy[];
  /** Drafts and proposals this reader may see. */
  readonly open: readonly Edition[];
  readonly coming: readonly Edition[];
  readonly mayWrite: boolean;
  readonly signedIn: boolean;
}

/** "staff, governors and visitors". */
export const forWhom = (binds: readonly string[], vocabulary: Vocabulary): string => listed(binds.map(kind => kindWords(kind, vocabulary)));

export function ListPage(view: ListView) {
  const { policies, open, coming, base, mayWrite, signedIn } = view;
  return (
    <>
      <h1>Rules of this school</h1>
      <p class="lede">{signedIn ? 'Every policy in force here, in its own words. Beside each clause stands what it asks of you.' : 'The policies this school shows to everybody. Sign in to see what each clause asks of you.'}</p>
      {policies.length === 0
        ? <Empty title={signedIn ? 'No policy is in force yet' : 'This school shows no policy to the public'}><p>{signedIn ? 'The first one appears here on the day it comes into force.' : 'Sign in to read the policies that are for you.'}</p></Empty>
        : <div class="policy-list">{policies.map(policy => <PolicyCard key={policy.document.id} policy={policy} view={view} />)}</div>}
      {(open.length > 0 || coming.length > 0) && <OpenEditions open={open} coming={coming} base={base} />}
      {mayWrite && <p class="actions"><ButtonLink href={`${base}/new`} tone="quiet">Write a new policy</ButtonLink></p>}
    </>
  );
}

function PolicyCard({ policy: { document, edition, counts }, view }: { policy: ListedPolicy; view: ListView }) {
  const { front } = document;
  const { base, vocabulary, today, policies } = view;
  const related = front.readWith.flatMap(id => policies.filter(other => other.document.id === id));
  const rows: (readonly [string, ComponentChildren])[] = [['For', forWhom(front.binds, vocabulary)], ['In force since', longDay(edition.inForce ?? '')]];
  if (front.review?.next) rows.push(['Next review', reviewOverdue(document, today) ? <><Chip tone="no">overdue</Chip> It was due on {longDay(front.review.next)}</> : longDay(front.review.next)]);
  if (related.length > 0) rows.push(['Read with', related.map((other, at) => <>{at > 0 && ', '}<a href={`${base}/${other.document.id}`}>{other.document.front.title}</a></>)]);
  return (
    <article class="card policy-card">
      <h2 class="card__title"><a href={`${base}/${document.id}`}>{front.title}</a></h2>
      {front.summary && <p>{front.summary}</p>}
      {counts && <Progress done={counts.signed} of={counts.bound} label={signedWords(counts, edition)} />}
      <Facts rows={rows} />
      {measuresOf(document, today).map(measure => <p class="small soft" key={measure.period}>{measureLine(measure, vocabulary)}</p>)}
    </article>
  );
}

/** One temporary measure in a sentence. */
export function measureLine({ period, from, until, state }: Measure, vocabulary: Vocabulary): string {
  const name = capital(vocabulary.facts.get('period')?.values.get(period)?.plain ?? `the measures “${period.replaceAll('-', ' ')}”`);
  if (state === 'ended') return `${name} ended by themselves on ${longDay(until ?? '')}.`;
  if (state === 'to-come') return `${name} begin on ${longDay(from ?? '')}.`;
  return state === 'in-force' ? `${name} are in force${until ? ` and end by themselves after ${longDay(until)}` : ''}.` : `${name} are kept ready. They bind nobody until they are called.`;
}

const STATE = { draft: 'Being written', proposed: 'Waiting for approval', approved: 'Approved', discarded: 'Discarded' } as const;

const OpenEditions = ({ open, coming, base }: { open: readonly Edition[]; coming: readonly Edition[]; base: string }) => (
  <section>
    <h2>What is being changed</h2>
    <Note><p>Nothing here binds anybody until it has been approved and its first day has come.</p></Note>
    <Table caption="Drafts, proposals and editions to come" hideCaption rows={[...open, ...coming]} columns={[
      { head: 'Policy', cell: edition => <a href={`${base}/${edition.policy}/${edition.state === 'draft' ? 'edit' : edition.state === 'proposed' ? 'proposal' : `editions/${edition.number}`}`}>{edition.title}</a> },
      { head: 'Edition', cell: edition => edition.number },
      { head: 'Where it stands', cell: edition => (edition.inForce ? `Approved; in force from ${longDay(edition.inForce)}` : edition.sentBack ? 'Sent back to its writers' : STATE[edition.state]) },
      { head: 'Why', cell: edition => edition.note || '–' },
    ]} />
    <p class="small soft">{counted(open.length + coming.length, 'edition')} under way.</p>
  </section>
);
