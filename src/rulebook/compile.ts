/**
 * Policies to one rulebook: every clause gets its full name, every `over` is looked up, every rule knows whom it binds.
 */
import { DECIDING_VERBS } from './words.ts';
import type { BoundRule, Clause, ClauseId, Coverage, Finding, Place, Policy, Rule, Rulebook, SchoolSheet, Verb, Vocabulary, Whom } from './words.ts';
import { didYouMean } from './nearest.ts';
import { ruleOfClause } from './stand-ins.ts';

/** The policies of one pack, read. A line of its coverage may know where it stands. */
export interface PackPolicies {
  readonly pack: string;
  readonly policies: readonly Policy[];
  readonly coverage: readonly (Coverage & { readonly at?: Place })[];
}

export interface CompileInput extends PackPolicies {
  readonly vocabulary: Vocabulary;
  readonly school: SchoolSheet;
  /** The trust this school belongs to: its clauses bind too. */
  readonly trust?: PackPolicies;
}

interface Assembly {
  readonly school: SchoolSheet;
  readonly findings: Finding[];
  readonly clauses: Map<ClauseId, Clause & { readonly policy: Policy }>;
  readonly rules: BoundRule[];
  readonly broken: { readonly clauseId: ClauseId; readonly act: string }[];
}

/** Compiles a school's policies and its trust's into a rulebook. What cannot be resolved is a finding; the stricter reading stands. */
export function compile(input: CompileInput): { rulebook: Rulebook; findings: readonly Finding[] } {
  const { pack, vocabulary, school, trust } = input;
  const assembly: Assembly = { school, findings: [], clauses: new Map(), rules: [], broken: [] };
  const policies = [...addPack(assembly, input, trust), ...(trust ? addPack(assembly, trust, undefined) : [])];
  // Why the trust's pack is named: school and trust may both have a policy of the same id.
  const trusts = trust ? coverageOf(assembly, trust, vocabulary).map((line) => ({ ...line, clause: `${trust.pack}/${line.clause}` })) : [];
  const coverage = [...coverageOf(assembly, input, vocabulary), ...trusts];
  const { clauses, rules, broken, findings } = assembly;
  return { rulebook: { pack, school, vocabulary, policies, clauses, rules, rulesByAct: byAct(rules), coverage, broken }, findings };
}

/** The trust's policies that a rulebook was compiled with, to compile it again with another policy of the school's own. */
export function trustIn({ pack, clauses }: Rulebook): PackPolicies | undefined {
  const theirs = [...clauses].filter(([id]) => !id.startsWith(`${pack}/`));
  const first = theirs[0]?.[0];
  return first && { pack: first.slice(0, first.indexOf('/')), policies: [...new Set(theirs.map(([, clause]) => clause.policy))], coverage: [] };
}

/** A rulebook that lists the school's own policies alone: its clauses and rules still hold the trust's. */
export function withOwnPolicies(rulebook: Rulebook): Rulebook {
  const theirs = trustIn(rulebook);
  return theirs ? { ...rulebook, policies: rulebook.policies.filter((policy) => !theirs.policies.includes(policy)) } : rulebook;
}

function addPack(assembly: Assembly, { pack, policies }: PackPolicies, trust: PackPolicies | undefined): readonly Policy[] {
  const kept = policies.filter((policy, index) => {
    const first = policies.findIndex((other) => other.id === policy.id);
    if (first !== index) complain(assembly, { file: policy.file, line: 1, column: 1 }, 'duplicate-policy', `The policy id "${policy.id}" is already taken by ${policies[first]!.file}.`, 'Give each policy an id of its own.');
    return first === index;
  });
  const own = new Map(kept.map((policy) => [policy.id, new Set(policy.clauses.map((clause) => clause.id))]));
  for (const policy of kept) {
    for (const clause of policy.clauses) {
      const clauseId = fullName(pack, policy.id, clause.id);
      assembly.clauses.set(clauseId, { ...clause, policy });
      for (const written of clause.rules) {
        const rule = ruleOfClause(written, { sheet: assembly.school, policy: policy.id, clause: clause.id });
        const sets = resolveOver(assembly, { pack, policy, clause, rule, own, trust });
        assembly.rules.push({ ...rule, clauseId, pack, policy: policy.id, order: assembly.rules.length, sets, binds: whomOf(rule, policy) });
      }
    }
    for (const { clause, act } of policy.broken ?? []) assembly.broken.push({ clauseId: fullName(pack, policy.id, clause), act });
  }
  return kept;
}

function fullName(pack: string, policy: string, clause: string): ClauseId {
  return `${pack}/${policy}#${clause}`;
}

function complain({ findings }: Assembly, at: Place, code: string, message: string, remedy: string): void {
  findings.push({ file: at.file, line: at.line, column: at.column, severity: 'error', code, message, remedy });
}

/** A rule that names nobody binds everybody its policy binds, less those it takes out. */
function whomOf(rule: Rule, policy: Policy): Whom {
  return rule.who.kinds.length > 0 ? rule.who : { kinds: policy.front.binds, except: rule.who.except };
}

interface OverInput {
  readonly pack: string;
  readonly policy: Policy;
  readonly clause: Clause;
  readonly rule: Rule;
  /** Clause ids of the pack's own policies. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  readonly trust: PackPolicies | undefined;
}

/** The clauses a rule sets aside. A name that cannot be resolved sets nothing aside. */
function resolveOver(assembly: Assembly, input: OverInput): readonly ClauseId[] {
  return input.rule.over.flatMap((written) => {
    const [policyId, clauseId] = splitName(written, input.policy.id);
    const isItself = policyId === input.policy.id && clauseId === input.clause.id;
    if (isItself) {
      complain(assembly, input.rule.at, 'over-itself', `The clause "${clauseId}" sets itself aside.`, 'Name the clause that it is stronger than.');
      return [];
    }
    if (input.own.get(policyId)?.has(clauseId)) return [fullName(input.pack, policyId, clauseId)];
    complainOfOver(assembly, input, written, policyId, clauseId);
    return [];
  });
}

function splitName(written: string, policy: string): [string, string] {
  const [first = '', second] = written.split('#');
  return second === undefined ? [policy, first] : [first || policy, second];
}

function complainOfOver(assembly: Assembly, { rule, own, trust }: OverInput, written: string, policyId: string, clauseId: string): void {
  const trusts = trust?.policies.find((policy) => policy.id === policyId)?.clauses.some((clause) => clause.id === clauseId);
  if (trusts) {
    complain(assembly, rule.at, 'over-trust', `"${written}" is a clause of the trust, which a school may not set aside.`, 'A school may only be stricter: take it out of "over", or ask the trust to change its policy.');
    return;
  }
  const clauses = own.get(policyId);
  const elsewhere = [...own].find(([, ids]) => ids.has(clauseId))?.[0];
  const remedy = !clauses ? didYouMean(policyId, own.keys(), `The policies here are ${[...own.keys()].join(', ')}.`)
    : elsewhere ? `Did you mean "${elsewhere}#${clauseId}"?`
    : didYouMean(clauseId, clauses, 'Name a clause of this policy, or policy#clause.');
  complain(assembly, rule.at, 'dangling-reference', `"over" names "${written}", which is no clause here.`, remedy);
}

function byAct(rules: readonly BoundRule[]): ReadonlyMap<string, readonly BoundRule[]> {
  const acts = new Map<string, BoundRule[]>();
  for (const rule of rules) {
    if (!(DECIDING_VERBS as readonly Verb[]).includes(rule.verb)) continue;
    const same = acts.get(rule.subject);
    if (same) same.push(rule);
    else acts.set(rule.subject, [rule]);
  }
  return acts;
}

function coverageOf(assembly: Assembly, { pack, policies, coverage }: PackPolicies, vocabulary: Vocabulary): readonly Coverage[] {
  const known = new Set(policies.flatMap((policy) => policy.clauses.map((clause) => `${policy.id}#${clause.id}`)));
  return coverage.map(({ source, clause, act, at = { file: `${pack}/coverage.tsv`, line: 1, column: 1 } }) => {
    if (!known.has(clause)) complain(assembly, at, 'dangling-reference', `${source} is said to be carried by "${clause}", which is no clause here.`, didYouMean(clause, known, 'Name a clause as policy#clause.'));
    if (act !== '' && !vocabulary.acts.has(act)) complain(assembly, at, 'unknown-act', `"${act}" is not an act.`, didYouMean(act, vocabulary.acts.keys(), 'The acts are listed in the vocabulary, file acts.tsv.'));
    return { source, clause, act };
  });
}
