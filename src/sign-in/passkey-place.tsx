/** Where the browser's script (page-parts/browser/passkeys.ts) puts the button for a passkey. The script brings no words of its own. */
import type { ComponentChildren } from 'preact';

/** Shows a passkey, then leads to `next`. What stands inside is for a browser without scripts. */
export const UsePasskey = ({ slug, next, children }: { slug: string; next: string; children: ComponentChildren }) => (
  <div data-passkey-sign-in={`/${slug}`} data-next={next} data-press="Use a passkey" data-not-used="The passkey was not used. You can try again." data-failed="That did not work. Try again.">{children}</div>
);

/** Makes a passkey; `{day}` in its name is filled in by the browser. */
export const AddPasskey = ({ slug, children }: { slug: string; children: ComponentChildren }) => (
  <div data-passkey-add={`/${slug}`} data-press="Add a passkey" data-not-used="The passkey was not used. You can try again." data-failed="That did not work. Try again." data-label="Added on {day}">{children}</div>
);
