/** The address behind the code of a class card. The code is a secret; the pictures are what only the child knows. */
import * as z from 'zod';
import { TWELVE } from '../../page-parts/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { EVERYONE, formOf, get, page, post, type Asked, type Reply, type Route } from '../../platform/web/index.ts';
import { doorOf } from '../going.ts';
import { SESSION_COOKIE } from '../words.ts';
import { mayHoldCard, settingOn } from './decisions.ts';
import { signInByCard } from './deeds.ts';
import { DeadCardPage, LockedPage, PicturesPage, type CardPicture } from './pages.tsx';
import { cardOfToken } from './reads.ts';

export interface CardDoor {
  /** What somebody is and holds today; null when they are not here. */
  readonly standing: (tx: Tx, person: string, today: string) => Promise<{ readonly kinds: readonly string[]; readonly offices: readonly string[] } | null>;
}

const isPicture = (text: string): text is CardPicture => (TWELVE as readonly string[]).includes(text);
/** `secret` is what was pressed so far: a form with such a field is given back to nobody, should it come to nothing. */
const pressForm = formOf(z.object({ secret: z.string().max(60).default(''), picture: z.string('Press a picture').refine(isPicture, 'Press a picture') }));

// Why these headers: the address is a secret and must not be told to the next page.
const HEADERS = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
/** A class of thirty at one address, four pages each. */
const A_CLASS = 300;

export const cardRoutes = ({ standing }: CardDoor): Route[] => {
  const may = (tx: Tx, today: string) => async (person: string): Promise<boolean> => { const is = await standing(tx, person, today); return is !== null && mayHoldCard(is); };
  const dead = (asked: Asked<unknown>): Reply => page('This card does not work any more', <DeadCardPage slug={asked.school.slug} />, { status: 410, look: 'kid', headers: HEADERS });
  const locked = (asked: Asked<unknown>): Reply => page('Ask your teacher', <LockedPage slug={asked.school.slug} />, { status: 423, look: 'kid', headers: HEADERS });
  const pictures = async (asked: Asked<unknown>, more: { chosen?: readonly CardPicture[]; wrong?: boolean } = {}): Promise<Reply> => {
    const token = asked.params['token']!;
    const card = await asked.read(async tx => {
      const found = await cardOfToken(tx, token, asked.today);
      return found && await may(tx, asked.today)(found.person) ? found : null;
    });
    if (!card) return dead(asked);
    if (card.lockedAt !== null) return locked(asked);
    const props = { action: `/${asked.school.slug}/sign-in/card/${token}`, chosen: more.chosen ?? [], of: settingOn(asked.today).pictures, wrong: more.wrong ?? false };
    return page('Which are your pictures?', <PicturesPage {...props} />, { look: 'kid', withoutBox: true, headers: HEADERS, status: more.wrong ? 422 : 200 });
  };

  return [
    get('/:school/sign-in/card/:token', { who: EVERYONE, perMinute: A_CLASS, page: asked => pictures(asked) }),

    post('/:school/sign-in/card/:token', {
      who: EVERYONE, form: pressForm, perMinute: A_CLASS, again: asked => pictures(asked),
      deed: async asked => {
        const chosen = [...asked.form.secret.split('.').filter(isPicture), asked.form.picture as CardPicture];
        if (chosen.length < settingOn(asked.today).pictures) return pictures(asked, { chosen });
        const done = await asked.change(tx => signInByCard(tx, { ...doorOf(asked), today: asked.today }, { token: asked.params['token']!, pictures: chosen, may: may(tx, asked.today) }));
        if (done.ok) return { kind: 'redirect', to: `/${asked.school.slug}`, notice: 'Hello! You are signed in.', cookies: [{ name: SESSION_COOKIE, value: done.token, maxAgeSeconds: done.seconds }] };
        return done.why === 'wrong' ? pictures(asked, { wrong: true }) : done.why === 'locked' ? locked(asked) : dead(asked);
      },
    }),
  ];
};
