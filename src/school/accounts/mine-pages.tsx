/** One's own accounts, in plain words; and for parents whether a child's e-mail works only inside the school. */
import { Button, Card, Chip, Empty, ErrorSummary, longDay, longMoment, Note, TextArea } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { isLive } from './decisions.ts';
import type { Errors } from './pages.tsx';
import { facilityWords, HOW, HowChip, StandingChip } from './phrases.tsx';
import type { ChildMail, OwnView, Standing } from './reads.ts';
import type { AskBack, Hold } from './words.ts';

export interface MineProps {
  readonly mine: OwnView;
  readonly children: readonly OwnView[];
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  /** Countersign itself was taken away: this page, the rules and telling are what is left. */
  readonly closed: boolean;
  /** Whether this parent can have a child's e-mail kept inside the school. */
  readonly mailLimit: boolean;
  readonly citeOf: (clause: string) => { readonly cite: string; readonly href: string };
  readonly raw: Body;
  readonly errors: Errors;
}

export function MinePage(props: MineProps) {
  const { mine, children, slug, closed, mailLimit, vocabulary, errors } = props;
  const live = mine.holds.filter(isLive);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Your accounts</h1>
      {closed && <Note title="You can no longer use Countersign" tone="warn"><p>It was taken away. The reason stands below, and you can ask to have it back.</p></Note>}
      <p>Whatever stands here, you can always <a href={`/${slug}/tell-someone`}>tell someone</a>, <a href={`/${slug}/policies`}>read the rules</a> and sign in with your class.</p>
      <ul class="plain-list">{mine.standings.map(one => <li key={one.facility.key}><strong>{facilityWords(one.facility.key, mine.list, vocabulary)}</strong> <StandingChip standing={one} /></li>)}</ul>
      {live.length === 0 ? <p>Nothing is switched off, taken away or limited.</p> : <><h2>Why it is not open</h2>{live.map(hold => <OwnHold key={hold.id} hold={hold} of={props} />)}</>}
      {children.map(child => <section key={child.name}><h2>{child.name}</h2>{child.holds.filter(isLive).map(hold => <Card key={hold.id} title={facilityWords(hold.facility, child.list, vocabulary)}><Told hold={hold} of={props} /></Card>)}{child.holds.every(hold => !isLive(hold)) && <p>What was taken away is given again.</p>}</section>)}
      {mailLimit && <p class="no-print"><a href={`/${slug}/child-mail`}>Your child’s school e-mail: only inside the school?</a></p>}
      <Past {...props} />
    </>
  );
}

const Told = ({ hold, of }: { hold: Hold; of: MineProps }) => {
  const cited = hold.clause === null ? null : of.citeOf(hold.clause);
  return (
    <>
      <p><HowChip how={hold.how} /> since {longDay(hold.begunOn)}{hold.untilOn !== null && <>, until {longDay(hold.untilOn)}. After that day it goes on again by itself</>}.</p>
      <p><Because hold={hold} slug={of.slug} /></p>
      {hold.reason && <p><strong>The reason:</strong> {hold.reason}</p>}
      {cited && <p>The rule: {cited.href ? <a href={cited.href}>{cited.cite}</a> : cited.cite}.</p>}
    </>
  );
};

/** In words that say nothing of what somebody told. */
function Because({ hold, slug }: { hold: Hold; slug: string }) {
  switch (hold.cause) {
    case 'case': return <>It was decided by the school, in a case. Somebody tells you why. What you were told stands under <a href={`/${slug}/sanctions`}>what was decided</a>, with how to say that it is wrong.</>;
    case 'alarm': return <>Somebody else may have used your account. Those who look after accounts are making it safe.</>;
    case 'lost-device': return <>A device was lost or stolen.</>;
    case 'decision': return <>Somebody who may do so by the rules decided it.</>;
    case 'parent': return <>A parent asked that your e-mail works only inside the school. You can write to people at school, and they to you.</>;
  }
}

function OwnHold({ hold, of }: { hold: Hold; of: MineProps }) {
  const asks = of.mine.asks.filter(ask => ask.hold === hold.id);
  const open = asks.find(ask => ask.answeredAt === null);
  const mayAsk = (hold.cause === 'decision' || hold.cause === 'lost-device') && !open;
  return (
    <Card title={facilityWords(hold.facility, of.mine.list, of.vocabulary)}>
      <Told hold={hold} of={of} />
      {asks.map(ask => <Asked key={ask.id} ask={ask} />)}
      {mayAsk && (
        <form method="post" action={`/${of.slug}/my-accounts/ask`} class="no-print">
          <input type="hidden" name="hold" value={hold.id} />
          <TextArea name="words" id={`words-${hold.id}`} label="Ask to have it back, or say what is wrong" hint="Whoever decided it, or the head, answers here." rows={3} value={of.raw['hold'] === hold.id && typeof of.raw['words'] === 'string' ? of.raw['words'] : ''} error={of.errors[`words-${hold.id}`]} />
          <Button>Send it</Button>
        </form>
      )}
    </Card>
  );
}

const Asked = ({ ask }: { ask: AskBack }) => (
  <p><strong>You asked</strong> on {longMoment(ask.askedAt)}: {ask.words} {ask.says === null ? <Chip tone="ask">No answer yet</Chip> : <><strong>The answer:</strong> {ask.answer}</>}</p>
);

function Past({ mine, vocabulary }: MineProps) {
  const over = mine.holds.filter(hold => !isLive(hold));
  if (over.length === 0) return null;
  return <><h2>What was before</h2><ul>{over.slice(0, 20).map(hold => <li key={hold.id}>{facilityWords(hold.facility, mine.list, vocabulary)}: {HOW[hold.how]}, {longDay(hold.begunOn)} to {longDay(hold.endedOn ?? hold.begunOn)}{hold.endedReason && <>. {hold.endedReason}</>}</li>)}</ul></>;
}

export const ChildMailPage = ({ children, action, cited }: { children: readonly ChildMail[]; action: string; cited: { readonly cite: string; readonly href: string } }) => (
  <>
    <h1>Your child’s school e-mail</h1>
    <p class="lede">You can ask that it works only inside the school. Your child can then write to people at school, and get mail from them. Mail from outside does not come in, and none goes out.</p>
    <p>You may ask because of <a href={cited.href}>{cited.cite}</a>. IT sets it up, and you read here when it is done. You can take it back at any time.</p>
    {children.length === 0 && <Empty title="This is not for your children yet"><p>The rule speaks of older pupils, who have a school address.</p></Empty>}
    {children.map(child => (
      <Card key={child.child} title={child.name}>
        <MailState child={child} />
        <form method="post" action={action} class="no-print"><input type="hidden" name="child" value={child.child} /><input type="hidden" name="to" value={child.mine ? 'open' : 'inside'} />
          {child.mine ? <Button tone="quiet">{child.standing.asked !== null && child.standing.how === 'inside-only' ? <>Take back what you asked</> : <>Let mail from outside in again</>}<span class="govuk-visually-hidden">: {child.name}</span></Button> : <Button>Only inside the school, please<span class="govuk-visually-hidden">: {child.name}</span></Button>}</form>
      </Card>
    ))}
  </>
);

/** Asked, done, or neither: a parent reads what IT has said, and nothing of what another parent said. */
function MailState({ child }: { child: ChildMail }) {
  const { standing } = child;
  const inside = standing.how === 'inside-only';
  return (
    <>
      <p><MailChip standing={standing} /></p>
      {child.mineSince !== null && <p>You asked for it on {longDay(child.mineSince)}.</p>}
      {inside && !child.mine && <p>It works only inside the school at present. The school keeps it so.</p>}
      {standing.asked !== null && <p>IT was asked on {longDay(standing.asked.openedOn)} and has not done it yet.</p>}
      {standing.asked === null && standing.told !== null && <p>IT says that it was done on {longDay(standing.told.on)}.</p>}
      {standing.cannot !== null && <p>IT says that it cannot be done. {standing.cannot.words}</p>}
    </>
  );
}

function MailChip({ standing }: { standing: Standing }) {
  const inside = standing.how === 'inside-only';
  if (standing.asked !== null) return <Chip tone="ask">{inside ? <>Asked: only inside the school</> : <>Asked: mail from outside again</>}</Chip>;
  if (standing.cannot !== null) return <Chip tone="no">Asked, and cannot be done</Chip>;
  return inside ? <Chip tone="yes">Done: only inside the school</Chip> : <Chip>Not limited</Chip>;
}
