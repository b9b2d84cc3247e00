/** Answers what somebody's own page says of rules: what is to be signed, what stands, and what this week means for them. */
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Questions } from '../../answers.ts';
import { inStep, placeOf } from '../in-step.ts';
import { listAgreements, listAsks, policiesToSign } from '../reads.ts';
import { toSignOf } from '../views.ts';
import { weekOf } from './week.ts';

const MOST_LISTED = 10;

export const myRules = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['myRules'] => asked => inStep(asked, vocabulary, async tx => {
  const { reader, school } = asked;
  const person = reader.person!;
  const place = placeOf(asked, vocabulary);
  const open = (await toSignOf(tx, await listAsks(tx, [person]), { place, offices: reader.offices })).filter(card => card.ask.agreementId === null);
  const policies = await policiesToSign(tx, vocabulary);
  const stands = new Map((await listAgreements(tx, { persons: [person], limit: 200 })).filter(one => one.capacity === 'self' && one.withdrawnOn === null).map(one => [one.policy, one] as const).reverse());
  return {
    toSign: open.map(({ ask, policy, state }) => ({ title: policy.title, href: `/${school.slug}/agreements/${ask.policy}`, due: ask.need!.due, overdue: state === 'overdue' })),
    agreed: [...stands.values()].slice(0, MOST_LISTED).map(one => ({ title: policies.get(one.policy)?.title ?? one.policy, href: `/${school.slug}/agreements/seal/${one.id}`, on: one.signedOn })),
    week: await weekOf(tx, { place, reader }),
  };
});
