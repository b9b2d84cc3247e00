/** What the pupil and their parents read: what the school holds, why, and when it comes back. In short sentences. */
import { ButtonLink, Card, Empty, Facts, longDay, longMoment } from '../../../../page-parts/index.ts';
import { dayOf } from '../../../../platform/days.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import { capital } from '../../../policies/index.ts';
import { thingWords, whereWords } from '../phrases.ts';
import type { Receipt } from '../receipts.ts';
import { Quote, WhenBack } from './parts.tsx';

/** How it stands, in a sentence for whoever's it is. Where it was handed on to is not said. */
export const HowItStands = ({ receipt: { entry, own } }: { receipt: Receipt }) => {
  if (entry.state === 'struck') return <>This was a mistake. Nothing is held.</>;
  if (entry.state === 'returned') return <>It went back on {longDay(dayOf(entry.endedAt!))}.</>;
  if (entry.state === 'handed-on') return <>It is looked after. Ask the school when it comes back.</>;
  if (entry.toWhom === 'parent') return own ? <>Your parent or carer collects it, on {longDay(entry.dueOn)} or later.</> : <>Please collect it from the school, on {longDay(entry.dueOn)} or later.</>;
  return own ? <>You get it back by the end of {longDay(entry.dueOn)}.</> : <>Your child gets it back by the end of {longDay(entry.dueOn)}.</>;
};

const Heading = ({ receipt: { entry, own, name }, vocabulary }: { receipt: Receipt; vocabulary: Vocabulary }) => {
  const thing = thingWords(entry.kind, vocabulary);
  return own ? <>The school has taken {thing} of yours.</> : <>The school has taken {thing} of {name}.</>;
};

export const HeldPage = ({ receipts, base, vocabulary }: { receipts: readonly Receipt[]; base: string; vocabulary: Vocabulary }) => (
  <>
    <h1>Things that the school holds</h1>
    {receipts.length === 0 ? <Empty title="The school holds nothing"><p>If it takes something, you read here what it is and when it comes back.</p></Empty> : <div class="stack">{receipts.map(receipt => (
      <Card key={receipt.entry.id} title={`${capital(thingWords(receipt.entry.kind, vocabulary))}, number ${receipt.entry.label}`} tone={receipt.entry.state === 'held' || receipt.entry.state === 'handed-on' ? 'tell' : 'yes'}>
        <p><Heading receipt={receipt} vocabulary={vocabulary} /> <strong><HowItStands receipt={receipt} /></strong></p>
        <p class="actions no-print"><ButtonLink href={`${base}/custody/${receipt.entry.id}/receipt`} tone="quiet">Read the receipt</ButtonLink></p>
      </Card>
    ))}</div>}
  </>
);

export const ReceiptPage = ({ receipt, school, vocabulary }: { receipt: Receipt; school: string; vocabulary: Vocabulary }) => {
  const { entry } = receipt;
  return (
    <>
      <h1>Receipt</h1>
      <p class="lede">{school}</p>
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
      <Facts rows={[
        ['Number', String(entry.label)], ['What', capital(thingWords(entry.kind, vocabulary))], ['Whose', receipt.name || '–'], ['Colour, case, marks', entry.words.marks || '–'], ['Scratches or damage', entry.words.condition || '–'],
        ['Taken', longMoment(entry.takenAt)], ['Where', capital(whereWords(entry.place, vocabulary))], ['Taken by', receipt.takenBy || '–'], ['Why', entry.words.why || '–'],
        ['How it stands', receipt.own || entry.state !== 'held' ? <HowItStands receipt={receipt} /> : <WhenBack entry={entry} />],
      ]} />
      <p>The school looks after it, and gives it back. Taking it away is not looking through it.</p>
      {receipt.clause && <><h2>The rule</h2><Quote clause={receipt.clause} /></>}
      <p>If you think that this is wrong, please speak to the school.</p>
    </>
  );
};
