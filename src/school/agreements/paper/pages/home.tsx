/** Paper: slips to print, scans to send in, and what came of them. */
import { Button, ButtonLink, Card, counted, Empty, ErrorSummary, Figure, longMoment, Paging, Select, Table } from '../../../../page-parts/index.ts';
import type { Pile } from '../words.ts';

export interface HomeProps {
  readonly slug: string;
  readonly policies: readonly { readonly value: string; readonly text: string }[];
  readonly classes: readonly string[];
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly slips: { readonly out: number; readonly back: number };
  readonly toLookAt: number;
  readonly clear: number;
  readonly prints: readonly { readonly id: string; readonly title: string; readonly whom: string; readonly slips: number; readonly by: string; readonly at: Date }[];
  readonly morePrints: boolean;
  readonly piles: readonly (Omit<Pile, 'by'> & { readonly by: string })[];
  readonly page: number;
  readonly pages: number;
  /** Whether the reader may enter slips by hand. */
  readonly keeper: boolean;
  readonly errors?: Readonly<Record<string, string>>;
}

export function HomePage(props: HomeProps) {
  const { slug, errors = {} } = props;
  const here = `/${slug}/agreements/paper`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Paper slips</h1>
      <p class="lede">Print a slip for each person who signs on paper. Scan the pile when it is back: every slip is found by its code, and you take the clear ones in with one press.</p>
      <div class="figures">
        <Figure value={props.slips.out} label="slips are out" />
        <Figure value={props.slips.back} label="are back" />
        <Figure value={props.clear} label="clear, to take in" />
        <Figure value={props.toLookAt} label="to look at" {...(props.toLookAt > 0 ? { href: `${here}/look`, tone: 'warn' as const } : {})} />
      </div>
      <div class="grid">
        <PrintCard {...props} />
        <Card title="Send in a pile" id="pile">
          <form method="post" action={`${here}/piles`} enctype="multipart/form-data">
            <div class={`govuk-form-group${errors['file'] ? ' govuk-form-group--error' : ''}`}>
              <label class="govuk-label" for="file">The scans</label>
              <div class="govuk-hint" id="file-hint">PDF, PNG or JPEG, up to 10 files of 60 MB. The pages may lie any way round.</div>
              {errors['file'] && <p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> {errors['file']}</p>}
              <input class="govuk-file-upload" id="file" name="file" type="file" multiple accept=".pdf,.png,.jpg,.jpeg" aria-describedby={`file-hint${errors['file'] ? ' file-error' : ''}`} />
            </div>
            <Button>Send in</Button>
          </form>
          <p><a href={`${here}/look`}>Slips to look at</a></p>
          <p><a href={`${here}/starters`}>Slips before the first day</a>: children who start, and whose slip is not back yet.</p>
          {props.keeper && <p><a href={`/${slug}/agreements/by-hand`}>Enter one by hand</a>, without a scan.</p>}
        </Card>
      </div>
      <h2>Piles</h2>
      <Piles {...props} />
      <h2>Printed</h2>
      <Prints {...props} />
    </>
  );
}

function PrintCard({ slug, policies, classes, kinds, errors = {} }: HomeProps) {
  const here = `/${slug}/agreements/paper`;
  return (
    <Card title="Print slips" id="print">
      <form method="post" action={`${here}/print`}>
        <Select name="policy" label="Policy" error={errors['policy']} choices={policies} />
        {classes.length > 0 && <Select name="class" label="Class" choices={[{ value: '', text: 'All' }, ...classes.map(value => ({ value, text: value }))]} />}
        <Select name="kind" label="Who" choices={[{ value: '', text: 'Everybody' }, ...kinds]} />
        <Select name="whom" label="Of these" choices={[{ value: 'open', text: 'All who have still to sign' }, { value: 'no-mail', text: 'Only those whom mail does not reach' }]} />
        <Button>Make the slips</Button>
      </form>
      <p>Or a blank form to fill in by hand: {policies.map((policy, at) => <>{at > 0 && ', '}<a href={`${here}/blank/${policy.value}`}>{policy.text} (PDF)</a></>)}</p>
    </Card>
  );
}

function Piles({ slug, piles, page, pages }: HomeProps) {
  const at = (pile: { id: string }) => `/${slug}/agreements/paper/piles/${pile.id}`;
  if (piles.length === 0) return <Empty title="No pile yet"><p>Scan the signed slips, all in one file, and send them in.</p></Empty>;
  return (
    <>
      <Table caption="Piles of scans, the newest first" hideCaption rows={piles} columns={[
        { head: 'Sent in', cell: pile => <a href={at(pile)}>{longMoment(pile.at)}</a> },
        { head: 'By', cell: pile => pile.by },
        { head: 'Pages', cell: pile => pile.done, number: true },
        { head: 'Clear', cell: pile => pile.counts.clear ?? 0, number: true },
        { head: 'To look at', cell: pile => pile.counts.look ?? 0, number: true },
        { head: 'Taken in', cell: pile => pile.counts.taken ?? 0, number: true },
        { head: 'State', cell: pile => (pile.state === 'reading' ? 'Being read' : 'Read') },
      ]} />
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements/paper?page=${n}`} />
    </>
  );
}

function Prints({ slug, prints, morePrints }: HomeProps) {
  if (prints.length === 0) return <Empty title="Nothing printed yet"><p>Slips that you print are listed here, so that you can print the same sheets again.</p></Empty>;
  return (
    <>
      <Table caption="Slips that were printed, the newest first" hideCaption rows={prints} columns={[
        { head: 'Policy', cell: print => <a href={`/${slug}/agreements/paper/prints/${print.id}`}>{print.title}</a> },
        { head: 'For', cell: print => print.whom || 'Everybody' },
        { head: 'Slips', cell: print => print.slips, number: true },
        { head: 'Made', cell: print => longMoment(print.at) },
        { head: 'By', cell: print => print.by },
      ]} />
      {morePrints && <p class="soft">Only the newest are listed. Making the slips of a group again gives the same codes.</p>}
    </>
  );
}

/** Slips that are ready: the file, and what is in it. */
export function PrintPage({ slug, id, title, whom, slips }: { slug: string; id: string; title: string; whom: string; slips: number }) {
  return (
    <>
      <h1>The slips are ready</h1>
      <p class="lede">{title}{whom ? `, ${whom}` : ''}: {counted(slips, 'slip')}, one to a sheet.</p>
      <div class="actions">
        <ButtonLink href={`/${slug}/agreements/paper/prints/${id}/pdf`}>Slips to print (PDF)</ButtonLink>
        <ButtonLink href={`/${slug}/agreements/paper`} tone="quiet">Back to paper slips</ButtonLink>
      </div>
      <p>Print them at their full size on A4, one side of the sheet. A slip that is lost can be printed again: its code stays the same until one of them is back.</p>
    </>
  );
}
