/** My page: who I am here, and where to go on. */
import { Card, Chip, Empty, Grid, longDay, Week } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { MyRules } from '../../answers.ts';
import type { HouseholdMember } from '../household/words.ts';
import type { Holding, Person } from '../words.ts';
import { fullName } from '../words.ts';
import { kindTitles, officeTitle, spanWords } from './words.tsx';

export interface MeProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly school: string;
  readonly today: string;
  readonly person: Person;
  readonly holdings: readonly Holding[];
  /** A parent's own children, as far as they may be in contact. */
  readonly children: readonly { readonly id: string; readonly name: string; readonly class: string | null }[];
  /** What is to be signed, what stands, and what this week means for them. */
  readonly rules: MyRules;
  /** Whether the school belongs to a trust, so that one may be at another of its schools too. */
  readonly inTrust: boolean;
  /** Those of one's household who use what is the school's. */
  readonly household: readonly HouseholdMember[];
  /** Large and short, for the youngest. */
  readonly young: boolean;
}

export function MePage({ slug, vocabulary, school, today, person, holdings, children, young, rules, inTrust, household }: MeProps) {
  if (young) return <YoungPage slug={slug} person={person} rules={rules} />;
  return (
    <>
      <h1>{fullName(person)}</h1>
      <p class="lede">{kindTitles(person.kinds, vocabulary)} at {school}{person.place ? `, class ${person.place.class}` : ''}, since {longDay(person.joinedOn)}.{person.leftOn !== null && ` Your last day is ${longDay(person.leftOn)}.`}</p>
      <Rules rules={rules} />
      <Grid>
        <Card title="What you agreed to"><p>The rules you have signed, and any still to sign.</p><p><a href={`/${slug}/agreements`}>My agreements</a></p></Card>
        <Card title="How you sign in"><p>Your passkeys, and where you are signed in.</p><p><a href={`/${slug}/sign-in-settings`}>My sign-in</a></p></Card>
        <Card title="Your accounts"><p>What you have from the school to sign in to, and how it stands.</p><p><a href={`/${slug}/my-accounts`}>My accounts</a></p></Card>
        {inTrust && <Card title="Other schools"><p>Are you at another school of the trust too? Then you sign in once.</p><p><a href={`/${slug}/my-schools`}>My schools</a></p></Card>}
        <Card title="Who you can ask"><p>Who holds which office at this school.</p><p><a href={`/${slug}/offices`}>Offices</a></p></Card>
      </Grid>
      {holdings.length > 0 && (
        <>
          <h2>Your offices</h2>
          <ul>{holdings.map(holding => (
            <li key={holding.office + holding.from}><a href={`/${slug}/offices/${holding.office}`}>{officeTitle(holding.office, vocabulary)}</a>{holding.cover && <> <Chip tone="depends">Cover</Chip></>} <span class="soft">{holding.from > today ? `from ${longDay(holding.from)}` : spanWords(holding.from, holding.until)}</span></li>
          ))}</ul>
        </>
      )}
      {household.length > 0 && (
        <>
          <h2>Your household</h2>
          <p>They use what is the school’s, and keep the same code as you.</p>
          <ul>{household.map(one => <li key={one.person}>{one.name} <span class="soft">{one.relation}</span></li>)}</ul>
        </>
      )}
      {person.kinds.includes('parent') && <Children slug={slug}>{children}</Children>}
      <p class="soft">Is something wrong here? Tell the school office.</p>
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

const Rules = ({ rules }: { rules: MyRules }) => (
  <>
    <h2>To sign</h2>
    {rules.toSign.length === 0 ? <p class="soft">Nothing just now.</p> : (
      <ul>{rules.toSign.map(one => <li key={one.href}><a href={one.href}>{one.title}</a> {one.overdue ? <strong>It was to be signed by {longDay(one.due)}.</strong> : <span class="soft">Please sign by {longDay(one.due)}.</span>}</li>)}</ul>
    )}
    <h2>What this week means for you</h2>
    <Week lines={rules.week} />
    <h2>Agreed</h2>
    {rules.agreed.length === 0 ? <p class="soft">Nothing yet.</p> : <ul>{rules.agreed.map(one => <li key={one.href}><a href={one.href}>{one.title}</a> <span class="soft">since {longDay(one.on)}</span></li>)}</ul>}
  </>
);

const Children = ({ slug, children }: { slug: string; children: MeProps['children'] }) => (
  <>
    <h2>Your children here</h2>
    {children.length === 0 ? <Empty title="No child is noted"><p>If your child is at this school, tell the school office.</p></Empty>
      : <><ul>{children.map(child => <li key={child.id}>{child.name}{child.class && `, class ${child.class}`}</li>)}</ul><p><a href={`/${slug}/family`}>Their rules, and what to countersign</a></p></>}
  </>
);

const YoungPage = ({ slug, person, rules }: { slug: string; person: Person; rules: MyRules }) => (
  <Card kid>
    <h1>{person.givenName}</h1>
    {person.place && <p>You are in class {person.place.class}.</p>}
    {rules.toSign.map(one => <p key={one.href}>Still to promise: <a href={one.href}>{one.title}</a></p>)}
    <p><a href={`/${slug}/agreements`}>My rules</a></p>
  </Card>
);
