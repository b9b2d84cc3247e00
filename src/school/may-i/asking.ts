/** From words to everything the answer page draws: read, decide, quote. */
import { answerChosen, answerQuestion, decide, explain, nearestFor, toldAnyway, type Answer, type BoxAnswer, type BoxWords, type ClauseId, type OfficeGroups, type Permission, type Question, type Rulebook } from '../../rulebook/index.ts';
import { cite, clauseHref } from '../policies/index.ts';
import type { AppsNamed, ParentsSaid, RolesKept } from '../answers.ts';
import { appsOnRecord, IMPORT, shownIn, USE, type AppsKnown } from './apps.ts';
import { followUpFor, isDoneByPupils, isPupil, meanwhileClauses, mayAskFor, onRecord, rolesOnRecord, setAsideBy, SOMETHING_ELSE } from './decisions.ts';
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
  /** Which permission the person means, by its use; empty for none that they hold. */
  readonly use?: string | undefined;
  readonly on: string;
  /** What parents said, as the school has it on record. */
  readonly parentsSaid: readonly ParentsSaid[];
  /** Which roles the school keeps lists of, and which of them this person has today. */
  readonly roles: RolesKept;
  /** What the register of applications makes of the question; null where nobody is signed in. */
  readonly apps: AppsNamed | null;
  /** office → the names of who holds it. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly signedIn: boolean;
  /** Who decides where the rule names the asker's own office: nobody decides their own. */
  readonly decidedBy?: OfficeGroups | undefined;
}

export interface Asked {
  /** A pupil asks: whoever cannot be answered is sent to a teacher. */
  readonly pupil: boolean;
  /** Words of harm were typed. */
  readonly safety: boolean;
  readonly says: string;
  readonly act: string | null;
  /** Null when the box does not know what was asked, and shows what it might have been. */
  readonly view: AnswerView | null;
  /** The applications that were named, where the question is about using them. */
  readonly apps: AppsKnown | null;
  readonly didYouMean: readonly { readonly act: string; readonly plain: string }[];
}

/** Answers a typed question. A low confidence shows the best three acts and never guesses a yes. */
export function askRules(asking: Asking): Asked {
  const { rulebook, words, text } = asking;
  const plainly = { who: asking.who, permissions: asking.permissions, on: asking.on, ...(asking.use === undefined ? {} : { use: asking.use }) };
  // Why left out: "none of these" is not knowing. It is asked once, and no answer may stand on it.
  const typed = Object.fromEntries(Object.entries(asking.facts).filter(([, value]) => value !== SOMETHING_ELSE));
  const first = answerQuestion(rulebook, words, text, plainly);
  const chosen = asking.act !== undefined && rulebook.vocabulary.acts.has(asking.act) ? asking.act : undefined;
  const heard = chosen === undefined ? first : answerChosen(rulebook, words, { text, act: chosen, facts: typed }, plainly);
  const apps = asking.apps && appsOnRecord(rulebook, { ...heard.reading, unsure: heard.unsure, chosen: chosen !== undefined }, asking.apps);
  const act = apps?.act ?? chosen;
  const told = { ...typed, ...apps?.facts };
  // Why without: what was granted about applications stands in the register, each under its name.
  const given = apps ? { ...plainly, permissions: asking.permissions.filter(one => one.act !== USE && one.act !== IMPORT) } : plainly;
  const read = act === undefined ? first : answerChosen(rulebook, words, { text, act, facts: told }, given);
  const parents = read.unsure ? null : onRecord(rulebook, read.reading, asking.parentsSaid);
  const roles = read.unsure ? null : rolesOnRecord(rulebook, read.reading, asking.roles);
  // Why as those whom the rule binds: whoever asks, what they may do hangs on what the rule asks of others.
  const weighed = parents === null && roles === null ? read : answerChosen(rulebook, words, { text, act: read.reading.act, facts: { ...told, ...parents?.facts, ...roles } }, { ...given, who: [...asking.who, ...parents?.who ?? []] });
  const box = apps ? onListAlone(rulebook, weighed, { ...given, who: [...asking.who, ...parents?.who ?? []] }) : weighed;
  const plainOf = (name: string) => rulebook.vocabulary.acts.get(name)?.plain ?? name;
  const pupil = isPupil(rulebook, asking.who);
  const fits = (name: string) => !pupil || isDoneByPupils(rulebook, name);
  // A child who would tell of something is not given a rule about it, nor the lack of one.
  const tells = pupil && !box.unsure && toldAnyway(rulebook, box.reading.act, box.answer).length > 0;
  const unsure = box.unsure || tells || (box.answer.says === 'silent' && !fits(box.reading.act));
  const others = first.reading.alternatives.filter(other => other.act !== '' && (unsure || other.act !== box.reading.act) && fits(other.act)).slice(0, 3);
  return {
    pupil, safety: first.reading.safety || tells, says: unsure ? 'unclear' : box.answer.says, act: unsure ? null : box.reading.act,
    view: unsure ? null : withName(viewOf(asking, box, { parents: parents !== null, roles: roles !== null }), apps), apps, didYouMean: others.map(other => ({ act: other.act, plain: plainOf(other.act) })),
  };
}

/** What somebody says of a permission of theirs does not count where the register knows better. */
function onListAlone(rulebook: Rulebook, box: BoxAnswer, given: Omit<Question, 'act' | 'facts'>): BoxAnswer {
  return box.reading.claims.length === 0 || box.reading.omit ? box : { ...box, onTheirWord: false, answer: decide(rulebook, { ...given, act: box.reading.act, facts: box.reading.facts }) };
}

/** The name of the application goes along to the form of a request. */
const withName = (view: AnswerView, apps: AppsKnown | null): AnswerView => (apps ? { ...view, situation: `${view.situation}&${new URLSearchParams(shownIn(apps).map(one => [...one])).toString()}` } : view);

function viewOf(asking: Asking, { answer, reading, onTheirWord }: BoxAnswer, onRecord: { readonly parents: boolean; readonly roles: boolean }): AnswerView {
  const { rulebook } = asking;
  const open = (id: ClauseId) => asking.signedIn || rulebook.clauses.get(id)?.policy.front.public === true;
  const quote = (ids: readonly ClauseId[]) => ids.filter(open).map(id => quoted(rulebook, id));
  const decides = asking.decidedBy ?? answer.askGroups;
  const said = explain(rulebook, { ...reading, who: asking.who }, { ...answer, askGroups: decides });
  const noneOf = Object.keys(asking.facts).filter(fact => asking.facts[fact] === SOMETHING_ELSE);
  const missing = answer.missing.filter(fact => !noneOf.includes(fact));
  const hangsOnUse = answer.says === 'depends' && asking.use === undefined && missing.every(fact => fact === 'grant-held') && asking.permissions.some(one => one.act === reading.act && one.use !== undefined);
  const unsettled = answer.says === 'depends' && !hangsOnUse && missing.length === 0;
  return {
    words: asking.text, act: reading.act, answer, understood: rulebook.vocabulary.acts.get(reading.act)?.plain ?? reading.act,
    quoted: quote(answer.because), hidden: answer.because.filter(id => !open(id)).length, meanwhile: quote(meanwhileClauses(rulebook, answer, reading.act)),
    setAside: quote(setAsideBy(rulebook, answer, reading.act)), nearest: quote(nearestFor(rulebook, asking.who, answer)).slice(0, 3),
    headline: said.headline, lines: [...(onRecord.parents ? [onTheRecord()] : onTheirWord ? [onYourWord()] : []), ...(onRecord.roles && answer.says !== 'silent' ? [onTheLists()] : []), ...(unsettled ? [] : said.sentences)],
    guessed: guessesThatCount(asking, { answer, reading }).flatMap(fact => guessInWords(rulebook, fact, reading.facts[fact])),
    duties: quote(answer.duties.filter(id => !(answer.because as readonly ClauseId[]).includes(id))),
    situation: new URLSearchParams([...Object.entries(reading.facts).flatMap(([fact, value]) => [value].flat().slice(0, 1).map((one): [string, string] => [`fact.${fact}`, one])), ...noneOf.map((fact): [string, string] => [`fact.${fact}`, SOMETHING_ELSE])]).toString(),
    ask: holdersOf(asking, decides), tell: holdersOf(asking, [...answer.tellGroups, ...toldAnyway(rulebook, reading.act, answer)]), hangsOnUse,
    followUp: answer.says === 'depends' && !hangsOnUse ? followUpFor(rulebook, reading.act, missing) : null,
    unsettled: unsettled ? { mayAsk: mayAskFor(rulebook, reading.act, asking.who), owners: holdersOf(asking, [ownersOf(rulebook, answer.because)]) } : null,
  };
}

/** The offices that look after the policies of these clauses. */
const ownersOf = (rulebook: Rulebook, clauses: readonly ClauseId[]): string[] => {
  const owners = new Set(clauses.flatMap(id => rulebook.clauses.get(id)?.policy.front.owner ?? []));
  return owners.size > 0 ? [...owners] : ['head'];
};

/** The guesses on which an answer hangs. Why only these: a guess that changes nothing is one more thing to read, and may be wrong. */
function guessesThatCount({ rulebook, who, permissions, on }: Asking, { answer, reading }: Pick<BoxAnswer, 'answer' | 'reading'>): readonly string[] {
  if (answer.says === 'yes' || answer.says === 'silent' || who.includes('pupil-ks1')) return [];
  const without = (names: readonly string[]) => decide(rulebook, { who, act: reading.act, facts: Object.fromEntries(Object.entries(reading.facts).filter(([fact]) => !names.includes(fact))), permissions, on });
  const same = (other: Answer) => other.says === answer.says && other.because.join() === answer.because.join();
  if (reading.omit) return reading.guessed;
  if (same(without(reading.guessed))) return [];
  const counting = reading.guessed.filter(fact => !same(without([fact])));
  return counting.length > 0 ? counting : reading.guessed;
}

/** "Where will you be? At school.": what was only guessed is said, so that the asker can put it right. */
function guessInWords({ vocabulary }: Rulebook, fact: string, value: string | readonly string[] | undefined): string[] {
  const known = vocabulary.facts.get(fact);
  const plain = [value ?? []].flat().map(one => known?.values.get(one)?.plain ?? one).join(' or ');
  return known?.question && plain ? [`${known.question} ${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`] : [];
}

const onYourWord = (): string => 'This is so if what you say about the permission is right. Countersign has not seen it.';

const onTheRecord = (): string => 'This is so by what the parents have told the school so far. A parent can change it on the page “My family”.';

const onTheLists = (): string => 'This is so by the lists that the school keeps of who has which role.';

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
