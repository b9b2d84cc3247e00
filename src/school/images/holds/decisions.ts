/** Who takes pictures down, where they may be, and how a hold stands. Pure. */
import type { BoundRule, Rulebook } from '../../../rulebook/index.ts';
import type { Hold, HoldPlace, HoldState } from './words.ts';

/** What the school does with pictures, the most telling first. */
const PICTURE_ACTS = ['publish-image', 'publish-school-content', 'choose-image', 'use-image'];
/** Where a worry about a picture is told, and otherwise where pictures are published. */
const WORRY_ACTS = ['report-image-concern', 'complain-image-misuse', 'publish-image'];
const STAFF = 'staff';
const OWN = /^(personal|private)-/;

/** The safeguarding lead lifts a hold, and whoever comes next where it is about them. */
const LIFTERS = ['dsl', 'head', 'chair-of-governors'];

const ofStaff = (rule: BoundRule): boolean => rule.binds.kinds.length === 0 || rule.binds.kinds.includes(STAFF);

/** The office that the rules name for publishing pictures; where they name none, whoever looks after those rules. */
export function pictureOffice(rulebook: Rulebook): string {
  const rules = PICTURE_ACTS.flatMap(act => rulebook.rules.filter(rule => rule.subject === act && ofStaff(rule)));
  const named = rules.filter(rule => rule.verb === 'ask' || rule.verb === 'publish').flatMap(rule => rule.offices.flat())[0];
  const owner = rules.flatMap(rule => rulebook.clauses.get(rule.clauseId)?.policy.front.owner ?? [])[0];
  return withSchoolSheet(rulebook, named ?? owner ?? 'head');
}

/** "Unassigned" and "the school" stand for the office that the school put in their place. */
function withSchoolSheet({ school }: Rulebook, office: string): string {
  const holder = school.offices[office];
  return (office === 'unassigned' || office === 'school') && holder?.startsWith('office:') ? holder.slice('office:'.length) : office;
}

/** The clause under which pictures are held back; empty where no rule speaks of pictures. */
export const worryClause = (rulebook: Rulebook): string => WORRY_ACTS.flatMap(act => rulebook.rulesByAct.get(act) ?? [])[0]?.clauseId ?? '';

/** Who sees to a hold: the office of the rules and the safeguarding lead; round those it is about. */
export function readersOf(office: string, of: { readonly holders: readonly { readonly office: string; readonly person: string }[]; readonly about: readonly string[] }): { readonly office: string; readonly lifter: string } {
  const free = (name: string): boolean => of.holders.some(holder => holder.office === name && !of.about.includes(holder.person)) && !of.holders.some(holder => holder.office === name && of.about.includes(holder.person));
  const lifter = LIFTERS.find(free) ?? LIFTERS[0]!;
  return { office: free(office) ? office : lifter, lifter };
}

/** Where pictures may be by the rules, where the school has not said: the narrow values of `destination` that the rules name. What is somebody's own is left out: it is no place of the school's. */
export function placesOfRules(rulebook: Rulebook): string[] {
  const values = rulebook.vocabulary.facts.get('destination')?.values ?? new Map();
  const spoken = new Set(PICTURE_ACTS.flatMap(act => rulebook.rulesByAct.get(act) ?? []).filter(ofStaff).flatMap(rule => [...rule.when, ...rule.unless]).filter(test => test.fact === 'destination').flatMap(test => test.values));
  const wide = new Set([...values.values()].flatMap(value => value.within));
  const leaves = [...values.values()].filter(value => !wide.has(value.value) && (spoken.size === 0 || spoken.has(value.value) || value.within.some((one: string) => spoken.has(one))));
  return leaves.map(value => value.value).filter(value => !OWN.test(value));
}

/** How a hold stands. A place is seen to when the picture is down or never was there; to have asked is not enough. */
export function holdState(hold: Pick<Hold, 'outcome'>, places: readonly Pick<HoldPlace, 'state'>[]): HoldState {
  if (hold.outcome !== null) return hold.outcome;
  return places.length > 0 && places.every(place => place.state === 'down' || place.state === 'never-there') ? 'done' : 'open';
}

/** Whether pictures may not be used: until it is decided that they may be again. */
export const holdsBack = (hold: Pick<Hold, 'outcome'>): boolean => hold.outcome !== 'again';

interface Who { readonly person: string | null; readonly offices: readonly string[] }

/** The hash of somebody under every key of the school: who was kept out under an older one is kept out still. */
type KeysOf = (id: string) => readonly string[];

/** Whether a reader is one of those who may not know of a hold. */
export const isKeptFrom = (hold: Pick<Hold, 'keptFrom'>, reader: Pick<Who, 'person'>, keysOf: KeysOf): boolean => reader.person !== null && keysOf(reader.person).some(key => hold.keptFrom.includes(key));

/** Whether a reader sees to a hold, or lifts it. */
export const seesHold = (hold: Pick<Hold, 'office' | 'lifter' | 'keptFrom'>, reader: Who, keysOf: KeysOf): boolean =>
  (reader.offices.includes(hold.office) || reader.offices.includes(hold.lifter)) && !isKeptFrom(hold, reader, keysOf);

export const liftsHold = (hold: Pick<Hold, 'office' | 'lifter' | 'keptFrom'>, reader: Who, keysOf: KeysOf): boolean => reader.offices.includes(hold.lifter) && !isKeptFrom(hold, reader, keysOf);
