/** Every pupil has exactly one code, or stands here. */
import { counted, Empty, Note, Paging, Table } from '../../../page-parts/index.ts';
import type { CodesView } from './reads.ts';

export interface CodesProps extends CodesView {
  readonly slug: string;
  readonly page: number;
  readonly pages: number;
}

export function CodesPage({ slug, years, wrong, pupils, page, pages }: CodesProps) {
  const at = `/${slug}/agreements/pupil-codes`;
  return (
    <>
      <h1>Pupils and their code</h1>
      <p class="lede">Every pupil signs exactly one code, the one for their year group. Whoever has none, or more than one, stands below.</p>
      {pupils === 0 ? <Empty title="No pupil is here"><p>Add pupils first.</p></Empty> : (
        <Table caption="The code of each year group" hideCaption rows={years} columns={[
          { head: 'Year group', cell: year => year.yearGroup || 'No year group' },
          { head: 'Pupils', cell: year => year.pupils, number: true },
          { head: 'Code', cell: year => (year.codes.length === 0 ? <span class="soft">None</span> : <ul class="plain-list">{year.codes.map(code => <li key={code.title}>{code.title}{code.count < year.pupils && <span class="soft"> ({code.count.toLocaleString('en-GB')})</span>}</li>)}</ul>) },
        ]} />
      )}
      <h2>No code, or more than one</h2>
      {wrong.length === 0 ? <Empty title="Every pupil has one code"><p>Nothing to put right.</p></Empty> : (
        <>
          <Note tone="warn"><p>{counted(wrong.length, 'pupil')}. Look at the year group on the pupil’s page, and at what each <a href={`/${slug}/people/years`}>year group</a> is.</p></Note>
          <Table caption="Pupils without exactly one code" hideCaption rows={wrong.slice((page - 1) * 50, page * 50)} columns={[
            { head: 'Pupil', cell: one => <a href={`/${slug}/people/${one.person}`}>{one.name}</a> },
            { head: 'Class', cell: one => [one.class, one.yearGroup].filter(Boolean).join(', ') },
            { head: 'Codes', cell: one => (one.codes.length === 0 ? 'None' : one.codes.join('; ')) },
          ]} />
          <Paging page={page} pages={pages} href={n => `${at}?page=${n}`} />
          <p class="no-print"><a href={`${at}.csv`}>Download as a spreadsheet (CSV)</a></p>
        </>
      )}
    </>
  );
}
