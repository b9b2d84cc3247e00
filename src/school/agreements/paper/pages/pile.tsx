/** One pile: how far it is, the clear slips with their pictures, and those to look at. */
import { Button, Chip, counted, Empty, longMoment, Note, Paging, Progress, Tabs } from '../../../../page-parts/index.ts';
import { shownCode } from '../codes.ts';
import type { Pile, PilePage } from '../words.ts';
import { REASONS, Reasons, STATES } from './words.tsx';

export interface PageRow {
  readonly page: PilePage;
  readonly name: string | null;
  readonly form: string;
  readonly title: string | null;
  readonly code: string | null;
  readonly settledBy: string | null;
}

export interface PileProps {
  readonly slug: string;
  readonly pile: Pile;
  readonly tab: 'clear' | 'look' | 'taken' | 'aside';
  readonly counts: Readonly<Record<'clear' | 'look' | 'taken' | 'aside', number>>;
  readonly rows: readonly PageRow[];
  readonly page: number;
  readonly pages: number;
  readonly by: string;
}

const pageHref = (slug: string, page: { id: string }) => `/${slug}/agreements/paper/pages/${page.id}`;

export function PilePage(props: PileProps) {
  const { slug, pile, tab, counts, rows } = props;
  const here = `/${slug}/agreements/paper/piles/${pile.id}`;
  return (
    <>
      <h1>A pile of slips</h1>
      <p class="lede">Sent in on {longMoment(pile.at)} by {props.by}: {pile.files.join(', ')}.</p>
      {pile.trouble && <Note title="A file could not be read" tone="warn"><p>{pile.trouble}</p></Note>}
      {pile.state === 'reading' && <Progress done={pile.done} of={Math.max(pile.pages, pile.done, 1)} label={`Being read: ${pile.done} of ${pile.pages} pages. This page looks again by itself; you may also go away.`} />}
      <Tabs label="Pages of this pile" items={[
        { text: `Clear (${counts.clear})`, href: `${here}?show=clear`, current: tab === 'clear' },
        { text: `To look at (${counts.look})`, href: `${here}?show=look`, current: tab === 'look' },
        { text: `Taken in (${counts.taken})`, href: `${here}?show=taken`, current: tab === 'taken' },
        { text: `Settled otherwise (${counts.aside})`, href: `${here}?show=aside`, current: tab === 'aside' },
      ]} />
      {tab === 'clear' && counts.clear > 0 && pile.state === 'read' && (
        <form class="no-print" method="post" action={`${here}/take`}>
          <p>Each has its code, its signatures and every box ticked. Look through the pictures. You are the witness that these slips came back to the office.</p>
          <Button>Take in {counted(counts.clear, 'clear slip')}</Button>
        </form>
      )}
      {rows.length === 0 ? <Empty title="No slips here"><p><a href={`/${slug}/agreements/paper`}>Back to paper slips</a></p></Empty> : <PageCards slug={slug} rows={rows} />}
      <Paging page={props.page} pages={props.pages} href={n => `${here}?show=${tab}&page=${n}`} />
      <p class="no-print"><a href={`${here}/csv`}>Download as a spreadsheet (CSV)</a></p>
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

/** Each page with its picture. */
const PageCards = ({ slug, rows }: { slug: string; rows: readonly PageRow[] }) => (
  <ul class="paper-pages">{rows.map(({ page, name, form, title, code, settledBy }) => (
    <li class="card" key={page.id}>
      <h2 class="card__title"><a href={pageHref(slug, page)}>{name ?? 'Nobody found yet'}{form && `, ${form}`}</a></h2>
      <p class="soft">{title ?? 'Unknown slip'}{code && `, ${shownCode(code)}`}, page {page.number}</p>
      <img class="paper-picture" src={`${pageHref(slug, page)}/part`} alt={`Picture of page ${page.number}`} loading="lazy" width="840" height="400" />
      {page.state === 'look' ? <Reasons reasons={page.reasons} /> : (
        <p><Chip tone={page.state === 'taken' || page.state === 'clear' ? 'yes' : 'plain'}>{STATES[page.state].title}</Chip> {page.state === 'aside' && page.reasons[0] && !settledBy ? REASONS[page.reasons[0]].title : settledBy && `by ${settledBy}`}</p>
      )}
    </li>
  ))}</ul>
);

export interface QueueProps {
  readonly slug: string;
  readonly rows: readonly PageRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export function QueuePage({ slug, rows, total, page, pages }: QueueProps) {
  return (
    <>
      <h1>Slips to look at</h1>
      <p class="lede">{total === 0 ? 'Every slip that was scanned is settled.' : `${counted(total, 'page')} of all piles. Open one to see what to do with it.`}</p>
      {rows.length === 0 ? <Empty title="Nothing to look at"><p><a href={`/${slug}/agreements/paper`}>Back to paper slips</a></p></Empty> : <PageCards slug={slug} rows={rows} />}
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements/paper/look?page=${n}`} />
    </>
  );
}
