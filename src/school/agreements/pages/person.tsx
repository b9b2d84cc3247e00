/** One person's agreements, for those who keep the register. */
import { Card, Empty, Facts, Grid, longDay, longMoment, Note, Paging, Table } from '../../../page-parts/index.ts';
import { AllowedChip } from '../allowed/pages.tsx';
import type { AllowedRow } from '../allowed/words.ts';
import type { Agreement, AskRow, AskState, Decline, SigningPolicy } from '../words.ts';
import { CHANNELS } from './certificate.tsx';
import { pairWords, reasonWords, StateChip } from './words.tsx';

export interface PersonProps {
  readonly slug: string;
  readonly id: string;
  readonly name: string;
  /** "Pupil in the middle or senior school, Year 8, 8B". */
  readonly about: string;
  readonly asks: readonly { readonly ask: AskRow; readonly state: AskState; readonly policy: SigningPolicy }[];
  readonly agreements: readonly { readonly agreement: Agreement; readonly title: string; readonly signer: string }[];
  readonly declines: readonly { readonly decline: Decline; readonly title: string; readonly by: string; readonly talkTo: string }[];
  /** What a child's parents allow, where the child's rules ask them. */
  readonly allowed: readonly AllowedRow[];
  /** True for a child for whom no adult on record may agree. */
  readonly nobodyMayAgree: boolean;
  readonly page: number;
  readonly pages: number;
}

/** Adults answer for themselves, and beside a pupil a parent does; a pupil’s own promise is not given by telephone. */
const byHand = (ask: AskRow): boolean => !ask.kind.startsWith('pupil') || (ask.countersign && ask.countersignedOn === null);

export function PersonPage({ slug, id, name, about, asks, agreements, declines, allowed, nobodyMayAgree, page, pages }: PersonProps) {
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">{about}</p>
      {nobodyMayAgree && <Note title="No adult on record may agree for this child" tone="warn"><p>A countersignature cannot come in until the school has put an adult on record who may agree.</p></Note>}
      {asks.length === 0 && <Empty title="Nothing is asked of this person" />}
      <Grid>{asks.map(({ ask, state, policy }) => (
        <Card key={ask.policy} title={policy.title}>
          <p><StateChip state={state} /></p>
          {ask.need && <p>{reasonWords(ask.need, policy, name.split(' ')[0])} {`To be signed by ${longDay(ask.need.due)}.`}</p>}
          {policy.countersign && <p>{pairWords(ask)}</p>}
          {ask.open && byHand(ask) && <p class="no-print"><a href={`/${slug}/agreements/by-hand/${id}/${ask.policy}`}>Put down an answer by telephone or on paper</a></p>}
        </Card>
      ))}</Grid>
      {declines.map(({ decline, title, by, talkTo }) => (
        <Card key={decline.id} title={`Said no to ${title}`} tone="tell">
          <Facts rows={[['When', longMoment(decline.at)], ['Who', by], ['What stands in the way', decline.reason || 'erased'], ['Who talks with them', talkTo]]} />
        </Card>
      ))}
      {allowed.length > 0 && <><h2>What the parents allow</h2><Facts rows={allowed.map(row => [row.question.thing, <AllowedChip now={row.now} />] as const)} /></>}
      <h2>All signatures</h2>
      {agreements.length === 0 ? <p class="soft">None yet.</p> : (
        <Table caption="All signatures" hideCaption rows={agreements} columns={[
          { head: 'Policy', cell: row => <a href={`/${slug}/agreements/seal/${row.agreement.id}`}>{row.title}</a> },
          { head: 'Signed by', cell: row => row.signer },
          { head: 'When', cell: row => longMoment(row.agreement.at) },
          { head: 'What', cell: row => `edition ${row.agreement.edition}, ${row.agreement.whole ? 'the whole' : 'what was new'}` },
          { head: 'How', cell: row => CHANNELS[row.agreement.channel] },
          { head: 'Now', cell: row => (row.agreement.withdrawnOn ? `taken back on ${longDay(row.agreement.withdrawnOn)}` : 'stands') },
        ]} />
      )}
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements/register/${id}?page=${n}`} />
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}
