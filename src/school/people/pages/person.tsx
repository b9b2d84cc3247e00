/** One person: what they are, which offices they hold, their family for those who may see it. */
import type { VNode } from 'preact';
import { Button, ButtonLink, Chip, ErrorSummary, Facts, longDay, Note, TextField } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { isPupil, leaving } from '../decisions.ts';
import { fullName, type Holding, type KindSpan, type Person, type Relative } from '../words.ts';
import { kindTitle, LeavingChip, officeTitle, spanWords } from './words.tsx';

export interface PersonProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly person: Person;
  readonly kinds: readonly KindSpan[];
  readonly holdings: readonly Holding[];
  /** Null for readers who may not see families. */
  readonly family: readonly Relative[] | null;
  readonly mayKeep: boolean;
  readonly mayGive: boolean;
  /** Whether the reader may open a child's family record. */
  readonly mayKeepFamilies: boolean;
  /** Whether the reader may open the register of who has signed. */
  readonly maySeeAgreements: boolean;
  /** Whether the reader may open the record of how their accounts stand. */
  readonly maySeeAccounts: boolean;
  /** Whether a link to choose a password may be sent to their own address. */
  readonly maySendLink: boolean;
  /** What changed about them, and what is to come. */
  readonly history?: VNode;
}

export function PersonPage(props: PersonProps) {
  const { slug, vocabulary, today, person, holdings } = props;
  return (
    <>
      <h1>{fullName(person)}</h1>
      <p><LeavingChip person={person} today={today} /></p>
      {leaving(person, today) === 'left' && <Left {...props} />}
      <Facts rows={[
        ['Is', <ul class="plain-list">{props.kinds.map(span => <li key={span.kind + span.from}>{kindTitle(span.kind, vocabulary)} <span class="soft">{spanWords(span.from, span.until)}</span></li>)}</ul>],
        ...(person.place ? [['Class', `${person.place.class}, ${person.place.yearGroup}${person.place.phase && `, ${person.place.phase}`}`] as const] : []),
        ...(holdings.length > 0 ? [['Offices', <ul class="plain-list">{holdings.map(one => <HoldingLine key={one.office + one.from} holding={one} slug={slug} vocabulary={vocabulary} />)}</ul>] as const] : []),
        ...(person.email ? [['E-mail', <>{person.email} {props.maySendLink && <SendLink slug={slug} id={person.id} name={fullName(person)} />}</>] as const] : []),
        ['Here since', longDay(person.joinedOn)],
      ]} />
      {props.maySeeAgreements && <p><a href={`/${slug}/agreements/register/${person.id}`}>What {person.givenName} has signed</a></p>}
      {props.maySeeAccounts && <p><a href={`/${slug}/accounts/${person.id}`}>How the accounts of {person.givenName} stand</a></p>}
      {props.history}
      {props.family && <Family {...props} family={props.family} />}
      {props.mayKeep && leaving(person, today) !== 'left' && (
        <div class="actions no-print">
          <ButtonLink href={`/${slug}/people/${person.id}/move`} tone="quiet">Note a change</ButtonLink>
          <ButtonLink href={`/${slug}/people/${person.id}/name`} tone="quiet">Put the name right</ButtonLink>
          <ButtonLink href={`/${slug}/people/${person.id}/left`} tone="quiet">{leaving(person, today) === 'leaves' ? 'Change the last day' : 'Note that they leave'}</ButtonLink>
        </div>
      )}
    </>
  );
}

const SendLink = ({ slug, id, name }: { slug: string; id: string; name: string }) => (
  <form class="inline-form no-print" method="post" action={`/${slug}/people/${id}/new-link`}><button class="link-button" type="submit">Send a new link<span class="govuk-visually-hidden"> to {name}</span></button></form>
);

const HoldingLine = ({ holding, slug, vocabulary }: { holding: Holding; slug: string; vocabulary: Vocabulary }) => (
  <li><a href={`/${slug}/offices/${holding.office}`}>{officeTitle(holding.office, vocabulary)}</a>{holding.cover && <> <Chip tone="depends">Cover</Chip></>} <span class="soft">{spanWords(holding.from, holding.until)}</span></li>
);

const Left = ({ slug, person, mayKeep }: PersonProps) => (
  <Note title={`${person.givenName} has left`} tone="warn">
    <p>The last day was {longDay(person.leftOn!)}. What was signed stays on record.</p>
    {mayKeep && <form method="post" action={`/${slug}/people/${person.id}/come-back`}><Button tone="quiet">Take this back</Button></form>}
  </Note>
);

function Family(props: PersonProps & { family: readonly Relative[] }) {
  const { slug, person, family } = props;
  const child = isPupil(person.kinds);
  if (!child && family.length === 0) return null;
  return (
    <>
      <h2>Family</h2>
      {child && family.length === 0 && <Note tone="warn"><p>Nobody is noted who could agree for {person.givenName}. Add a parent or carer, so that somebody can countersign.</p></Note>}
      <ul class="people-family">{family.map(relative => (
        <li class="card" key={relative.id}>
          <p class="people-family__who"><a href={`/${slug}/people/${relative.id}`}>{relative.name}</a> <span class="soft">{child ? relative.relation : relative.class}</span></p>
          <p>{relative.noContact && <Chip tone="no">No contact</Chip>}{!relative.mayAgree && <Chip tone="ask">May not agree for {child ? person.givenName : relative.name}</Chip>}{relative.mayAgree && !relative.noContact && <Chip tone="yes">May agree</Chip>}</p>
        </li>
      ))}</ul>
      {child && props.mayKeepFamilies && <p class="no-print"><ButtonLink href={`/${slug}/people/${person.id}/family-record`} tone="quiet">The family’s record</ButtonLink></p>}
    </>
  );
}

/** Asks for the last day before somebody is marked as gone. */
export const LeftPage = ({ slug, person, offices, on, errors = {} }: { slug: string; person: Person; offices: readonly string[]; on: string; errors?: Readonly<Record<string, string>> }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>When does {fullName(person)} leave?</h1>
    <p>From the day after, {person.givenName} can no longer sign in and is asked to sign nothing more. What was signed stays on record. You can take this back.</p>
    {offices.length > 0 && <Note title="Hand over first" tone="warn"><p>{person.givenName} holds: {offices.join(', ')}. After the last day nobody does, until you <a href={`/${slug}/offices`}>hand these offices over</a>.</p></Note>}
    <form method="post" action={`/${slug}/people/${person.id}/left`}>
      <TextField name="on" label="Last day at the school" type="date" value={on} width={10} error={errors['on']} />
      <div class="actions"><Button>Note the last day</Button><a href={`/${slug}/people/${person.id}`}>Cancel</a></div>
    </form>
  </>
);

/** Puts a name or an address right. */
export const NamePage = ({ slug, person, given, errors = {} }: { slug: string; person: Person; given: Readonly<Record<string, string>>; errors?: Readonly<Record<string, string>> }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Put the name right</h1>
    <form method="post" action={`/${slug}/people/${person.id}/name`}>
      <TextField name="givenName" label="Given name" value={given['givenName'] ?? person.givenName} width={20} error={errors['givenName']} autocomplete="off" />
      <TextField name="familyName" label="Family name" value={given['familyName'] ?? person.familyName} width={20} error={errors['familyName']} autocomplete="off" />
      <TextField name="email" label="E-mail address" hint="Leave it empty where there is none" type="email" value={given['email'] ?? person.email ?? ''} width={30} error={errors['email']} autocomplete="off" />
      <div class="actions"><Button>Save</Button><a href={`/${slug}/people/${person.id}`}>Cancel</a></div>
    </form>
  </>
);
