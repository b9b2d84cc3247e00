/** What is asked about each kind of thing: what the form always asks, what the rules' conditions turn on, and what a rule says a report needs. Pure. */
import type { Rulebook } from '../../../rulebook/index.ts';
import { bound } from '../routing.ts';

/** One question of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly as: 'line' | 'area' | 'date' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
  /** Nothing is sent without it. */
  readonly required?: true;
  /** It is needed before the concern is closed, and may be added later. */
  readonly later?: true;
}

const YES_NO_UNKNOWN = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, { value: '', text: 'I do not know' }];

/** Every question that a form may ask by a name of its own. */
export const FIELDS: Readonly<Record<string, Field>> = {
  'web-address': { name: 'web-address', label: 'Web address of the site', hint: 'As it stood in the browser. Do not open it again to look.', as: 'line', required: true },
  date: { name: 'date', label: 'On which day?', as: 'date', required: true },
  time: { name: 'time', label: 'At what time, about?', as: 'line', required: true },
  content: { name: 'content-seen', label: 'What was on it, in a few words?', as: 'area', required: true },
  device: { name: 'device', label: 'Which device?', hint: 'What sort it is, and the number on its label if you know it.', as: 'line', required: true },
  'device-or-not': { name: 'device', label: 'On which device?', as: 'line' },
  witnesses: { name: 'witnesses', label: 'Who else saw it?', as: 'line' },
  action: { name: 'actions-taken', label: 'What did you do then?', as: 'area', later: true },
  'virus-name': { name: 'virus-name', label: 'What is the virus called, if the warning said?', as: 'line' },
  'actions-taken': { name: 'actions-taken', label: 'What has been done about it so far?', hint: 'You can add this later. It cannot be closed without it.', as: 'area', later: true },
  'personal-data': { name: 'personal-data', label: 'Is there personal information on it?', hint: 'Names of pupils, marks, addresses, pictures.', as: 'choice', choices: YES_NO_UNKNOWN },
  encrypted: { name: 'encrypted', label: 'Is it encrypted?', as: 'choice', choices: YES_NO_UNKNOWN },
  data: { name: 'data', label: 'What sort of information is it?', as: 'line' },
  people: { name: 'people', label: 'How many people is it about, roughly?', as: 'line' },
  discovered: { name: 'discovered', label: 'When did you find out?', hint: 'Day and time. The law counts its hours from the moment the school knows.', as: 'line' },
  recipient: { name: 'recipient', label: 'Who has it now, as far as you know?', as: 'line' },
  'recall-tried': { name: 'recall-tried', label: 'What was done to get it back?', as: 'line' },
  reference: { name: 'reference', label: 'How can the message be found?', hint: 'Its subject, sender, day and time. Do not paste or send the message itself.', as: 'line' },
  sender: { name: 'sender', label: 'Who sent it, as far as you know?', as: 'line' },
  account: { name: 'account', label: 'Which account?', hint: 'Its name, never its password.', as: 'line' },
  wrong: { name: 'wrong', label: 'Which record is it, and what stands there now?', as: 'area', required: true },
  right: { name: 'right', label: 'What should stand there?', as: 'area', required: true },
  source: { name: 'source', label: 'How do you know?', as: 'line' },
  rule: { name: 'rule', label: 'Which rule was broken, as far as you know?', as: 'line' },
};

/** What the form of a kind always asks. */
const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  'report-device-loss': ['device', 'personal-data', 'encrypted'],
  'report-data-breach': ['data', 'people', 'discovered', 'recipient', 'recall-tried'],
  'report-virus': ['device-or-not'],
  'report-inappropriate-email': ['reference', 'sender'],
  'query-suspect-email': ['reference', 'sender'],
  'report-account-compromise': ['account'],
  'report-record-correction': ['wrong', 'right', 'source'],
  'handle-breach': ['rule'],
};

/** What a rule calls for in its `needs`, as the policies word it. */
const NEEDS: readonly (readonly [words: RegExp, fields: readonly string[]])[] = [
  [/incident sheet/, ['date', 'time', 'web-address', 'device-or-not', 'witnesses', 'action']],
  [/web-?\s?address/, ['web-address']],
  [/\bdate\b/, ['date', 'time']],
  [/narrative/, []],
  [/(virus-name|name of the virus)/, ['virus-name']],
  [/actions?[ -]taken/, ['actions-taken']],
];

/** The questions about a kind in a school for a reporter of these kinds and offices, each once. */
export function fieldsOf(kind: string, rulebook: Rulebook, who: readonly string[]): Field[] {
  const rules = (rulebook.rulesByAct.get(kind) ?? []).filter(rule => rule.verb === 'tell');
  const needed = rules.flatMap(rule => {
    const words = rule.attributes['needs'];
    if (words === undefined) return [];
    const known = NEEDS.filter(([pattern]) => pattern.test(words));
    return known.length > 0 ? known.flatMap(([, fields]) => fields.map(name => FIELDS[name]!)) : [{ name: 'needed', label: words, as: 'area', later: true } satisfies Field];
  });
  const fields = [...(OF_KIND[kind] ?? []).map(name => FIELDS[name]!), ...factsOf(kind, rulebook, who), ...needed];
  return [...new Map(fields.map(field => [field.name, field])).values()];
}

/** The facts that the rules of a kind for this reporter turn on, where more than one answer leads somewhere. */
function factsOf(kind: string, { rulesByAct, vocabulary }: Rulebook, who: readonly string[]): Field[] {
  const values = new Map<string, Set<string>>();
  for (const rule of (rulesByAct.get(kind) ?? []).filter(one => one.verb === 'tell' && bound(one, who))) {
    for (const test of rule.when) values.set(test.fact, new Set([...(values.get(test.fact) ?? []), ...test.values]));
  }
  return [...values].flatMap(([name, given]): Field[] => {
    const fact = vocabulary.facts.get(name);
    if (!fact || fact.type !== 'enum' || given.size < 2) return [];
    const choices = [...given].map(value => ({ value, text: fact.values.get(value)?.plain ?? value }));
    return [{ name, label: fact.question || fact.meaning, as: 'choice', choices: [...choices, { value: '', text: 'None of these, or I do not know' }] }];
  });
}
