/** The pages for what is not there and for what broke: plain words and what to do next. */
import { Button } from '../page-parts/index.ts';
import { page, type Kept, type Page } from '../platform/web/index.ts';

const WORDS = {
  403: ['This form came from another site', 'For your safety it was not sent. Open the page here and try again.'],
  404: ['There is nothing here for you', 'The address may be wrong, the page may be gone, or you may need to sign in as somebody else.'],
  413: ['That is too large', 'Send something smaller, or send it in parts.'],
  429: ['Too many at once', 'Wait a minute, then try again. Nothing you did before is lost.'],
  500: ['Something broke', 'It is our fault, not yours. What you had saved is safe. Go back and try again.'],
} as const;

/** What else such a page says. */
export interface More {
  /** What to quote to the person who runs this server. */
  readonly reference?: string;
  /** What was sent and came to nothing. */
  readonly kept?: Kept | null;
  /** Where whoever sent it signs in again. */
  readonly signIn?: string;
}

/** A page for a status. Whoever sent something gets it back. */
export function oops(status: keyof typeof WORDS, { reference, kept = null, signIn }: More = {}): Page {
  const [title, words] = signIn ? ['You are signed out', 'This was not saved. What you sent is kept on this page. Sign in in another window, then send it again.']
    : status !== 500 || !kept ? WORDS[status]
    : kept.perhapsSaved ? ['This may not have been saved', 'It is our fault, not yours. Look first whether it is there. If it is not, send it again.']
    : ['This was not saved', 'It is our fault, not yours. What you sent is kept on this page. Wait a minute, then send it again.'];
  return page(title, (
    <>
      <h1>{title}</h1>
      <p class="lede">{words}</p>
      {signIn && <p><a href={signIn} target="_blank" rel="noopener">Sign in</a></p>}
      {kept && <Again kept={kept} mayAgain={status !== 413 && !kept.withFile} />}
      {reference && <p>If it happens again, tell the person who runs this server and quote <strong class="mono">{reference}</strong>.</p>}
      <p><a href="/">Go to the first page</a></p>
    </>
  ), { status });
}

/** The same form once more, with what they wrote to see and to copy. */
const Again = ({ kept, mayAgain }: { kept: Kept; mayAgain: boolean }) => (
  <>
    {mayAgain && (
      <form method="post" action={kept.to}>
        {kept.fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <Button>Send it again</Button>
      </form>
    )}
    {kept.withFile && <p>A file cannot be kept here. Go back to the form and choose it again.</p>}
    {kept.words.length > 0 && <><h2>What you wrote</h2>{kept.words.map(words => <blockquote class="tell-said">{words}</blockquote>)}</>}
  </>
);
