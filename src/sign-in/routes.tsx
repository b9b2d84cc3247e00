/** The addresses of signing in. Every one answers alike whether a name exists or not. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { EVERYONE, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../platform/web/index.ts';
import * as deeds from './deeds.ts';
import * as forms from './forms.ts';
import { DeadLinkPage, NewPasswordPage, SettingsPage, SignInPage } from './pages.tsx';
import * as passkeys from './passkeys.ts';
import { listPasskeys, listSessions, nameOf, personOfLink } from './reads.ts';
import { LONGEST_MS, SESSION_COOKIE } from './words.ts';

const doorOf = (asked: Asked<unknown>): deeds.Door => ({ school: asked.school.id, now: asked.now, userAgent: asked.userAgent });
const siteOf = (asked: Asked<unknown>): passkeys.Site => ({ origin: asked.origin, rpID: new URL(asked.origin).hostname });

/** Only a path of this school's own: a link never leads a person who has just signed in to somebody else's page. */
function nextOf(slug: string, next: string | undefined): string {
  const own = next && (next === `/${slug}` || next.startsWith(`/${slug}/`)) && !/[\\\s]/.test(next) && !next.includes('/sign-in');
  return own ? next : `/${slug}`;
}

const cookieOf = (token: string) => [{ name: SESSION_COOKIE, value: token, maxAgeSeconds: LONGEST_MS / 1000 }];

export const routes = ({ demonstration }: { demonstration: boolean }): Route[] => {
  const signInPage = (asked: Asked<unknown>, more: { name?: string; next?: string | undefined; errors?: Record<string, string> } = {}) =>
    page('Sign in', <SignInPage slug={asked.school.slug} schoolName={asked.school.name} demonstration={demonstration} {...more} next={nextOf(asked.school.slug, more.next ?? asked.query['next'])} />, { status: more.errors ? 422 : 200 });

  return [
    get('/:school/sign-in', { who: EVERYONE, page: async asked => signInPage(asked) }),

    post('/:school/sign-in', {
      who: EVERYONE, form: forms.passwordForm, perMinute: 30,
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
      who: SIGNED_IN, form: forms.noForm,
      deed: async asked => {
        await asked.change(tx => deeds.signOut(tx, doorOf(asked), { id: asked.reader.session!, person: asked.reader.person! }));
        return { kind: 'redirect', to: `/${asked.school.slug}`, notice: 'You are signed out.', cookies: [{ name: SESSION_COOKIE, value: null }] };
      },
      again: async () => NOT_FOUND,
    }),

    get('/:school/set-password/:token', {
      who: EVERYONE, perMinute: 30,
      page: async asked => {
        const token = asked.params['token']!;
        const person = await asked.read(tx => personOfLink(tx, token, asked.now));
        return person ? page('Choose your password', <NewPasswordPage slug={asked.school.slug} token={token} />) : page('This link no longer works', <DeadLinkPage slug={asked.school.slug} />, { status: 410 });
      },
    }),

    post('/:school/set-password/:token', {
      who: EVERYONE, form: forms.newPasswordForm, perMinute: 30,
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
        return page('Your sign-in', <SettingsPage slug={asked.school.slug} passkeys={keys} sessions={sessions} current={asked.reader.session ?? ''} />);
      },
    }),

    post('/:school/sign-in-settings/sign-out-elsewhere', {
      who: SIGNED_IN, form: forms.noForm,
      deed: async asked => {
        const ended = await asked.change(tx => deeds.signOutElsewhere(tx, doorOf(asked), { id: asked.reader.session!, person: asked.reader.person! }));
        return goTo(`/${asked.school.slug}/sign-in-settings`, `Signed out in ${ended} other place${ended === 1 ? '' : 's'}.`);
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

    ...passkeyRoutes(),
  ];
};

const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body });
const noAnswer = async () => json({ problem: 'The passkey did not answer. Try again.' }, 422);

/** What the browser's passkey script calls. */
const passkeyRoutes = (): Route[] => [
  post('/:school/passkeys/begin', {
    who: SIGNED_IN, form: forms.passkeyBeginForm, perMinute: 30, again: noAnswer,
    deed: async asked => json(await asked.change(async tx => {
      const person = asked.reader.person!;
      return passkeys.beginPasskey(tx, doorOf(asked), { site: siteOf(asked), person, name: (await nameOf(tx, person)) ?? asked.reader.name });
    })),
  }),
  post('/:school/passkeys/finish', {
    who: SIGNED_IN, form: forms.passkeyFinishForm, perMinute: 30, again: noAnswer,
    deed: async asked => {
      const { challenge, response, label } = asked.form;
      const kept = await asked.change(tx => passkeys.finishPasskey(tx, doorOf(asked), {
        site: siteOf(asked), person: asked.reader.person!, challenge, response: response as unknown as RegistrationResponseJSON, label: label || 'Passkey',
      }));
      return kept ? json({ next: `/${asked.school.slug}/sign-in-settings` }) : noAnswer();
    },
  }),
  post('/:school/sign-in/passkey/begin', {
    who: EVERYONE, form: forms.passkeyBeginForm, perMinute: 30, again: noAnswer,
    deed: async asked => json(await asked.change(tx => passkeys.beginSignIn(tx, doorOf(asked), siteOf(asked)))),
  }),
  post('/:school/sign-in/passkey/finish', {
    who: EVERYONE, form: forms.passkeyFinishForm, perMinute: 30, again: noAnswer,
    deed: async asked => {
      const { challenge, response } = asked.form;
      const done = await asked.change(tx => passkeys.finishSignIn(tx, doorOf(asked), { site: siteOf(asked), challenge, response: response as unknown as AuthenticationResponseJSON }));
      return done.ok ? { kind: 'json', status: 200, body: { next: `/${asked.school.slug}` }, cookies: cookieOf(done.token) } : noAnswer();
    },
  }),
];
