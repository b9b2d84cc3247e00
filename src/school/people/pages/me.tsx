/** My page: who I am here, and where to go on. */
import { Card, Chip, Empty, Grid, longDay } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
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
  /** Large and short, for the youngest. */
  readonly young: boolean;
}

export function MePage({ slug, vocabulary, school, today, person, holdings, children, young }: MeProps) {
  if (young) return <YoungPage slug={slug} person={person} />;
  return (
    <>
      <h1>{fullName(person)}</h1>
      <p class="lede">{kindTitles(person.kinds, vocabulary)} at {school}{person.place ? `, class ${person.place.class}` : ''}, since {longDay(person.joinedOn)}.{person.leftOn !== null && ` Your last day is ${longDay(person.leftOn)}.`}</p>
      <Grid>
        <Card title="What you agreed to"><p>The rules you have signed, and any still to sign.</p><p><a href={`/${slug}/agreements`}>My agreements</a></p></Card>
        <Card title="How you sign in"><p>Your passkeys, and where you are signed in.</p><p><a href={`/${slug}/sign-in-settings`}>My sign-in</a></p></Card>
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
      {person.kinds.includes('parent') && <Children slug={slug}>{children}</Children>}
      <p class="soft">Is something wrong here? Tell the school office.</p>
    </>
  );
}

const Children = ({ slug, children }: { slug: string; children: MeProps['children'] }) => (
  <>
    <h2>Your children here</h2>
    {children.length === 0 ? <Empty title="No child is noted"><p>If your child is at this school, tell the school office.</p></Empty>
      : <><ul>{children.map(child => <li key={child.id}>{child.name}{child.class && `, class ${child.class}`}</li>)}</ul><p><a href={`/${slug}/family`}>Their rules, and what to countersign</a></p></>}
  </>
);

const YoungPage = ({ slug, person }: { slug: string; person: Person }) => (
  <Card kid>
    <h1>{person.givenName}</h1>
    {person.place && <p>You are in class {person.place.class}.</p>}
    <p><a href={`/${slug}/agreements`}>My rules</a></p>
  </Card>
);
