/** The page on which a school says how long requests wait and permissions last. */
import { Button, ErrorSummary, longDay, Table, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { textIn } from '../ask/pages.tsx';
import type { Periods } from '../periods/store.ts';

/** How long requests wait and permissions last, for whoever leads the school. */
export interface PeriodsView {
  readonly base: string;
  readonly now: Periods;
  /** What was said before, the newest first. */
  readonly said: readonly (Periods & { readonly name: string | null })[];
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

export const PeriodsPage = ({ base, now, said, raw, errors }: PeriodsView) => {
  const field = (name: keyof Omit<Periods, 'from'>) => ({ name, value: textIn(raw, name) || String(now[name]), error: errors[name], width: 5 as const, inputmode: 'numeric' as const });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>How long permissions take and last</h1>
      <p class="lede">What you say here holds from today. What was decided before stays as it is.</p>
      <form method="post" action={`${base}/requests/periods`} class="stack" novalidate>
        <h2>While a request waits</h2>
        <TextField {...field('handOnAfter')} label="School days until a request that nobody has opened is handed on" />
        <TextField {...field('lastAfter')} label="School days from then until it is handed on again, at last to the chair of governors" />
        <TextField {...field('lapsesAfter')} label="Days until a request that nobody answered is over" />
        <h2>Once it was granted</h2>
        <TextField {...field('longestDays')} label="The longest a permission lasts where the rule sets no end, in days" />
        <TextField {...field('remindDays')} label="Days before its end on which its people are told" hint="One that was short from the start ends without a word before." />
        <TextField {...field('evidenceDays')} label="Days before what it stands on has to be shown again on which they are told" hint="Such as the check that a laptop is encrypted. A permission whose day passes rests until it is shown." />
        <Button>Save</Button>
      </form>
      {said.length > 0 && <Table caption="What was said so far" rows={said} columns={[
        { head: 'From', cell: one => longDay(one.from) }, { head: 'Handed on', cell: one => one.handOnAfter, number: true }, { head: 'Again', cell: one => one.lastAfter, number: true },
        { head: 'Over', cell: one => one.lapsesAfter, number: true }, { head: 'Longest', cell: one => one.longestDays, number: true }, { head: 'End told', cell: one => one.remindDays, number: true },
        { head: 'Evidence told', cell: one => one.evidenceDays, number: true }, { head: 'Said by', cell: one => one.name ?? '–' },
      ]} />}
    </>
  );
};
