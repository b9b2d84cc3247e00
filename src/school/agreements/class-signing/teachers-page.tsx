/** Who teaches which class, between which days. */
import { Button, Chip, Empty, ErrorSummary, longDay, Select, Table, TextField } from '../../../page-parts/index.ts';

export interface TeacherRow {
  /** Null for the one who is told each week; that is set on the class's own page. */
  readonly id: string | null;
  readonly class: string;
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
}

export interface TeachersProps {
  readonly slug: string;
  readonly rows: readonly TeacherRow[];
  readonly classes: readonly string[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

const span = (row: TeacherRow, today: string): string =>
  row.from === null ? 'since the school said so' : `${row.from > today ? 'from' : 'since'} ${longDay(row.from)}${row.until ? ` until ${longDay(row.until)}` : ''}`;

export function TeachersPage({ slug, rows, classes, staff, today, values = {}, errors = {} }: TeachersProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Who teaches which class</h1>
      <p class="lede">A teacher of a class runs its signing, sees who has still to sign, and makes its cards. Nobody else on the staff sees these names.</p>
      {rows.length === 0 ? <Empty title="Nobody is noted yet" /> : (
        <Table caption="Teachers of each class" hideCaption rows={rows} columns={[
          { head: 'Class', cell: row => row.class },
          { head: 'Teacher', cell: row => <>{row.name} {row.id === null && <Chip>class teacher</Chip>}</> },
          { head: 'When', cell: row => span(row, today) },
          { head: 'Change', cell: row => (row.id === null ? <a href={`/${slug}/agreements/chase/group?class=${encodeURIComponent(row.class)}`}>Choose another<span class="govuk-visually-hidden"> class teacher of {row.class}</span></a> : (
            <form method="post" action={`/${slug}/agreements/class-teachers/end`}><input type="hidden" name="teaching" value={row.id} /><button class="link-button" type="submit">Take away<span class="govuk-visually-hidden"> {row.name}, {row.class}</span></button></form>
          )) },
        ]} />
      )}
      <h2>Add a teacher</h2>
      <form method="post" action={`/${slug}/agreements/class-teachers`} novalidate>
        <Select name="class" label="Class" value={values['class']} error={errors['class']} choices={[{ value: '', text: 'Choose' }, ...classes.map(one => ({ value: one, text: one }))]} />
        <Select name="person" label="Teacher" hint="Supply staff and whoever covers for a day count too." value={values['person']} error={errors['person']} choices={[{ value: '', text: 'Choose' }, ...staff.map(one => ({ value: one.id, text: one.name }))]} />
        <TextField name="from" type="date" label="First day" value={values['from'] ?? today} error={errors['from']} width={10} />
        <TextField name="until" type="date" label="Last day" hint="Leave it empty where it goes on." value={values['until']} error={errors['until']} width={10} />
        <Button>Add</Button>
      </form>
    </>
  );
}
