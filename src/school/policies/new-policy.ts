/** The first text of a new policy: front matter from a form, and an example clause to write over. Pure. */

export interface NewPolicy {
  readonly policy: string;
  readonly title: string;
  readonly summary: string;
  readonly binds: readonly string[];
  readonly owner: string;
  readonly approvedBy: string;
  readonly readers: 'early-years' | 'pupils' | 'adults';
  readonly signed: boolean;
  readonly isPublic: boolean;
  /** The first review, `YYYY-MM-DD`. */
  readonly nextReview: string;
}

/** "Use of drones" → `use-of-drones`. */
export const policyId = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 50).replace(/-+$/, '');

const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());

/** The Markdown a new policy begins with. */
export function firstText(of: NewPolicy): string {
  return `---
policy: ${of.policy}
title: ${quoted(of.title)}
summary: ${quoted(of.summary)}
owner: ${of.owner}
edition: "1"
binds: [${of.binds.join(', ')}]
approved: { by: ${of.approvedBy} }
review: { every: 1 year, next: ${of.nextReview} }
${of.signed ? 'sign: { as: received-and-agree, on: [joining, new-duty] }\n' : ''}public: ${of.isPublic}
readers: ${of.readers}
---

## About this policy

${quoted(of.summary).slice(1, -1).replace(/\\"/g, '"')} {#about}

::info[Says what the policy is for]
`;
}
