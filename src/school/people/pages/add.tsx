/** Adding somebody to the school. A child's adults are added on the child's family record. */
import { Button, Choices, ErrorSummary, TextField } from '../../../page-parts/index.ts';
import { sayKnown } from '../../../platform/languages/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';

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
  const kinds = [...vocabulary.kinds.values()].map(({ name, title, within }) => ({ value: name, text: sayKnown(title), ...(within.length > 0 ? {} : HINTS[name] ? { hint: HINTS[name] } : {}) }));
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
