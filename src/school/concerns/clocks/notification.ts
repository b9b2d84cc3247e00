/** The text for the regulator, as far as the case knows it. Pure. */
import { inWords } from '../../../platform/days.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { CHECK } from '../case/phrases.tsx';
import type { Step, TriageWords } from '../case/words.ts';
import { factWords } from '../pages.tsx';
import type { Entry, ToldWords } from '../words.ts';
import type { NotificationGiven } from './forms.ts';
import type { ClockWords } from './words.ts';

export interface Known {
  readonly entries: readonly Entry[];
  readonly steps: readonly Step[];
  readonly triage: TriageWords | null;
  /** What was said of the clock of the breach. */
  readonly clock: ClockWords | null;
  /** Whom to ask, and how. */
  readonly contact: string;
  readonly vocabulary: Vocabulary;
}

/** Facts that have a field of their own, or that name people. */
const ELSEWHERE = new Set(['who', 'people', 'data', 'discovered', 'danger', 'subject']);

const lines = (list: readonly (string | undefined)[]): string => list.filter(Boolean).join('\n');

/** Each field of the regulator's form (UK GDPR Article 33(3)); empty where the case does not know it. */
export function knownForRegulator({ entries, steps, triage, clock, contact, vocabulary }: Known): NotificationGiven {
  const told = entries.find(entry => entry.sort === 'report')?.words as ToldWords | undefined;
  const facts = told?.facts ?? {};
  const said = (sort: Step['sort']) => steps.filter(step => step.sort === sort && step.state !== 'mistaken').map(step => ({ ...step, is: (name: string): string => (typeof step.words[name] === 'string' ? step.words[name] : '') }));
  const risk = said('high-risk').at(-1);
  const asked = Object.entries(facts).filter(([name, value]) => !ELSEWHERE.has(name) && value !== '').map(([name, value]) => factWords(name, value, vocabulary).join(': '));
  return {
    nature: lines([told?.narrative, ...asked.map(one => one.replace('?:', '?'))]),
    people: facts['people'] ?? '', records: facts['data'] ?? '',
    happened: told?.answers['when'] || [facts['date'], facts['time']].filter(Boolean).join(', '),
    consequences: risk?.is('reasons') || triage?.reasons || '',
    measures: lines([
      ...said('check').map(step => [CHECK[step.is('check')], step.is('words')].filter(Boolean).join(': ')),
      ...said('action').map(step => (step.state === 'open' ? `${step.is('what')} (${step.due ? inWords(step.due) : '–'})` : step.is('outcome') || step.is('what'))),
      risk?.is('how'),
    ]),
    contact, delay: clock?.late ?? '',
  };
}
