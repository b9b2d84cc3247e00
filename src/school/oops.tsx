/** The pages for what is not there and for what broke: plain words and what to do next. */
import { page, type Page } from '../platform/web/index.ts';

const WORDS = {
  403: ['This form came from another site', 'For your safety it was not sent. Open the page here and try again.'],
  404: ['There is nothing here for you', 'The address may be wrong, the page may be gone, or you may need to sign in as somebody else.'],
  413: ['That is too large', 'Send something smaller, or send it in parts.'],
  429: ['Too many at once', 'Wait a minute, then try again. Nothing you did before is lost.'],
  500: ['Something broke', 'It is our fault, not yours. What you had saved is safe. Go back and try again.'],
} as const;

/** A page for a status; `reference` is what to quote to the person who runs this server. */
export function oops(status: keyof typeof WORDS, reference?: string): Page {
  const [title, words] = WORDS[status];
  return page(title, (
    <>
      <h1>{title}</h1>
      <p class="lede">{words}</p>
      {reference && <p>If it happens again, tell the person who runs this server and quote <strong class="mono">{reference}</strong>.</p>}
      <p><a href="/">Go to the first page</a></p>
    </>
  ), { status });
}
