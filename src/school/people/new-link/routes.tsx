/** The address at which the office sends somebody a link to choose a password. */
import { goTo, NOT_FOUND, post, type Asked, type Route } from '../../../platform/web/index.ts';
import * as forms from '../forms.ts';
import { doingOf, KEEPING, personOf } from '../routes/people.tsx';
import { sendNewLink } from './deeds.ts';

export const newLinkRoutes = (): Route[] => [
  post('/:school/people/:person/new-link', {
    who: KEEPING, form: forms.noForm, perMinute: 60,
    deed: async (asked: Asked<unknown>) => {
      const person = await personOf(asked);
      if (!person) return NOT_FOUND;
      const { school, by, at } = doingOf(asked);
      const door = { school, now: at, userAgent: asked.userAgent };
      const sent = await asked.change(tx => sendNewLink(tx, { slug: asked.school.slug, by, door }, person, asked.today));
      return sent ? goTo(`/${asked.school.slug}/people/${person.id}`, 'A new link is on its way to their own address. The one before it no longer works.') : NOT_FOUND;
    },
    again: async () => NOT_FOUND,
  }),
];
