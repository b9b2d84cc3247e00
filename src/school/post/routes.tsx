/** The addresses of mail. */
import * as z from 'zod';
import { countMail, listMail, MAIL_STATES } from '../../platform/mail/index.ts';
import { formOf, get, goTo, NOT_FOUND, offices, page, post, type Route, type Who } from '../../platform/web/index.ts';
import { sendAgain } from './deeds.ts';
import { OutboxPage } from './pages.tsx';

export const POST_KEEPERS: Who = offices('head', 'deputy-head', 'deputy-head-academic', 'office', 'network-manager', 'ict-lead');
const PAGE = 50;
const againForm = formOf(z.object({ mail: z.uuid('Choose a mail') }));

export const routes = (of: { readonly mailLeaves: boolean }): Route[] => [
  get('/:school/mail', {
    who: POST_KEEPERS,
    page: async asked => {
      const state = MAIL_STATES.find(one => one === asked.query['state']) ?? null;
      const view = await asked.read(async tx => {
        const counts = await countMail(tx);
        const total = state ? counts[state] : counts.rests + counts.sent + counts.failed;
        const pages = Math.max(1, Math.ceil(total / PAGE));
        const at = Math.min(Math.max(1, Number.parseInt(asked.query['page'] ?? '1', 10) || 1), pages);
        return { counts, pages, page: at, rows: await listMail(tx, { state, limit: PAGE, offset: (at - 1) * PAGE }) };
      });
      return page('Mail', <OutboxPage slug={asked.school.slug} state={state} leaves={of.mailLeaves} {...view} />, { look: 'wide' });
    },
  }),
  post('/:school/mail/again', {
    who: POST_KEEPERS, form: againForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const again = await asked.change(tx => sendAgain(tx, { school: asked.school.id, by: asked.reader.person!, at: asked.now, mail: asked.form.mail }));
      return again ? goTo(`/${asked.school.slug}/mail`, 'It will be tried again within seconds.') : NOT_FOUND;
    },
  }),
];
