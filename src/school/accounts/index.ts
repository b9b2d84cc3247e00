/** The front door of accounts. */
import { SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { accountCards } from './cards.tsx';
import { operates } from './operates.ts';
import { exportAccounts, forgetInAccounts } from './person.ts';
import { RECORD_READERS, routes } from './routes.tsx';

export { accountListeners } from './heard.ts';
export { forgetAgainInAccounts } from './person.ts';
export { isBeingMadeSafe, isClosedHere } from './reads.ts';
export { restoreAccounts } from './run.ts';
export { fillAccount } from './take-in.ts';
export { accountsOn } from './told.tsx';

/** Accounts: how what people sign in to stands, why it is not open, and what has to be done about it elsewhere. */
export const accounts = (shared: Shared): Feature => ({
  name: 'accounts',
  routes: routes(shared),
  nav: [
    { text: 'Accounts', path: '/accounts', who: RECORD_READERS, order: 70, under: 'people', says: 'Whose account is switched off, taken away or limited, since when and under which rule.' },
    { text: 'Your accounts', path: '/my-accounts', who: SIGNED_IN, order: 71, under: 'people', says: 'What you have from the school to sign in to, and how it stands.' },
  ],
  startCards: accountCards(shared),
  operates,
  exportPerson: exportAccounts,
  erasePerson: forgetInAccounts,
});
