/** What may be declared, what the rules say of it, and when somebody is reminded. Pure. */
import { addDays, addMonths, type Day } from '../../../platform/days.ts';
import { decide, type Answer, type BoundRule, type ClauseId, type Permission, type Rulebook, type Vocabulary, type Whom } from '../../../rulebook/index.ts';
import { SORTS, type Asked, type Declaration, type End, type Facts, type Sort, type Standing, type Weighed } from './words.ts';

/** What a sort asks the rules: acts with what is known of them from the start. */
interface Check { readonly act: string; readonly facts: Facts }

/** `rests`: some rule must speak of one of these, or there is nothing to declare. `ends`: the act that closes it. */
const OF: Readonly<Record<Sort, { readonly checks: readonly Check[]; readonly rests: readonly Check[]; readonly always: readonly string[]; readonly ends: string | null; readonly how: readonly End[] }>> = {
  'off-site': {
    checks: [{ act: 'take-data-off-site', facts: { place: 'off-site' } }, { act: 'store-school-data', facts: { place: 'off-site', store: 'portable-media' } }],
    rests: [{ act: 'take-data-off-site', facts: { place: 'off-site' } }], always: ['data-kind', 'media'], ends: null, how: ['brought-back', 'wiped', 'shredded', 'never-taken'],
  },
  stick: {
    checks: [{ act: 'store-school-data', facts: { store: 'portable-media' } }],
    rests: [{ act: 'store-school-data', facts: { store: 'portable-media' } }, { act: 'delete-from-portable-media', facts: {} }], always: ['data-kind', 'media'], ends: 'delete-from-portable-media', how: ['wiped', 'never-taken'],
  },
  export: {
    checks: [{ act: 'export-personal-data', facts: {} }, { act: 'store-school-data', facts: {} }],
    rests: [{ act: 'export-personal-data', facts: {} }], always: ['data-kind', 'store'], ends: null, how: ['deleted', 'never-taken'],
  },
  paper: {
    checks: [{ act: 'export-personal-data', facts: { media: 'paper' } }],
    rests: [{ act: 'destroy-paper-records', facts: { media: 'paper' } }], always: ['data-kind'], ends: 'destroy-paper-records', how: ['shredded', 'with-the-case', 'never-taken'],
  },
};

/** Nobody answers these about themselves: offices, registers and the calendar do. */
const NOT_ASKED = new Set(['authorised', 'consent', 'grant-held', 'intent', 'period', 'person-status', 'timing', 'trigger']);
/** More values than this, and only those that the rules speak of are shown. */
const MOST_CHOICES = 14;
/** A value none of the rules speak of. */
export const SOMETHING_ELSE = 'something-else';

/** How a declaration of this sort may end. */
export const endsOf = (sort: Sort): readonly End[] => OF[sort].how;

const isFor = ({ kinds, except }: Whom, who: readonly string[]): boolean => (kinds.length === 0 || kinds.some(kind => who.includes(kind))) && !except.some(kind => who.includes(kind));

function meets(fact: string, value: string, wanted: readonly string[], vocabulary: Vocabulary): boolean {
  const within = (one: string) => vocabulary.facts.get(fact)?.values.get(one)?.within ?? [];
  return wanted.some(one => one === value || within(value).includes(one) || within(one).includes(value));
}

/** The rules of an act that bind this person and could hold in such a situation. */
const rulesFor = (rulebook: Rulebook, { act, facts }: Check, who: readonly string[]): BoundRule[] => (rulebook.rulesByAct.get(act) ?? []).filter(rule =>
  isFor(rule.binds, who) && rule.when.every(({ fact, operator, values }) => operator !== '=' || facts[fact] === undefined || meets(fact, facts[fact], values, rulebook.vocabulary)));

/** What this person may have to declare: the sorts of which a rule that binds them speaks. */
export const sortsFor = (rulebook: Rulebook, who: readonly string[]): Sort[] => SORTS.filter(sort => OF[sort].rests.some(check => rulesFor(rulebook, check, who).length > 0));

/** The questions that the rules need answered for a sort: what it is and where it goes first, then what is a yes or a no. */
export function questionsFor(rulebook: Rulebook, sort: Sort, who: readonly string[]): Asked[] {
  const { checks, always, rests } = OF[sort];
  const rules = [...checks, ...rests].flatMap(check => rulesFor(rulebook, check, who).map(rule => ({ rule, check })));
  const spoken = new Map<string, Set<string>>(always.map(fact => [fact, new Set()]));
  for (const { rule, check } of rules) for (const { fact, values } of [...rule.when, ...rule.unless]) {
    if (NOT_ASKED.has(fact) || check.facts[fact] !== undefined) continue;
    spoken.set(fact, new Set([...spoken.get(fact) ?? [], ...values]));
  }
  const asked = [...rulebook.vocabulary.facts.values()].flatMap((known): Asked[] => {
    const values = spoken.get(known.name);
    if (!values || (known.type !== 'enum' && known.type !== 'yes/no')) return [];
    return [{ fact: known.name, question: known.question || known.meaning, yesNo: known.type === 'yes/no', choices: known.type === 'yes/no' ? [] : choicesOf([...known.values.values()], values) }];
  });
  return [...asked.filter(one => always.includes(one.fact)), ...asked.filter(one => !always.includes(one.fact) && !one.yesNo), ...asked.filter(one => !always.includes(one.fact) && one.yesNo)];
}

function choicesOf(all: readonly { readonly value: string; readonly plain: string; readonly within: readonly string[] }[], spoken: ReadonlySet<string>): Asked['choices'] {
  const shown = all.length <= MOST_CHOICES ? all : all.filter(one => spoken.has(one.value) || one.within.length === 0);
  return shown.map(one => ({ value: one.value, text: one.plain }));
}

export interface WeighAsk {
  readonly sort: Sort; readonly who: readonly string[]; readonly facts: Facts; readonly permissions: readonly Permission[]; readonly on: Day;
  /** Which permission they say it is under, by its use; anything else for none. Left out until they have said. */
  readonly use?: string | undefined;
}

const STRICTEST = ['no', 'depends', 'ask'] as const;

/** Asks the rules about everything that a declaration of this sort touches. The strictest answer counts; a rule's silence is never a yes. */
export function weigh(rulebook: Rulebook, ask: WeighAsk): Weighed {
  const { sort, who, on, permissions, use } = ask;
  const checks = OF[sort].checks.filter(({ act }) => sort !== 'off-site' || act !== 'store-school-data' || meets('media', ask.facts['media'] ?? '', ['portable'], rulebook.vocabulary));
  const answers = checks.map(check => ({ check, answer: decide(rulebook, { who, act: check.act, facts: { ...ask.facts, ...check.facts }, permissions, on, ...(use === undefined ? {} : { use }) }) }));
  const ends = endClauses(rulebook, ask);
  for (const verdict of STRICTEST) {
    const found = answers.find(({ answer }) => answer.says === verdict);
    if (!found) continue;
    const { answer, check } = found;
    const owners = ownersOf(rulebook, check.act, who, answer.because);
    if (verdict === 'ask') return { kind: 'ask', because: answer.because, owners, act: check.act, facts: { ...ask.facts, ...check.facts }, offices: answer.askGroups };
    if (verdict === 'depends' && use === undefined && hangsOnUse(answer, permissions, check.act)) return { kind: 'which', because: answer.because, owners, act: check.act, facts: { ...ask.facts, ...check.facts } };
    return { kind: verdict === 'no' ? 'no' : 'unclear', because: answer.because, owners };
  }
  const because = [...new Set([...answers.flatMap(({ answer }) => [...answer.because, ...answer.duties]), ...ends])];
  const owners = [...new Set(answers.flatMap(({ check, answer }) => ownersOf(rulebook, check.act, who, [...answer.because, ...answer.duties])))];
  if (answers.some(({ answer }) => saysYes(answer))) return { kind: 'yes', because, owners };
  return because.length > 0 ? { kind: 'entry', because, owners: owners.length > 0 ? owners : policyOwners(rulebook, because) } : { kind: 'silent', because: [], owners: [] };
}

/** Whether it is open only because a permission was given for one use. */
const hangsOnUse = ({ missing }: Answer, permissions: readonly Permission[], act: string): boolean =>
  missing.every(fact => fact === 'grant-held') && permissions.some(one => one.act === act && one.use !== undefined);

const saysYes = ({ says }: Answer): boolean => says === 'yes' || says === 'tell';

/** The clauses that say what happens with it afterwards: those that could hold for what was told. */
function endClauses(rulebook: Rulebook, { sort, who, facts }: WeighAsk): readonly ClauseId[] {
  const act = OF[sort].ends;
  return act === null ? [] : [...new Set(rulesFor(rulebook, { act, facts: sort === 'paper' ? { ...facts, media: 'paper' } : facts }, who).map(rule => rule.clauseId))];
}

/** The offices whose yes the act needs; where it needs none, those that look after the policies that speak. */
function ownersOf(rulebook: Rulebook, act: string, who: readonly string[], clauses: readonly ClauseId[]): string[] {
  if (clauses.length === 0) return [];
  const asked = (rulebook.rulesByAct.get(act) ?? []).filter(rule => rule.verb === 'ask' && clauses.includes(rule.clauseId) && isFor(rule.binds, who)).flatMap(rule => rule.offices.flat());
  return asked.length > 0 ? [...new Set(asked.map(office => realOf(rulebook, office)))] : policyOwners(rulebook, clauses);
}

const policyOwners = (rulebook: Rulebook, clauses: readonly ClauseId[]): string[] => [...new Set(clauses.map(id => realOf(rulebook, rulebook.clauses.get(id)?.policy.front.owner ?? 'unassigned')))];

function realOf(rulebook: Rulebook, office: string): string {
  const real = office === 'unassigned' || office === 'school' ? rulebook.school.offices[office] : undefined;
  return real?.startsWith('office:') ? real.slice('office:'.length) : office;
}

/** The last day on which it may still be there, where a clause says so (`within="5 days"`). `schoolDays` where it counts school days. */
export function periodFor(rulebook: Rulebook, sort: Sort, who: readonly string[]): { readonly schoolDays: number } | { readonly until: (from: Day) => Day } | null {
  const act = OF[sort].ends;
  const said = act === null ? undefined : rulesFor(rulebook, { act, facts: {} }, who).map(rule => rule.attributes['within']).find(within => within !== undefined);
  const [, count, unit] = /^(\d{1,3}) (school day|day|week|month)s?$/.exec(said ?? '') ?? [];
  const n = Number(count);
  if (unit === 'school day') return { schoolDays: n };
  if (unit === 'day' || unit === 'week') return { until: from => addDays(from, unit === 'week' ? 7 * n : n) };
  return unit === 'month' ? { until: from => addMonths(from, n) } : null;
}

/** How it stands on a day. On its day it is not overdue yet. */
export const standingOf = ({ goneBy, goneOn }: Pick<Declaration, 'goneBy' | 'goneOn'>, today: Day): Standing => (goneOn !== null ? 'gone' : goneBy < today ? 'overdue' : 'open');

/** They are asked so often at most, then the offices are told. */
export const MOST_REMINDERS = 4;

/** What is due on a school day: a reminder a day from its day on, four at most; after those the offices are told, once. */
export function nextStep({ goneBy, goneOn, reminded, remindedOn, handedOn }: Pick<Declaration, 'goneBy' | 'goneOn' | 'reminded' | 'remindedOn' | 'handedOn'>, today: Day): 'remind' | 'hand-on' | null {
  if (goneOn !== null || today < goneBy || handedOn !== null || remindedOn === today) return null;
  return reminded < MOST_REMINDERS ? 'remind' : 'hand-on';
}

/** Read every entry, whoever's clause it rests on. */
const SEE_ALL = ['head', 'dpo', 'data-protection-lead'];

/** Whose entries a reader's offices let them see: all; those of clauses they look after; or none but their own. */
export function seenAs(offices: readonly string[]): 'all' | readonly string[] | null {
  if (offices.some(office => SEE_ALL.includes(office))) return 'all';
  return offices.length > 0 ? offices : null;
}

/** Whether what was said of its end may still be taken back: until that day ends, by whoever said it. */
export const mayReopen = (declaration: Pick<Declaration, 'goneSaidOn' | 'person'>, me: string | null, today: Day): boolean => declaration.goneSaidOn === today && declaration.person !== null && declaration.person === me;
