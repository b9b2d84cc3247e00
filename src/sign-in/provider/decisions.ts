/** What is made of a provider's word. Pure. */
import type { Claims, Provider } from './words.ts';

/**
 * The address a person may be known by: one the provider has verified. A provider that the school vouches for may leave
 * the word out, but never say no.
 */
export function addressOf(claims: Claims, provider: Pick<Provider, 'trustsMail'>): string | null {
  const { email, email_verified: verified } = claims;
  if (typeof email !== 'string' || !email.includes('@')) return null;
  return verified === true || (provider.trustsMail && verified === undefined) ? email : null;
}

/** Whether a second factor was shown: the provider says so (RFC 8176: `mfa`), or the school says that it always asks. */
export function showedSecondFactor(claims: Claims, provider: Pick<Provider, 'asksSecondFactor'>): boolean {
  const methods = Array.isArray(claims.amr) ? claims.amr : [];
  const context = typeof claims.acr === 'string' ? claims.acr.split(/[^a-z0-9]+/i) : [];
  return provider.asksSecondFactor || [...methods, ...context].includes('mfa');
}

/** What is wrong with a provider's address before anybody asks there, or null. Plain http serves only this machine, in the demonstration. */
export function addressFault(issuer: string, demonstration: boolean): string | null {
  const url = URL.parse(issuer);
  if (!url || url.search || url.hash || url.username) return 'Enter the provider’s address like https://accounts.example.org, with nothing after it';
  const here = demonstration && url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !here) return 'The address must begin with https://';
  if (url.hostname === 'login.microsoftonline.com' && /^\/(common|organizations|consumers)(\/|$)/.test(url.pathname)) {
    return 'This address lets in accounts of any school and firm. Use your own: https://login.microsoftonline.com/ and your tenant’s id, then /v2.0';
  }
  return null;
}
