/** From words to everything the answer page draws: read, decide, quote. */
import { answerChosen, answerQuestion, explain, type BoxAnswer, type BoxWords, type ClauseId, type OfficeGroups, type Permission, type Rulebook } from '../../rulebook/index.ts';
import { cite, clauseHref } from '../policies/index.ts';
import type { ParentsSaid } from '../answers.ts';
import { followUpFor, meanwhileClauses, onRecord } from './decisions.ts';
import type { AnswerView, Holder, QuotedClause } from './words.ts';

export interface Asking {
  readonly rulebook: Rulebook;
  readonly words: BoxWords;
  readonly text: string;
  readonly who: readonly string[];
  /** Chosen by the person: the act ("did you mean"), and the facts told so far. */
  readonly act?: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
  readonly permissions: readonly Permission[];
  readonly on: string;
  /** What parents said, as the school has it on record. */
  readonly parentsSaid: readonly ParentsSaid[];
  /** office → the names of who holds it. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly signedIn: boolean;
}

export interface Asked {
  /** Words of harm were typed. */
  readonly safety: boolean;
  readonly says: string;
  readonly act: string | null;
  /** Null when the box does not know what was asked, and shows what it might have been. */
  readonly view: AnswerView | null;
  readonly didYouMean: readonly { readonly act: string; readonly plain: string }[];
}

/** Answers a typed question. A low confidence shows the best three acts and never guesses a yes. */
export function askRules(asking: Asking): Asked {
  const { rulebook, words, text } = asking;
  const given = { who: asking.who, permissions: asking.permissions, on: asking.on };
  const first = answerQuestion(rulebook, words, text, given);
  const act = asking.act !== undefined && rulebook.vocabulary.acts.has(asking.act) ? asking.act : undefined;
  const read = act === undefined ? first : answerChosen(rulebook, words, { text, act, facts: asking.facts }, given);
  const record = read.unsure ? null : onRecord(rulebook, read.reading, asking.parentsSaid);
  // Why as those whom the rule binds: whoever asks, what they may do hangs on what the rule asks of others.
  const box = record === null ? read : answerChosen(rulebook, words, { text, act: read.reading.act, facts: { ...asking.facts, ...record.facts } }, { ...given, who: [...asking.who, ...record.who] });
  const plainOf = (name: string) => rulebook.vocabulary.acts.get(name)?.plain ?? name;
  const others = first.reading.alternatives.filter(other => other.act !== '' && (box.unsure || other.act !== box.reading.act)).slice(0, 3);
  return {
    safety: first.reading.safety, says: box.unsure ? 'unclear' : box.answer.says, act: box.unsure ? null : box.reading.act,
    view: box.unsure ? null : viewOf(asking, box, record !== null), didYouMean: others.map(other => ({ act: other.act, plain: plainOf(other.act) })),
  };
}

function viewOf(asking: Asking, { answer, reading, onTheirWord }: BoxAnswer, fromRecord: boolean): AnswerView {
  const { rulebook } = asking;
  const open = (id: ClauseId) => asking.signedIn || rulebook.clauses.get(id)?.policy.front.public === true;
  const quote = (ids: readonly ClauseId[]) => ids.filter(open).map(id => quoted(rulebook, id));
  const said = explain(rulebook, { act: reading.act }, answer);
  return {
    words: asking.text, act: reading.act, answer, understood: rulebook.vocabulary.acts.get(reading.act)?.plain ?? reading.act,
    quoted: quote(answer.because), hidden: answer.because.filter(id => !open(id)).length, meanwhile: quote(meanwhileClauses(rulebook, answer, reading.act)),
    nearest: quote(answer.considered).slice(0, 3), 
    headline: said.headline, lines: [...(fromRecord ? [onTheRecord()] : onTheirWord ? [onYourWord()] : []), ...said.sentences],
    guessed: answer.says === 'yes' ? [] : reading.guessed.flatMap(fact => guessInWords(rulebook, fact, reading.facts[fact])),
    duties: quote(answer.duties.filter(id => !(answer.because as readonly ClauseId[]).includes(id))),
    situation: new URLSearchParams(Object.entries(reading.facts).flatMap(([fact, value]) => [value].flat().slice(0, 1).map(one => [`fact.${fact}`, one]))).toString(),
    ask: holdersOf(asking, answer.askGroups), tell: holdersOf(asking, answer.tellGroups),
    followUp: answer.says === 'depends' ? followUpFor(rulebook, reading.act, answer.missing) : null,
  };
}

/** "Where will you be? At school.": what was only guessed is said, so that the asker can put it right. */
function guessInWords({ vocabulary }: Rulebook, fact: string, value: string | readonly string[] | undefined): string[] {
  const known = vocabulary.facts.get(fact);
  const plain = [value ?? []].flat().map(one => known?.values.get(one)?.plain ?? one).join(' or ');
  return known?.question && plain ? [`${known.question} ${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`] : [];
}

const onYourWord = (): string => 'This is so if what you say about the permission is right. Countersign has not seen it.';

const onTheRecord = (): string => 'This is so by what the parents have told the school so far. A parent can change it on the page “My family”.';

function quoted(rulebook: Rulebook, id: ClauseId): QuotedClause {
  return { id, cite: cite(rulebook, id), words: rulebook.clauses.get(id)?.text ?? '', href: clauseHref(id) };
}

/** Offices with their titles, and, for those who are signed in, with the names behind them. */
export function holdersOf(asking: Pick<Asking, 'rulebook' | 'holders' | 'signedIn'>, groups: OfficeGroups): Holder[][] {
  return groups.map(group => group.map(office => {
    const names = asking.holders.get(office) ?? [];
    const known = asking.rulebook.vocabulary.offices.get(standsFor(asking.rulebook, office));
    return { office, title: known?.title ?? office, names: asking.signedIn ? names : [], vacant: names.length === 0 && known?.outside !== true && !GIVES_CONSENT.has(office) };
  }));
}

/** "Unassigned" and "the school" stand for the office that the school put in their place. */
function standsFor(rulebook: Rulebook, office: string): string {
  const holder = rulebook.school.offices[office];
  return (office === 'unassigned' || office === 'school') && holder?.startsWith('office:') ? holder.slice('office:'.length) : office;
}

/** Those who consent for themselves are people, not offices that could stand empty. */
const GIVES_CONSENT = new Set(['parent', 'pictured-person', 'everyone', 'file-owner', 'teacher', 'staff-member', 'responsible-adult']);
