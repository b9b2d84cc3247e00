/** Where the language chooser sends to: in a school, and on the pages before one is chosen. */
import { EVERYONE, NOT_FOUND, post, type Asked, type Cookie, type Reply, type Route } from '../../../platform/web/index.ts';
import { chooseLanguage } from './deeds.ts';
import { languageForm } from './forms.ts';

const A_YEAR = 365 * 24 * 3600;

/** Signed in, it is kept with the person, and in the browser as well: who signs out goes on in the same language. The page itself carries no address to go back to: one that is hidden would differ from one that is not there. */
async function choose(asked: Asked<{ language: string }>): Promise<Reply> {
  const { reader, school, form, now } = asked;
  const person = reader.person;
  if (person !== null) await asked.change(tx => chooseLanguage(tx, { school: school.id, person, language: form.language, at: now }));
  const cookie: Cookie = { name: 'language', value: form.language, maxAgeSeconds: A_YEAR };
  return { kind: 'redirect', to: asked.cameFrom, cookies: [cookie] };
}

export const languageRoutes = (): Route[] => ['/language', '/:school/language'].map(path =>
  post(path, { who: EVERYONE, form: languageForm, deed: choose, again: async () => NOT_FOUND, halfWay: true, perMinute: 60 }));
