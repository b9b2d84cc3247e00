/** The margin beside a clause: what it asks of the person who reads it, in plain words, under an honest label. Pure. */
import { say } from '../../platform/languages/index.ts';
import type { Clause, FrontMatter, Policy, Rule, Verb, Vocabulary, Whom } from '../../rulebook/index.ts';
import { capital, conditionWords, groupWords, listed, officeWords, spanWords, whomWords } from './phrases.ts';
import type { Margin, MarginLine } from './words.ts';

/** The person reading, as far as rules look at them. Signed out: `null`, and the margin speaks in general. */
export type MarginReader = { readonly kinds: readonly string[]; readonly offices: readonly string[] } | null;

/** Somebody is asked, told or signs: the software hands it on. Everything else rests on a promise until software measures it. */
const WORKFLOW: ReadonlySet<Verb> = new Set(['ask', 'tell', 'sign', 'countersign', 'consent']);
/** These explain; nobody is bound by them. */
const EXPLAIN: ReadonlySet<Verb> = new Set(['info', 'means']);

/** Whom a rule of a policy binds. */
export const whomOf = (rule: Rule, front: FrontMatter): Whom => (rule.who.kinds.length > 0 ? rule.who : { kinds: front.binds, except: rule.who.except });

/** Whether these people are among those bound. */
export function isBound(whom: Whom, reader: NonNullable<MarginReader>): boolean {
  const names = [...reader.kinds, ...reader.offices];
  return !whom.except.some(name => names.includes(name)) && (whom.kinds.length === 0 || whom.kinds.some(name => names.includes(name)));
}

/** The margin of a clause for a reader. */
export function marginOf(clause: Clause, of: { front: FrontMatter; reader: MarginReader; vocabulary: Vocabulary }): Margin {
  const binding = clause.rules.filter(rule => !EXPLAIN.has(rule.verb));
  if (binding.length === 0) return { label: null, lines: [plain(explains(clause))], bindsReader: false };
  const label = binding.some(rule => WORKFLOW.has(rule.verb)) ? 'workflow' : 'promised';
  const mine = of.reader === null ? binding : binding.filter(rule => isBound(whomOf(rule, of.front), of.reader!));
  if (mine.length === 0) return { label, lines: [plain(`Speaks of ${peopleOf(binding, of)}: not you.`)], bindsReader: false };
  const lines = onceEach(mine.map(rule => lineOf(rule, of.vocabulary)));
  const people = peopleOf(mine, of);
  const general = of.reader === null && people !== whomWords({ kinds: of.front.binds, except: [] }, of.vocabulary) ? [plain(`For ${people}.`)] : [];
  return { label, lines: [...lines.slice(0, 4), ...general], bindsReader: of.reader !== null };
}

/** Everything of a reader that the margins of a policy look at, as a text: where it is the same, so is every margin. */
export function seenAs(document: Policy, reader: MarginReader): string {
  if (reader === null) return 'anybody';
  const named = namesOfPolicy(document);
  return `somebody: ${[...reader.kinds, ...reader.offices].filter(name => named.has(name)).sort().join(' ')}`;
}

const names = new WeakMap<Policy, ReadonlySet<string>>();

/** Every kind and office that a rule of the policy binds or lets go. Worked out once a document. */
function namesOfPolicy(document: Policy): ReadonlySet<string> {
  const known = names.get(document);
  if (known) return known;
  const found = new Set(document.clauses.flatMap(clause => clause.rules.flatMap(rule => { const { kinds, except } = whomOf(rule, document.front); return [...kinds, ...except]; })));
  names.set(document, found);
  return found;
}

/** What a clause does, whoever reads it; for print. */
export function marginForAll(clause: Clause, front: FrontMatter, vocabulary: Vocabulary): Margin {
  return marginOf(clause, { front, reader: null, vocabulary });
}

const explains = (clause: Clause): string => (clause.rules.some(rule => rule.verb === 'means') ? 'Says what a word means.' : 'Explains. Nothing to do.');

function peopleOf(rules: readonly Rule[], { front, vocabulary }: { front: FrontMatter; vocabulary: Vocabulary }): string {
  const whoms = rules.map(rule => whomOf(rule, front));
  const except = whoms.length === 1 ? whoms[0]!.except : [];
  return whomWords({ kinds: [...new Set(whoms.flatMap(whom => whom.kinds))], except }, vocabulary);
}

const plain = (says: string): MarginLine => ({ says, when: '' });

const onceEach = (lines: readonly MarginLine[]): MarginLine[] => [...new Map(lines.map(line => [`${line.says} ${line.when}`, line])).values()];

/** One rule: what it says, and when. */
function lineOf(rule: Rule, vocabulary: Vocabulary): MarginLine {
  const when = rule.when.length > 0 ? `When ${conditionWords(rule.when, vocabulary)}.` : '';
  const unless = rule.unless.length > 0 ? `Not if ${conditionWords(rule.unless, vocabulary)}.` : '';
  return { says: `${capital(saidBy(rule, vocabulary))}.`, when: [when, unless].filter(Boolean).join(' ') };
}

function saidBy(rule: Rule, vocabulary: Vocabulary): string {
  const offices = rule.offices.length > 0 ? groupWords(rule.offices, vocabulary) : '';
  const { attributes } = rule;
  const said: Partial<Record<Verb, string>> = {
    may: offices ? `${offices} may` : 'you may',
    never: rule.advice ? 'better not' : rule.absolute ? 'never, without exception' : say('never'),
    ask: `ask ${offices} first${attributes['lasts'] ? `. A yes lasts ${spanWords(attributes['lasts'])}` : ''}`,
    must: rule.advice ? 'good to do' : `you must do this${attributes['within'] ? `, within ${spanWords(attributes['within'])}` : ''}`,
    tell: `you tell ${offices}${attributes['within'] ? ` (${spanWords(attributes['within'])})` : ''}`,
    consent: `only if ${offices} agrees`,
    sign: 'you sign', countersign: 'you countersign',
  };
  return said[rule.verb] ?? bySchool(rule, vocabulary);
}

/** What the school itself does. */
function bySchool(rule: Rule, vocabulary: Vocabulary): string {
  const { attributes } = rule;
  const by = rule.offices.length > 0 ? groupWords(rule.offices, vocabulary) : namedIn(attributes['by'], vocabulary);
  const byWhom = by ? ` by ${by}` : '';
  const said: Partial<Record<Verb, string>> = {
    keep: `kept${attributes['for'] ? ` for ${spanWords(attributes['for'])}` : ''}${attributes['then'] ? `, then ${attributes['then']}` : ''}`,
    check: `checked${attributes['every'] ? ` every ${spanWords(attributes['every'])}` : ''}${byWhom}`,
    train: `training${attributes['every'] ? ` every ${spanWords(attributes['every'])}` : ''}${byWhom}`,
    block: 'the web filter blocks it', watch: `logged${attributes['for'] ? `, kept for ${spanWords(attributes['for'])}` : ''}`,
    account: `accounts follow this${byWhom && `, run${byWhom}`}`, custody: `kept safe${byWhom}`, sanction: `what follows a breach, decided${byWhom || ' by the school'}`,
    publish: `given out${byWhom}`, assess: `the risk is weighed first${byWhom}`, 'duty-of': `a duty of ${dutyHolders(rule, vocabulary)}`,
  };
  return said[rule.verb] ?? rule.verb;
}

const namesOf = (text: string): string[] => text.split(/[|+()\s]+/).filter(Boolean);

function namedIn(text: string | undefined, vocabulary: Vocabulary): string {
  if (!text) return '';
  const join = text.includes('|') ? 'or' : 'and';
  const names = namesOf(text).map(name => (vocabulary.offices.has(name) ? officeWords(name, vocabulary) : name.replaceAll('-', ' ')));
  return listed(names, join);
}

const dutyHolders = (rule: Rule, vocabulary: Vocabulary): string => namedIn(rule.subject, vocabulary) || 'the school';
