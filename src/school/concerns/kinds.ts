/** The kinds of thing that may be told: the acts of the rules that say "tell", and a few that every school needs. */
import type { Rulebook, Vocabulary } from '../../rulebook/index.ts';

/** What a kind is about: it decides where it goes when the rules are silent, and how long it may lie unopened. */
export type KindGroup = 'safeguarding' | 'data' | 'technology' | 'conduct' | 'records';

interface KindOf {
  readonly group: KindGroup;
  /** What a report of this kind tells of itself: the value of "trigger" that other rules look at. */
  readonly trigger?: string;
  /** Offered in every school, whether its rules speak of it or not. */
  readonly everywhere?: true;
  /** Nothing may be attached: a copy would itself be against the law, or harm somebody again. */
  readonly noFiles?: true;
}

const KINDS: Readonly<Record<string, KindOf>> = {
  'report-safeguarding-concern': { group: 'safeguarding', everywhere: true },
  'handle-bullying': { group: 'safeguarding', trigger: 'bullying-allegation', everywhere: true, noFiles: true },
  'report-tech-misuse': { group: 'safeguarding' },
  'submit-neutral-notification': { group: 'safeguarding' },
  'report-image-concern': { group: 'safeguarding', noFiles: true },
  'report-phone-sighting': { group: 'safeguarding', noFiles: true },
  'report-unlawful-material': { group: 'safeguarding', trigger: 'unsuitable-content', everywhere: true, noFiles: true },
  'report-accidental-access': { group: 'technology', trigger: 'unsuitable-content', everywhere: true, noFiles: true },
  'report-unsuitable-site': { group: 'technology', trigger: 'unsuitable-content', noFiles: true },
  'report-inappropriate-email': { group: 'technology' },
  'query-suspect-email': { group: 'technology' },
  'report-virus': { group: 'technology', everywhere: true },
  'report-account-compromise': { group: 'technology', trigger: 'credentials-exposed', everywhere: true },
  'report-security-breach': { group: 'technology', trigger: 'breach' },
  'report-device-loss': { group: 'technology', everywhere: true },
  'report-data-breach': { group: 'data', everywhere: true },
  'complain-image-misuse': { group: 'data' },
  'report-record-correction': { group: 'records' },
  'handle-breach': { group: 'conduct', everywhere: true },
};

/** Every kind that is known, in the order in which it is offered. */
export const ALL_KINDS: readonly string[] = Object.keys(KINDS);

const known = (kind: string): KindOf => KINDS[kind] ?? { group: 'conduct' };

export const groupOf = (kind: string): KindGroup => known(kind).group;
export const triggerOf = (kind: string): string | undefined => known(kind).trigger;
export const takesFiles = (kind: string): boolean => known(kind).noFiles !== true;

/** The kinds of a school: those of its "tell" rules, and those that every school needs. */
export const kindsOf = (rulebook: Rulebook): string[] =>
  ALL_KINDS.filter(kind => known(kind).everywhere || (rulebook.rulesByAct.get(kind) ?? []).some(rule => rule.verb === 'tell'));

/** A kind as people say it: "report a virus". */
export const kindWords = (kind: string, vocabulary: Vocabulary): string => vocabulary.acts.get(kind)?.plain ?? kind;
