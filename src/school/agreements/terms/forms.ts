/** The form of terms: one line each. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import type { NamedTerm } from './words.ts';

export type { NamedTerm };

export const MOST_TERMS = 30;

/** A press of a button, with nothing to fill in. */
export const noForm = formOf(z.object({}));

/** Reads the lines; one without any entry is left out. */
export const termsForm = formOf(z.record(z.string(), z.unknown()).transform((body, context): NamedTerm[] => {
  const terms: NamedTerm[] = [];
  for (let at = 0; at < MOST_TERMS; at++) {
    const text = (field: string) => String(body[`${field}-${at}`] ?? '').trim().slice(0, 60);
    const term = { name: text('name'), from: text('from'), to: text('to') };
    if (term.name === '' && term.from === '' && term.to === '') continue;
    const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [`${field}-${at}`], message });
    if (term.name === '') say('name', 'Enter the name of the term, such as Autumn 2026');
    if (!isDay(term.from)) say('from', 'Enter the first day of the term');
    if (!isDay(term.to)) say('to', 'Enter the last day of the term');
    else if (term.to < term.from) say('to', 'The last day comes before the first');
    if (terms.some(other => term.from <= other.to && other.from <= term.to)) say('from', 'This term overlaps another one');
    terms.push(term);
  }
  if (terms.length === 0) context.addIssue({ code: 'custom', path: ['name-0'], message: 'Enter at least one term' });
  return terms.sort((a, b) => (a.from < b.from ? -1 : 1));
}));
