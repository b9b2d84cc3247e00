/**
 * What each verb takes: what stands in its brackets, whose office it names, and its own attributes.
 */
import type { Verb } from '../words.ts';

export interface VerbForm {
  /** What stands in the brackets. */
  readonly subject: 'act' | 'office' | 'words';
  /** The attribute that names offices; `required` when the rule is nothing without it. */
  readonly offices?: { readonly name: string; readonly required: boolean };
  /** Its other attributes, kept as written. */
  readonly own: readonly string[];
}

/** Every verb takes these. */
export const COMMON = ['who', 'when', 'unless', 'from', 'until'] as const;
/** The verbs that answer a question take these too. */
export const DECIDING = ['over', 'absolute', 'advice'] as const;

const OPERATING = [
  'after', 'as', 'at', 'authority', 'before', 'every', 'for', 'how', 'in', 'is', 'lasts', 'level', 'needs', 'notice',
  'of', 'on', 'profile', 'steps', 'then', 'to', 'use', 'where', 'whom', 'within',
] as const;

const by = { name: 'by', required: false } as const;
const act = { subject: 'act' } as const;
const operates: VerbForm = { subject: 'words', offices: by, own: OPERATING };

export const VERB_FORMS: Readonly<Record<Verb, VerbForm>> = {
  may: { ...act, own: ['needs', 'lasts'] },
  never: { ...act, own: [] },
  ask: { ...act, offices: { name: 'of', required: true }, own: ['lasts', 'needs', 'limits', 'within', 'for'] },
  must: { ...act, offices: by, own: ['after', 'at', 'before', 'every', 'for', 'how', 'needs', 'on', 'to', 'where', 'within'] },
  tell: { ...act, offices: { name: 'to', required: true }, own: ['within', 'how', 'needs', 'by'] },
  consent: { ...act, offices: { name: 'from', required: true }, own: ['for', 'use', 'lasts', 'needs', 'by'] },
  sign: operates,
  countersign: operates,
  keep: operates,
  check: operates,
  train: operates,
  block: operates,
  watch: operates,
  account: operates,
  custody: operates,
  sanction: operates,
  publish: operates,
  assess: operates,
  'duty-of': { subject: 'office', offices: by, own: OPERATING },
  means: operates,
  info: { subject: 'words', own: [] },
};
