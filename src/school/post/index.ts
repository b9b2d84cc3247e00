/** The front door of post: mail that waits, has left or failed. */
import { exportMail, forgetMail } from '../../platform/mail/index.ts';
import type { Feature } from '../feature.ts';
import { routes } from './routes.tsx';

/** Post: the outbox of the school's mail. */
export const post = (of: { readonly mailLeaves?: boolean | undefined }): Feature => ({
  name: 'post',
  routes: routes({ mailLeaves: of.mailLeaves ?? false }),
  exportPerson: exportMail,
  erasePerson: forgetMail,
});
