/** When school is on. */
import { Button, Empty, ErrorSummary, TextField } from '../../../page-parts/index.ts';
import type { NamedTerm } from './forms.ts';

export interface TermsProps {
  readonly slug: string;
  readonly terms: readonly NamedTerm[];
  readonly errors?: Readonly<Record<string, string>>;
}

/** More lines than there are terms, for the year to come. */
const SPARE = 3;

export function TermsPage({ slug, terms, errors = {} }: TermsProps) {
  const lines = [...terms, ...Array.from({ length: SPARE }, () => ({ name: '', from: '', to: '' }))];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Terms</h1>
      <p>People have so many school days to sign, and are reminded on school days alone. Say when school is on; weekends and the bank holidays of England and Wales are left out by themselves. Where school is closed within a term, write two lines.</p>
      {terms.length === 0 && <Empty title="No term is known yet"><p>Until then every weekday counts as a school day.</p></Empty>}
      <form method="post" action={`/${slug}/agreements/terms`}>
        {lines.map((term, at) => (
          <fieldset key={at} class="filters">
            <legend class="govuk-visually-hidden">Term {at + 1}</legend>
            <TextField name={`name-${at}`} label="Term" value={term.name} width={10} error={errors[`name-${at}`]} autocomplete="off" maxlength={60} />
            <TextField name={`from-${at}`} label="First day" type="date" value={term.from} width={10} error={errors[`from-${at}`]} />
            <TextField name={`to-${at}`} label="Last day" type="date" value={term.to} width={10} error={errors[`to-${at}`]} />
          </fieldset>
        ))}
        <p class="soft">Empty a line to take its term out.</p>
        <Button>Save the terms</Button>
      </form>
      {terms.length > 0 && (
        <form method="post" action={`/${slug}/agreements/terms/next-year`}>
          <p>The year to come begins as a copy of the last one that is known, on the same weekdays. Put right what is different, and empty a line to undo it.</p>
          <Button tone="quiet">Copy into the year to come</Button>
        </form>
      )}
    </>
  );
}
