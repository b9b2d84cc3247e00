/** What a person is asked to sign and what they have agreed to. */
import { ButtonLink, Card, Empty, Grid, longDay, Note, Paging, Seal, Table } from '../../../page-parts/index.ts';
import { WORTH_A_SITTING } from '../sitting/decisions.ts';
import { SittingCard } from '../sitting/pages.tsx';
import type { Agreement, AskRow, AskState, SigningPolicy } from '../words.ts';
import { amountWords, dueWords, reasonWords, StateChip } from './words.tsx';

export interface ToSign {
  readonly ask: AskRow;
  readonly state: AskState;
  readonly policy: SigningPolicy;
  /** Whom to talk to after saying no: "Headteacher: Grace Okafor". */
  readonly talkTo: string | null;
}

export interface MineProps {
  readonly slug: string;
  readonly toSign: readonly ToSign[];
  /** Signed by the child, a guardian still to countersign. */
  readonly waitingForGuardian: readonly ToSign[];
  readonly signed: readonly { readonly agreement: Agreement; readonly title: string; readonly byWhom: string | null }[];
  readonly page: number;
  readonly pages: number;
  readonly parent: boolean;
  readonly kid: boolean;
  /** Whether they sign a document for grown-ups, which has a quiz. */
  readonly quiz: boolean;
}

export function MinePage({ slug, toSign, waitingForGuardian, signed, page, pages, parent, kid, quiz }: MineProps) {
  const inWalk = toSign.filter(item => item.state !== 'declined').length;
  return (
    <>
      <h1>{kid ? 'My rules' : 'My agreements'}</h1>
      {!kid && <p class="lede">What the school asks you to sign, why, and what you have agreed to.</p>}
      {parent && <Note title="For your children">Their rules, and what to countersign, are on <a href={`/${slug}/family`}>one page for your family</a>.</Note>}
      <h2>{kid ? 'To promise' : 'To sign'}</h2>
      {toSign.length === 0 && waitingForGuardian.length === 0 && <Empty title="Nothing to sign"><p>You are up to date. You are asked again only when something new is asked of you.</p></Empty>}
      <Grid>
        {!kid && inWalk >= WORTH_A_SITTING && <SittingCard slug={slug} count={inWalk} />}
        {toSign.map(item => <AskCard key={item.ask.policy} slug={slug} item={item} kid={kid} />)}
        {waitingForGuardian.map(({ ask, policy }) => (
          <Card key={ask.policy} title={policy.title} tone="yes"><p>You have promised. A parent still has to sign beside you.</p></Card>
        ))}
      </Grid>
      <h2>{kid ? 'Promised' : 'Agreed'}</h2>
      {signed.length === 0 ? <p class="soft">Nothing yet.</p> : <SignedTable slug={slug} signed={signed} />}
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements?page=${n}`} />
      {quiz && <p class="no-print"><a href={`/${slug}/agreements/quiz`}>Do I know the rules? A short quiz</a></p>}
    </>
  );
}

/** One thing to sign, as a card. Also stands on the start page. */
export function AskCard({ slug, item, kid }: { slug: string; item: ToSign; kid?: boolean }) {
  const { ask, policy, state } = item;
  return (
    <Card title={policy.title} tone={state === 'overdue' ? 'no' : 'ask'}>
      {!kid && <p><StateChip state={state} /></p>}
      {kid && <p>Read it with a grown-up.</p>}
      {!kid && ask.need && <p>{reasonWords(ask.need, policy)} {amountWords(ask.need, policy)}</p>}
      {!kid && ask.need && <p class="soft">{dueWords(state, ask.need.due)}</p>}
      {state === 'declined' && item.talkTo && <p>Talk to {item.talkTo}. You may sign at any time.</p>}
      <ButtonLink href={`/${slug}/agreements/${ask.policy}`}>{kid ? 'Read my rules' : 'Read and sign'}</ButtonLink>
    </Card>
  );
}

function SignedTable({ slug, signed }: Pick<MineProps, 'slug' | 'signed'>) {
  return (
    <Table caption="What you have agreed to" hideCaption rows={signed} columns={[
      { head: 'Rules', cell: row => <><Seal size={22} tilt={false} /> <a href={`/${slug}/agreements/seal/${row.agreement.id}`}>{row.title}</a></> },
      { head: 'Signed', cell: row => longDay(row.agreement.signedOn) },
      { head: 'By', cell: row => row.byWhom ?? 'you' },
      { head: 'What', cell: row => `edition ${row.agreement.edition}, ${row.agreement.whole ? 'the whole' : 'what was new'}` },
      { head: 'Now', cell: row => (row.agreement.withdrawnOn ? `taken back on ${longDay(row.agreement.withdrawnOn)}` : 'stands') },
    ]} />
  );
}
