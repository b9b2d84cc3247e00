/** What every way of signing in shares: who knocks, where they go next, and the cookie they get. */
import type { Asked } from '../platform/web/index.ts';
import type { Door } from './deeds.ts';
import { LONGEST_MS, SESSION_COOKIE } from './words.ts';

export const doorOf = (asked: Asked<unknown>): Door => ({ school: asked.school.id, now: asked.now, userAgent: asked.userAgent });

/** Only a path of this school's own: a link never leads a person who has just signed in to somebody else's page. */
export function nextOf(slug: string, next: string | undefined): string {
  const own = next && (next === `/${slug}` || next.startsWith(`/${slug}/`)) && !/[\\\s]/.test(next) && !next.includes('/sign-in');
  return own ? next : `/${slug}`;
}

/** A class of thirty or a parents’ evening at one address, a few pages each; each account and each address of mail has its own limit besides. */
export const A_CLASS = 120;

export const cookieOf = (token: string) => [{ name: SESSION_COOKIE, value: token, maxAgeSeconds: LONGEST_MS / 1000 }];
