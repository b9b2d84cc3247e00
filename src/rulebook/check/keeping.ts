/** Deletion that no legal hold can stop, and monitoring of which nobody is told or for which nobody answers. */
import type { BoundRule, Finding } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

const DELETES = /\b(?:delet|destroy|eras|wip|shred|purg|remov)/i;
const HOLD = /\bhold\b|\bopen case|\bcase (?:is|has) (?:closed|ended)|\binvestigation|\binquiry|\bpreserv|\bstill needed as evidence/i;
/** Acts that delete for good. */
const DELETING_ACTS: ReadonlySet<string> = new Set(['delete-data', 'delete-leaver-data', 'destroy-paper-records']);

/** A rule that ends records must say that a legal hold stops it: in its attributes, its conditions or its clause. */
export function checkDeletion({ rulebook }: PackDesk): readonly Finding[] {
  return rulebook.rules.filter((rule) => isDeletion(rule) && !saysHold(rule, rulebook.clauses.get(rule.clauseId)?.text ?? '')).map((rule) => findingAt(rule.at, {
    severity: 'warning', code: 'deletion-without-hold', message: `"${rule.subject}" is deleted even when it is needed for an inquiry or a claim.`,
    remedy: 'Add needs="no legal hold", and say so in the clause.',
  }));
}

function isDeletion({ verb, subject, attributes }: BoundRule): boolean {
  if (verb === 'keep') return DELETES.test(attributes['then'] ?? '');
  if (verb === 'account') return subject === 'leave' && DELETES.test(`${attributes['steps'] ?? ''} ${attributes['then'] ?? ''}`);
  return (verb === 'must' || verb === 'may') && DELETING_ACTS.has(subject);
}

function saysHold({ attributes, when, unless }: BoundRule, text: string): boolean {
  const tests = [...when, ...unless].map(({ fact, values }) => `${fact} ${values.join(' ')}`);
  return HOLD.test([...Object.values(attributes), ...tests, text].join(' ').replaceAll('-', ' '));
}

/** Whoever is watched is told, and somebody other than the watcher answers for it. */
export function checkMonitoring({ rulebook }: PackDesk): readonly Finding[] {
  return rulebook.rules.filter(({ verb }) => verb === 'watch').flatMap(({ at, subject, attributes, offices }) => {
    const findings: Finding[] = [];
    const authority = attributes['authority'];
    if (authority === undefined) findings.push(findingAt(at, { severity: 'error', code: 'monitoring-without-authority', message: `Nobody answers for the monitoring of "${subject}".`, remedy: 'Add authority=office, for example authority=head.' }));
    if (attributes['notice'] === undefined) findings.push(findingAt(at, { severity: 'error', code: 'monitoring-without-notice', message: `Nobody is told that "${subject}" is monitored.`, remedy: 'Add notice="at sign-in", or where people are told.' }));
    const isOwnAuthority = authority !== undefined && offices.length === 1 && offices[0]!.length === 1 && offices[0]![0] === authority;
    if (isOwnAuthority) findings.push(findingAt(at, { severity: 'warning', code: 'monitoring-on-own-authority', message: `Whoever monitors "${subject}" (${authority}) does so on their own authority.`, remedy: 'Let another office authorise it.' }));
    return findings;
  });
}
