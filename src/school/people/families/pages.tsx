/** A child's family as the school's record has it: who may agree, who is kept away, who is rung first, and what changed. */
import { Button, ButtonLink, Chip, Choices, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import { fullName, type Person } from '../words.ts';
import type { Worry } from './decisions.ts';
import type { AdultRow, HistoryRow, RecordView } from './reads.ts';
import type { Adult, ChangeKind, FamilyRecord, Standing } from './words.ts';

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
type Errors = Readonly<Record<string, string>>;

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  parent: 'Parent', carer: 'Carer in the family', 'foster-carer': 'Foster carer', 'social-worker': 'Social worker', 'local-authority': 'Somebody else of the local authority',
};
export const standingWords = (standing: Standing): string => STANDING_WORDS[standing];

const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  rule: 'Who must agree, or how the family lives', adult: 'What an adult may', order: 'Who is rung first', add: 'An adult added', remove: 'An adult taken off',
};

export interface RecordProps extends RecordView {
  readonly slug: string;
  readonly today: string;
  readonly mayEdit: boolean;
  /** Whether the reader may read where limits come from: the office and the DSL. */
  readonly seesNotes: boolean;
  readonly errors?: Errors;
  readonly given?: Given;
}

/** The whole record of one child. */
export function RecordPage(props: RecordProps) {
  const { slug, child, adults, mayEdit } = props;
  const base = `/${slug}/people/${child.id}`;
  return (
    <>
      <ErrorSummary errors={props.errors ?? {}} />
      <h1>The family of {fullName(child)}</h1>
      {props.worries.map(worry => <WorryNote key={worry} worry={worry} child={child} />)}
      {props.queries > 0 && <Note tone="warn"><p><a href={`/${slug}/people/family-queries`}>A parent says that something here is wrong</a></p></Note>}
      <h2>Adults, first contact first</h2>
      {adults.length === 0 && <Empty title="Nobody is on record"><p>Add a parent or carer, so that somebody can countersign.</p></Empty>}
      <ol class="people-family">{adults.map((adult, at) => <AdultCard key={adult.parent} {...props} adult={adult} first={at === 0} last={at === adults.length - 1} />)}</ol>
      {mayEdit && <p class="no-print"><ButtonLink href={`${base}/family`} tone="quiet">Add an adult</ButtonLink></p>}
      <h2 id="rule">Who must agree</h2>
      {mayEdit ? <RuleForm {...props} /> : <RuleFacts {...props} />}
      <History {...props} base={`${base}/family-record`} />
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

function WorryNote({ worry, child }: { worry: Worry; child: Person }) {
  switch (worry) {
    case 'nobody-named': return <Note title="Nobody is named who may sign" tone="warn"><p>{child.givenName} is looked after. Until the record names who may sign, nobody is asked to countersign. Open an adult below and tick “Named as one who may sign”, or add the foster carer or the social worker.</p></Note>;
    case 'nobody-may-agree': return <Note title="No adult on record may agree" tone="warn"><p>A countersignature cannot come in until somebody may agree for {child.givenName}.</p></Note>;
    case 'both-but-one': return <Note title="Both must agree, but only one adult may" tone="warn"><p>What is asked of the parents stays open. Add the other adult, or change who must agree.</p></Note>;
    case 'review-due': return <Note title="Look at this record again" tone="warn"><p>The day that was set for it has come. Set a later day, or leave it empty, when you have looked.</p></Note>;
  }
}

function AdultCard({ slug, child, today, adult, first, last, mayEdit, seesNotes, record }: RecordProps & { adult: AdultRow; first: boolean; last: boolean }) {
  const base = `/${slug}/people/${child.id}`;
  return (
    <li class="card">
      <p class="people-family__who"><a href={`/${slug}/people/${adult.parent}`}>{adult.name}</a> <span class="soft">{adult.relation}</span></p>
      <p>
        {adult.keptAwayNow ? <Chip tone="no">No contact</Chip> : adult.agreesNow ? <Chip tone="yes">May agree</Chip> : <Chip tone="ask">May not agree</Chip>}
        {adult.courtOrder && <> <Chip tone="tell">Court order</Chip></>}{record.lookedAfter && adult.named && <> <Chip tone="depends">Named to sign</Chip></>}{adult.left && <> <Chip>Has left</Chip></>}
      </p>
      <p class="soft">{standingWords(adult.standing)}{adult.organisation && `, ${adult.organisation}`}. {adult.email ?? 'No e-mail address.'}</p>
      {(adult.from !== null || adult.until !== null) && <p>{spanOf(adult, today)}</p>}
      {adult.reviewOn !== null && <p>{`Look again on ${longDay(adult.reviewOn)}.`}</p>}
      {seesNotes && adult.source && <Details summary="Where this comes from"><p>{adult.source}</p></Details>}
      {mayEdit && (
        <div class="actions no-print">
          <a href={`${base}/family/${adult.parent}`}>Change<span class="govuk-visually-hidden">: {adult.name}</span></a>
          {!first && <Move base={base} adult={adult} by="up" />}
          {!last && <Move base={base} adult={adult} by="down" />}
        </div>
      )}
    </li>
  );
}

function spanOf({ from, until }: Pick<Adult, 'from' | 'until'>, today: string): string {
  if (from !== null && until !== null) return until < today ? `The limits held from ${longDay(from)} to ${longDay(until)}. They are over.` : `The limits hold from ${longDay(from)} to ${longDay(until)}.`;
  if (from !== null) return `The limits hold from ${longDay(from)}.`;
  return until! < today ? `The limits held until ${longDay(until!)}. They are over.` : `The limits hold until ${longDay(until!)}.`;
}

const Move = ({ base, adult, by }: { base: string; adult: AdultRow; by: 'up' | 'down' }) => (
  <form method="post" action={`${base}/family-record/order`} class="inline-form">
    <input type="hidden" name="parent" value={adult.parent} /><input type="hidden" name="by" value={by} />
    <button type="submit" class="link-button">{by === 'up' ? 'Ring earlier' : 'Ring later'}<span class="govuk-visually-hidden">: {adult.name}</span></button>
  </form>
);

const AGREE_CHOICES = [
  { value: 'one', text: 'One may agree', hint: 'Any one adult who may agree is enough' },
  { value: 'both', text: 'Both must agree', hint: 'Every adult who may agree is asked, and it stays open until all have signed' },
];

const textOf = (given: Given | undefined, name: string, kept: string): string => (given ? String(given[name] ?? '') : kept);
const tickOf = (given: Given | undefined, name: string, kept: boolean): string[] => ((given ? given[name] === 'yes' : kept) ? ['yes'] : []);

function RuleForm({ slug, child, record, seesNotes, errors = {}, given }: RecordProps) {
  return (
    <form method="post" action={`/${slug}/people/${child.id}/family-record`}>
      <Choices name="agree" label={`Who must agree for ${child.givenName}?`} choices={AGREE_CHOICES} chosen={[textOf(given, 'agree', record.agree)]} error={errors['agree']} />
      <Choices name="lookedAfter" label="In care" many small choices={[{ value: 'yes', text: 'A looked-after child', hint: 'Then only those adults may sign who are named to sign' }]} chosen={tickOf(given, 'lookedAfter', record.lookedAfter)} />
      <Choices name="separateHomes" label="Homes" many small choices={[{ value: 'yes', text: 'The parents live in separate homes', hint: 'Each gets letters of their own' }]} chosen={tickOf(given, 'separateHomes', record.separateHomes)} />
      {seesNotes && <TextArea name="note" label="Note" hint="Only the office and the safeguarding lead can read this." rows={3} value={textOf(given, 'note', record.note)} error={errors['note']} />}
      <TextField name="ruleReviewOn" label="Look at this again on" hint="Leave it empty where there is no need" type="date" width={10} value={textOf(given, 'ruleReviewOn', record.reviewOn ?? '')} error={errors['ruleReviewOn']} />
      <Button>Save</Button>
    </form>
  );
}

const RuleFacts = ({ record, seesNotes }: { record: FamilyRecord; seesNotes: boolean }) => (
  <Facts rows={[
    ['Who must agree', record.agree === 'both' ? 'Both must agree' : 'One may agree'], ['Looked after', record.lookedAfter ? 'yes' : 'no'], ['Separate homes', record.separateHomes ? 'yes' : 'no'],
    ...(record.reviewOn ? [['Look again on', longDay(record.reviewOn)] as const] : []), ...(seesNotes && record.note ? [['Note', record.note] as const] : []),
  ]} />
);

function History({ history, page, pages, base, mayEdit, mayUndo }: RecordProps & { base: string }) {
  return (
    <>
      <h2>What changed</h2>
      {history.length === 0 ? <p class="soft">Nothing has been changed yet.</p> : (
        <Table<HistoryRow> caption="What changed" hideCaption rows={history} columns={[
          { head: 'When', cell: row => longMoment(row.at) }, { head: 'What', cell: row => CHANGE_WORDS[row.what] }, { head: 'Who', cell: row => row.about.join(', ') || '–' },
          { head: 'By', cell: row => row.by }, { head: 'Now', cell: row => (row.undone ? 'taken back' : 'stands') },
        ]} />
      )}
      <Paging page={page} pages={pages} href={n => `${base}?page=${n}`} />
      {mayEdit && mayUndo && <form method="post" action={`${base}/undo`} class="no-print"><Button tone="quiet">Take the last change back</Button></form>}
    </>
  );
}

export interface AdultProps {
  readonly slug: string;
  readonly child: Person;
  readonly seesNotes: boolean;
  readonly given?: Given;
  readonly errors?: Errors;
}

/** What one adult is and may. */
export const AdultPage = ({ adult, ...props }: AdultProps & { adult: AdultRow }) => (
  <>
    <ErrorSummary errors={props.errors ?? {}} />
    <h1>What {adult.name} may for {fullName(props.child)}</h1>
    <form method="post" action={`/${props.slug}/people/${props.child.id}/family/${adult.parent}`}>
      <Fields {...props} adult={adult} />
      <div class="actions"><Button>Save</Button><a href={`/${props.slug}/people/${props.child.id}/family-record`}>Cancel</a></div>
    </form>
    <h2>Put on record by mistake?</h2>
    <p>They see nothing of {props.child.givenName} here any more. What they signed stays. You can take this back.</p>
    <form method="post" action={`/${props.slug}/people/${props.child.id}/family/${adult.parent}/remove`}><Button tone="warn">Take {adult.name} off this record</Button></form>
  </>
);

const PLAIN: Pick<Adult, 'relation' | 'standing' | 'organisation' | 'mayAgree' | 'noContact' | 'courtOrder' | 'named' | 'from' | 'until' | 'source' | 'reviewOn'> = {
  relation: '', standing: 'parent', organisation: '', mayAgree: true, noContact: false, courtOrder: false, named: false, from: null, until: null, source: '', reviewOn: null,
};

/** Somebody who is to stand on a child's record: of the family, or of an authority. */
export const NewAdultPage = (props: AdultProps) => {
  const { slug, child, given = {}, errors = {} } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Add a parent, a carer or somebody of an authority</h1>
      <p>For {fullName(child)}. Somebody who is here already, as a parent of another child or on the staff, is found by their e-mail address and not added twice.</p>
      <form method="post" action={`/${slug}/people/${child.id}/family`}>
        <TextField name="givenName" label="Given name" value={textOf(given, 'givenName', '')} width={20} error={errors['givenName']} autocomplete="off" />
        <TextField name="familyName" label="Family name" value={textOf(given, 'familyName', '')} width={20} error={errors['familyName']} autocomplete="off" />
        <TextField name="email" label="E-mail address" hint="A link to sign goes to this address alone. Leave it empty where there is none." type="email" value={textOf(given, 'email', '')} width={30} error={errors['email']} autocomplete="off" />
        <Fields {...props} adult={PLAIN} given={props.given} />
        <div class="actions"><Button>Add</Button><a href={`/${slug}/people/${child.id}/family-record`}>Cancel</a></div>
      </form>
    </>
  );
};

function Fields({ child, adult, seesNotes, given, errors = {} }: Omit<AdultProps, 'given'> & { adult: typeof PLAIN; given?: Given | undefined }) {
  return (
    <>
      <TextField name="relation" label={`What are they to ${child.givenName}?`} hint="For example Mother, Grandparent and carer, Foster carer, Social worker" value={textOf(given, 'relation', adult.relation)} width={20} error={errors['relation']} autocomplete="off" />
      <Select name="standing" label="Standing" value={textOf(given, 'standing', adult.standing)} error={errors['standing']} choices={Object.entries(STANDING_WORDS).map(([value, text]) => ({ value, text }))} />
      <TextField name="organisation" label="Authority" hint="For a social worker or somebody else of a local authority" value={textOf(given, 'organisation', adult.organisation)} width={30} error={errors['organisation']} autocomplete="off" />
      <Choices name="named" label="For a looked-after child" many small choices={[{ value: 'yes', text: 'Named as one who may sign' }]} chosen={tickOf(given, 'named', adult.named)} />
      <Note><p>Tick a box below only where a court order, or the school’s own record, says so.</p></Note>
      <Choices name="mayNotAgree" label="Agreeing" many small choices={[{ value: 'yes', text: `May not agree for ${child.givenName}`, hint: 'They are not asked to countersign' }]} chosen={tickOf(given, 'mayNotAgree', !adult.mayAgree)} />
      <Choices name="noContact" label="Contact" many small choices={[{ value: 'yes', text: 'No contact', hint: `They see nothing of ${child.givenName} here, and are sent nothing` }]} chosen={tickOf(given, 'noContact', adult.noContact)} />
      <Choices name="courtOrder" label="Court" many small choices={[{ value: 'yes', text: 'There is a court order' }]} chosen={tickOf(given, 'courtOrder', adult.courtOrder)} />
      <TextField name="from" label="These limits hold from" hint="Leave it empty where they hold already" type="date" width={10} value={textOf(given, 'from', adult.from ?? '')} error={errors['from']} />
      <TextField name="until" label="Last day of these limits" hint="Leave it empty where no end is known" type="date" width={10} value={textOf(given, 'until', adult.until ?? '')} error={errors['until']} />
      <TextField name="reviewOn" label="Look at this again on" type="date" width={10} value={textOf(given, 'reviewOn', adult.reviewOn ?? '')} error={errors['reviewOn']} />
      {seesNotes && <TextArea name="source" label="Where this comes from" hint="Which order, which letter, who said so. Only the office and the safeguarding lead can read this." rows={3} value={textOf(given, 'source', adult.source)} error={errors['source']} />}
    </>
  );
}
