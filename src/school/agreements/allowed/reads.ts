/** What is asked about what parents allow. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Policy, Vocabulary } from '../../../rulebook/index.ts';
import { fullName, listClasses, listGuardians, listPeople, whoMustAgree } from '../../people/index.ts';
import { groupBy } from '../asks/refresh.ts';
import { policiesToSign, type Place } from '../reads.ts';
import type { SigningPolicy } from '../words.ts';
import { askedIn } from './asked.ts';
import { allowedFrom } from './decisions.ts';
import { askedBy, newestSaid, saidBeside } from './store.ts';
import { keyOf, type Allowed, type AllowedRow, type AnswerGiven, type Question, type Said } from './words.ts';

/** What was answered beside a signature, in the words of the edition that was signed. */
export async function givenBeside(tx: Tx, agreement: string, of: { document: Policy | null; vocabulary: Vocabulary }): Promise<AnswerGiven[]> {
  const said = await saidBeside(tx, agreement);
  if (said.length === 0 || !of.document) return [];
  const words = new Map(askedIn(of.document, of.vocabulary).map(one => [keyOf(one), one.words]));
  return said.map(one => ({ words: words.get(keyOf(one)) ?? keyOf(one), answer: one.answer }));
}

interface Standing {
  readonly said: readonly Said[];
  /** Whether something is allowed to a child on that day. */
  readonly now: (child: string, question: Question) => Allowed;
}

/** What is allowed to these children on a day, in three queries. */
async function standingOf(tx: Tx, children: readonly string[], day: string): Promise<Standing> {
  const said = await newestSaid(tx, children, day);
  const may = new Map<string, string[]>();
  for (const tie of children.length === 0 ? [] : await listGuardians(tx, { children, day })) {
    if (tie.mayAgree && !tie.noContact) may.set(tie.childId, [...may.get(tie.childId) ?? [], tie.parentId]);
  }
  const must = await whoMustAgree(tx, { day, children });
  const by = groupBy(said, one => `${one.child} ${keyOf(one)}`);
  return { said, now: (child, question) => allowedFrom(by.get(`${child} ${keyOf(question)}`) ?? [], { mayAgree: may.get(child) ?? [], mustAgree: must.get(child) ?? null }) };
}

/** The questions of these policies, each once. */
const questionsOf = (policies: readonly SigningPolicy[], vocabulary: Vocabulary): Question[] =>
  [...new Map(policies.filter(policy => policy.countersign).flatMap(policy => askedIn(policy.document, vocabulary)).map(one => [keyOf(one), one])).values()];

/** For each of these children the questions of its policies: whether each is allowed, and what this reader said. */
export async function allowedTo(tx: Tx, of: { children: readonly { readonly id: string; readonly policies: readonly SigningPolicy[] }[]; reader: string | null; place: Pick<Place, 'today' | 'vocabulary'> }): Promise<Map<string, AllowedRow[]>> {
  const asked = of.children.map(({ id, policies }) => ({ id, questions: questionsOf(policies, of.place.vocabulary) })).filter(one => one.questions.length > 0);
  const { said, now } = await standingOf(tx, asked.map(one => one.id), of.place.today);
  return new Map(asked.map(({ id, questions }) => [id, questions.map(question => {
    const mine = said.find(one => one.child === id && one.by === of.reader && keyOf(one) === keyOf(question));
    return { question, now: now(id, question), mine: mine ? { answer: mine.answer, on: mine.on } : null };
  })]));
}

/** A pupil who may not do everything that the form asks about. */
export interface WithoutRow {
  readonly person: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly class: string;
  readonly saidNo: readonly string[];
  readonly unanswered: readonly string[];
}

export interface WithoutView {
  readonly rows: readonly WithoutRow[];
  readonly classes: readonly string[];
  /** Whether a policy in force asks parents anything of the kind. */
  readonly asked: boolean;
}

const MOST_PUPILS = 100_000;

/** Every pupil without a permission that the form of their policy asks for; of one class, or of all. */
export async function withoutView(tx: Tx, of: { place: Place; class: string }): Promise<WithoutView> {
  const { today, vocabulary } = of.place;
  const policies = [...(await policiesToSign(tx, vocabulary)).values()].filter(policy => questionsOf([policy], vocabulary).length > 0);
  const questions = new Map(policies.map(policy => [policy.policy, questionsOf([policy], vocabulary)]));
  const asks = await askedBy(tx, policies.map(policy => policy.policy));
  const people = (await listPeople(tx, { day: today, ids: asks.map(ask => ask.person), limit: MOST_PUPILS })).filter(person => !of.class || person.place?.class === of.class);
  const { now } = await standingOf(tx, people.map(person => person.id), today);
  const policiesOf = groupBy(asks, ask => ask.person);
  const rows = people.map(person => {
    const mine = (policiesOf.get(person.id) ?? []).flatMap(ask => questions.get(ask.policy) ?? []);
    const things = (which: Allowed) => mine.filter(question => now(person.id, question) === which).map(question => question.thing);
    return { person: person.id, name: fullName(person), yearGroup: person.place?.yearGroup ?? '', class: person.place?.class ?? '', saidNo: things('no'), unanswered: things('unknown') };
  });
  return { rows: rows.filter(row => row.saidNo.length + row.unanswered.length > 0), classes: await listClasses(tx, today), asked: policies.length > 0 };
}
