/** Adding somebody: a person of the school, or a parent or carer of a child. */
import { Button, Choices, ErrorSummary, Note, TextField } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { fullName, type Person, type Relative } from '../words.ts';

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
type Errors = Readonly<Record<string, string>>;

const textOf = (given: Given, name: string): string => String(given[name] ?? '');

export interface AddProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly given: Given;
  readonly classes: readonly string[];
  readonly errors?: Errors;
}

export function AddPage({ slug, vocabulary, today, given, classes, errors = {} }: AddProps) {
  // Why the widest are left out: "Pupil" alone is right in a primary, "Staff" and "Visitor" only for those who fit nothing narrower.
  const kinds = [...vocabulary.kinds.values()].map(({ name, title, within }) => ({ value: name, text: title, ...(within.length > 0 ? {} : HINTS[name] ? { hint: HINTS[name] } : {}) }));
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Add a person</h1>
      <form method="post" action={`/${slug}/people/add`}>
        <TextField name="givenName" label="Given name" value={textOf(given, 'givenName')} width={20} error={errors['givenName']} autocomplete="off" />
        <TextField name="familyName" label="Family name" value={textOf(given, 'familyName')} width={20} error={errors['familyName']} autocomplete="off" />
        <TextField name="email" label="E-mail address" hint="Leave it empty where there is none" type="email" value={textOf(given, 'email')} width={30} error={errors['email']} autocomplete="off" />
        <Choices name="kinds" label="What are they at the school?" hint="This decides which rules they are asked to sign. Tick all that fit." many small choices={kinds} chosen={[given['kinds'] ?? []].flat()} error={errors['kinds']} />
        <TextField name="joinedOn" label="First day" type="date" value={textOf(given, 'joinedOn') || today} width={10} error={errors['joinedOn']} />
        <TextField name="lastDay" label="Last day" hint="Only where it is known already: a visit, a contract" type="date" value={textOf(given, 'lastDay')} width={10} error={errors['lastDay']} />
        <h2>For a pupil</h2>
        <TextField name="yearGroup" label="Year group" hint="For example Year 4" value={textOf(given, 'yearGroup')} width={10} error={errors['yearGroup']} autocomplete="off" />
        <TextField name="class" label="Class" hint={classes.length > 0 ? `Classes here: ${classes.slice(0, 30).join(', ')}` : 'For example 4B'} value={textOf(given, 'class')} width={10} error={errors['class']} autocomplete="off" />
        <div class="actions"><Button>Add this person</Button><a href={`/${slug}/people`}>Cancel</a></div>
      </form>
    </>
  );
}

const HINTS: Readonly<Record<string, string>> = {
  staff: 'Only where nothing below fits', pupil: 'For pupils who have no code of their own age', visitor: 'Anybody else who comes in', parent: 'Add parents from their child’s page, so that the two belong together',
};

/** A parent or carer of a child. */
export const RelativePage = ({ slug, child, given, errors = {} }: { slug: string; child: Person; given: Given; errors?: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Add a parent or carer of {fullName(child)}</h1>
    <p>Somebody who is here already, as a parent of another child or on the staff, is found by their e-mail address and not added twice.</p>
    <form method="post" action={`/${slug}/people/${child.id}/family`}>
      <TextField name="givenName" label="Given name" value={textOf(given, 'givenName')} width={20} error={errors['givenName']} autocomplete="off" />
      <TextField name="familyName" label="Family name" value={textOf(given, 'familyName')} width={20} error={errors['familyName']} autocomplete="off" />
      <TextField name="email" label="E-mail address" type="email" value={textOf(given, 'email')} width={30} error={errors['email']} autocomplete="off" />
      <TextField name="relation" label={`What are they to ${child.givenName}?`} hint="For example Parent, Grandparent and carer, Foster carer" value={textOf(given, 'relation')} width={20} error={errors['relation']} autocomplete="off" />
      <Limits child={child} mayNotAgree={given['mayNotAgree'] === 'yes'} noContact={given['noContact'] === 'yes'} />
      <div class="actions"><Button>Add</Button><a href={`/${slug}/people/${child.id}`}>Cancel</a></div>
    </form>
  </>
);

/** What a parent or carer may. */
export const TiePage = ({ slug, child, relative }: { slug: string; child: Person; relative: Relative }) => (
  <>
    <h1>What {relative.name} may for {fullName(child)}</h1>
    <Note><p>Tick a box only where a court order, or the school’s own record, says so.</p></Note>
    <form method="post" action={`/${slug}/people/${child.id}/family/${relative.id}`}>
      <Limits child={child} mayNotAgree={!relative.mayAgree} noContact={relative.noContact} />
      <div class="actions"><Button>Save</Button><a href={`/${slug}/people/${child.id}`}>Cancel</a></div>
    </form>
  </>
);

const Limits = ({ child, mayNotAgree, noContact }: { child: Person; mayNotAgree: boolean; noContact: boolean }) => (
  <>
    <Choices name="mayNotAgree" label="Agreeing" many small choices={[{ value: 'yes', text: `May not agree for ${child.givenName}`, hint: 'They are not asked to countersign' }]} chosen={mayNotAgree ? ['yes'] : []} />
    <Choices name="noContact" label="Contact" many small choices={[{ value: 'yes', text: 'No contact', hint: `They see nothing of ${child.givenName} here, and are sent nothing` }]} chosen={noContact ? ['yes'] : []} />
  </>
);
