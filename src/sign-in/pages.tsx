/** The pages of signing in. */
import { Button, ButtonLink, Card, Empty, ErrorSummary, longMoment, Note, Table, TextField } from '../page-parts/index.ts';
import type { FieldErrors } from '../platform/web/index.ts';
import type { Passkey, Session } from './words.ts';
import { AddPasskey, UsePasskey } from './passkey-place.tsx';

export interface SignInView {
  readonly slug: string;
  readonly schoolName: string;
  readonly name?: string;
  readonly next?: string;
  readonly errors?: FieldErrors;
  readonly demonstration: boolean;
  /** The words on the button of the school's own provider, where one is in use. */
  readonly provider?: string | null;
}

export const SignInPage = ({ slug, schoolName, name, next, errors = {}, demonstration, provider }: SignInView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Sign in to {schoolName}</h1>
    {demonstration && <Note title="This is a demonstration"><p>Nobody has a password here. <a href="/">Choose a person on the first page</a> and look round as them.</p></Note>}
    <div class="grid">
      {(provider || errors['provider']) && (
        <Card title="With your school account" id="provider">
          <p>The account with which you open your school mail or files.</p>
          {provider && <ButtonLink href={`/${slug}/sign-in/provider?next=${encodeURIComponent(next ?? `/${slug}`)}`}>{provider}</ButtonLink>}
        </Card>
      )}
      <Card title="With a passkey">
        <p>Your laptop, a security key or your phone proves that it is you. There is nothing to remember.</p>
        <UsePasskey slug={slug} next={next ?? `/${slug}`}><p class="soft small">Passkeys need JavaScript. Use your password instead.</p></UsePasskey>
      </Card>
      <Card title="With a password">
        <form method="post" action={`/${slug}/sign-in`} novalidate>
          <input type="hidden" name="next" value={next ?? ''} />
          <TextField name="name" label="E-mail address or sign-in name" value={name} autocomplete="username webauthn" spellcheck={false} error={errors['name']} />
          <TextField name="password" label="Password" type="password" autocomplete="current-password" error={errors['password']} />
          <Button>Sign in</Button>
        </form>
        <p>A parent, governor or trustee? <a href={`/${slug}/sign-in/link${next ? `?next=${encodeURIComponent(next)}` : ''}`}>Send me a link</a></p>
        <p><a href={`/${slug}/my-account-is-used`}>Is somebody else using your account?</a></p>
        <p class="small soft">A young pupil with a class card? Point the camera at the square on it.</p>
        <p class="small soft">No password yet, or forgotten? Ask the school office for a new link. It works once and only you may have it.</p>
      </Card>
    </div>
  </>
);

export const NewPasswordPage = ({ slug, token, errors = {} }: { slug: string; token: string; errors?: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Choose your password</h1>
    <p class="lede">This link works once. It was made for you alone.</p>
    <form method="post" action={`/${slug}/set-password/${token}`} novalidate>
      <TextField name="password" label="New password" type="password" autocomplete="new-password" hint="At least 12 letters. Three random words make a good one." error={errors['password']} width={30} />
      <TextField name="again" label="The same password again" type="password" autocomplete="new-password" error={errors['again']} width={30} />
      <Button>Save and sign in</Button>
    </form>
  </>
);

export const DeadLinkPage = ({ slug }: { slug: string }) => (
  <>
    <h1>This link no longer works</h1>
    <p>It has been used, or it is too old. Ask the school office for a new one.</p>
    <ButtonLink href={`/${slug}/sign-in`}>Go to sign-in</ButtonLink>
  </>
);

export interface SettingsView {
  readonly slug: string;
  readonly passkeys: readonly Passkey[];
  readonly sessions: readonly Session[];
  readonly current: string;
  /** May set up the school's own provider. */
  readonly setsProvider: boolean;
}

export const SettingsPage = ({ slug, passkeys, sessions, current, setsProvider }: SettingsView) => (
  <>
    <h1>Your sign-in</h1>
    <h2>Passkeys</h2>
    {passkeys.length === 0 ? <Empty title="You have no passkey yet"><p>A passkey is quicker than a password and cannot be stolen by a false page. A school laptop or a security key will do.</p></Empty> : (
      <Table caption="Your passkeys" hideCaption rows={passkeys} columns={[
        { head: 'Name', cell: key => key.label },
        { head: 'Added', cell: key => longMoment(key.createdAt) },
        { head: 'Last used', cell: key => (key.lastUsedAt ? longMoment(key.lastUsedAt) : 'not yet') },
        { head: 'Remove', cell: key => (
          <form method="post" action={`/${slug}/sign-in-settings/remove-passkey`}><input type="hidden" name="credential" value={key.credentialId} /><button class="link-button" type="submit">Remove<span class="govuk-visually-hidden"> {key.label}</span></button></form>
        ) },
      ]} />
    )}
    <AddPasskey slug={slug}><p class="soft small">Adding a passkey needs JavaScript.</p></AddPasskey>
    <h2>Where you are signed in</h2>
    <Table caption="Your sessions" hideCaption rows={sessions} columns={[
      { head: 'Browser', cell: session => <>{browserName(session.userAgent)}{session.id === current && <strong> (this one)</strong>}</> },
      { head: 'Since', cell: session => longMoment(session.createdAt) },
      { head: 'Last seen', cell: session => longMoment(session.seenAt) },
    ]} />
    {sessions.length > 1 && <form method="post" action={`/${slug}/sign-in-settings/sign-out-elsewhere`}><Button tone="quiet">Sign out everywhere else</Button></form>}
    <p><a href={`/${slug}/my-account-is-used`}>Is somebody else using your account?</a></p>
    {setsProvider && <><h2>For the whole school</h2><p><a href={`/${slug}/sign-in-provider`}>Sign-in with your school’s own accounts</a></p></>}
  </>
);

/** A rough name for a browser, for people to tell their sessions apart. */
export function browserName(agent: string): string {
  const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'A browser';
  const system = /Windows/.test(agent) ? 'Windows' : /CrOS/.test(agent) ? 'Chromebook' : /iPhone|iPad/.test(agent) ? 'iPhone or iPad' : /Android/.test(agent) ? 'Android' : /Mac OS/.test(agent) ? 'Mac' : /Linux/.test(agent) ? 'Linux' : '';
  return system ? `${browser} on ${system}` : browser;
}
