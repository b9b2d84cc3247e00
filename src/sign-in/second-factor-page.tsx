/** The page for office-holders who have signed in with one factor alone. */
import { Card } from '../page-parts/index.ts';
import { AddPasskey, UsePasskey } from './passkey-place.tsx';

export interface SecondFactorView {
  readonly slug: string;
  /** They have a passkey: they show it. Otherwise they add one. */
  readonly hasPasskey: boolean;
  /** The words on the button of the school's own provider, where that shows a second factor. */
  readonly provider: string | null;
}

const Why = () => (
  <>
    <p>You hold an office at this school. You see more than others do, and you decide for others. A password alone can be guessed, or given away to a false page. A passkey cannot.</p>
    <p>Until then you may read the policies, ask the question box whom to tell, and sign out. The rest stays closed.</p>
  </>
);

export const SecondFactorPage = ({ slug, hasPasskey, provider }: SecondFactorView) => (
  <>
    <h1>{hasPasskey ? 'Now show your passkey' : 'Add a passkey to go on'}</h1>
    <p class="lede">{hasPasskey ? 'Your sign-in was right. Your office needs your passkey as well.' : 'Your sign-in was right. Your office needs one thing more.'}</p>
    <Why />
    <Card title={hasPasskey ? 'Your passkey' : 'A passkey takes a minute'}>
      {hasPasskey ? (
        <>
          <UsePasskey slug={slug} next={`/${slug}`}><p class="soft small">Passkeys need JavaScript. Turn it on, then open this page again.</p></UsePasskey>
          <p class="small soft">Have you lost it? Whoever keeps this server can make you a link that forgets your old passkeys. Nobody else can.</p>
        </>
      ) : (
        <>
          <p>Your school laptop or a security key makes it. You need no phone.</p>
          <AddPasskey slug={slug}><p class="soft small">Adding a passkey needs JavaScript. Turn it on, then open this page again.</p></AddPasskey>
        </>
      )}
      {provider && <p>Or use your school account, which asks for a second factor itself: <a href={`/${slug}/sign-in/provider`}>{provider}</a>.</p>}
    </Card>
    <h2>What you may do now</h2>
    <ul>
      <li><a href={`/${slug}/policies`}>Read the policies</a></li>
      <li><a href={`/${slug}/may-i`}>Ask the question box, and see whom to tell</a></li>
    </ul>
  </>
);
