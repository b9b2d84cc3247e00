/** The figures of a term, for those who govern. */
import { Details, Empty, Facts, Filters, longDay, Select, Table } from '../../../page-parts/index.ts';
import { GROUP } from '../inbox/pages.tsx';
import { KIND } from '../sanctions/phrases.ts';
import { answeredWords, cellWords, STOOD } from './phrases.ts';
import type { Release } from './words.ts';

export interface FiguresView {
  readonly here: string;
  readonly releases: readonly Release[];
  readonly shown: Release | null;
  readonly next: { readonly term: string; readonly on: string } | null;
}

export const FiguresPage = ({ here, releases, shown, next }: FiguresView) => (
  <>
    <h1>Concerns in figures</h1>
    <p class="lede">How many concerns the school was told of in a term, how soon somebody answered, and what followed. Everybody who may open this page sees the same.</p>
    {shown === null ? <Empty title="No figures are out yet"><NextOut next={next} /></Empty> : (
      <>
        <Filters action={here} csvHref={`${here}.csv`}>
          <Select name="term" label="Term" value={shown.from} choices={releases.map(one => ({ value: one.from, text: one.term }))} />
        </Filters>
        <OneTerm release={shown} />
        <NextOut next={next} />
      </>
    )}
    <How below={shown?.figures.hiddenBelow ?? null} />
  </>
);

function NextOut({ next }: Pick<FiguresView, 'next'>) {
  return next === null ? <p>The next figures come once the school has entered its terms.</p> : <p>The figures of {next.term} are made on or after {longDay(next.on)}, when somebody first opens this page.</p>;
}

function OneTerm({ release }: { release: Release }) {
  const { figures } = release;
  const cell = (n: Parameters<typeof cellWords>[0]) => cellWords(n, figures.hiddenBelow);
  const told = [...figures.told.map(({ group, n, answered }) => ({ about: GROUP[group], n, answered })), { about: 'Everything together', ...figures.everything }];
  const followed = [...figures.outcomes.map(({ kind, n }) => ({ what: KIND[kind], n })), { what: 'Everything together', n: figures.outcomesTogether }];
  return (
    <section aria-labelledby="term-shown">
      <h2 id="term-shown">{release.term}</h2>
      <p>Told from {longDay(release.from)} to {longDay(release.to)}. It stands here as it was on {longDay(release.releasedOn)}, and does not change any more.</p>
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
      <Table caption="What was told" rows={told} columns={[
        { head: 'About', cell: row => row.about }, { head: 'How many', cell: row => cell(row.n), number: true }, { head: 'Half of them had an answer', cell: row => answeredWords(row.answered) },
      ]} />
      <h3>Where they stood</h3>
      <Facts rows={[[STOOD.closed, cell(figures.closed)], [STOOD.open, cell(figures.open)]]} />
      <Table caption="What followed" rows={followed} columns={[{ head: 'What', cell: row => row.what }, { head: 'How many', cell: row => cell(row.n), number: true }]} />
    </section>
  );
}

const How = ({ below }: { below: number | null }) => (
  <Details summary="How these figures give nobody away">
    <ul>
      <li>A term is counted with the holiday before it, once, and some weeks after it has ended.</li>
      {below !== null && <li>A number below {below} is not shown, nor whether it is none.</li>}
      <li>A sum is not shown where a hidden number would follow from it.</li>
      <li>Concerns about people who may open this page are not counted, and nothing that followed for one of them.</li>
      <li>What was refused, or lifted on appeal, does not count as what followed.</li>
    </ul>
  </Details>
);
