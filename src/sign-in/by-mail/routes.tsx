/** The addresses of signing in by mail. The answer is the same, and takes as long, whether the address is known or not. */
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { EVERYONE, formOf, get, NOT_FOUND, page, post, type Asked, type Route } from '../../platform/web/index.ts';
import { A_CLASS } from '../going.ts';
import { LONGEST_MS, SESSION_COOKIE } from '../words.ts';
import { maySignInByMail, sendLinks, signInByLink, type Addressee } from './deeds.ts';
import { AskLinkPage, LinkSentPage, UsedLinkPage, UseLinkPage } from './pages.tsx';
import { isLive } from './reads.ts';

export interface ByMail {
  readonly mailLeaves: boolean;
  /** Everybody here today whose address on record this is. */
  readonly addressees: (tx: Tx, email: string, today: string) => Promise<readonly Addressee[]>;
  /** What somebody is and holds today; null when they are not here. */
  readonly standing: (tx: Tx, person: string, today: string) => Promise<Pick<Addressee, 'kinds' | 'offices'> | null>;
}

const linkForm = formOf(z.object({ email: z.email('Enter your e-mail address, like name@example.org').max(200, 'That address is too long'), next: z.string().max(500).optional() }));
const useForm = formOf(z.object({ next: z.string().max(500).optional() }));
/** As long as the slowest answer takes, with room. */
const ALIKE_MS = 250;

/** Only a page of this school. */
const nextOf = (slug: string, next: string | undefined): string => (next && (next === `/${slug}` || next.startsWith(`/${slug}/`)) && !/[\\\s]/.test(next) && !next.includes('/sign-in') ? next : `/${slug}`);

export const mailLinkRoutes = (by: ByMail): Route[] => {
  const askPage = (asked: Asked<unknown>, more: { email?: string; next?: string; errors?: Record<string, string> } = {}) =>
    page('Sign in by mail', <AskLinkPage slug={asked.school.slug} mailLeaves={by.mailLeaves} {...more} next={nextOf(asked.school.slug, more.next ?? asked.query['next'])} />, { status: more.errors ? 422 : 200 });
  const dead = (asked: Asked<unknown>) => page('This link no longer works', <UsedLinkPage slug={asked.school.slug} />, { status: 410 });

  return [
    get('/:school/sign-in/link', { who: EVERYONE, page: async asked => askPage(asked) }),

    post('/:school/sign-in/link', {
      who: EVERYONE, form: linkForm, perMinute: A_CLASS,
      deed: async asked => {
        if (!by.mailLeaves) return askPage(asked);
        const { school, now, today } = asked;
        const { email, next } = asked.form;
        const send = asked.change(async tx => sendLinks(tx, { school, now, next: nextOf(school.slug, next) }, await by.addressees(tx, email, today)));
        await Promise.all([send, wait(ALIKE_MS)]);
        return page('Look at your mail', <LinkSentPage slug={school.slug} />);
      },
      again: async (asked, read) => askPage(asked, { email: String(read.raw['email'] ?? ''), next: String(read.raw['next'] ?? ''), errors: { ...read.errors } }),
    }),

    get('/:school/sign-in/link/:token', {
      who: EVERYONE, perMinute: A_CLASS,
      page: async asked => {
        const token = asked.params['token']!;
        if (!(await asked.read(tx => isLive(tx, token, asked.now)))) return dead(asked);
        // Why the header: the address is a secret and must not be told to the next page.
        return page('Sign in', <UseLinkPage slug={asked.school.slug} token={token} next={nextOf(asked.school.slug, asked.query['next'])} />, { headers: { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } });
      },
    }),

    post('/:school/sign-in/link/:token', {
      who: EVERYONE, form: useForm, perMinute: A_CLASS, again: async () => NOT_FOUND,
      deed: async asked => {
        const { school, now, userAgent, today } = asked;
        const done = await asked.change(tx => signInByLink(tx, { school: school.id, now, userAgent }, {
          token: asked.params['token']!, may: async person => { const is = await by.standing(tx, person, today); return is !== null && maySignInByMail(is); },
        }));
        if (!done.ok) return dead(asked);
        return { kind: 'redirect', to: nextOf(school.slug, asked.form.next), notice: 'You are signed in.', cookies: [{ name: SESSION_COOKIE, value: done.token, maxAgeSeconds: LONGEST_MS / 1000 }] };
      },
    }),
  ];
};
