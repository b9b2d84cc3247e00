/** Small policies for tests, read with the real vocabulary. */
import { loadWords } from '../../src/packs/index.ts';
import { compile, read, type Policy, type Rulebook } from '../../src/rulebook/index.ts';

export const { vocabulary } = loadWords('policies');

/** A code for the adults of a school; `clauses` follow its first section. */
export const staffCode = (clauses: string, head = ''): string => `---
policy: staff-code
title: Code for staff
owner: head
edition: "1"
binds: [staff, visitor]
approved: { by: governing-body, on: 2026-09-01 }
in-force: 2026-09-07
review: { every: 1 year, next: 2027-09-01 }
sign: { as: read-and-agree, on: [joining, new-duty] }
${head}---

## Devices

${clauses}`;

/** Ask the head before software goes onto a school device. */
export const INSTALL = `Ask the head before anything new goes onto a school device. {#install}

::ask[install-software]{of=head when="device-owner=school"}
`;

/** A document of a text; throws when the text has a fault, for then the test has one too. */
export function documentOf(markdown: string): Policy {
  const { policy, findings } = read(markdown, 'staff-code.md', vocabulary);
  const fault = findings.find(finding => finding.severity === 'error');
  if (!policy || fault) throw new Error(`line ${fault?.line}: ${fault?.message}`);
  return policy;
}

/** The rulebook of a school with these documents. */
export const rulebookOf = (...documents: Policy[]): Rulebook =>
  compile({ pack: 'school', policies: documents, coverage: [], vocabulary, school: { name: 'School', offices: { head: 'A', 'governing-body': 'B', office: 'C', dsl: 'D' }, terms: [] } }).rulebook;
