/** The page on which a school sets up its own sign-in provider. */
import { Button, Card, Choices, ErrorSummary, Facts, Note, TextField } from '../../page-parts/index.ts';
import type { FieldErrors } from '../../platform/web/index.ts';
import { buttonWords } from './words.ts';

export interface ProviderView {
  readonly slug: string;
  /** The address to be registered with the provider, to the letter. */
  readonly redirectUri: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly label: string;
  readonly ticked: readonly string[];
  /** A secret is kept already. */
  readonly hasSecret: boolean;
  /** What trying the saved settings found. */
  readonly tried?: { readonly ok: true; readonly signsInAt: string } | { readonly ok: false; readonly why: string };
  readonly errors?: FieldErrors;
}

const Tried = ({ tried }: { tried: NonNullable<ProviderView['tried']> }) => (tried.ok
  ? <Note title="The provider answers" tone="good"><p>It signs people in at <span class="mono break">{tried.signsInAt}</span>. The client id and secret show only when somebody signs in: try that next, in another window.</p></Note>
  : <Note title="The provider does not answer as it should" tone="warn"><p>{tried.why}.</p></Note>);

export const ProviderPage = ({ slug, redirectUri, issuer, clientId, label, ticked, hasSecret, tried, errors = {} }: ProviderView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Sign-in with your school’s own accounts</h1>
    <p class="lede">Does your school have Google, Microsoft or another account service? Then people may use that account here. Passwords and passkeys go on working beside it.</p>
    {tried && <Tried tried={tried} />}
    <Facts rows={[['Give your provider this address to come back to', <span class="mono break">{redirectUri}</span>], ['Who gets in', 'People who are here already, by the e-mail address the school has for them. Nobody is added.']]} />
    <form method="post" action={`/${slug}/sign-in-provider`} novalidate>
      <TextField name="issuer" label="The provider’s address" value={issuer} hint="It is called the issuer. Google’s is https://accounts.google.com" spellcheck={false} error={errors['issuer']} />
      <TextField name="clientId" label="Client id" value={clientId} spellcheck={false} autocomplete="off" error={errors['clientId']} />
      <TextField name="secret" label="Client secret" type="password" autocomplete="off" hint={hasSecret ? 'One is kept. Leave this empty to keep it. A new provider address needs a new one.' : 'It is kept closed, and never shown again.'} error={errors['secret']} />
      <TextField name="label" label="Words on the button" value={label} hint={`Empty means “${buttonWords()}”.`} error={errors['label']} />
      <Choices name="trustsMail" label="Does your school give out the addresses itself?" many chosen={ticked.includes('trustsMail') ? ['yes'] : []} choices={[{ value: 'yes', text: 'Yes: believe an address although the provider does not say that it checked it', hint: 'Microsoft says nothing of it. Never tick this where people may type in an address of their own.' }]} />
      <Choices name="asksSecondFactor" label="Does your provider ask everybody for a second factor?" many chosen={ticked.includes('asksSecondFactor') ? ['yes'] : []} choices={[{ value: 'yes', text: 'Yes: our provider asks for a second factor', hint: 'Office-holders then need no passkey here when they come that way.' }]} />
      <Choices name="inUse" label="Is it ready?" many chosen={ticked.includes('inUse') ? ['yes'] : []} choices={[{ value: 'yes', text: 'Yes: show the button on the sign-in page', hint: 'The provider must answer before it is shown. Take the tick away to hide it again.' }]} />
      <Button>Save</Button>
    </form>
    {hasSecret && (
      <Card title="Try what is saved">
        <p>We ask the provider who it is. Nobody is signed in or out.</p>
        <form method="post" action={`/${slug}/sign-in-provider/try`}><Button tone="quiet">Try it</Button></form>
      </Card>
    )}
  </>
);
