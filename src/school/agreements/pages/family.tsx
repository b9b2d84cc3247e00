/** One page for a family: each child, what the child promised, what a parent is asked to countersign, and the parent's own. */
import { ButtonLink, Card, Empty, Grid, longDay, Seal, Table, Week, type WeekLine } from '../../../page-parts/index.ts';
import type { Agreement, AskRow, AskState, SigningPolicy } from '../words.ts';
import { WhatIAllowed } from '../allowed/pages.tsx';
import type { AllowedRow } from '../allowed/words.ts';
import { WORTH_A_SITTING } from '../sitting/decisions.ts';
import { FamilySittingCard } from '../sitting/family/pages.tsx';
import { AskCard, type ToSign } from './mine.tsx';
import { Drawn } from './certificate.tsx';
import { dueWords, reasonWords, StateChip } from './words.tsx';

export interface ChildRules {
  readonly ask: AskRow;
  /** As this parent is asked, whatever another adult said. */
  readonly state: AskState;
  readonly policy: SigningPolicy;
  /** The reader's own countersignature, where it stands. */
  readonly mine: { readonly id: string; readonly on: string } | null;
  readonly toSign: boolean;
  /** The reader has signed, and another adult still has to. */
  readonly forAnother: boolean;
}

/** Something that stands: the child's own promise, or what the reader signed beside it. */
export interface AgreedRow {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly mine: boolean;
}

export interface FamilyChildProps {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly place: string;
  readonly mayAgree: boolean;
  readonly rules: readonly ChildRules[];
  /** What this parent allowed the child, where the child's rules ask. */
  readonly allowed: readonly AllowedRow[];
  readonly week: readonly WeekLine[];
  readonly agreed: readonly AgreedRow[];
}

export interface FamilyProps {
  readonly slug: string;
  readonly children: readonly FamilyChildProps[];
  readonly own: readonly ToSign[];
}

/** How many documents wait for this parent beside all their children, without those they said no to. */
export const waitingIn = (children: FamilyProps['children']): number => children.flatMap(child => child.rules).filter(rules => rules.toSign && rules.state !== 'declined').length;

export function FamilyPage({ slug, children, own }: FamilyProps) {
  const waiting = waitingIn(children);
  return (
    <>
      <h1>My family</h1>
      <p class="lede">The rules your children promise to keep, and where your own name is asked for.</p>
      {children.length === 0 && <Empty title="No child is on record with you"><p>If that is wrong, ask the school office to put it right.</p></Empty>}
      {waiting >= WORTH_A_SITTING && <Grid><FamilySittingCard slug={slug} count={waiting} /></Grid>}
      {children.map(child => <Child key={child.id} slug={slug} child={child} />)}
      <h2>For yourself</h2>
      {own.length === 0 ? <p>There is nothing for you to sign.</p> : <Grid>{own.map(item => <AskCard key={item.ask.policy} slug={slug} item={item} />)}</Grid>}
      <p><a href={`/${slug}/agreements`}>All that you have agreed to</a></p>
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

function Child({ slug, child }: { slug: string; child: FamilyChildProps }) {
  return (
    <section aria-labelledby={`child-${child.id}`}>
      <h2 id={`child-${child.id}`}>{child.name} {child.place && <span class="soft small">{child.place}</span>}</h2>
      {child.rules.length === 0 && <p>Nothing is to be signed for {child.givenName}.</p>}
      <Grid>{child.rules.map(rules => <ChildCard key={rules.ask.policy} slug={slug} child={child} rules={rules} />)}</Grid>
      <WhatIAllowed slug={slug} child={child} rows={child.allowed} />
      <h3>This week</h3>
      <Week lines={child.week} childName={child.givenName} />
      <h3>Agreed</h3>
      {child.agreed.length === 0 ? <p class="soft">Nothing yet.</p> : (
        <Table<AgreedRow> caption={`What stands for ${child.givenName}`} hideCaption rows={child.agreed} columns={[
          { head: 'Rules', cell: row => <a href={`/${slug}/agreements/seal/${row.id}`}>{row.title}</a> },
          { head: 'Who', cell: row => (row.mine ? 'you' : child.givenName) },
          { head: 'Since', cell: row => longDay(row.on) },
          { head: 'Change it', cell: row => (row.mine && child.mayAgree ? <a href={`/${slug}/agreements/seal/${row.id}/withdraw`}>Take it back<span class="govuk-visually-hidden">: {row.title}</span></a> : '') },
        ]} />
      )}
      {child.mayAgree && <p class="small no-print"><a href={`/${slug}/family/${child.id}/wrong`}>The name or the form is wrong<span class="govuk-visually-hidden">: {child.name}</span></a></p>}
    </section>
  );
}

function ChildCard({ slug, child, rules }: { slug: string; child: FamilyChildProps; rules: ChildRules }) {
  const { ask, policy, state, mine, toSign, forAnother } = rules;
  return (
    <Card title={policy.title} tone={ask.open ? (state === 'overdue' ? 'no' : 'ask') : 'yes'}>
      <p><StateChip state={state} /></p>
      <ul class="pair">
        <Half done={ask.signedOn} text={ask.signedOn ? `${child.givenName} promised on ${longDay(ask.signedOn)}` : policy.childMayLeaveOut && !ask.open ? `${child.givenName} read it with a parent` : `${child.givenName} has not promised yet`} />
        {policy.countersign && <Half done={mine?.on ?? ask.countersignedOn} text={mine ? `You countersigned on ${longDay(mine.on)}` : ask.countersignedOn ? `A parent countersigned on ${longDay(ask.countersignedOn)}` : 'You have not countersigned yet'} />}
      </ul>
      {forAnother && <p>Both must agree for {child.givenName}. We are waiting for the other parent.</p>}
      {ask.open && ask.need && <p>{reasonWords(ask.need, policy, child.givenName)} {toSign && dueWords(state, ask.need.due)}</p>}
      {toSign && <ButtonLink href={`/${slug}/family/${child.id}/${ask.policy}`}>{policy.childMayLeaveOut ? 'Read together and sign' : 'Read and countersign'}</ButtonLink>}
      {!child.mayAgree && policy.countersign && !ask.countersignedOn && <p class="soft">Another adult agrees for {child.givenName}. The school office can tell you more.</p>}
      <p class="small"><a href={`/${slug}/policies/${ask.policy}`}>Read the rules</a>{mine && <> · <a href={`/${slug}/agreements/seal/${mine.id}`}>See what you signed</a></>}</p>
    </Card>
  );
}

const Half = ({ done, text }: { done: string | null; text: string }) => (
  <li class={done ? 'pair__done' : 'pair__open'}>{done ? <Seal size={26} tilt={false} /> : <span class="pair__gap" aria-hidden="true" />}<span>{text}</span></li>
);

/** The child's own signature, above the text a parent countersigns. */
export function ChildSignature({ childName, signature, optional }: { childName: string; signature: Agreement | null; optional: boolean }) {
  if (!signature) return <p class="soft">{optional ? `Read these rules with ${childName}. Your signature is enough.` : `${childName} has not promised yet. You may sign now; ${childName} promises next time at school or at home.`}</p>;
  return (
    <div class="card card--yes">
      <p>{childName} promised: “{signature.statement}”</p>
      <div class="sign"><div class="sign__line">{signature.typedName ?? ''}{signature.drawing && <Drawn path={signature.drawing} />}</div><Seal label={`Sealed on ${longDay(signature.signedOn)}`} /></div>
    </div>
  );
}
