/** The addresses of signing in. Every one answers alike whether a name exists or not. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { counted } from '../page-parts/index.ts';
import { EVERYONE, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../platform/web/index.ts';
import * as deeds from './deeds.ts';
import * as forms from './forms.ts';
import { DeadLinkPage, NewPasswordPage, SettingsPage, SignInPage } from './pages.tsx';
import { A_CLASS, cookieOf, doorOf, nextOf } from './going.ts';
import * as passkeys from './passkeys.ts';
import { findProvider, providerRoutes, type ProviderParts } from './provider/index.ts';
import { listPasskeys, listSessions, nameOf, personOfLink } from './reads.ts';
import { SecondFactorPage } from './second-factor-page.tsx';
import { SESSION_COOKIE } from './words.ts';

const siteOf = (asked: Asked<unknown>): passkeys.Site => ({ origin: asked.origin, rpID: new URL(asked.origin).hostname });

/** What sign-in is handed: it knows nobody's name or address itself. */
export type SignInParts = Omit<ProviderParts, 'signInPage'>;

export const routes = (parts: SignInParts): Route[] => {
  const { demonstration } = parts;
  const signInPage = async (asked: Asked<unknown>, more: { name?: string; next?: string | undefined; errors?: Record<string, string> } = {}) =>
    page('Sign in', <SignInPage slug={asked.school.slug} schoolName={asked.school.name} demonstration={demonstration} provider={await buttonOf(asked)} {...more} next={nextOf(asked.school.slug, more.next ?? asked.query['next'])} />, { status: more.errors ? 422 : 200 });

  return [
    get('/:school/sign-in', { who: EVERYONE, page: async asked => signInPage(asked) }),

    post('/:school/sign-in', {
      who: EVERYONE, form: forms.passwordForm, perMinute: A_CLASS,
      deed: async asked => {
        const { name, password, next } = asked.form;
        const done = await asked.change(tx => deeds.signInByPassword(tx, doorOf(asked), { name, password }));
        if (done.ok) return { kind: 'redirect', to: nextOf(asked.school.slug, next), cookies: cookieOf(done.token) };
        const password_ = done.why === 'wait' ? 'Too many tries. Wait five minutes, then try again' : 'That name and password do not belong together. Try again';
        return signInPage(asked, { name, next, errors: { password: password_ } });
      },
      again: async (asked, read) => signInPage(asked, { name: String(read.raw['name'] ?? ''), next: String(read.raw['next'] ?? ''), errors: read.errors }),
    }),

    post('/:school/sign-out', {
      who: SIGNED_IN, halfWay: true, form: forms.noForm,
      deed: async asked => {
        await asked.change(tx => deeds.signOut(tx, doorOf(asked), { id: asked.reader.session!, person: asked.reader.person! }));
        return { kind: 'redirect', to: `/${asked.school.slug}`, notice: 'You are signed out.', cookies: [{ name: SESSION_COOKIE, value: null }] };
      },
      again: async () => NOT_FOUND,
    }),

    get('/:school/set-password/:token', {
      who: EVERYONE, perMinute: A_CLASS,
      page: async asked => {
        const token = asked.params['token']!;
        const person = await asked.read(tx => personOfLink(tx, token, asked.now));
        return person ? page('Choose your password', <NewPasswordPage slug={asked.school.slug} token={token} />) : page('This link no longer works', <DeadLinkPage slug={asked.school.slug} />, { status: 410 });
      },
    }),

    post('/:school/set-password/:token', {
      who: EVERYONE, form: forms.newPasswordForm, perMinute: A_CLASS,
      deed: async asked => {
        const done = await asked.change(tx => deeds.setPasswordByLink(tx, doorOf(asked), { token: asked.params['token']!, password: asked.form.password }));
        if (!done.ok) return page('This link no longer works', <DeadLinkPage slug={asked.school.slug} />, { status: 410 });
        return { kind: 'redirect', to: `/${asked.school.slug}`, notice: 'Your password is set and you are signed in.', cookies: cookieOf(done.token) };
      },
      again: async (asked, read) => page('Choose your password', <NewPasswordPage slug={asked.school.slug} token={asked.params['token']!} errors={read.errors} />, { status: 422 }),
    }),

    get('/:school/sign-in-settings', {
      who: SIGNED_IN,
      page: async asked => {
        const person = asked.reader.person!;
        const [keys, sessions] = await asked.read(async tx => [await listPasskeys(tx, person), await listSessions(tx, person, asked.now)] as const);
        const setsProvider = asked.reader.offices.some(office => ['head', 'network-manager'].includes(office));
        return page('Your sign-in', <SettingsPage slug={asked.school.slug} setsProvider={setsProvider} passkeys={keys} sessions={sessions} current={asked.reader.session ?? ''} />);
      },
    }),

    post('/:school/sign-in-settings/sign-out-elsewhere', {
      who: SIGNED_IN, form: forms.noForm,
      deed: async asked => {
        const ended = await asked.change(tx => deeds.signOutElsewhere(tx, doorOf(asked), { id: asked.reader.session!, person: asked.reader.person! }));
        return goTo(`/${asked.school.slug}/sign-in-settings`, `Signed out in ${counted(ended, 'other place')}.`);
      },
      again: async () => NOT_FOUND,
    }),

    post('/:school/sign-in-settings/remove-passkey', {
      who: SIGNED_IN, form: forms.removePasskeyForm,
      deed: async asked => {
        const gone = await asked.change(tx => passkeys.dropPasskey(tx, doorOf(asked), { person: asked.reader.person!, credentialId: asked.form.credential }));
        return gone ? goTo(`/${asked.school.slug}/sign-in-settings`, 'The passkey is removed.') : NOT_FOUND;
      },
      again: async () => NOT_FOUND,
    }),

    get('/:school/sign-in-settings/second-factor', {
      who: SIGNED_IN, halfWay: true,
      page: async asked => {
        const { slug } = asked.school;
        if (!asked.reader.halfWay) return goTo(`/${slug}/sign-in-settings`);
        const [keys, provider] = await asked.read(async tx => [await listPasskeys(tx, asked.reader.person!), await findProvider(tx)] as const);
        return page(keys.length > 0 ? 'Now show your passkey' : 'Add a passkey to go on', <SecondFactorPage slug={slug} hasPasskey={keys.length > 0} provider={provider?.inUse && provider.asksSecondFactor ? provider.label : null} />);
      },
    }),

    ...passkeyRoutes(),
    ...providerRoutes({ ...parts, signInPage: (asked, problem) => signInPage(asked, { errors: { provider: problem } }) }),
  ];
};

/** The words on the button of the school's own provider, where one is in use. */
async function buttonOf(asked: Asked<unknown>): Promise<string | null> {
  const provider = await asked.read(findProvider);
  return provider?.inUse ? provider.label : null;
}

const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body });
const noAnswer = async () => json({ problem: 'The passkey did not answer. Try again.' }, 422);

/** What the browser's passkey script calls. */
const passkeyRoutes = (): Route[] => [
  post('/:school/passkeys/begin', {
    who: SIGNED_IN, halfWay: true, form: forms.passkeyBeginForm, perMinute: 30, again: noAnswer,
    deed: async asked => {
      const begun = await asked.change(async tx => {
        const person = asked.reader.person!;
        return passkeys.beginPasskey(tx, doorOf(asked), { site: siteOf(asked), person, name: (await nameOf(tx, person)) ?? asked.reader.name, halfWay: !!asked.reader.halfWay });
      });
      return begun ? json(begun) : noAnswer();
    },
  }),
  post('/:school/passkeys/finish', {
    who: SIGNED_IN, halfWay: true, form: forms.passkeyFinishForm, perMinute: 30, again: noAnswer,
    deed: async asked => {
      const { challenge, response, label } = asked.form;
      const kept = await asked.change(tx => passkeys.finishPasskey(tx, doorOf(asked), {
        site: siteOf(asked), person: asked.reader.person!, session: asked.reader.session!, challenge, response: response as unknown as RegistrationResponseJSON, label: label || 'Passkey',
      }));
      return kept ? json({ next: `/${asked.school.slug}/sign-in-settings` }) : noAnswer();
    },
  }),
  post('/:school/sign-in/passkey/begin', {
    who: EVERYONE, form: forms.passkeyBeginForm, perMinute: A_CLASS, again: noAnswer,
    deed: async asked => json(await asked.change(tx => passkeys.beginSignIn(tx, doorOf(asked), siteOf(asked)))),
  }),
  post('/:school/sign-in/passkey/finish', {
    who: EVERYONE, form: forms.passkeyFinishForm, perMinute: A_CLASS, again: noAnswer,
    deed: async asked => {
      const { challenge, response } = asked.form;
      const done = await asked.change(tx => passkeys.finishSignIn(tx, doorOf(asked), { site: siteOf(asked), challenge, response: response as unknown as AuthenticationResponseJSON }));
      return done.ok ? { kind: 'json', status: 200, body: { next: `/${asked.school.slug}` }, cookies: cookieOf(done.token) } : noAnswer();
    },
  }),
];
