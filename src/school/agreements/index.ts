/** The front door of agreements: who must sign what, signing, countersigning, and the register. */
import type { Feature, Shared } from '../feature.ts';
import { SIGNED_IN } from '../../platform/web/index.ts';
import { routes } from './routes.tsx';

export { signAgreement, declineAgreement, withdrawAgreement, catchUp, type Signer, type Signing, type SignDone, type Declining } from './deeds.ts';
export { takeInAgreements, type Given } from './take-in.ts';
export { editionsBehind, listenersFor, signedCounts, whoSignsAgain } from './reads.ts';

/** Agreements: what each person must sign and why, and what they have promised. */
export const agreements = (shared: Shared): Feature => ({
  name: 'agreements',
  routes: [...routes(shared)],
  nav: [{ text: 'My agreements', path: '/agreements', who: SIGNED_IN, order: 30 }],
});
