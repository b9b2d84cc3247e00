/** What of the register is whose, and what they may do there. Pure. */
import type { Rulebook } from '../../../rulebook/index.ts';
import { whoDecides, type OfficeHolders } from '../decisions.ts';
import { isOver } from '../states.ts';
import type { Grant, PermissionState } from '../words.ts';

interface Somebody {
  readonly person: string | null;
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
}

/** Sees every permission. */
const SEES_ALL = ['head'];
/** Sees how many there are, and no names. */
const COUNTS = ['governor', 'trustee', 'chair-of-governors'];

export const seesAll = ({ offices }: Pick<Somebody, 'offices'>): boolean => SEES_ALL.some(office => offices.includes(office));

/** Governors see counts of everything; names where they decide themselves. */
export const seesCounts = ({ kinds, offices }: Pick<Somebody, 'kinds' | 'offices'>): boolean => COUNTS.some(one => kinds.includes(one) || offices.includes(one));

/** An office as the school fills it: "whoever the school names" is the office put in its place. */
const realOf = (office: string, sheet: Rulebook['school']['offices']): string => (sheet[office]?.startsWith('office:') ? sheet[office].slice('office:'.length) : office);

/** Acts about which some rule in force lets these offices decide. */
export function actsDecidedBy(rulebook: Pick<Rulebook, 'rules' | 'school'>, offices: readonly string[]): string[] {
  const mine = (group: readonly string[]) => group.some(office => offices.includes(realOf(office, rulebook.school.offices)));
  return [...new Set(rulebook.rules.filter(rule => rule.verb === 'ask' && rule.offices.some(mine)).map(rule => rule.subject))];
}

/** Whether this reader may withdraw a permission and look at its evidence: from a seat of the rules it stands on, or because the word was theirs. Never the holder. */
export function decidesAbout(grant: Pick<Grant, 'act' | 'clauses' | 'offices' | 'holder' | 'grantedBy'>, reader: Pick<Somebody, 'person'>, of: { readonly holders: OfficeHolders; readonly rulebook: Pick<Rulebook, 'rules' | 'school'> }): boolean {
  if (reader.person === null || reader.person === grant.holder) return false;
  if (reader.person === grant.grantedBy) return true;
  const { rules, school } = of.rulebook;
  const groups = rules.filter(rule => rule.verb === 'ask' && rule.subject === grant.act && grant.clauses.includes(rule.clauseId)).flatMap(rule => rule.offices);
  return whoDecides([...groups, ...grant.offices.map(office => [office])], { holders: of.holders, not: [grant.holder], sheet: school.offices }).flat().some(seat => seat.person === reader.person);
}

/** What can still befall a permission in a state. */
export const mayEnd = (state: PermissionState): boolean => !isOver(state);
export const mayShowEvidence = (grant: Pick<Grant, 'evidenceUntil'>, state: PermissionState): boolean => grant.evidenceUntil !== null && !isOver(state);

/** Whether a pupil's name is for this reader: their own, their child's, or a member of staff's to see. */
export const seesPupils = ({ kinds }: Pick<Somebody, 'kinds'>): boolean => kinds.includes('staff');

/** Whether what groups may do is for this reader, whichever group it is. */
export const seesStanding = ({ kinds, offices }: Pick<Somebody, 'kinds' | 'offices'>): boolean => ['staff', 'governor', 'trustee'].some(kind => kinds.includes(kind)) || offices.length > 0;
