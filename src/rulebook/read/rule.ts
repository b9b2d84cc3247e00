/**
 * One rule line to one rule, every name looked up in the vocabulary.
 */
import type { Day, OfficeGroups, Rule, Test, Verb, Whom } from '../words.ts';
import { DECIDING_VERBS, VERBS } from '../words.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { readCondition } from './condition.ts';
import { complain, placeAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { badDay, isDay } from './day.ts';
import { readOffices, readWhom } from './offices.ts';
import type { Attribute, RuleLine } from './rule-line.ts';
import { COMMON, DECIDING, VERB_FORMS } from './verb-forms.ts';
import type { VerbForm } from './verb-forms.ts';

/** The temporary measure a rule stands in. */
export interface Meanwhile {
  readonly period?: string;
  readonly from?: Day;
  readonly until?: Day;
}

const EVERYBODY: Whom = { kinds: [], except: [] };

/** Reads a rule. Undefined, with findings, when any part of it cannot be understood. */
export function readRule(desk: Desk, line: RuleLine, meanwhile: Meanwhile): Rule | undefined {
  const before = desk.findings.length;
  if (line.fault) complain(desk, line.fault.at, line.fault);
  const verb = readVerb(desk, line);
  if (verb === undefined) return undefined;
  const form = VERB_FORMS[verb];
  readSubject(desk, line, verb, form);
  const given = gather(desk, line, verb, form);
  const rule = fill({ desk, line, verb, given, meanwhile });
  return desk.findings.length > before ? undefined : rule;
}

/** Whether a rule that could not be read may have answered questions about its act. */
export function mayHaveDecided(verb: string): boolean {
  const isOther = (VERBS as readonly string[]).includes(verb) && !(DECIDING_VERBS as readonly string[]).includes(verb);
  return !isOther;
}

function readVerb(desk: Desk, line: RuleLine): Verb | undefined {
  const verb = VERBS.find((known) => known === line.verb);
  if (verb) return verb;
  if (!line.fault || nearest(line.verb, VERBS)) {
    const remedy = didYouMean(line.verb, VERBS, `The verbs are ${VERBS.join(', ')}.`);
    complain(desk, line.at, { code: 'unknown-verb', message: line.verb === '' ? 'A rule without a verb.' : `"${line.verb}" is not a verb.`, remedy });
  }
  return undefined;
}

function readSubject(desk: Desk, line: RuleLine, verb: Verb, form: VerbForm): void {
  const { subject, subjectAt } = line;
  if (subject === '') {
    const [code, message, remedy] = verb === 'info'
      ? ['info-without-reason', 'This "info" gives no reason.', 'Say in the brackets why nothing is to be done: ::info[…].'] as const
      : ['rule-without-subject', `This "${verb}" says nothing in brackets.`, `Write ::${verb}[${form.subject === 'words' ? 'what' : `the ${form.subject}`}].`] as const;
    complain(desk, subjectAt, { code, message, remedy });
  } else if (form.subject === 'act' && !desk.vocabulary.acts.has(subject)) {
    const remedy = didYouMean(subject, desk.vocabulary.acts.keys(), 'The acts are listed in the vocabulary, file acts.tsv; a school may add its own.');
    complain(desk, subjectAt, { code: 'unknown-act', message: `"${subject}" is not an act.`, remedy });
  } else if (form.subject === 'office') readOffices(desk, subject, subjectAt);
}

/** The attributes by name, each known to the verb and given once. */
function gather(desk: Desk, line: RuleLine, verb: Verb, form: VerbForm): ReadonlyMap<string, Attribute> {
  const deciding = (DECIDING_VERBS as readonly Verb[]).includes(verb) ? DECIDING : [];
  const known = new Set<string>([...COMMON, ...deciding, ...form.own, ...(form.offices ? [form.offices.name] : [])]);
  const given = new Map<string, Attribute>();
  for (const attribute of line.attributes) {
    const { name, at } = attribute;
    if (given.has(name)) complain(desk, at, { code: 'attribute-twice', message: `"${name}" is given twice.`, remedy: 'Keep one; put ";" between the tests of a condition.' });
    else if (!known.has(name)) {
      const fact = desk.vocabulary.facts.has(name);
      const remedy = fact ? `"${name}" is a fact: write when="${name}=…".` : didYouMean(name, known, `"${verb}" takes ${[...known].join(', ')}.`);
      complain(desk, at, { code: 'unknown-attribute', message: `"${verb}" has no attribute "${name}".`, remedy });
    } else if (attribute.bare !== isMark(name)) complainOfMark(desk, attribute);
    given.set(name, attribute);
  }
  return given;
}

function isMark(name: string): boolean {
  return name === 'absolute' || name === 'advice';
}

function complainOfMark(desk: Desk, { name, at }: Attribute): void {
  const [message, remedy] = isMark(name)
    ? [`"${name}" takes no value.`, `Write "${name}" alone, or leave it out.`] as const
    : [`"${name}" has no value.`, `Write ${name}="…".`] as const;
  complain(desk, at, { code: 'bad-attribute', message, remedy });
}

interface Filling {
  readonly desk: Desk;
  readonly line: RuleLine;
  readonly verb: Verb;
  readonly given: ReadonlyMap<string, Attribute>;
  readonly meanwhile: Meanwhile;
}

function fill(filling: Filling): Rule {
  const { desk, line, verb, given, meanwhile } = filling;
  const who = given.get('who');
  const named = VERB_FORMS[verb].offices?.name;
  const from = (named === 'from' ? undefined : dayOf(filling, 'from')) ?? meanwhile.from;
  const until = dayOf(filling, 'until') ?? meanwhile.until;
  if (from !== undefined && until !== undefined && until < from) {
    complain(desk, given.get('until')?.at ?? line.at, { code: 'bad-date', message: `It ends (${until}) before it begins (${from}).`, remedy: 'Correct one of the two days.' });
  }
  const over = given.get('over')?.value.split(/[\s,]+/).filter((id) => id !== '') ?? [];
  return {
    verb, subject: line.subject,
    who: (who && !who.bare && readWhom(desk, who.value, who.valueAt)) || EVERYBODY,
    when: conditionOf(filling, 'when'), unless: conditionOf(filling, 'unless'), offices: officesOf(filling), over,
    absolute: given.has('absolute'), advice: given.has('advice'),
    ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }),
    ...(meanwhile.period === undefined ? {} : { period: meanwhile.period }),
    attributes: otherAttributes(given, named), at: placeAt(desk, line.at),
  };
}

function conditionOf({ desk, given }: Filling, name: 'when' | 'unless'): readonly Test[] {
  const attribute = given.get(name);
  if (!attribute || attribute.bare) return [];
  return readCondition(desk, attribute.value, attribute.valueAt) ?? [];
}

function officesOf({ desk, line, verb, given }: Filling): OfficeGroups {
  const form = VERB_FORMS[verb].offices;
  const attribute = form && given.get(form.name);
  if (attribute && !attribute.bare) return readOffices(desk, attribute.value, attribute.valueAt) ?? [];
  if (form?.required && !attribute) {
    complain(desk, line.at, { code: 'missing-office', message: `"${verb}" does not say whose office.`, remedy: `Add ${form.name}=office, for example ${form.name}=head.` });
  }
  return [];
}

function dayOf({ desk, given }: Filling, name: 'from' | 'until'): Day | undefined {
  const attribute = given.get(name);
  if (!attribute || attribute.bare) return undefined;
  if (isDay(attribute.value)) return attribute.value;
  complain(desk, attribute.valueAt, badDay(attribute.value));
  return undefined;
}

function otherAttributes(given: ReadonlyMap<string, Attribute>, named: string | undefined): Record<string, string> {
  const read = new Set<string>([...COMMON, ...DECIDING, ...(named === undefined ? [] : [named])]);
  const others = [...given].filter(([name]) => !read.has(name)).map(([name, { value }]) => [name, value] as const);
  return Object.fromEntries(others);
}
