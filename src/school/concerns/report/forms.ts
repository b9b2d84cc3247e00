/** What the form "Something happened" takes. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf, type Body, type FieldErrors, type Form, type Read } from '../../../platform/web/index.ts';
import { ALL_KINDS } from '../kinds.ts';
import type { KindAnswers } from './decisions.ts';
import type { Field } from './fields.ts';
import type { Story } from './words.ts';

/** Ticked boxes, or the same carried along as one text. */
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => [value ?? ''].flat().flatMap(text => text.split(' ')).filter(Boolean));
const MOST = 20_000;

export const storyForm: Form<Story> = formOf(z.object({
  danger: z.enum(['yes', 'no'], 'Say whether anybody is in danger now'),
  child: z.enum(['yes', 'no', '']).default(''),
  narrative: z.string('Say what happened').min(1, 'Say what happened').max(MOST, 'Use fewer words'),
  when: z.string().max(200, 'Use fewer words').default(''),
  where: z.string().max(200, 'Use fewer words').default(''),
  about: several.transform(ids => ids.filter(isId).slice(0, 30)),
  names: z.string().max(2000, 'Use fewer words').default(''),
  kinds: several.transform(kinds => kinds.filter(kind => ALL_KINDS.includes(kind))),
}));

const text = (body: Body, name: string): string => { const value = body[name]; return typeof value === 'string' ? value.trim().slice(0, MOST) : ''; };

/** The name of a field of a kind: `report-virus.device`. */
export const nameOf = (kind: string, field: string): string => `${kind}.${field}`;

/** Reads the second page: the answers about each kind. */
export function readAnswers(body: Body, kinds: readonly { readonly kind: string; readonly fields: readonly Field[]; readonly choice: readonly string[] }[]): Read<readonly KindAnswers[]> {
  const errors: Record<string, string> = {};
  const answers = kinds.map(({ kind, fields, choice }): KindAnswers => {
    const facts: Record<string, string> = {};
    for (const field of fields) {
      const given = text(body, nameOf(kind, field.name));
      const value = field.choices ? field.choices.find(one => one.value === given)?.value ?? '' : given.slice(0, 4000);
      if (value !== '') facts[field.name] = value;
      else if (field.required) errors[nameOf(kind, field.name)] = 'This one is needed';
    }
    const narrative = text(body, nameOf(kind, 'narrative'));
    if (kinds.length > 1 && kind !== 'report-safeguarding-concern' && narrative === '') errors[nameOf(kind, 'narrative')] = 'Say what these readers should know';
    const office = text(body, nameOf(kind, 'office'));
    return { kind, facts, narrative, office: choice.includes(office) ? office : '' };
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors: errors satisfies FieldErrors, raw: body } : { ok: true, value: answers };
}

export const addForm = formOf(z.object({
  text: z.string('Write what you want to add').min(1, 'Write what you want to add').max(MOST, 'Use fewer words'),
}));

export const fileForm = formOf(z.object({}));
