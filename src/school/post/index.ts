/** The front door of post: mail that waits, has left or failed. */
import { exportMail, forgetMail } from '../../platform/mail/index.ts';
import type { Feature } from '../feature.ts';
import { POST_KEEPERS, routes } from './routes.tsx';

/** Post: the outbox of the school's mail. */
export const post = (of: { readonly mailLeaves?: boolean | undefined }): Feature => ({
  name: 'post',
  routes: routes({ mailLeaves: of.mailLeaves ?? false }),
  nav: [{ text: 'Mail', path: '/mail', who: POST_KEEPERS, order: 85, under: 'school', says: 'What waits, what has left and what could not.' }],
  exportPerson: exportMail,
  erasePerson: forgetMail,
});
