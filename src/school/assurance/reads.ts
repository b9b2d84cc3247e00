/** What the start pages show, gathered from the features through their front doors. */
import { listSchools, readRemembered, rememberAcross, type Database, type Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { rulesInForce, type RulesInForce } from '../policies/index.ts';
import type { PersonaList, SchoolCard, Today } from './words.ts';

/** Signed, waiting and overdue over every policy of the school that somebody signs. */
export async function signedOverall(tx: Tx, rules: RulesInForce, today: string) {
  const sum = { bound: 0, signed: 0, waiting: 0, overdue: 0 };
  for (const policy of rules.rulebook.policies.filter(policy => policy.front.sign)) {
    const counts = await askFeature('signedCounts', tx, policy.id, today);
    if (!counts) continue;
    sum.bound += counts.bound;
    sum.signed += counts.signed;
    sum.waiting += counts.waiting;
    sum.overdue += counts.overdue;
  }
  return sum;
}

/** The figures of a school today. */
export async function readToday(tx: Tx, ask: { school: School; vocabulary: Vocabulary; today: string }): Promise<Today> {
  const rules = await rulesInForce(tx, ask);
  const { policies, clauses, rules: bound } = rules.rulebook;
  const measures = new Map<string, string>();
  for (const rule of bound) {
    if (rule.period && rule.until && rule.until >= ask.today && (!rule.from || rule.from <= ask.today)) measures.set(rule.period, rule.until);
  }
  return {
    policies: policies.length, clauses: clauses.size, ...(await signedOverall(tx, rules, ask.today)),
    reviewsOverdue: policies.filter(policy => (policy.front.review?.next ?? '9999') < ask.today).length,
    measures: [...measures].map(([name, until]) => ({ name, until })),
  };
}

/** The figures of one school's card on the first page. */
const cardFigures = (db: Database, ask: { school: School; vocabulary: Vocabulary; today: string }) =>
  readRemembered(db, ask.school.id, { key: `card ${ask.today}`, work: async tx => {
    const rules = await rulesInForce(tx, ask);
    return { policies: rules.rulebook.policies.length, ...(await signedOverall(tx, rules, ask.today)) };
  } });

const MOST_SCHOOLS = 50;

/** The schools of the first page, by name, each with its figures and its personas. The same list is given again until a school changes. */
export const schoolCards = (db: Database, ask: { today: string; vocabulary: Vocabulary; personas: PersonaList }): Promise<SchoolCard[]> =>
  rememberAcross(db, { key: `school cards ${ask.today}`, work: async () => {
    const people = (await ask.personas()).map(one => ({ name: one.name, href: new URL(one.url).pathname, sees: one.sees }));
    const cards: SchoolCard[] = [];
    for (const school of (await listSchools(db)).slice(0, MOST_SCHOOLS)) {
      cards.push({ school, ...await cardFigures(db, { school, ...ask }), personas: people.filter(one => one.href.startsWith(`/${school.slug}/`)) });
    }
    return cards;
  } });
