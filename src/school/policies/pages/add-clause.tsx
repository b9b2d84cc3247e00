/** Adding a clause by form, for people who do not write Markdown. First what it is about, then what it says. */
import { Button, Choices, ErrorSummary, Select, TextArea } from '../../../page-parts/index.ts';
import { sayKnown } from '../../../platform/languages/index.ts';
import type { Act, Policy, Vocabulary } from '../../../rulebook/index.ts';
import { factsFor, sectionFor } from '../insert-clause.ts';
import { actGroups } from '../trial.ts';
import { capital, small } from '../phrases.ts';
import type { Edition } from '../words.ts';
import { plainText } from './kid.tsx';

export interface AddClauseView {
  readonly base: string;
  readonly edition: Edition;
  readonly document: Policy;
  readonly vocabulary: Vocabulary;
  readonly act: Act | null;
  readonly raw: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: Readonly<Record<string, string>>;
}

export function AddClausePage(view: AddClauseView) {
  const { edition, act, errors } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Add a clause</h1>
      <p class="lede">To edition {edition.number} of {edition.title}. You see what it changes before anybody is asked to approve it.</p>
      {act === null ? <ChooseAct view={view} /> : <WriteClause view={view} act={act} />}
    </>
  );
}

const ChooseAct = ({ view: { base, edition, vocabulary } }: { view: AddClauseView }) => (
  <form method="get" action={`${base}/${edition.policy}/edit/add`}>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--m" for="act">What is the clause about?</label>
      <div class="govuk-hint" id="act-hint">Choose the nearest. It is what people ask about: “May I …?”</div>
      <select class="govuk-select" id="act" name="act" aria-describedby="act-hint">
        {actGroups(vocabulary).map(({ group, acts }) => <optgroup key={group} label={capital(sayKnown(group))}>{acts.map(act => <option key={act.name} value={act.name}>{capital(act.plain)}</option>)}</optgroup>)}
      </select>
    </div>
    <div class="actions"><Button>Continue</Button><a href={`${base}/${edition.policy}/edit`}>Back to the text</a></div>
  </form>
);

const one = (raw: AddClauseView['raw'], name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const many = (raw: AddClauseView['raw'], name: string): readonly string[] => { const value = raw[name]; return value === undefined ? [] : typeof value === 'string' ? [value] : value; };

function WriteClause({ view, act }: { view: AddClauseView; act: Act }) {
  const { base, edition, document, vocabulary, raw, errors } = view;
  const headings = document.body.flatMap(block => (block.kind === 'heading' ? [{ value: block.id, text: `${block.number} ${plainText(block.children)}`.trim() }] : []));
  const inside = [...vocabulary.offices.values()].filter(office => !office.outside && office.name !== 'unassigned' && office.name !== 'everyone');
  return (
    <form method="post" action={`${base}/${edition.policy}/edit/add`}>
      <input type="hidden" name="act" value={act.name} />
      <input type="hidden" name="seen" value={String(edition.revision)} />
      <p><strong>About:</strong> {small(act.plain)}. <a href={`${base}/${edition.policy}/edit/add`}>Choose something else</a></p>
      <TextArea name="words" label="The clause, as people will read it" hint="One or two short sentences. Name the office, not the person." rows={4} value={one(raw, 'words')} error={errors['words']} spellcheck />
      <Choices name="verb" label="What does it say?" error={errors['verb']} chosen={[one(raw, 'verb')]} choices={[
        { value: 'ask', text: 'Ask first', hint: 'People may do it once somebody has said yes' }, { value: 'never', text: 'Never', hint: 'Nobody it binds may do it' },
        { value: 'must', text: 'A duty', hint: 'People must do it, or do it in this way' }, { value: 'tell', text: 'Tell somebody', hint: 'When it happens, somebody is told' }, { value: 'may', text: 'Allowed', hint: 'People may do it without asking' },
      ]} />
      <Select name="office" label="Who is asked or told?" hint="Leave it empty for the other three." value={one(raw, 'office')} error={errors['office']} choices={[{ value: '', text: 'Nobody' }, ...inside.map(office => ({ value: office.name, text: office.title }))]} />
      <Choices name="who" label="Whom does it bind?" hint="Choose none for everybody this policy binds." many small error={errors['who']} chosen={many(raw, 'who')}
        choices={kindsUnder(document.front.binds, vocabulary).map(kind => ({ value: kind.name, text: kind.title }))} />
      <Conditions act={act} vocabulary={vocabulary} raw={raw} />
      <Select name="section" label="Where does it stand?" value={one(raw, 'section') || sectionFor(document, act.name, vocabulary)} choices={[...headings, { value: '', text: 'At the end' }]} />
      <div class="actions"><Button>Put it in</Button><a href={`${base}/${edition.policy}/edit`}>Back to the text</a></div>
    </form>
  );
}

/** The kinds a policy binds, and the kinds within them. */
const kindsUnder = (binds: readonly string[], vocabulary: Vocabulary) => [...vocabulary.kinds.values()].filter(kind => binds.includes(kind.name) || kind.within.some(wide => binds.includes(wide)));

function Conditions({ act, vocabulary, raw }: { act: Act; vocabulary: Vocabulary; raw: AddClauseView['raw'] }) {
  const facts = factsFor(act.name, vocabulary);
  if (facts.length === 0) return null;
  return (
    <fieldset class="govuk-fieldset conditions">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Only in some situations?</legend>
      <div class="govuk-hint">Leave these as they are for a clause that always holds.</div>
      <div class="conditions__grid">
        {facts.map(({ fact, question, values }) => <Select key={fact} name={`fact.${fact}`} label={question} value={one(raw, `fact.${fact}`)} choices={[{ value: '', text: 'Always' }, ...values.map(value => ({ value: value.value, text: capital(value.plain) }))]} />)}
      </div>
    </fieldset>
  );
}
