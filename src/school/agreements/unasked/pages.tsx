/** The list of pupils whom no code reaches. */
import { counted, Empty, Paging, Table } from '../../../page-parts/index.ts';

export interface UnaskedProps {
  readonly slug: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly yearGroup: string; readonly class: string; readonly kinds: string }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export function UnaskedPage({ slug, rows, total, page, pages }: UnaskedProps) {
  return (
    <>
      <h1>Pupils without a code</h1>
      <p class="lede">Every pupil signs the code for their year group. Whoever stands here is asked to sign none: their year group may be missing, or no code speaks to what they are.</p>
      {rows.length === 0 ? <Empty title="Every pupil has a code"><p><a href={`/${slug}/agreements/register`}>Who has signed</a></p></Empty> : (
        <>
          <p>{counted(total, 'pupil')} without a code. Open a name to put right what is missing.</p>
          <Table caption="Pupils without a code" hideCaption rows={rows} columns={[
            { head: 'Name', cell: row => <a href={`/${slug}/people/${row.id}`}>{row.name}</a> },
            { head: 'Is', cell: row => row.kinds },
            { head: 'Year group', cell: row => row.yearGroup || 'missing' },
            { head: 'Class', cell: row => row.class || '–' },
          ]} />
        </>
      )}
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements/without?page=${n}`} />
    </>
  );
}
