/** The page on which a child's file is packed for the next school. */
import { Button, ErrorSummary, Note, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const ChildFilePage = ({ action, days, raw, errors }: { action: string; days: number; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>The file of a child who leaves</h1>
    <p class="lede">When a child goes to another school, their safeguarding file goes there within {days} days: to a person, safely, and with a receipt.</p>
    <Note><p>It holds every concern about the child that you may read, with its history and its files. Notes for a few stay here. Each concern notes that it went, and to whom. The file stays here too.</p></Note>
    <form method="post" action={action}>
      <TextField name="child" label="The child’s whole name" hint="First name and family name, as the school has them." value={textIn(raw, 'child')} error={errors['child']} autocomplete="off" />
      <TextField name="school" label="Which school gets it?" value={textIn(raw, 'school')} error={errors['school']} />
      <TextField name="person" label="Who gets it there?" hint="Usually the safeguarding lead of that school." value={textIn(raw, 'person')} error={errors['person']} />
      <Button>Pack it</Button>
    </form>
    <p>Do not send it by ordinary mail. Hand it over, or use the way that your local authority names.</p>
  </>
);
