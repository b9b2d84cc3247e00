/** Tries a draft out before anybody is bound by it. Pure: the same text and day always give the same result. */
import { analyse, check, checkEditions, compile, read, trustIn, withOwnPolicies, type Finding, type Policy, type Rulebook, type Standards, type Vocabulary } from '../../rulebook/index.ts';
import { answersThatChange } from './changed-answers.ts';
import { changesBetween, marksFor, newDutiesOf } from './decisions.ts';
import { whomOf } from './margin.ts';
import type { Mark, Trial } from './words.ts';

export interface TrialInput {
  readonly policy: string;
  readonly markdown: string;
  /** The edition it would follow; null for a new policy. */
  readonly base: Policy | null;
  /** The rulebook in force. */
  readonly before: Rulebook;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly today: string;
  /** What the law and the national standards say; left out, neither is compared. */
  readonly standards?: Standards | undefined;
}

/** What the reader, the compiler and the linter find in a draft; what it changes; which answers change with it. */
export function tryOut({ policy, markdown, base, before, marks: given, today, standards }: TrialInput): Trial {
  const { vocabulary } = before;
  const file = `${policy}.md`;
  const { policy: document, findings: found } = read(markdown, file, vocabulary);
  if (!document) return { document, findings: found.length > 0 ? found : [notAPolicy(file)], errors: Math.max(1, errorsIn(found)), changes: [], marks: new Map(), newDuties: [], answers: [], moreAnswers: 0 };
  const { rulebook: after, findings: compiled } = withDraft(before, document, policy);
  const findings = tidied([...renamed(document, policy, file), ...found, ...compiled, ...(base ? checkEditions(base, document) : []), ...check({ rulebook: after, on: today, texts: [{ file, text: markdown }], clashes: analyse(after).clashes, ...(standards ? { standards } : {}) })], file);
  const changes = changesBetween(base, document);
  const marks = marksFor(changes, given);
  const { answers, more } = answersThatChange({ before, after, policy, changes, on: today });
  return { document, findings, errors: errorsIn(findings), changes, marks, newDuties: dutiesWithPeople(document, newDutiesOf(changes, marks)), answers, moreAnswers: more };
}

/** The rulebook as it would be with the draft in the place of the edition in force. */
export function withDraft(before: Rulebook, document: Policy, policy: string): { rulebook: Rulebook; findings: readonly Finding[] } {
  const policies = [...before.policies.filter(other => other.id !== policy), document].sort((a, b) => (a.id < b.id ? -1 : 1));
  const trust = trustIn(before);
  const { rulebook, findings } = compile({ pack: before.pack, policies, coverage: [], vocabulary: before.vocabulary, school: before.school, ...(trust ? { trust } : {}) });
  return { rulebook: withOwnPolicies(rulebook), findings };
}

const errorsIn = (findings: readonly Finding[]): number => findings.filter(finding => finding.severity === 'error').length;

const notAPolicy = (file: string): Finding => ({ file, line: 1, column: 1, severity: 'error', code: 'not-a-policy', message: 'This text is not a policy yet.', remedy: 'Begin it with "---", a line policy: with its name, and "---".' });

function renamed(document: Policy, policy: string, file: string): Finding[] {
  if (document.id === policy) return [];
  return [{ file, line: 2, column: 1, severity: 'error', code: 'policy-renamed', message: `The policy calls itself "${document.id}", but it is kept as "${policy}".`, remedy: `Write policy: ${policy}.` }];
}

/** A school keeps its offices on a page and not in a file. */
const inSchool = (finding: Finding): Finding => (finding.code === 'office-without-holder' ? { ...finding, remedy: 'Say who holds it on the page “Offices”, or, where the text names nobody, who answers under “Set the school up”.' } : finding);

/** Only what is said of this file, each thing once, errors first, then in the order of the text. */
function tidied(findings: readonly Finding[], file: string): Finding[] {
  const once = new Map(findings.filter(finding => finding.file === file).map(inSchool).map(finding => [`${finding.line}:${finding.column}:${finding.code}:${finding.message}`, finding]));
  return [...once.values()].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || a.line - b.line || a.column - b.column);
}

function dutiesWithPeople(document: Policy, clauses: readonly string[]): Trial['newDuties'] {
  return document.clauses.filter(clause => clauses.includes(clause.id)).map(clause => ({
    clause: clause.id, binds: clause.rules.filter(rule => !['info', 'means', 'may'].includes(rule.verb)).map(rule => whomOf(rule, document.front)),
  }));
}

/** The vocabulary's acts by group, as the editor's list shows them. */
export function actGroups(vocabulary: Vocabulary): { group: string; acts: { name: string; plain: string }[] }[] {
  const groups = new Map<string, { name: string; plain: string }[]>();
  for (const act of vocabulary.acts.values()) groups.set(act.group, [...(groups.get(act.group) ?? []), { name: act.name, plain: act.plain }]);
  return [...groups].map(([group, acts]) => ({ group: group.replaceAll('-', ' '), acts }));
}
