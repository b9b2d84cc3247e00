/** Several documents in one sitting: what there is, how far one is, and what was signed. */
import { Button, ButtonLink, Card, counted, Empty, longDay, longMoment, Progress, Seal, Table } from '../../../page-parts/index.ts';
import type { SittingDocument } from './words.ts';

export interface WalkProps {
  readonly slug: string;
  readonly documents: readonly SittingDocument[];
  readonly next: string | null;
  readonly begun: boolean;
}

const STATE: Readonly<Record<SittingDocument['state'], string>> = { signed: 'signed', declined: 'you said no for now', gone: 'no longer asked', open: 'to read and sign' };

/** Before the first document, and whenever one stops. */
export function WalkPage({ slug, documents, next, begun }: WalkProps) {
  const done = documents.filter(one => one.state === 'signed').length;
  if (next === null) {
    return (
      <>
        <h1>Nothing to sign</h1>
        <Empty title="You are up to date"><p><a href={`/${slug}/agreements`}>My agreements</a></p></Empty>
      </>
    );
  }
  return (
    <>
      <h1>Read and sign {counted(documents.length, 'document')}</h1>
      <p class="lede">One after another. Each is signed by itself. You may stop at any time: what you have signed stays signed, and you go on where you stopped.</p>
      <Progress done={done} of={documents.length} label={`${done} of ${documents.length} signed`} />
      <Table caption="The documents" hideCaption rows={documents} columns={[
        { head: 'Document', cell: one => one.title },
        { head: 'State', cell: one => STATE[one.state] },
        { head: 'Please sign by', cell: one => (one.state === 'open' && one.due ? longDay(one.due) : '–') },
      ]} />
      <form method="post" action={`/${slug}/agreements/sitting`}><Button>{begun ? 'Go on' : 'Begin'}</Button></form>
    </>
  );
}

/** Above a document: which of how many. */
export const SittingLine = ({ slug, at, of }: { slug: string; at: number; of: number }) => (
  <div class="no-print">
    <Progress done={at - 1} of={of} label={`Document ${at} of ${of}`} />
    <p><a href={`/${slug}/agreements/sitting`}>Stop for now</a></p>
  </div>
);

/** On one's own list, where more than one document waits. */
export const SittingCard = ({ slug, count }: { slug: string; count: number }) => (
  <Card title={`Read and sign these ${count} documents`} tone="ask">
    <p>In one sitting, one after another. You may stop and go on later.</p>
    <ButtonLink href={`/${slug}/agreements/sitting`}>Begin</ButtonLink>
  </Card>
);

export interface SummaryProps {
  readonly slug: string;
  readonly documents: readonly SittingDocument[];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** What was signed in a sitting, each with its own certificate. */
export function SummaryPage({ slug, documents, startedAt, finishedAt }: SummaryProps) {
  const signed = documents.filter(one => one.agreement !== null);
  return (
    <>
      <h1>{finishedAt ? 'Done. Thank you.' : 'So far'}</h1>
      <p class="lede">You have signed {counted(signed.length, 'document')}. You are asked again only when something new is asked of you.</p>
      <Table caption="What you signed in this sitting" hideCaption rows={documents} columns={[
        { head: 'Document', cell: one => (one.agreement ? <><Seal size={22} tilt={false} /> <a href={`/${slug}/agreements/seal/${one.agreement}`}>{one.title}</a></> : one.title) },
        { head: 'State', cell: one => STATE[one.state] },
        { head: 'Edition', cell: one => one.edition ?? '–', number: true },
        { head: 'Opened', cell: one => (one.openedAt ? longMoment(one.openedAt) : '–') },
        { head: 'Seal of the text', cell: one => (one.textHash ? <span class="mono">{one.textHash.slice(0, 16)}</span> : '–') },
      ]} />
      <p class="soft">Begun {longMoment(startedAt)}{finishedAt ? `, finished ${longMoment(finishedAt)}` : ''}.</p>
      <div class="actions no-print">
        <ButtonLink href={`/${slug}/agreements`} tone="quiet">My agreements</ButtonLink>
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
      </div>
    </>
  );
}
