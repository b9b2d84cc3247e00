/** The addresses of the school's provider: there, back again, and setting it up. */
import { EVERYONE, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import { noForm } from '../forms.ts';
import { A_CLASS, cookieOf, doorOf, nextOf } from '../going.ts';
import * as deeds from './deeds.ts';
import { addressFault } from './decisions.ts';
import { providerForm } from './forms.ts';
import { begin, finish, tryProvider } from './openid.ts';
import { ProviderPage, type ProviderView } from './pages.tsx';
import { findProvider } from './reads.ts';
import { buttonWords, REFUSALS, TRY_COOKIE, TRY_MS, type Provider, type Refusal } from './words.ts';

export interface ProviderParts {
  readonly demonstration: boolean;
  /** The folder of the key that closes the client secret. */
  readonly keyFolder: string;
  readonly peopleOfEmail: deeds.PeopleOfEmail;
  /** Draws the sign-in page with what went wrong; the other ways stay open on it. */
  readonly signInPage: (asked: Asked<unknown>, problem: string) => Promise<Reply>;
}

/** Where the provider sends people back to: registered with it to the letter. */
const backTo = (asked: Asked<unknown>): string => `${asked.origin}/${asked.school.slug}/sign-in/provider/callback`;
const FORGET_TRY = { name: TRY_COOKIE, value: null };

export const providerRoutes = (parts: ProviderParts): Route[] => {
  const refused = (asked: Asked<unknown>, why: Refusal) => parts.signInPage(asked, REFUSALS[why]);
  return [
    get('/:school/sign-in/provider', {
      who: EVERYONE, perMinute: A_CLASS,
      page: async asked => {
        const provider = await asked.read(findProvider);
        if (!provider?.inUse) return NOT_FOUND;
        const known = await deeds.knownOf(parts.keyFolder, asked.school.id, provider);
        const way = known && (await begin(known, backTo(asked)));
        if (!way) return refused(asked, 'down');
        const token = await asked.change(tx => deeds.beginTry(tx, doorOf(asked), { ...way.fits, next: nextOf(asked.school.slug, asked.query['next']) }));
        return { kind: 'redirect', to: way.url, away: true, cookies: [{ name: TRY_COOKIE, value: token, maxAgeSeconds: TRY_MS / 1000 }] };
      },
    }),
    get('/:school/sign-in/provider/callback', { who: EVERYONE, perMinute: A_CLASS, page: asked => comeBack(asked, parts, refused) }),
    ...settingRoutes(parts),
  ];
};

async function comeBack(asked: Asked<Body>, parts: ProviderParts, refused: (asked: Asked<unknown>, why: Refusal) => Promise<Reply>): Promise<Reply> {
  const provider = await asked.read(findProvider);
  if (!provider?.inUse) return NOT_FOUND;
  const token = asked.cookies[TRY_COOKIE];
  const fits = token ? await asked.change(tx => deeds.takeTry(tx, doorOf(asked), token)) : null;
  if (!fits) return refused(asked, 'stale');
  const known = await deeds.knownOf(parts.keyFolder, asked.school.id, provider);
  const answer = known ? await finish(known, new URL(asked.url, asked.origin).href, fits) : { ok: false as const, why: 'down' as const };
  if (!answer.ok) return refused(asked, answer.why);
  const done = await asked.change(tx => deeds.signInByProvider(tx, doorOf(asked), { claims: answer.claims, provider, people: parts.peopleOfEmail, today: asked.today }));
  return done.ok ? { kind: 'redirect', to: fits.next, cookies: [...cookieOf(done.token), FORGET_TRY] } : refused(asked, done.why);
}

const SETTERS = offices('head', 'network-manager');

const viewOf = (asked: Asked<unknown>, provider: Provider | null): ProviderView => ({
  slug: asked.school.slug, redirectUri: backTo(asked), issuer: provider?.issuer ?? '', clientId: provider?.clientId ?? '', label: provider?.label ?? buttonWords(),
  ticked: provider ? (['trustsMail', 'asksSecondFactor', 'inUse'] as const).filter(name => provider[name]) : [], hasSecret: provider !== null,
});

const drawn = (view: ProviderView): Reply => page('Sign-in with your school’s own accounts', <ProviderPage {...view} />, { status: view.errors ? 422 : 200, trail: [['Your sign-in', `/${view.slug}/sign-in-settings`]] });

const settingRoutes = (parts: ProviderParts): Route[] => [
  get('/:school/sign-in-provider', { who: SETTERS, page: async asked => drawn(viewOf(asked, await asked.read(findProvider))) }),

  post('/:school/sign-in-provider', {
    who: SETTERS, form: providerForm, perMinute: 30,
    deed: async asked => {
      const { secret, ...given } = asked.form;
      const before = await asked.read(findProvider);
      const errors = await faultsOf(asked, parts, before);
      if (errors) return drawn({ ...viewOf(asked, { ...given, secret: '' }), hasSecret: before !== null, errors });
      const kept = secret ? await deeds.closed(parts.keyFolder, asked.school.id, secret) : before!.secret;
      await asked.change(tx => deeds.setProvider(tx, { school: asked.school.id, by: asked.reader.person!, at: asked.now }, { ...given, secret: kept }));
      return goTo(`/${asked.school.slug}/sign-in-provider`, given.inUse ? 'Saved. The button is on the sign-in page.' : 'Saved. The sign-in page does not show the button.');
    },
    again: async (asked, read) => {
      const text = (name: string) => String(read.raw[name] ?? '');
      const before = await asked.read(findProvider);
      return drawn({ ...viewOf(asked, null), issuer: text('issuer'), clientId: text('clientId'), label: text('label'), ticked: ['trustsMail', 'asksSecondFactor', 'inUse'].filter(name => text(name) === 'yes'), hasSecret: before !== null, errors: read.errors });
    },
  }),

  post('/:school/sign-in-provider/try', {
    who: SETTERS, form: noForm, perMinute: 10, again: async () => NOT_FOUND,
    deed: async asked => {
      const provider = await asked.read(findProvider);
      if (!provider) return NOT_FOUND;
      const known = await deeds.knownOf(parts.keyFolder, asked.school.id, provider);
      return drawn({ ...viewOf(asked, provider), tried: known ? await tryProvider(known) : { ok: false, why: 'The kept secret cannot be opened any more, for the key beside the database is another one. Enter the client secret again' } });
    },
  }),
];

/** What stands against these settings, or null. A provider is asked only when its button is to be shown. */
async function faultsOf(asked: Asked<Omit<Provider, never>>, parts: ProviderParts, before: Provider | null): Promise<Record<string, string> | null> {
  const { issuer, clientId, secret, inUse } = asked.form;
  const wrong = addressFault(issuer, parts.demonstration);
  if (wrong) return { issuer: wrong };
  // Why: a kept secret must never be sent to another address than the one it was entered for.
  if (!secret && before?.issuer !== issuer) return { secret: 'Enter the client secret' };
  const answer = inUse ? await tryProvider({ issuer, clientId, secret: secret || 'kept' }) : null;
  return answer && !answer.ok ? { issuer: answer.why } : null;
}
