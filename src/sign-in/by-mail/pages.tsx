/** The pages of signing in by mail. */
import { Button, ButtonLink, ErrorSummary, Note, TextField } from '../../page-parts/index.ts';
import type { FieldErrors } from '../../platform/web/index.ts';

export interface AskLinkView {
  readonly slug: string;
  readonly next: string;
  readonly email?: string;
  readonly errors?: FieldErrors;
  /** Whether a mail server is set. */
  readonly mailLeaves: boolean;
}

export const AskLinkPage = ({ slug, next, email, errors = {}, mailLeaves }: AskLinkView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Sign in by mail</h1>
    <p class="lede">For parents and carers, governors and trustees. We send a link to the address that the school has for you. It works once, within 15 minutes.</p>
    {mailLeaves ? (
      <form method="post" action={`/${slug}/sign-in/link`} novalidate>
        <input type="hidden" name="next" value={next} />
        <TextField name="email" type="email" label="Your e-mail address" value={email} autocomplete="email" spellcheck={false} error={errors['email']} />
        <Button>Send me a link</Button>
      </form>
    ) : <Note title="This school sends no mail yet" tone="warn"><p>Ask the school office for another way to sign in.</p></Note>}
    <p><a href={`/${slug}/sign-in`}>Other ways to sign in</a></p>
  </>
);

/** The same words whether the address is known or not. */
export const LinkSentPage = ({ slug }: { slug: string }) => (
  <>
    <h1>Look at your mail</h1>
    <p class="lede">If the school knows this address for a parent, carer, governor or trustee, a link is on its way. It works once, within 15 minutes.</p>
    <p>Nothing there? Look among unwanted mail. You may have given the school another address: the office can tell you. Staff, and whoever holds an office, sign in with a passkey or a password.</p>
    <p><a href={`/${slug}/sign-in`}>Back to sign-in</a></p>
  </>
);

/** One press more: programs that look into mail open links, and must not use them up. */
export const UseLinkPage = ({ slug, token, next }: { slug: string; token: string; next: string }) => (
  <>
    <h1>Sign in</h1>
    <p class="lede">This link was made for you alone. Press the button and you are in.</p>
    <form method="post" action={`/${slug}/sign-in/link/${token}`}>
      <input type="hidden" name="next" value={next} />
      <Button>Sign in</Button>
    </form>
  </>
);

export const UsedLinkPage = ({ slug }: { slug: string }) => (
  <>
    <h1>This link no longer works</h1>
    <p>It has been used, or it is older than 15 minutes, or you asked for a newer one.</p>
    <ButtonLink href={`/${slug}/sign-in/link`}>Send me another</ButtonLink>
  </>
);
