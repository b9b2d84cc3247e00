/** Who must sign what, why and until when. Pure: people, policies and signatures in, asks out. */
import type { Clause, Day, FrontMatter, Policy, Whom } from '../../rulebook/index.ts';
import type { MustAgree } from '../people/index.ts';
import { SETTINGS, type Ask, type AskState, type Bound, type Calendar, type Capacity, type Countersigned, type Need, type NewDuty, type Reason, type Signed, type SigningPolicy } from './words.ts';

/** Whether a rule speaks to somebody with these names. No kinds named means everybody. */
export function binds(whom: Whom, names: readonly string[]): boolean {
  if (whom.except.some(name => names.includes(name))) return false;
  return whom.kinds.length === 0 || whom.kinds.some(name => names.includes(name));
}

/** The kinds that sign a policy; empty when nobody does. */
export const signersOf = (front: FrontMatter): readonly string[] => (front.sign ? front.sign.who ?? front.binds : []);

/** Whom a clause binds: its rules' own kinds. Rules that ask nothing of anybody do not count. */
export function whomClauseBinds(clause: Clause): Whom[] {
  return clause.rules.filter(rule => !['info', 'means', 'may'].includes(rule.verb)).map(rule => rule.who);
}

/** Whether a new duty binds this person. A clause whose rules name nobody binds everybody who signs. */
export const dutyBinds = (duty: NewDuty, names: readonly string[]): boolean =>
  duty.binds.length === 0 || duty.binds.some(whom => binds(whom, names));

/** Whether this person signs this policy at all. */
export const mustSign = (person: Bound, policy: SigningPolicy): boolean => policy.signers.some(kind => person.names.includes(kind));

/** The last day to sign something asked on a day. */
export function dueFrom(since: Day, calendar: Calendar): Day {
  const setting = SETTINGS.findLast(line => line.from <= since) ?? SETTINGS[0]!;
  return calendar.afterSchoolDays(since, setting.schoolDaysToSign);
}

interface Now {
  readonly today: Day;
  readonly calendar: Calendar;
}

/** Since when the policy has asked this person: when they became what it binds, or when it first came into force. */
function boundSince(person: Bound, policy: SigningPolicy): { since: Day; became: Day } {
  const days = policy.signers.flatMap(kind => person.since[kind] ?? []).sort();
  const became = days[0] ?? person.joinedOn;
  return { became, since: became > policy.firstInForce ? became : policy.firstInForce };
}

/**
 * What this person (or the guardian, for them) still has to sign, or null when nothing.
 * @param signed the last signature of this capacity, withdrawn or not
 */
export function needOf(person: Bound, policy: SigningPolicy, signed: Signed | null, now: Now): Need | null {
  const need = (reason: Reason, since: Day, clauses: readonly string[] = []): Need => ({ reason, since, due: dueFrom(since, now.calendar), clauses });
  const { since, became } = boundSince(person, policy);
  const movedUp = became > person.joinedOn;
  if (!signed) return need(policy.firstInForce > became ? 'new-policy' : movedUp ? 'moving-up' : 'joining', since);
  if (signed.withdrawnOn !== null) return need('withdrawn', signed.withdrawnOn);
  if (movedUp && signed.on < became && policy.on.includes('moving-up')) return need('moving-up', became);
  const renewal = renewalOf(policy, signed.on, now.calendar);
  if (renewal !== null && renewal <= now.today) return need('renewal', renewal);
  const missed = policy.on.includes('new-duty') ? policy.duties.filter(edition => edition.edition > signed.edition && edition.edition <= policy.edition) : [];
  const mine = missed.flatMap(edition => edition.clauses.filter(duty => dutyBinds(duty, person.names)).map(duty => ({ duty, inForce: edition.inForce })));
  if (mine.length === 0) return null;
  const clauses = inDocumentOrder(policy.document, mine.map(entry => entry.duty.clause));
  return clauses.length === 0 ? null : need('new-duty', mine[0]!.inForce > became ? mine[0]!.inForce : became, clauses);
}

/** The day a signature runs out, for a policy that is signed again after a period. */
export function renewalOf(policy: SigningPolicy, signedOn: Day, calendar: Calendar): Day | null {
  for (const trigger of policy.on) {
    const day = calendar.afterSpan(signedOn, trigger);
    if (day !== null) return day;
  }
  return null;
}

/** These clauses as far as the document still has them, once each, in its order. */
function inDocumentOrder(document: Policy, ids: readonly string[]): string[] {
  return document.clauses.map(clause => clause.id).filter(id => ids.includes(id));
}

export interface Signatures {
  readonly self: Signed | null;
  /** The newest countersignature, whoever gave it. */
  readonly guardian: Signed | null;
  /** The last countersignature of each adult; where left out, the newest stands for them all. */
  readonly guardians?: readonly Countersigned[];
  /** The adults who must all agree, two at the least; null where any one may. */
  readonly mustAgree?: MustAgree;
  /** The newest refusal, newer than any signature of its capacity. */
  readonly declinedOn: Day | null;
}

interface GuardianSide {
  readonly need: Need | null;
  readonly needed: number;
  /** The countersignatures that stand, the newest last. */
  readonly standing: readonly Signed[];
}

/** The adults' side of an ask: whether enough of them have signed what is in force. */
function guardianSide(person: Bound, policy: SigningPolicy, signatures: Signatures, now: Now): GuardianSide {
  const { guardian, mustAgree = null } = signatures;
  const guardians: readonly (Signed & { readonly by?: string })[] = signatures.guardians ?? (guardian ? [guardian] : []);
  const standing = guardians.filter(one => needOf(person, policy, one, now) === null);
  if (mustAgree === null) return { need: standing.length > 0 ? null : needOf(person, policy, guardian, now), needed: 1, standing };
  const needed = Math.max(2, mustAgree.length);
  const missing = mustAgree.find(id => !standing.some(one => one.by === id));
  // Why two at the least: where only one adult is on record, nobody knows yet what the other says.
  if (missing === undefined && standing.length >= 2) return { need: null, needed, standing };
  return { need: needOf(person, policy, guardians.find(one => one.by === missing) ?? null, now), needed, standing };
}

/** One person and one policy: what is signed and what is open. Null where the policy does not ask this person. */
export function askOf(person: Bound, policy: SigningPolicy, signatures: Signatures, now: Now): Ask | null {
  if (!mustSign(person, policy)) return null;
  const own = needOf(person, policy, signatures.self, now);
  const { need: guardian, needed, standing } = policy.countersign ? guardianSide(person, policy, signatures, now) : { need: null, needed: 1, standing: [] };
  const last = standing.at(-1);
  const enough = own === null || (policy.childMayLeaveOut && policy.countersign && guardian === null);
  const open = !enough || guardian !== null;
  const need = open ? (enough ? guardian : own) : null;
  return {
    person: person.id, policy: policy.policy, editionId: policy.editionId, edition: policy.edition, open, need, countersign: policy.countersign,
    agreementId: own === null ? signatures.self?.id ?? null : null, signedOn: own === null ? signatures.self?.on ?? null : null,
    countersignatureId: policy.countersign && guardian === null ? last?.id ?? null : null,
    countersignedOn: policy.countersign && guardian === null ? last?.on ?? null : null,
    guardiansNeeded: needed, guardianAgreements: standing.map(one => one.id),
    declinedOn: open ? signatures.declinedOn : null,
  };
}

/** Whether a refusal keeps an ask in talk: where any one adult may agree, another's later signature answers it; where all must, only their own does, and only while they must. */
export function refusalCounts(refusal: { readonly capacity: Capacity; readonly by: string; readonly answered: boolean }, mustAgree: MustAgree): boolean {
  if (refusal.capacity === 'self') return true;
  return mustAgree === null ? !refusal.answered : mustAgree.includes(refusal.by);
}

/** Where an ask stands on a day. `due` itself is still in time. */
export function stateOf(ask: { readonly open: boolean; readonly due: Day | null; readonly declinedOn: Day | null }, today: Day): AskState {
  if (!ask.open) return 'signed';
  if (ask.declinedOn !== null) return 'declined';
  return ask.due !== null && ask.due < today ? 'overdue' : 'waiting';
}

const STATEMENTS: Readonly<Record<string, string>> = {
  received: 'I have been given these rules and I will read them.',
  'received-and-agree': 'I have been given these rules, I have read them, and I will keep to them.',
  'read-and-agree': 'I have read these rules and I will keep to them.',
};

/** The words a signer puts their name to. They name nobody, so that they may be kept for ever. */
export function statementFor(document: Policy, ask: { capacity: 'self' | 'guardian'; whole: boolean }): string {
  const { front } = document;
  const again = ask.whole ? '' : ' I have read what is new, shown here.';
  if (ask.capacity === 'guardian') return front.readers === 'early-years' ? `I have read these rules with my child. We will keep to them together.${again}` : `I have read what my child promises. I will help my child to keep it.${again}`;
  if (front.readers === 'early-years') return `I promise to keep my rules.${again}`;
  if (front.readers === 'pupils') return `I have read these rules. I promise to keep to them.${again}`;
  return `${STATEMENTS[front.sign?.as ?? ''] ?? STATEMENTS['read-and-agree']}${again}`;
}

const DECLARATIONS: Readonly<Record<string, string>> = { read: 'I have read these rules.', understood: 'I understand these rules.', accepted: 'I accept these rules.' };

/** What a policy has its signers declare one by one, each a sentence: `sign[sign-policy]{of="read|understood|accepted"}`. Where several clauses speak of it, the one that names the most. */
export function declaredIn(document: Policy): { clause: string; words: string }[] {
  const lists = document.clauses.flatMap(clause => clause.rules.filter(rule => rule.verb === 'sign' && rule.subject === 'sign-policy')
    .map(rule => (rule.attributes['of'] ?? '').split('|').map(check => ({ clause: clause.id, words: DECLARATIONS[check] ?? '' }))));
  return lists.filter(list => list.length > 1 && list.every(one => one.words !== '')).sort((a, b) => b.length - a.length)[0] ?? [];
}
