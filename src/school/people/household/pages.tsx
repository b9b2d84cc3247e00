/** Households of staff: on the person's page, the form, and the list of all. */
import { Button, ButtonLink, Chip, counted, Empty, ErrorSummary, longDay, Paging, Table, TextField } from '../../../page-parts/index.ts';
import { fullName, type Person } from '../words.ts';
import type { HouseholdMember } from './words.ts';

/** The household of a member of staff, on their page; or whose household somebody belongs to. */
export function Household({ slug, person, household, belongs, mayKeep, staff }: { slug: string; person: Person; household: readonly HouseholdMember[]; belongs: readonly HouseholdMember[]; mayKeep: boolean; staff: boolean }) {
  if (belongs.length > 0) return <>{belongs.map(one => <p key={one.staff}>Belongs to the household of <a href={`/${slug}/people/${one.staff}`}>{one.staffName}</a>, as: {one.relation}.</p>)}</>;
  if (!staff || (household.length === 0 && !mayKeep)) return null;
  return (
    <>
      <h2>Household</h2>
      {household.length === 0 ? <p class="soft">Nobody of {person.givenName}’s household is noted. Add a partner, child or guest who uses the school’s internet, equipment or programs.</p> : (
        <ul>{household.map(one => <li key={one.person}><a href={`/${slug}/people/${one.person}`}>{one.name}</a> <span class="soft">{one.relation}, since {longDay(one.since)}</span></li>)}</ul>
      )}
      {mayKeep && <p class="no-print"><ButtonLink href={`/${slug}/people/${person.id}/household`} tone="quiet">Add somebody of the household</ButtonLink></p>}
    </>
  );
}

export function AddToHouseholdPage({ slug, person, given, errors = {} }: { slug: string; person: Person; given: Readonly<Record<string, string | readonly string[] | undefined>>; errors?: Readonly<Record<string, string>> }) {
  const text = (name: string): string => String(given[name] ?? '');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Who of {fullName(person)}’s household uses what is the school’s?</h1>
      <p>They come under the rules for visitors and are asked to sign them. With an e-mail address of their own they can sign in by a link and sign there; otherwise the office notes their signature as a witness. When {person.givenName} leaves, they leave too.</p>
      <form method="post" action={`/${slug}/people/${person.id}/household`}>
        <TextField name="givenName" label="Given name" value={text('givenName')} width={20} error={errors['givenName']} autocomplete="off" />
        <TextField name="familyName" label="Family name" value={text('familyName')} width={20} error={errors['familyName']} autocomplete="off" />
        <TextField name="relation" label={`What are they to ${person.givenName}?`} hint="For example Partner, Child, Guest" value={text('relation')} width={20} error={errors['relation']} autocomplete="off" />
        <TextField name="email" label="Their own e-mail address" hint="Leave it empty where there is none" type="email" value={text('email')} width={30} error={errors['email']} autocomplete="off" />
        <div class="actions"><Button>Add</Button><a href={`/${slug}/people/${person.id}`}>Cancel</a></div>
      </form>
    </>
  );
}

export function HouseholdsPage({ slug, rows, total, page, pages, maySeeAgreements }: { slug: string; rows: readonly HouseholdMember[]; total: number; page: number; pages: number; maySeeAgreements: boolean }) {
  const at = `/${slug}/people/households`;
  return (
    <>
      <h1>Households of staff</h1>
      <p class="lede">Partners, children and guests of staff who use the school’s internet, equipment or programs. They keep the same code as the staff.</p>
      {total === 0 ? <Empty title="Nobody is noted"><p>Open the page of a member of staff to add somebody of their household.</p></Empty> : (
        <>
          <p class="soft">{counted(total, 'person', 'people')}. <a class="no-print" href={`${at}.csv`}>Download as a spreadsheet (CSV)</a></p>
          <Table caption="Households" hideCaption rows={rows} columns={[
            { head: 'Name', cell: one => <><a href={`/${slug}/people/${one.person}`}>{one.name}</a>{one.leftOn && <> <Chip tone="ask">Last day {longDay(one.leftOn)}</Chip></>}</> },
            { head: 'Is', cell: one => one.relation },
            { head: 'Household of', cell: one => <a href={`/${slug}/people/${one.staff}`}>{one.staffName}</a> },
            { head: 'Since', cell: one => longDay(one.since) },
            ...(maySeeAgreements ? [{ head: 'Signed', cell: (one: HouseholdMember) => <a href={`/${slug}/agreements/register/${one.person}`}>What {one.name} has signed</a> }] : []),
          ]} />
          <Paging page={page} pages={pages} href={n => `${at}?page=${n}`} />
        </>
      )}
    </>
  );
}
