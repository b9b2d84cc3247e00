/**
 * A question in the very words of the vocabulary: "May I print something?". The product itself speaks so ("did you mean
 * …"), and what it says it must understand.
 */
import type { Vocabulary } from '../words.ts';

const NAMES = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

/** The act whose plain words these are, once "may I" and "please" are taken off. */
export function actNamed(text: string, vocabulary: Vocabulary): string | undefined {
  const names = NAMES.get(vocabulary) ?? new Map([...vocabulary.acts.values()].map((act) => [bare(act.plain), act.name]));
  NAMES.set(vocabulary, names);
  return names.get(bare(text));
}

function bare(text: string): string {
  const words = text.toLowerCase().replaceAll(/[\u2019']/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words.replace(/^(?:please )?(?:may|can|could|am) i (?:allowed to )?/, '').replace(/ please$/, '');
}
