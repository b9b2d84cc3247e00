/** What stands beside a line of the logbook, as people say it: titles for policies, acts, kinds and offices, days in words. Pure. */
import { longDay } from '../../page-parts/index.ts';
import type { Fact, Rulebook } from '../../rulebook/index.ts';
import { kindWords, officeWords } from '../policies/index.ts';

/** Hashes and ids mean nothing to a person who reads. */
const OPAQUE = /^[0-9a-f]{64}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Names under which deeds note a value of a fact. */
const FACT_OF: Readonly<Record<string, string>> = { facility: 'facility', device: 'device-kind', owner: 'device-owner', purpose: 'purpose', role: 'person-status', period: 'period' };

const A_POLICY: ReadonlySet<string> = new Set(['policy', 'policies', 'document', 'documents']);

type Book = Pick<Rulebook, 'policies' | 'vocabulary'>;

/** The words of one line in their order, without what only a program reads. `names` knows people by their id. */
export function lineWords(words: Readonly<Record<string, string>>, { policies, vocabulary }: Book, names: ReadonlyMap<string, string>): string {
  const said = (key: string, value: string): string[] => {
    const name = names.get(value);
    if (name !== undefined) return [name];
    if (OPAQUE.test(value) || value === '') return [];
    if (A_DAY.test(value)) return [longDay(value)];
    if (/^\d+$/.test(value)) return [`${key.replaceAll('-', ' ')}: ${value}`];
    if (value.includes(', ')) return [value.split(', ').flatMap(one => said(key, one)).join(', ')];
    return [wordOf(key, value)];
  };
  const wordOf = (key: string, value: string): string => {
    const act = key === 'act' ? vocabulary.acts.get(value)?.plain : undefined;
    const policy = A_POLICY.has(key) ? policies.find(one => value === one.id)?.front.title : undefined;
    const fact = valueOf(vocabulary.facts.get(FACT_OF[key] ?? ''), value);
    if (act ?? policy ?? fact) return (act ?? policy ?? fact)!;
    if (vocabulary.kinds.has(value) && key.startsWith('kind')) return kindWords(value, vocabulary);
    return vocabulary.offices.has(value) ? officeWords(value, vocabulary) : inWords(value);
  };
  return Object.entries(words).flatMap(([key, value]) => said(key, value)).join(', ');
}

const valueOf = (fact: Fact | undefined, value: string): string | undefined => fact?.values.get(value)?.plain;

/** A name of ours loses its hyphens; what a person wrote stays. */
const inWords = (value: string): string => (/^[a-z]+(-[a-z0-9]+)+$/.test(value) ? value.replaceAll('-', ' ') : value);
