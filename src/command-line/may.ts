/**
 * `countersign may "Can I …?" --school DIR --as teacher`: a question in plain words, answered with its clauses.
 */
import { answerQuestion, didYouMean, explain, readBoxWords } from '../rulebook/index.ts';
import type { BoxAnswer, Permission, Rulebook, Vocabulary } from '../rulebook/index.ts';
import { toAnswerLine } from './answer-json.ts';
import { WrongCall, dayOf, openSchool, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    school: { type: 'string' }, as: { type: 'string', multiple: true }, permission: { type: 'string', multiple: true }, on: { type: 'string' }, json: { type: 'boolean' },
  });
  const text = positionals.join(' ').trim();
  if (text === '') throw new WrongCall('Ask something: countersign may "Can I …?"');
  if (values.as === undefined) throw new WrongCall('Say who asks: --as teacher.');
  const on = dayOf(values.on);
  const { rulebook, texts } = openSchool(values.school);
  const who = values.as.flatMap((names) => names.split(/[\s,]+/)).filter((name) => name !== '');
  for (const name of who) checkAsker(rulebook.vocabulary, name);
  const permissions = (values.permission ?? []).map((act) => toPermission(rulebook.vocabulary, act));
  const given = answerQuestion(rulebook, readBoxWords(texts.vocabulary), text, { who, permissions, on });
  await print(values.json ? `${toAnswerLine(given.answer)}\n` : inWords(rulebook, given));
  return 0;
}

function checkAsker({ kinds, offices }: Vocabulary, name: string): void {
  if (kinds.has(name) || offices.has(name)) return;
  const known = [...kinds.keys(), ...offices.keys()];
  throw new WrongCall(`"${name}" is neither a kind of person nor an office. ${didYouMean(name, known, `The kinds are ${[...kinds.keys()].join(', ')}.`)}`);
}

/** `install-software`, or with the office that gave it: `install-software:head`. */
function toPermission({ acts, offices }: Vocabulary, written: string): Permission {
  const [act = '', office] = written.split(':');
  if (!acts.has(act)) throw new WrongCall(`"${act}" is not an act. ${didYouMean(act, acts.keys(), '')}`.trim());
  if (office !== undefined && !offices.has(office)) throw new WrongCall(`"${office}" is not an office. ${didYouMean(office, offices.keys(), '')}`.trim());
  return { act, live: true, ...(office === undefined ? {} : { office }) };
}

/** The answer for people: what it says, what to do, and the clauses with their words. */
function inWords(rulebook: Rulebook, { answer, reading, unsure }: BoxAnswer): string {
  const { acts, facts } = rulebook.vocabulary;
  const said = { no: 'No.', depends: 'That depends.', ask: 'Ask first.', tell: 'Tell somebody.', yes: 'Yes.', silent: 'No policy speaks of this. Ask the person responsible for the policy.' }[answer.says];
  const understood = unsure ? [] : [`(understood as: ${acts.get(reading.act)?.plain ?? reading.act})`];
  const meant = unsure && reading.alternatives.length > 0 ? ['Did you mean:', ...reading.alternatives.map(({ act }) => `  ${acts.get(act)?.plain ?? act}`)] : [];
  const office = (name: string) => rulebook.vocabulary.offices.get(name)?.title ?? name;
  const groups = (start: string, offices: readonly (readonly string[])[]) => (offices.length > 0 ? [`${start} ${offices.map((group) => group.map(office).join(' or ')).join(', and ')}.`] : []);
  const missing = answer.missing.map((fact) => `  ${facts.get(fact)?.question ?? fact}`);
  const quotes = [...answer.because, ...answer.duties.filter((id) => !(answer.because as readonly string[]).includes(id))].map((id) => `  ${id}\n    ${rulebook.clauses.get(id)?.text ?? ''}`);
  const duty = reading.omit ? [explain(rulebook, reading, answer)].map(({ headline }) => `${headline}.`) : [];
  const lines = [...(duty.length > 0 && answer.says === 'no' ? duty : [said]), ...understood, ...meant, ...groups('Ask:', answer.askGroups), ...groups('Tell:', answer.tellGroups), ...(missing.length > 0 ? ['To know, we would have to ask:', ...missing] : []), ...(quotes.length > 0 ? ['', ...quotes] : [])];
  return `${lines.join('\n')}\n`;
}
