/** What is done with sanctions. Each deed is one change with a line in the chronology of its case; whoever it is for is told by a person, and reminded by a mail that says nothing. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { announce } from '../../bulletin.ts';
import { listGuardians, listHolders } from '../../people/index.ts';
import { addEntry, addEye } from '../deeds/case.ts';
import { mailTo } from '../deeds/note.ts';
import { settingsNow } from '../deeds/route.ts';
import { goToLaw } from '../legal/deeds.ts';
import { eyesOn } from '../store.ts';
import type { Doing } from '../words.ts';
import { stillToAgree } from './decisions.ts';
import { after, isTimed } from './states.ts';
import * as store from './store.ts';
import type { Proposal, Provided, Sanction, SanctionWords, Turn } from './words.ts';

/** Puts a sanction to those who decide. Returns its id. */
export async function propose(tx: Tx, doing: Doing, of: { readonly concern: string; readonly provided: Provided; readonly offices: Sanction['offices']; readonly proposal: Proposal }): Promise<string> {
  const { provided, proposal } = of;
  const id = newId();
  const { reason, reasons, fits, intent } = proposal;
  const timed = isTimed(provided.kind);
  await store.addSanction(tx, {
    school: doing.school.id, id, concern: of.concern, person: proposal.person, kind: provided.kind, facility: provided.facility, clause: provided.clause, offices: of.offices, state: 'proposed', permanent: timed && proposal.permanent,
    startsOn: timed ? proposal.startsOn : null, endsOn: timed && !proposal.permanent ? proposal.endsOn : null, reviewOn: timed && proposal.permanent ? proposal.reviewOn : null, toldOn: null,
    appealBy: proposal.appealBy, appealTo: proposal.appealTo, locked: doing.lock.lock({ reason, reasons, fits, intent } satisfies SanctionWords, id), proposedBy: doing.by, proposedAt: doing.at,
  });
  await addEntry(tx, doing, { concern: of.concern, sort: 'sanction-proposed', words: { sanction: id, text: [reasons, fits].filter(Boolean).join('\n') } });
  await letRead(tx, doing, { concern: of.concern, offices: of.offices.flat(), clause: provided.clause });
  await tellOffices(tx, doing, of.offices.flat(), { once: `sanction ${id}`, not: proposal.person });
  return id;
}

/** Whoever decides reads the case: nobody decides about what they have not seen. */
async function letRead(tx: Tx, doing: Doing, of: { readonly concern: string; readonly offices: readonly string[]; readonly clause: string }): Promise<void> {
  const have = (await eyesOn(tx, [of.concern])).filter(eye => eye.until === null && eye.parts === null).flatMap(eye => eye.office ?? []);
  for (const office of new Set(of.offices)) if (!have.includes(office)) await addEye(tx, doing, { concern: of.concern, office, why: 'routed', clause: of.clause, quietly: true });
}

async function tellOffices(tx: Tx, doing: Doing, offices: readonly string[], of: { readonly once: string; readonly not: string | null }): Promise<void> {
  const people = (await listHolders(tx, doing.today)).filter(holder => offices.includes(holder.office)).map(holder => holder.person);
  await mailTo(tx, doing, [...new Set(people)].filter(person => person !== doing.by && person !== of.not), of.once);
}

async function turn(tx: Tx, doing: Doing, sanction: Sanction, of: { readonly turn: Turn; readonly entry?: string; readonly office?: string; readonly text?: string }): Promise<void> {
  const id = newId();
  await store.addTurn(tx, { school: doing.school.id, id, sanction: sanction.id, turn: of.turn, office: of.office ?? '', by: doing.by, locked: of.text ? doing.lock.lock({ text: of.text }, id) : null, at: doing.at });
  await addEntry(tx, doing, { concern: sanction.concern, sort: of.entry ?? `sanction-${of.turn}`, words: { sanction: sanction.id, text: of.text ?? '' } });
}

/** One who decides agrees; with the last of them it is decided. */
export async function agree(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly office: string; readonly text: string }): Promise<boolean> {
  const { sanction } = of;
  const to = after(sanction.state, 'agree');
  if (to === null) return false;
  await turn(tx, doing, sanction, { turn: 'agreed', office: of.office, text: of.text });
  const turns = await store.turnsOf(tx, [sanction.id]);
  if (stillToAgree(sanction, turns).length === 0) await decided(tx, doing, { ...of, to });
  return true;
}

/** With the last yes it is decided; where the school goes to law, nothing of the case is erased from then on. */
async function decided(tx: Tx, doing: Doing, { sanction, office, to }: { readonly sanction: Sanction; readonly office: string; readonly to: Sanction['state'] }): Promise<void> {
  await store.setSanction(tx, sanction.id, { state: to });
  if (sanction.kind !== 'legal') return;
  const { locked } = (await store.holdSanction(tx, sanction.id))!;
  const { holdReviewDays } = await settingsNow(tx, doing.today);
  await goToLaw(tx, doing, { concern: sanction.concern, step: { decidedBy: doing.by!, decidedOffice: office, clause: sanction.clause, reasons: doing.lock.open<SanctionWords>(locked, sanction.id).reasons, reviewOn: addDays(doing.today, holdReviewDays) } });
}

/** One who decides says no: it is off the table. */
export async function refuse(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly office: string; readonly text: string }): Promise<boolean> {
  const to = after(of.sanction.state, 'refuse');
  if (to === null) return false;
  await store.setSanction(tx, of.sanction.id, { state: to });
  await turn(tx, doing, of.sanction, { turn: 'refused', office: of.office, text: of.text });
  return true;
}

/** Whoever deals with the case takes a proposal back before it is decided: it is off the table, and nobody was told of anything. */
export async function takeBack(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly text: string }): Promise<boolean> {
  const to = after(of.sanction.state, 'take-back');
  if (to === null) return false;
  await store.setSanction(tx, of.sanction.id, { state: to });
  await turn(tx, doing, of.sanction, { turn: 'lifted', entry: 'sanction-taken-back', text: of.text });
  return true;
}

/** Somebody has told them why: from then on they see it on their own page, and what has a first day begins on it. What does not last is over with that. */
export async function tellThem(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly text: string; readonly toldOn: string }): Promise<boolean> {
  const { sanction } = of;
  const to = after(sanction.state, 'tell');
  if (to === null) return false;
  await store.setSanction(tx, sanction.id, { state: to, toldOn: of.toldOn });
  await turn(tx, doing, sanction, { turn: 'told', text: of.text });
  await tellTheirs(tx, doing, sanction, 'told');
  return true;
}

/** Whoever it is for, and the parents of a child, have something new to read on their own page. */
async function tellTheirs(tx: Tx, doing: Doing, { id, person }: Pick<Sanction, 'id' | 'person'>, what: string): Promise<void> {
  if (person === null) return;
  const parents = (await listGuardians(tx, { children: [person], day: doing.today })).filter(tie => !tie.noContact).map(tie => tie.parentId);
  await mailTo(tx, doing, [person, ...parents], `sanction ${what} ${id}`);
}

/** It begins on its first day: those who switch things off find it on their list. */
export async function beginSanction(tx: Tx, doing: Doing, sanction: Sanction): Promise<boolean> {
  const to = after(sanction.state, 'begin');
  if (to === null) return false;
  await store.setSanction(tx, sanction.id, { state: to });
  await turn(tx, doing, sanction, { turn: 'began' });
  await announceIt(tx, doing, sanction, 'sanction-began');
  return true;
}

/** It ends after its last day, and what it switched off goes on again. */
export async function endSanction(tx: Tx, doing: Doing, sanction: Sanction): Promise<boolean> {
  const to = after(sanction.state, 'end');
  if (to === null) return false;
  await store.setSanction(tx, sanction.id, { state: to });
  await turn(tx, doing, sanction, { turn: 'ended' });
  await announceIt(tx, doing, sanction, 'sanction-ended');
  return true;
}

/** It is taken away before its end, with the reason: after an appeal, a review, or because it was wrong. */
export async function lift(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly text: string; readonly appeal?: boolean }): Promise<boolean> {
  const { sanction } = of;
  const to = after(sanction.state, 'lift');
  if (to === null) return false;
  await store.setSanction(tx, sanction.id, { state: to });
  await turn(tx, doing, sanction, { turn: of.appeal ? 'appeal-lifted' : 'lifted', text: of.text });
  if (sanction.state === 'in-force') await announceIt(tx, doing, sanction, 'sanction-ended');
  if (sanction.toldOn !== null) await tellTheirs(tx, doing, sanction, 'lifted');
  return true;
}

async function announceIt(tx: Tx, doing: Doing, sanction: Sanction, name: 'sanction-began' | 'sanction-ended'): Promise<void> {
  if (sanction.kind === 'confiscation') return announceTaking(tx, doing, sanction, name === 'sanction-began');
  if (sanction.person === null || sanction.facility === null) return;
  await announce(tx, name, { school: doing.school.id, person: sanction.person, facility: sanction.facility, until: sanction.endsOn, at: doing.at, sanction: sanction.id, deciders: sanction.offices.flat() });
}

/** Whoever keeps what is taken from pupils is told that something is to be taken, or goes back. */
async function announceTaking(tx: Tx, { school, at }: Doing, { id, person, offices, endsOn }: Sanction, begins: boolean): Promise<void> {
  if (!begins) return announce(tx, 'confiscation-ended', { school: school.id, key: id, at });
  if (person !== null) await announce(tx, 'confiscation-began', { school: school.id, person, offices: offices.flat(), until: endsOn, key: id, at });
}

/** Whoever it is for, or their parent, appeals. The office that hears it is told. */
export async function appeal(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly text: string }): Promise<void> {
  await turn(tx, doing, of.sanction, { turn: 'appealed', text: of.text });
  await letRead(tx, doing, { concern: of.sanction.concern, offices: [of.sanction.appealTo!], clause: of.sanction.clause });
  await tellOffices(tx, doing, [of.sanction.appealTo!], { once: `sanction appeal ${of.sanction.id}`, not: of.sanction.person });
}

/** The appeal is answered: it stays, or it is lifted. */
export async function answerAppeal(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly keeps: boolean; readonly text: string }): Promise<boolean> {
  if (!of.keeps) return lift(tx, doing, { sanction: of.sanction, text: of.text, appeal: true });
  await turn(tx, doing, of.sanction, { turn: 'appeal-kept', text: of.text });
  await tellTheirs(tx, doing, of.sanction, 'kept');
  return true;
}

/** A ban for good was looked at again, and stays until the next day on which it is. */
export async function review(tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly reviewOn: string; readonly text: string }): Promise<void> {
  await store.setSanction(tx, of.sanction.id, { state: of.sanction.state, reviewOn: of.reviewOn });
  await turn(tx, doing, of.sanction, { turn: 'reviewed', text: of.text });
}

/** IT says that it switched something off, or on again. */
export const switched = (tx: Tx, doing: Doing, of: { readonly sanction: Sanction; readonly to: 'off' | 'on' }): Promise<void> => turn(tx, doing, of.sanction, { turn: of.to });
