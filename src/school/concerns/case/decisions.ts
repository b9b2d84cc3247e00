/** What the school's rules ask for before a concern may be closed, and what of it is there. Pure. */
import type { BoundRule, ClauseId, Rulebook } from '../../../rulebook/index.ts';
import type { Clock } from '../clocks/words.ts';
import type { Concern, ToldWords } from '../words.ts';
import { BREACH_FORMS, KIND_CHECKS, type CaseFacts, type Item, type Step, type TriageWords } from './words.ts';

/** What dealing with a kind of concern is called in the rules, besides the kind itself. */
const DEALING: Readonly<Record<string, readonly string[]>> = {
  'complain-data': ['answer-data-complaint'],
  'handle-bullying': ['support-victim', 'deal-with-bully', 'remove-improper-content', 'contact-service-provider'],
  'report-data-breach': ['handle-breach', 'recall-email'],
  'report-account-compromise': ['handle-breach'],
  'report-security-breach': ['handle-breach'],
};

/** The acts of the rules that speak of dealing with this kind of concern. */
export const actsFor = (kind: string): readonly string[] => [kind, ...(DEALING[kind] ?? []), 'refer-to-outside-agency'];

/** Steps that stand for an act where its rule names none. */
const STEPS_OF: Readonly<Record<string, readonly string[]>> = {
  'support-victim': ['support'], 'deal-with-bully': ['talk'], 'remove-improper-content': ['posts'], 'contact-service-provider': ['provider-removal'],
};
const KNOWN = new Set(['claim', 'decision', 'first-step', 'narrative', 'told', 'support', 'talk', 'talk-to-all', 'amends', 'action', 'pass', 'posts', 'provider-removal', 'under-policy']);

/** What is known of a case, as far as rules may ask for it. */
export function factsOf(of: { readonly kind: string; readonly severity: Concern['severity']; readonly told: Pick<ToldWords, 'facts'> | null; readonly triage: TriageWords | null; readonly steps: readonly Step[] }): CaseFacts {
  const { kind, severity, triage, steps } = of;
  const facts = of.told?.facts ?? {};
  const refused = steps.some(step => step.sort === 'post' && step.state !== 'mistaken' && ['refused', 'unable', 'provider-asked', 'provider-removed', 'provider-refused'].includes(String(step.words['result'])));
  const given = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, [value]]));
  return {
    ...given,
    trigger: [...(facts['trigger'] ? [facts['trigger']] : []), ...(kind === 'handle-bullying' ? ['bullying-allegation'] : []), ...(DEALING[kind]?.includes('handle-breach') ? ['breach'] : []), ...(triage?.harm === 'yes' ? ['harm-likely'] : []), ...(refused ? ['refused-or-unable'] : [])],
    content: triage?.illegal === 'yes' ? ['illegal'] : facts['content'] ? [facts['content']] : [],
    intent: triage && triage.intent !== 'unknown' ? [triage.intent] : facts['intent'] ? [facts['intent']] : [],
    severity: severity ? [severity] : [],
    purpose: ['content-removal'],
  };
}

/** Whether a rule holds in this case: each of its tests is known to be met. */
function holds(rule: BoundRule, facts: CaseFacts): boolean {
  const met = (test: BoundRule['when'][number]) => test.operator === '=' && (facts[test.fact] ?? []).some(value => test.values.includes(value));
  return rule.when.every(met) && !rule.unless.some(met);
}

/** Acts that are the telling itself: they bind whoever tells and are done by then. */
const isTelling = (rule: BoundRule, kind: string): boolean => rule.verb === 'tell' && rule.subject === kind;

/** The steps that the rules ask for in this case, each with the clauses that do. */
export function stepsAsked(of: { readonly rulebook: Rulebook; readonly kind: string; readonly facts: CaseFacts }): Map<string, ClauseId[]> {
  const { rulebook, kind, facts } = of;
  const acts = actsFor(kind);
  const asked = new Map<string, ClauseId[]>();
  const ask = (name: string, clause: ClauseId) => asked.set(name, [...new Set([...(asked.get(name) ?? []), clause])]);
  for (const rule of rulebook.rules) {
    const act = acts.includes(rule.subject) ? rule.subject : acts.includes(rule.attributes['to'] ?? '') ? rule.attributes['to']! : null;
    if (act === null || !holds(rule, facts)) continue;
    for (const name of namesOf(rule, act, of)) ask(name, rule.clauseId);
  }
  return asked;
}

function namesOf(rule: BoundRule, act: string, { kind, facts }: { readonly kind: string; readonly facts: CaseFacts }): string[] {
  if (isTelling(rule, kind)) return [...formChecks(facts, rule.when.flatMap(test => (test.fact === 'trigger' ? test.values : []))), ...(/\bactions\b/.test(rule.attributes['needs'] ?? '') ? ['action'] : [])];
  if (act === 'recall-email') return formChecks(facts, ['misdirected']).slice(0, 1);
  if (act === 'refer-to-outside-agency') return rule.offices.flat().map(office => `referral:${office}`);
  const written = rule.attributes['steps']?.split(/\s+/).filter(Boolean).map(name => (KNOWN.has(name) ? name : `own:${rule.clauseId}`));
  return written ?? [...STEPS_OF[act] ?? (rule.verb === 'duty-of' ? [`own:${rule.clauseId}`] : [])];
}

const formChecks = (facts: CaseFacts, forms: readonly string[]): string[] =>
  (facts['trigger'] ?? []).filter(form => forms.includes(form)).flatMap(form => (BREACH_FORMS[form] ?? []).map(check => `form:${check}`));

/** The form of a breach that this is, or null. */
export const breachForm = (facts: CaseFacts): string | null => (facts['trigger'] ?? []).find(form => form in BREACH_FORMS) ?? null;

export interface CaseNow {
  readonly rulebook: Rulebook;
  readonly concern: Pick<Concern, 'kind' | 'severity' | 'actedAt'>;
  readonly facts: CaseFacts;
  readonly narrative: string;
  readonly steps: readonly Step[];
  readonly clocks: readonly Pick<Clock, 'clock' | 'state' | 'clauses'>[];
}

/** Everything that must be there before this concern is closed, and whether it is. The decision itself comes with the closing. */
export function checklist(now: CaseNow): Item[] {
  const steps = now.steps.filter(step => step.state !== 'mistaken');
  const asked = stepsAsked({ rulebook: now.rulebook, kind: now.concern.kind, facts: now.facts });
  // Why: the decision comes with the closing, and a document to follow is shown, not ticked.
  for (const name of ['decision', 'under-policy']) asked.delete(name);
  const form = breachForm(now.facts);
  if (form !== null) for (const check of BREACH_FORMS[form]!) if (!asked.has(`form:${check}`)) asked.set(`form:${check}`, []);
  for (const check of KIND_CHECKS[now.concern.kind] ?? []) asked.set(`form:${check}`, []);
  const clocks = now.clocks.filter(clock => clock.clock !== 'own' && clock.clock !== 'first-step');
  return [
    item('triage', [], now.concern.severity !== null),
    ...[...asked].flatMap(([name, clauses]) => itemFor(name, clauses, { ...now, steps })),
    ...clocks.map(clock => item(`clock:${clock.clock}`, clock.clauses as ClauseId[], clock.state !== 'running')),
    ...(clocks.some(clock => clock.clock === 'breach') ? [item('high-risk', [], steps.some(step => step.sort === 'high-risk'))] : []),
    ...open(steps, 'action', 'actions-done'), ...open(steps, 'provider', 'provider-answer'), ...(asked.has('support') ? [] : open(steps, 'support', 'support-done')), ...(asked.has('posts') ? [] : open(steps, 'post', 'posts')),
  ];
}

const item = (name: string, clauses: readonly ClauseId[], done: boolean, missing: readonly string[] = []): Item => ({ name, clauses, done, missing });

/** What was begun is to be ended, whether or not a rule asks for it. */
const open = (steps: readonly Step[], sort: Step['sort'], name: string): Item[] => {
  const begun = steps.filter(step => step.sort === sort);
  return begun.length === 0 ? [] : [item(name, [], begun.every(step => step.state === 'done'))];
};

function itemFor(name: string, clauses: readonly ClauseId[], now: CaseNow): Item[] {
  const { steps } = now;
  const has = (sort: Step['sort']) => steps.some(step => step.sort === sort);
  const ticked = (check: string) => steps.some(step => step.sort === 'check' && step.words['check'] === check);
  const harmed = named(steps, 'harmed');
  const harmers = named(steps, 'harmed-others');
  const nobody = ticked('nobody-found');
  switch (name) {
    case 'claim': return [item(name, clauses, has('claim'))];
    case 'first-step': return [item(name, clauses, now.concern.actedAt !== null)];
    case 'narrative': return [item(name, clauses, now.narrative.trim() !== '' && has('person'))];
    case 'told': return [item(name, clauses, has('told'))];
    case 'action': return [item(name, clauses, steps.some(step => step.sort === 'action' && step.state === 'done'))];
    case 'pass': return [item(name, clauses, steps.some(step => step.sort === 'pass' && step.state === 'done'))];
    case 'support': return [each(name, clauses, harmed, person => steps.some(step => step.sort === 'support' && step.words['for'] === person.id))];
    case 'talk': return [nobody ? item(name, clauses, true) : each(name, clauses, harmers, person => steps.some(step => step.sort === 'talk' && step.words['joint'] !== 'yes' && withIn(step).includes(person.id)))];
    case 'talk-to-all': return harmers.length < 2 ? [] : [item(name, clauses, steps.some(step => step.sort === 'talk' && step.words['joint'] === 'yes' && harmers.every(person => withIn(step).includes(person.id))))];
    case 'amends': return [nobody ? item(name, clauses, true) : each(name, clauses, harmers, person => steps.some(step => step.sort === 'amends' && step.state === 'done' && step.words['who'] === person.id))];
    case 'posts': return [item(name, clauses, steps.every(step => step.sort !== 'post' || step.state === 'done'))];
    case 'provider-removal': return [item(name, clauses, steps.every(step => step.sort !== 'post' || !['refused', 'unable'].includes(String(step.words['result']))))];
    default: return [item(name, clauses, name.startsWith('referral:') ? steps.some(step => step.sort === 'referral' && step.words['to'] === name.slice(9)) : ticked(name.replace(/^form:/, '')))];
  }
}

/** The people who have this part. */
export const named = (steps: readonly Step[], part: string): Step[] => steps.filter(step => step.sort === 'person' && step.state !== 'mistaken' && step.words['part'] === part);
const withIn = (step: Step): readonly string[] => [step.words['with'] ?? []].flat();

/** Done when it is there for every one of them; while nobody is named, it is not. */
const each = (name: string, clauses: readonly ClauseId[], people: readonly Step[], has: (person: Step) => boolean): Item => {
  const missing = people.filter(person => !has(person)).map(person => String(person.words['name']));
  return item(name, clauses, people.length > 0 && missing.length === 0, missing);
};

/** Whether everything is there. */
export const mayClose = (items: readonly Item[]): boolean => items.every(one => one.done);

/** The documents under which the rules have this kind dealt with: a value of the fact "document", with the clauses that say so. */
export function documentsFor(rulebook: Rulebook, kind: string): { readonly document: string; readonly clauses: readonly ClauseId[] }[] {
  const known = rulebook.vocabulary.facts.get('document')?.values;
  const found = new Map<string, ClauseId[]>();
  for (const rule of rulebook.rules.filter(one => one.subject === kind || one.attributes['to'] === kind)) {
    const how = rule.attributes['how'] ?? '';
    if (known?.has(how)) found.set(how, [...(found.get(how) ?? []), rule.clauseId]);
  }
  return [...found].map(([document, clauses]) => ({ document, clauses }));
}

/** The offices to which a case of this kind is passed for a decision, as the rules say; with the clause. */
export function passesTo(rulebook: Rulebook, kind: string): { readonly offices: readonly string[]; readonly clause: ClauseId } | null {
  const rule = rulebook.rules.find(one => actsFor(kind).includes(one.attributes['to'] ?? '') && (one.attributes['steps'] ?? '').split(/\s+/).includes('pass'));
  return rule ? { offices: (rule.attributes['whom'] ?? '').split(/[\s|+]+/).filter(Boolean), clause: rule.clauseId } : null;
}
