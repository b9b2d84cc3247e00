/** Speaks OpenID Connect with a school's provider, by openid-client: authorization code, PKCE, state and nonce. Loaded when first used. */
import type { Configuration } from 'openid-client';
import type { Claims, Refusal, Try } from './words.ts';

/** Whom we speak to, and as whom. `secret` is open here. */
export interface Known {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
}

const SECONDS_TO_ANSWER = 5;
const load = () => import('openid-client');

/** Reads the provider's own description of itself (discovery). Throws when it does not answer or names itself otherwise. */
async function meet({ issuer, clientId, secret }: Known): Promise<Configuration> {
  const client = await load();
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, {}, (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? [];
    const prove = methods.includes('client_secret_post') ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
    return prove(server, ...rest);
  }, { timeout: SECONDS_TO_ANSWER, execute });
}

/** Whether a provider is there: where it signs people in, or why it will not do. */
export async function tryProvider(known: Known): Promise<{ readonly ok: true; readonly signsInAt: string } | { readonly ok: false; readonly why: string }> {
  try {
    const at = (await meet(known)).serverMetadata().authorization_endpoint;
    return at ? { ok: true, signsInAt: at } : { ok: false, why: 'There is a provider at this address, but it signs nobody in. Check the address' };
  } catch (fault) {
    return { ok: false, why: isSilence(fault) ? 'Nobody answers at this address. Check it letter by letter, and that this server may reach it' : 'What answers at this address is no sign-in provider of that name. Check the address letter by letter' };
  }
}

/** The network's own faults: no such host, refused, too slow. */
function isSilence(fault: unknown): boolean {
  for (let one = fault; one instanceof Error; one = one.cause) {
    if (one.name === 'TimeoutError' || one.name === 'AbortError' || one.message === 'fetch failed') return true;
  }
  return false;
}

/** Where to send the browser, and what the answer must fit; null when the provider does not answer. */
export async function begin(known: Known, redirectUri: string): Promise<{ readonly url: string; readonly fits: Omit<Try, 'next'> } | null> {
  const client = await load();
  const config = await meet(known).catch(() => null);
  if (!config?.serverMetadata().authorization_endpoint) return null;
  const fits = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri, scope: 'openid email', response_type: 'code', state: fits.state, nonce: fits.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(fits.verifier), code_challenge_method: 'S256',
  });
  return { url: url.href, fits };
}

/**
 * Exchanges the provider's answer for what it says of the person. Signature, issuer, audience, times, state and nonce are checked.
 * @param at the whole address the browser came back to
 */
export async function finish(known: Known, at: string, fits: Omit<Try, 'next'>): Promise<{ readonly ok: true; readonly claims: Claims } | { readonly ok: false; readonly why: Refusal }> {
  const config = await meet(known).catch(() => null);
  if (!config) return { ok: false, why: 'down' };
  const client = await load();
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(at), { pkceCodeVerifier: fits.verifier, expectedState: fits.state, expectedNonce: fits.nonce, idTokenExpected: true });
    const said = tokens.claims()!;
    const more = said['email'] === undefined && config.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(config, tokens.access_token, said.sub) : said;
    return { ok: true, claims: { email: more['email'], email_verified: more['email_verified'], amr: said['amr'], acr: said['acr'] } };
  } catch (fault) {
    if (fault instanceof client.AuthorizationResponseError) return { ok: false, why: 'stopped' };
    return { ok: false, why: isSilence(fault) ? 'down' : 'wrong' };
  }
}
