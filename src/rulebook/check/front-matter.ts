/** What the head of a policy must say: who owns it, who approved it, which edition it is and when it is looked at again. */
import type { Finding } from '../words.ts';
import { lengthOf } from './spans.ts';
import { findingAt } from './words.ts';
import type { Document, PackDesk } from './words.ts';

export function checkFrontMatter({ documents, on }: PackDesk): readonly Finding[] {
  return documents.flatMap((document) => [...whoAnswers(document), ...reviewOf(document, on)]);
}

function whoAnswers({ policy, head }: Document): readonly Finding[] {
  const { front } = policy;
  const findings: Finding[] = [];
  if (front.owner === undefined) findings.push(findingAt(head('owner'), { severity: 'error', code: 'no-owner', message: 'The policy has no owner.', remedy: 'Add owner: the office that answers for it.' }));
  if (front.approved === undefined) findings.push(findingAt(head('approved'), { severity: 'error', code: 'no-approval', message: 'The policy does not say who approves it.', remedy: 'Add approved: { by: governing-body, on: the day }.' }));
  if (front.edition === undefined) findings.push(findingAt(head('edition'), { severity: 'warning', code: 'no-edition', message: 'The policy does not say which edition it is.', remedy: 'Add edition: "1".' }));
  const approvedLate = front.approved?.on !== undefined && front.inForce !== undefined && front.approved.on > front.inForce;
  if (approvedLate) findings.push(findingAt(head('in-force'), { severity: 'warning', code: 'in-force-too-soon', message: `It is in force (${front.inForce}) before it was approved (${front.approved!.on}).`, remedy: 'Correct one of the two days.' }));
  return findings;
}

function reviewOf({ policy, head }: Document, on: string): readonly Finding[] {
  const { review, approved, inForce } = policy.front;
  if (review?.next === undefined) {
    return [findingAt(head('review'), { severity: 'error', code: 'no-review-date', message: 'The policy does not say when it is looked at next.', remedy: 'Add review: { every: 1 year, next: the day }.' })];
  }
  if (review.next < on) {
    return [findingAt(head('review'), { severity: 'warning', code: 'review-overdue', message: `Its review was due on ${review.next}.`, remedy: 'Review it, approve the edition and set the next day.' })];
  }
  const start = approved?.on ?? inForce;
  const cycle = lengthOf(review.every ?? '');
  const isTooFar = start !== undefined && cycle !== undefined && daysBetween(start, review.next) > cycle + 31;
  return isTooFar ? [findingAt(head('review'), { severity: 'warning', code: 'review-too-far', message: `The next review (${review.next}) is further away than "${review.every}".`, remedy: 'Bring the day forward.' })] : [];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
