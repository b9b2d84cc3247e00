/** Addresses for the body that approves policies, and for the writers who wait for it. */
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { longDay } from '../../../page-parts/index.ts';
import { approve, sendBack } from '../deeds.ts';
import { approvalForm, sendBackForm } from '../forms.ts';
import { WHY } from '../pages/editor.tsx';
import { ProposalPage } from '../pages/proposal.tsx';
import { nameOf } from '../views.ts';
import { underWay } from '../writing.ts';
import { trailOf } from './reading.ts';
import { byOf } from './writing.ts';

type Errors = Readonly<Record<string, string>>;
const policyOf = (asked: Asked<unknown>): string => asked.params['policy'] ?? '';

export const approvingRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/proposal', { who: SIGNED_IN, page: asked => showProposal(asked, shared, {}, {}) }),
  post('/:school/policies/:policy/approve', { who: SIGNED_IN, form: approvalForm, deed: asked => approveIt(asked, shared), again: (asked, { errors, raw }) => showProposal(asked, shared, raw, errors) }),
  post('/:school/policies/:policy/send-back', { who: SIGNED_IN, form: sendBackForm, deed: asked => sendItBack(asked, shared), again: (asked, { errors, raw }) => showProposal(asked, shared, raw, errors) }),
];

async function showProposal(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const proposal = await underWay(asked, shared);
  if (!proposal) return NOT_FOUND;
  const here = `${proposal.base}/${proposal.policy}`;
  if (proposal.edition.state === 'draft') return goTo(`${here}/edit`);
  const proposedBy = await asked.read(tx => nameOf(tx, proposal.edition.proposedBy, asked.today));
  return page(`For approval: ${proposal.edition.title}`, ProposalPage({ ...proposal, proposedBy, raw, errors }), { status: Object.keys(errors).length > 0 ? 422 : 200, trail: trailOf(asked as Asked<Body>) });
}

async function approveIt(asked: Asked<{ text: string; inForce: string; nextReview: string | undefined }>, shared: Shared): Promise<Reply> {
  const proposal = await underWay(asked, shared);
  if (!proposal?.approves) return NOT_FOUND;
  const { form } = asked;
  const done = await asked.change(tx => approve(tx, byOf(asked, shared), {
    policy: policyOf(asked), tried: { textHash: form.text, errors: proposal.trial.errors }, offices: asked.reader.offices, inForce: form.inForce, nextReview: form.nextReview,
  }));
  if (done.ok) return goTo(form.inForce > asked.today ? `${proposal.base}/${proposal.policy}/editions/${done.edition.number}` : `${proposal.base}/${proposal.policy}`, `Approved. It holds from ${longDay(form.inForce)}.`);
  const field = done.why === 'first-day-past' || done.why === 'first-day-before-last' ? 'inForce' : 'text';
  const why = done.why === 'changed-meanwhile' ? 'The text was changed while you were reading. Read it again before you approve it.' : WHY[done.why];
  return showProposal(asked, shared, { inForce: form.inForce, nextReview: form.nextReview ?? '' }, { [field]: why });
}

async function sendItBack(asked: Asked<{ reason: string }>, shared: Shared): Promise<Reply> {
  const proposal = await underWay(asked, shared);
  if (!proposal || proposal.edition.state !== 'proposed') return NOT_FOUND;
  const done = await asked.change(tx => sendBack(tx, byOf(asked, shared), { policy: policyOf(asked), reason: asked.form.reason }));
  if (!done.ok) return NOT_FOUND;
  return goTo(proposal.writes ? `${proposal.base}/${proposal.policy}/edit` : proposal.base, proposal.approves ? 'Sent back to its writers.' : 'Taken back. You can change it again.');
}
