/** What the forms of policies take, and the sentences for what is missing. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { formOf, type Body } from '../../platform/web/index.ts';
import { HELPER_VERBS } from './insert-clause.ts';
import type { Mark } from './words.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

/** `mark.clause-id` → mark. A removed clause is never marked by hand. */
export function marksIn(body: Body): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('mark.') && (value === 'wording' || value === 'clarification' || value === 'new-duty')) marks.set(name.slice(5), value);
  }
  return marks;
}

/** The editor. What the button does is in `do`; marks stand beside each changed clause. */
export const editorForm = formOf(z.looseObject({
  markdown: z.string('Write the policy').min(1, 'Write the policy').max(200_000, 'A policy is shorter than 200,000 letters'),
  note: z.string().max(500, 'Say why in fewer than 500 letters').default(''),
  seen: z.coerce.number().int(),
  do: z.enum(['save', 'check', 'propose', 'add']).default('save'),
}).transform(form => ({ markdown: form.markdown, note: form.note, seen: form.seen, do: form.do, marks: marksIn(form as Body) })));

export type EditorForm = { readonly markdown: string; readonly note: string; readonly seen: number; readonly do: 'save' | 'check' | 'propose' | 'add'; readonly marks: ReadonlyMap<string, Mark> };

/** The helper that writes a clause. `fact.place=classroom` narrows it. */
export const clauseForm = formOf(z.looseObject({
  act: z.string('Choose what the clause is about').min(1, 'Choose what the clause is about'),
  verb: z.enum(HELPER_VERBS, 'Choose what the rule says'),
  words: z.string('Write the clause as people will read it').min(10, 'Write the clause as people will read it: one or two whole sentences').max(1200, 'Split it: one clause says one thing'),
  section: z.string().max(100).default(''),
  office: z.string().max(60).optional(),
  who: several,
  seen: z.coerce.number().int(),
}).superRefine((form, context) => {
  if ((form.verb === 'ask' || form.verb === 'tell') && !form.office) context.addIssue({ code: 'custom', path: ['office'], message: form.verb === 'ask' ? 'Choose who is asked' : 'Choose who is told' });
}).transform(form => ({
  act: form.act, verb: form.verb, words: form.words, section: form.section, office: form.office || undefined, who: form.who, seen: form.seen,
  when: Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (name.startsWith('fact.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value] as const] : []))),
})));

export const newPolicyForm = formOf(z.object({
  title: z.string('Give it a title').min(4, 'Give it a title').max(120, 'Use a shorter title'),
  summary: z.string('Say in a sentence what it is for').min(10, 'Say in a sentence what it is for').max(300, 'Use one or two short sentences'),
  binds: several.refine(kinds => kinds.length > 0, 'Choose whom it binds'),
  owner: z.string('Choose who looks after it').min(1, 'Choose who looks after it'),
  approvedBy: z.string('Choose who approves it').min(1, 'Choose who approves it'),
  readers: z.enum(['adults', 'pupils', 'early-years'], 'Choose for whom it is written'),
  signed: z.string().optional().transform(value => value === 'yes'),
  public: z.string().optional().transform(value => value === 'yes'),
}));

export const approvalForm = formOf(z.object({
  text: z.string('Open the page again').min(1, 'Open the page again'),
  inForce: day('Give the first day it holds'),
  nextReview: z.union([z.literal(''), day('Give a day, or leave it empty')]).optional().transform(value => value || undefined),
}));

export const sendBackForm = formOf(z.object({ reason: z.string('Say what should change').min(3, 'Say what should change').max(1000, 'Use fewer than 1,000 letters') }));

/** A form with nothing but its button. */
export const buttonForm = formOf(z.object({}));
