/** What pages and other features ask about permissions. */
import { longDay } from '../../page-parts/index.ts';
import { currentSchool, type Tx } from '../../platform/database/index.ts';
import { dayOf, endOfDay, startOfDay } from '../../platform/days.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { askFeature, type Questions } from '../answers.ts';
import type { Shared } from '../feature.ts';
import { findPerson, namesOf, widened } from '../people/index.ts';
import { capital, listed, officeWords } from '../policies/index.ts';
import { belongs, isForOneUse, stateOf, type Member } from './decisions.ts';
import { listTurns, permissionsAround } from './store.ts';
import type { Grant, PermissionState } from './words.ts';

export { countPermissions, countRequests, exportPermissions, findGrant, findRequest, listPermissions, listRequests, listTurns, listWords, type PermissionsAsk } from './store.ts';

/** A permission with how it stands. */
export type Standing = Grant & { readonly state: PermissionState };

/** What somebody is on a day, as groups that hold a permission look at it; null where there is no such person then. */
export async function memberOn(tx: Tx, person: string, of: { readonly day: string; readonly vocabulary: Vocabulary }): Promise<Member | null> {
  const found = await findPerson(tx, person, of.day);
  if (!found || found.joinedOn > of.day || (found.leftOn !== null && found.leftOn < of.day)) return null;
  return { kinds: [...widened(found.kinds, of.vocabulary), ...found.offices], class: found.place?.class ?? null, trips: await askFeature('tripsOn', tx, person, of.day) };
}

/** Every permission that somebody holds at a moment or on a day, their own and those of groups they belong to, with its state at the moment. */
export async function heldBy(tx: Tx, person: string, of: { readonly from: Date; readonly until: Date; readonly now: Date; readonly vocabulary: Vocabulary }): Promise<Standing[]> {
  const around = await permissionsAround(tx, { person, from: of.from, until: of.until });
  const member = around.some(one => one.holders !== null) ? await memberOn(tx, person, { day: dayOf(of.now), vocabulary: of.vocabulary }) : null;
  // Why not the granter: nobody decides their own, not by way of a group they belong to either.
  const mine = around.filter(one => one.holder === person || (one.holders !== null && one.grantedBy !== person && member !== null && belongs(one.holders, member)));
  const turns = await listTurns(tx, mine.map(one => one.id));
  return mine.map(one => ({ ...one, state: stateOf(one, turns.filter(turn => turn.permission === one.id), of.now) }));
}

const A_MILLISECOND = 1;

/** Answers "which permissions does this person hold now?": one for each office whose yes it is. Wired in app.ts. */
export const livePermissions = ({ vocabulary }: Shared): Questions['livePermissions'] => async (tx, person, now) => {
  const held = await heldBy(tx, person, { from: now, until: new Date(now.getTime() + A_MILLISECOND), now, vocabulary });
  return held.filter(one => one.state === 'live').flatMap(one => {
    const permission = { act: one.act, live: true, facts: one.facts, ...(isForOneUse(one) ? { use: one.id } : {}) };
    return one.offices.length === 0 ? [permission] : one.offices.map(office => ({ ...permission, office }));
  });
};

/** Answers "which permissions did this person hold on a day?" in sentences; one that began or ended on the day counts. Wired in app.ts. */
export const permissionsOn = ({ vocabulary }: Shared): Questions['permissionsOn'] => async (tx, person, day) => {
  const school = await currentSchool(tx);
  if (!school) return null;
  const lastMoment = new Date(endOfDay(day).getTime() - A_MILLISECOND);
  const held = await heldBy(tx, person, { from: startOfDay(day), until: endOfDay(day), now: lastMoment, vocabulary });
  const turns = await listTurns(tx, held.map(one => one.id));
  // Why anew: one that was over before the evening was still held on the day.
  const counted = held.filter(one => ['live', 'expired', 'withdrawn', 'given-up', 'suspended'].includes(one.state) && !turns.some(turn => turn.permission === one.id && ['withdrawn', 'given-up', 'expired'].includes(turn.turn) && turn.at < startOfDay(day)));
  const names = await namesOf(tx, counted.flatMap(one => one.grantedBy ?? []));
  return counted.map(one => sentenceOf(one, { vocabulary, name: one.grantedBy === null ? null : names.get(one.grantedBy) ?? null }));
};

function sentenceOf(one: Standing, { vocabulary, name }: { readonly vocabulary: Vocabulary; readonly name: string | null }): string {
  const act = capital(vocabulary.acts.get(one.act)?.plain ?? one.act);
  const last = longDay(dayOf(new Date(one.endsAt.getTime() - A_MILLISECOND)));
  const first = longDay(dayOf(one.startsAt));
  const who = name ?? listed(one.offices.map(office => officeWords(office, vocabulary)));
  return one.conditions === '' ? `${act}: granted by ${who}, from ${first} to ${last}.` : `${act}: granted by ${who}, from ${first} to ${last}. Conditions: ${one.conditions}`;
}
