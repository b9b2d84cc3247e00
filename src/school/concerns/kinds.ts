/** The kinds of thing that may be told: the acts of the rules that say "tell", and a few that every school needs. */
import type { Rulebook, Vocabulary } from '../../rulebook/index.ts';

/** What a kind is about: it decides where it goes when the rules are silent, and how long it may lie unopened. */
export type KindGroup = 'safeguarding' | 'data' | 'technology' | 'conduct' | 'records';

interface KindOf {
  /** What it is called. */
  readonly text: string;
  readonly group: KindGroup;
  /** What a report of this kind tells of itself: the value of "trigger" that other rules look at. */
  readonly trigger?: string;
  /** Offered in every school, whether its rules speak of it or not. */
  readonly everywhere?: true;
  /** Nothing may be attached: a copy would itself be against the law, or harm somebody again. */
  readonly noFiles?: true;
  /** It is about a child, whether one is named or not. */
  readonly ofChild?: true;
  /** The law may count its hours, at weekends too, so that it does not wait for Monday. */
  readonly byTheHour?: true;
  /** No penalty comes of it while it is this: somebody first says, with reasons, that it is something else. */
  readonly noPenalty?: true;
}

const KINDS: Readonly<Record<string, KindOf>> = {
  'report-safeguarding-concern': { text: 'A worry about a child’s safety', group: 'safeguarding', ofChild: true, everywhere: true },
  'handle-bullying': { text: 'Somebody is bullied', group: 'safeguarding', ofChild: true, trigger: 'bullying-allegation', everywhere: true, noFiles: true },
  'report-tech-misuse': { text: 'A worry about how somebody on the staff uses technology', group: 'safeguarding' },
  'submit-neutral-notification': { text: 'Something that could be misread', group: 'safeguarding', noPenalty: true },
  'report-image-concern': { text: 'A worry about a picture', group: 'safeguarding', ofChild: true, noFiles: true },
  'report-phone-sighting': { text: 'A phone was seen', group: 'safeguarding', noFiles: true },
  'report-unlawful-material': { text: 'Something that may be against the law', group: 'safeguarding', trigger: 'unsuitable-content', everywhere: true, noFiles: true },
  'report-accidental-access': { text: 'Something bad came up by accident', group: 'technology', trigger: 'unsuitable-content', everywhere: true, noFiles: true },
  'report-unsuitable-site': { text: 'A website that is not fit for pupils', group: 'technology', trigger: 'unsuitable-content', noFiles: true },
  'report-inappropriate-email': { text: 'A nasty message', group: 'technology' },
  'query-suspect-email': { text: 'A message that may not be genuine', group: 'technology' },
  'report-virus': { text: 'A virus', group: 'technology', everywhere: true },
  'report-account-compromise': { text: 'Somebody may be using an account', group: 'technology', trigger: 'credentials-exposed', everywhere: true, byTheHour: true },
  'report-security-breach': { text: 'A breach of network security', group: 'technology', trigger: 'breach', byTheHour: true },
  'report-device-loss': { text: 'A device is lost, stolen or broken', group: 'technology', everywhere: true },
  'report-data-breach': { text: 'Personal information went astray', group: 'data', everywhere: true, byTheHour: true },
  'complain-image-misuse': { text: 'A complaint about how a picture was used', group: 'data' },
  'complain-data': { text: 'A complaint about personal information', group: 'data' },
  'report-record-correction': { text: 'A record is wrong or out of date', group: 'records' },
  'complain-school': { text: 'A complaint', group: 'conduct' },
  'handle-breach': { text: 'Somebody broke a rule', group: 'conduct', everywhere: true },
};

/** Every kind that is known, in the order in which it is offered. */
export const ALL_KINDS: readonly string[] = Object.keys(KINDS);

const known = (kind: string): Omit<KindOf, 'text'> => KINDS[kind] ?? { group: 'conduct' };

export const groupOf = (kind: string): KindGroup => known(kind).group;
export const triggerOf = (kind: string): string | undefined => known(kind).trigger;
export const isByTheHour = (kind: string): boolean => known(kind).byTheHour === true;
export const takesFiles = (kind: string): boolean => known(kind).noFiles !== true;

/** Kinds that are about a child, whoever is named. */
export const OF_A_CHILD: readonly string[] = ALL_KINDS.filter(kind => known(kind).ofChild === true);

export const bearsPenalty = (kind: string): boolean => known(kind).noPenalty !== true;

/** The kinds of a school: those of its "tell" rules, and those that every school needs. */
export const kindsOf = (rulebook: Rulebook): string[] =>
  ALL_KINDS.filter(kind => known(kind).everywhere || (rulebook.rulesByAct.get(kind) ?? []).some(rule => rule.verb === 'tell'));

/** What a kind is called; one that only a school's own rules know, as its act reads. */
export const kindWords = (kind: string, vocabulary: Vocabulary): string => KINDS[kind]?.text ?? vocabulary.acts.get(kind)?.plain ?? kind;
