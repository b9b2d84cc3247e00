/** What the people of a model school have signed: most of them, not all. */
import type { Tx } from '../platform/database/index.ts';
import { addDays, dayOf } from '../platform/days.ts';
import { newId } from '../platform/ids.ts';
import type { FrontMatter } from '../rulebook/index.ts';
import { catchUp, declineAgreement, takeInAgreements, type Given } from '../school/agreements/index.ts';
import { fullName, widened } from '../school/people/index.ts';
import { rulesInForce } from '../school/policies/index.ts';
import type { Cast } from './cast.ts';
import type { Member } from './casting.ts';
import type { Filling } from './words.ts';
import { chanceFrom } from './names.ts';

interface Signing {
  readonly filling: Filling;
  readonly cast: Cast;
  readonly ids: readonly string[];
  readonly chance: () => number;
  /** Who has not signed yet, so that a visitor can sign as them. */
  readonly waiting: ReadonlySet<Member>;
  /** Who always has: the holders of offices and the other personas. */
  readonly certain: ReadonlySet<Member>;
}

/** The personas who sign while one watches. */
const STILL_TO_SIGN = new Set(['supply', 'governor', 'pupil', 'reception', 'parent']);
/** Of the others, so many in a hundred have signed. */
const SIGNED_OF_100 = 87;

/** Signs for most people what they must sign; some wait, some are late, one declines. */
export async function signAsUsual(tx: Tx, filling: Filling, { cast, ids }: { cast: Cast; ids: readonly string[] }): Promise<void> {
  const { school, vocabulary, today } = filling;
  const { rulebook, editions } = await rulesInForce(tx, { school, vocabulary, today });
  await catchUp(tx, { school, vocabulary, today }, [...editions.values()].map(edition => edition.id).sort());
  const waiting = new Set(cast.personas.filter(({ persona }) => STILL_TO_SIGN.has(persona)).map(({ person }) => person));
  const certain = new Set([...cast.offices, ...cast.personas].map(({ person }) => person));
  const signing: Signing = { filling, cast, ids, chance: chanceFrom(`${school.slug} signatures`), waiting, certain };
  const toSign = rulebook.policies.map(policy => policy.front).filter(front => front.sign);
  await takeInAgreements(tx, { school, vocabulary, today }, toSign.flatMap(front => cast.people.flatMap((_, member) => signaturesOf(signing, front, member))));
  await oneDeclines(tx, signing, toSign[0]?.policy);
}

/** The signatures of one person under one policy: their own, and a guardian's beside a child's. */
function signaturesOf(signing: Signing, front: FrontMatter, member: Member): Given[] {
  const { cast, chance, filling } = signing;
  const kinds = widened(cast.people[member]!.kinds, filling.vocabulary);
  const isAsked = (front.sign!.who ?? front.binds).some(kind => kinds.includes(kind));
  if (!isAsked || signing.waiting.has(member) || member === decliner(cast)) return [];
  const own = signature(signing, front, { person: member, by: member });
  const guardian = cast.families.find(tie => tie.child === member && tie.mayAgree && !tie.noContact);
  const beside = front.sign!.countersign && guardian ? signature(signing, front, { person: member, by: guardian.parent }) : null;
  const signs = signing.certain.has(member) || chance() * 100 < SIGNED_OF_100;
  // Why two chances: a few children have signed whose parents have not yet.
  const besideSigns = signs && chance() < 0.85;
  return [...(own && signs ? [own] : []), ...(beside && besideSigns ? [beside] : [])];
}

/** Given in the ten days after it was asked for, in working hours. Null while these days are still to come. */
function signature({ filling, cast, ids, chance }: Signing, front: FrontMatter, of: { person: Member; by: Member }): Given | null {
  const { joinedOn } = cast.people[of.person]!;
  const signer = cast.people[of.by]!;
  const asked = joinedOn > (front.inForce ?? '') ? joinedOn : front.inForce!;
  const day = weekday(addDays(asked, Math.floor(chance() * chance() * 11)));
  const at = new Date(Date.parse(`${day}T08:10:00Z`) + Math.floor(chance() * 9 * 3_600_000));
  if (at > filling.now || (signer.leftOn !== undefined && signer.leftOn < day)) return null;
  return {
    person: ids[of.person]!, by: ids[of.by]!, kinds: widened(signer.kinds, filling.vocabulary), capacity: of.person === of.by ? 'self' : 'guardian',
    policy: front.policy, typedName: fullName(signer), channel: signer.kinds.includes('governor') && chance() < 0.5 ? 'paper' : 'screen', at,
  };
}

/** That day, or the Monday after a weekend. */
function weekday(day: string): string {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, number === 6 ? 2 : number === 0 ? 1 : 0);
}

/** The first of the support staff who holds no office: somebody with a question about the code. */
const decliner = (cast: Cast): Member =>
  cast.people.findIndex(({ kinds }, member) => kinds.includes('support-staff') && !cast.offices.some(({ person }) => person === member));

async function oneDeclines(tx: Tx, { cast, ids, filling }: Signing, policy: string | undefined): Promise<void> {
  const member = decliner(cast);
  if (member < 0 || policy === undefined) return;
  const { school, vocabulary, now } = filling;
  const at = new Date(now.getTime() - 3 * 86_400_000);
  const signer = { school, vocabulary, by: ids[member]!, kinds: widened(cast.people[member]!.kinds, vocabulary), at, today: dayOf(at) };
  await declineAgreement(tx, signer, {
    person: ids[member]!, capacity: 'self', policy, talkTo: 'head', once: newId(),
    reason: 'I share my computer with a job-share partner. I would like to talk about what that means before I sign.',
  });
}
