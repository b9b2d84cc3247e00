/** Beginning a new policy. */
import { Button, Choices, ErrorSummary, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';

export interface NewPolicyView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly raw: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Bodies that approve policies; a head alone may approve a small one. */
const APPROVE = ['governing-body', 'board-of-trustees', 'head'];

export function NewPolicyPage({ base, vocabulary, raw, errors }: NewPolicyView) {
  const text = (name: string) => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
  const chosen = (name: string) => { const value = raw[name]; return value === undefined ? [] : typeof value === 'string' ? [value] : value; };
  const offices = [...vocabulary.offices.values()].filter(office => !office.outside);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>A new policy</h1>
      <p class="lede">Say what it is and for whom. You write its clauses next; nobody is bound until it is approved.</p>
      <form method="post" action={`${base}/new`}>
        <TextField name="title" label="Title" value={text('title')} error={errors['title']} maxlength={120} />
        <TextArea name="summary" label="What is it for?" hint="One or two short sentences, shown on the list." rows={2} value={text('summary')} error={errors['summary']} spellcheck />
        <Choices name="binds" label="Whom does it bind?" many small chosen={chosen('binds')} error={errors['binds']} choices={[...vocabulary.kinds.values()].map(kind => ({ value: kind.name, text: kind.title }))} />
        <Select name="owner" label="Who looks after it?" value={text('owner') || 'head'} error={errors['owner']} choices={offices.filter(office => !['unassigned', 'everyone', 'school'].includes(office.name)).map(office => ({ value: office.name, text: office.title }))} />
        <Select name="approvedBy" label="Who approves it?" value={text('approvedBy') || 'governing-body'} error={errors['approvedBy']} choices={offices.filter(office => APPROVE.includes(office.name)).map(office => ({ value: office.name, text: office.title }))} />
        <Choices name="readers" label="For whom is it written?" small chosen={[text('readers') || 'adults']} error={errors['readers']} choices={[{ value: 'adults', text: 'Adults' }, { value: 'pupils', text: 'Pupils' }, { value: 'early-years', text: 'The youngest children: pictures and read-aloud' }]} />
        <Choices name="signed" label="Is it signed?" many small chosen={chosen('signed')} choices={[{ value: 'yes', text: 'People sign it when they join, and again for a new duty' }]} />
        <Choices name="public" label="Who may read it?" many small chosen={chosen('public')} choices={[{ value: 'yes', text: 'Everybody, without signing in' }]} />
        <Button>Begin</Button>
      </form>
    </>
  );
}
