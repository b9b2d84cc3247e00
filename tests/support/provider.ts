/** A real OpenID provider on loopback: the school's own accounts, with a page that asks for the e-mail address. */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'countersign', secret: 'a-long-secret-of-the-school' };

export interface Account {
  /** Whether the provider says that it verified the address; undefined says nothing. */
  readonly verified?: boolean;
  /** How the person signed in there, as RFC 8176 names it. */
  readonly amr?: readonly string[];
}

export interface SchoolProvider {
  readonly issuer: string;
  /** Address → what the provider holds of it. Everybody else it turns away. */
  readonly accounts: Map<string, Account>;
  readonly close: () => Promise<void>;
}

const FORM = (uid: string) => `<!doctype html><html lang="en"><title>School accounts</title><h1>School accounts</h1>
  <form method="post" action="/interaction/${uid}"><label>School e-mail <input name="email"></label><button>Continue</button></form>`;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

/** Opens the provider. @param callback the one address it sends people back to */
export async function openProvider(callback: string): Promise<SchoolProvider> {
  const accounts = new Map<string, Account>();
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['kept for the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, email: id, ...(accounts.get(id)?.verified === undefined ? {} : { email_verified: accounts.get(id)!.verified }) }) }),
    loadExistingGrant: async context => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client!.clientId, accountId: context.oidc.session!.accountId! });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback() as (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(FORM(request.url!.split('/')[2]!));
    const email = (await bodyOf(request)).get('email') ?? '';
    const account = accounts.get(email);
    const result = account ? { login: { accountId: email, amr: [...(account.amr ?? ['pwd'])] } } : { error: 'access_denied', error_description: 'no such account' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  server.on('request', (request, response) => { (request.url!.startsWith('/interaction/') ? interact(request, response) : answer(request, response)).catch(() => response.writeHead(500).end()); });
  return { issuer, accounts, close: async () => { server.closeAllConnections(); server.close(); await once(server, 'close'); } };
}

/**
 * Goes through the provider's pages as a browser would, as one account.
 * @returns the address it sends the browser back to
 */
export async function passThrough(start: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  const origin = new URL(start).origin;
  let [url, init]: [string, RequestInit] = [start, {}];
  for (let steps = 0; steps < 10; steps++) {
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    const next = answer.headers.get('location');
    if (next && !new URL(next, url).href.startsWith(origin)) return next;
    if (!next && !url.includes('/interaction/')) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    [url, init] = next ? [new URL(next, url).href, {}] : [url, { method: 'POST', body: new URLSearchParams({ email }) }];
  }
  throw new Error('the provider went round in circles');
}
