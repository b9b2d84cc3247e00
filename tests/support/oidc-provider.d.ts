/** As much of oidc-provider as the tests use; it carries no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Context {
    readonly oidc: {
      readonly provider: Provider;
      readonly client?: { readonly clientId: string };
      readonly session?: { readonly accountId?: string };
    };
  }
  export class Provider {
    constructor(issuer: string, configuration: {
      readonly interactions: { readonly url: (context: unknown, interaction: { readonly uid: string }) => string };
      readonly findAccount: (context: unknown, id: string) => unknown;
      readonly loadExistingGrant: (context: Context) => Promise<Grant>;
      readonly [name: string]: unknown;
    });
    readonly Grant: new (of: { clientId: string; accountId: string }) => Grant;
    callback(): RequestListener;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: unknown, more: { mergeWithLastSubmission: boolean }): Promise<void>;
  }
}
