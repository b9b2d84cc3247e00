/** The words of signing in with a school's own provider (OpenID Connect Core 1.0). */

/** What a school has told us of its provider. */
export interface Provider {
  /** The provider's address, as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Closed; see platform/secrets. */
  readonly secret: string;
  /** What stands on the button. */
  readonly label: string;
  /** The school vouches for the addresses: a provider that says nothing of whether it verified them is believed. */
  readonly trustsMail: boolean;
  /** The school says that its provider asks everybody for a second factor. */
  readonly asksSecondFactor: boolean;
  readonly inUse: boolean;
}

/** One sign-in under way: what its answer must fit. */
export interface Try {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

/** What a provider says of who has signed in. */
export interface Claims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly amr?: unknown;
  readonly acr?: unknown;
}

/** Why a sign-in by provider did not come about. */
export type Refusal = 'down' | 'stopped' | 'stale' | 'wrong' | 'unverified' | 'unknown';

/** What the person is told, and what to do next. Every other way to sign in stays open. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  down: 'Your school’s account service does not answer. Sign in another way below, or try again later',
  stopped: 'The sign-in was stopped at your school’s account service. Try again, or sign in another way below',
  stale: 'That sign-in took too long, was used already or was begun in another browser. Start again here',
  wrong: 'Your school’s account service gave an answer that does not fit, so you are not signed in. Start again here',
  unverified: 'Your school’s account service does not say that your e-mail address is yours, so you are not signed in. Sign in another way below, and tell the network manager',
  unknown: 'Your account works, but no one person at this school has its e-mail address. Ask the school office to check the address it has for you',
};

export const buttonWords = (): string => 'Sign in with your school account';

/** A sign-in at the provider is answered within this time. */
export const TRY_MS = 10 * 60_000;
/** The cookie that ties a sign-in to the browser that began it. */
export const TRY_COOKIE = 'provider-sign-in';
