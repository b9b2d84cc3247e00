/** One person at several schools of a trust: their own page, and that of the trust's office. */
import { Button, Card, Empty, ErrorSummary, longMoment, Note, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { Elsewhere, SisterSchool, Tied, TrustAsk } from './words.ts';

export interface MySchoolsProps {
  readonly slug: string;
  readonly school: string;
  readonly elsewhere: readonly Elsewhere[];
  readonly asks: readonly TrustAsk[];
  readonly sisters: readonly SisterSchool[];
  readonly given: { readonly school: string; readonly email: string };
  readonly errors?: Readonly<Record<string, string>>;
}

export function MySchoolsPage({ slug, school, elsewhere, asks, sisters, given, errors = {} }: MySchoolsProps) {
  const left = sisters.filter(one => !elsewhere.some(other => other.id === one.id) && !asks.some(ask => ask.toSchool === one.id));
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>My schools</h1>
      <p class="lede">You are at {school}. Are you at another school of the trust too? Then you sign in once and go from one to the other. What you sign stays with each school.</p>
      {elsewhere.map(one => (
        <Card key={one.id} title={one.name}>
          <form method="post" class="inline-form" action={`/${slug}/my-schools/go`}><input type="hidden" name="school" value={one.id} /><Button>Go to {one.name}</Button></form>
        </Card>
      ))}
      {elsewhere.length > 0 && <form method="post" class="no-print" action={`/${slug}/my-schools/part`}><button class="link-button" type="submit">I do not want to be known at the other schools any more</button></form>}
      {asks.length > 0 && (
        <Note title="The trust’s office looks at this">
          <ul class="plain-list">{asks.map(ask => <li key={ask.id}>{ask.toSchoolName}, {ask.toEmail} <form method="post" class="inline-form" action={`/${slug}/my-schools/cancel`}><input type="hidden" name="ask" value={ask.id} /><button class="link-button" type="submit">Take it back<span class="govuk-visually-hidden">: {ask.toSchoolName}</span></button></form></li>)}</ul>
        </Note>
      )}
      {left.length > 0 && (
        <>
          <h2>I am at another school too</h2>
          <form method="post" action={`/${slug}/my-schools/ask`}>
            <Select name="school" label="Which school?" choices={[{ value: '', text: 'Choose a school' }, ...left.map(one => ({ value: one.id, text: one.name }))]} value={given.school} error={errors['school']} />
            <TextField name="email" label="Your e-mail address there" hint="As that school has it on record" type="email" value={given.email} width={30} error={errors['email']} autocomplete="off" />
            <Button>Ask the trust’s office</Button>
          </form>
        </>
      )}
    </>
  );
}

export interface TrustProps {
  readonly slug: string;
  /** What waits, each with the name found at the other school, or null where nobody is found. */
  readonly asks: readonly (TrustAsk & { readonly found: string | null })[];
  readonly tied: readonly (Tied & { readonly name: string })[];
  readonly error?: string | undefined;
}

export function TrustPage({ slug, asks, tied, error }: TrustProps) {
  return (
    <>
      <ErrorSummary errors={error ? { asks: error } : {}} />
      <h1>People at several schools</h1>
      <p class="lede">Somebody who is at two schools of the trust signs in once, when you have confirmed that both are the same person. Compare the names. If you are not sure, ring them.</p>
      <h2 id="asks">Waiting for you</h2>
      {asks.length === 0 ? <Empty title="Nothing waits"><p>Who is at another school too asks on their page “My schools”.</p></Empty> : asks.map(ask => (
        <Card key={ask.id} title={`${ask.fromName}, ${ask.fromSchoolName}`}>
          <p>{ask.fromEmail ? <>Known there under {ask.fromEmail}. </> : null}Says: I am at {ask.toSchoolName} too, under {ask.toEmail}.</p>
          {ask.found === null ? <p><strong>Nobody at {ask.toSchoolName} has this address.</strong></p> : <p>There, this address belongs to <strong>{ask.found}</strong>.</p>}
          <div class="actions">
            {ask.found !== null && <form method="post" action={`/${slug}/trust/confirm`}><input type="hidden" name="ask" value={ask.id} /><Button>They are the same person</Button></form>}
            <form method="post" action={`/${slug}/trust/refuse`}><input type="hidden" name="ask" value={ask.id} /><Button tone="quiet">Say no</Button></form>
          </div>
        </Card>
      ))}
      <h2>Confirmed</h2>
      {tied.length === 0 ? <Empty title="Nobody yet"><p>Whom you confirm stands here.</p></Empty> : (
        <Table caption="People known at several schools" hideCaption rows={tied} columns={[
          { head: 'Person', cell: one => one.name },
          { head: 'At', cell: one => one.schoolName },
          { head: 'Confirmed', cell: one => longMoment(one.at) },
          { head: 'Undo', cell: one => <form method="post" class="inline-form no-print" action={`/${slug}/trust/part`}><input type="hidden" name="school" value={one.school} /><input type="hidden" name="person" value={one.person} /><button class="link-button" type="submit">Part again<span class="govuk-visually-hidden">: {one.name}, {one.schoolName}</span></button></form> },
        ]} />
      )}
    </>
  );
}
