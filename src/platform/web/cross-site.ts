/**
 * Forged requests from other sites (CSRF), refused by what the browser itself says of where a request comes from
 * (Fetch Metadata, and Origin where that is missing). Decision 0004 says why there is no token in the form.
 */
import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when this is a change asked for by another site's page. Requests that carry neither header come from no browser. */
export function crossSite(method: string, headers: IncomingHttpHeaders): boolean {
  if (SAFE_METHODS.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== headers.host;
  } catch {
    return true;
  }
}
