/** What setting a school up asks: which offices stand empty, and which clauses name nobody. */
import type { Tx } from '../../../platform/database/index.ts';
import { clausesOfNobody, type Policy, type SchoolSheet, type Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { countPeople, listHolders, listStandIns, yearsAreSaid } from '../../people/index.ts';
import { listOpenEditions, readEdition, rulesInForce, type RulesAsk } from '../reads.ts';
import { officesNeeded, vacantOf } from './decisions.ts';
import type { NobodyClause, Step, VacantOffice } from './words.ts';

const titled = (offices: readonly string[], vocabulary: Vocabulary): VacantOffice[] => offices.map(office => ({ office, title: vocabulary.offices.get(office)?.title ?? office }));

/** The offices that a text needs and nobody holds today. */
export async function vacantFor(tx: Tx, ask: RulesAsk, document: Policy): Promise<VacantOffice[]> {
  const { rulebook } = await rulesInForce(tx, ask);
  return titled(vacantOf(officesNeeded(document, rulebook.school, ask.vocabulary), await heldToday(tx, ask.today)), ask.vocabulary);
}

const heldToday = async (tx: Tx, today: string): Promise<ReadonlySet<string>> => new Set((await listHolders(tx, today)).map(holder => holder.office));

/** Every text that counts: in force, and under way. */
async function documentsOf(tx: Tx, ask: RulesAsk): Promise<{ document: Policy; draft: boolean }[]> {
  const { rulebook } = await rulesInForce(tx, ask);
  const open = (await listOpenEditions(tx)).flatMap(edition => readEdition(edition, ask.vocabulary).document ?? []);
  const drafted = new Set(open.map(document => document.id));
  return [...rulebook.policies.filter(document => !drafted.has(document.id)).map(document => ({ document, draft: false })), ...open.map(document => ({ document, draft: true }))];
}

/** The offices that any text needs, in force or under way, and nobody holds today. */
export async function vacantEverywhere(tx: Tx, ask: RulesAsk): Promise<VacantOffice[]> {
  const { rulebook } = await rulesInForce(tx, ask);
  const sheet: SchoolSheet = rulebook.school;
  const groups = (await documentsOf(tx, ask)).flatMap(({ document }) => officesNeeded(document, sheet, ask.vocabulary));
  return titled(vacantOf(groups, await heldToday(tx, ask.today)), ask.vocabulary);
}

/** The clauses that name nobody, in force or under way, with the office that answers for each. */
export async function clausesNamingNobody(tx: Tx, ask: RulesAsk): Promise<NobodyClause[]> {
  const said = await listStandIns(tx);
  return (await documentsOf(tx, ask)).flatMap(({ document, draft }) => clausesOfNobody(document).map(({ clause, standIn }) => {
    const id = `${document.id}#${clause.id}`;
    return { standIn, clause: id, policyTitle: document.front.title, number: clause.number, text: clause.text, office: said.find(line => line.standIn === standIn && line.clause === id)?.office ?? null, draft };
  }));
}

/** The steps of the walk, in their order, and whether each is done. */
export async function stepsOf(tx: Tx, ask: RulesAsk): Promise<Step[]> {
  const vacant = await vacantEverywhere(tx, ask);
  const nobody = vacant.filter(one => one.office === 'unassigned' || one.office === 'school').length;
  const documents = await documentsOf(tx, ask);
  const people = await countPeople(tx, { day: ask.today });
  const pupils = await countPeople(tx, { day: ask.today, kinds: [...ask.vocabulary.kinds.values()].filter(kind => kind.name === 'pupil' || kind.within.includes('pupil')).map(kind => kind.name) });
  const inForce = documents.filter(one => !one.draft).length;
  return [
    { name: 'terms', done: await askFeature('termsAreKnown', tx, ask.today), count: 0 },
    { name: 'people', done: people > 1, count: people },
    ...(pupils > 0 ? [{ name: 'years' as const, done: await yearsAreSaid(tx), count: pupils }] : []),
    { name: 'policy', done: documents.length > 0, count: documents.length },
    { name: 'offices', done: documents.length > 0 && vacant.length === nobody, count: vacant.length - nobody },
    { name: 'nobody', done: documents.length > 0 && nobody === 0, count: nobody },
    { name: 'published', done: inForce > 0, count: inForce },
  ];
}
