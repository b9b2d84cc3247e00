/** The rules of a guest today: what is put before them, and the mark of exactly that. */
import { currentSchool, type School, type Tx } from '../../platform/database/index.ts';
import { sha256 } from '../../platform/ids.ts';
import { ENGLISH } from '../../platform/languages/index.ts';
import type { Policy, Vocabulary } from '../../rulebook/index.ts';
import { askFeature, type DoorSheet, type Questions } from '../answers.ts';
import { findPerson, listPeople, widened } from '../people/index.ts';
import { editionIn, rulesInForce, type RulesInForce } from '../policies/index.ts';
import { asksGuest, beforeAccess, namesFor, shortList, toSign, type ShortRule } from './decisions.ts';
import { guestsWithoutAccess } from './store.ts';

/** Where and when. */
export interface Here {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  /** The language the rules are wanted in; English where left out. */
  readonly language?: string | undefined;
}

export interface GuestRules {
  /** What they are, narrow kinds and wide ones. */
  readonly names: readonly string[];
  readonly short: readonly ShortRule[];
  readonly sheets: readonly DoorSheet[];
  /** The mark of all that is shown; null where this school has no rules for them. */
  readonly hash: string | null;
}

/** What somebody is: by the school's own record where they are a person of it, otherwise by what brings them. */
export async function namesOfGuest(tx: Tx, here: Here, guest: { kind: string; person: string | null }): Promise<string[]> {
  const known = guest.person === null ? null : await findPerson(tx, guest.person, here.today);
  return known && known.kinds.length > 0 ? widened(known.kinds, here.vocabulary) : namesFor(guest.kind, here.vocabulary);
}

/** The short list, and the sheets to sign. */
export async function rulesOf(tx: Tx, here: Here, guest: { kind: string; person: string | null; wantsAccess: boolean; language?: string | null }): Promise<GuestRules> {
  const names = await namesOfGuest(tx, here, guest);
  const { rulebook, editions } = await rulesInForce(tx, here);
  // Why the visit's own: whoever began in a language finds it to the end.
  const language = guest.language === undefined ? here.language : guest.language ?? undefined;
  const policies = toSign(rulebook.policies, names, guest.wantsAccess).map(policy => policy.id);
  const sheets = policies.length === 0 ? [] : await askFeature('sheetsAtDoor', tx, { school: here.school, today: here.today, kinds: names, person: guest.person, policies, language });
  const short = await shortIn(tx, shortList(rulebook.policies, names), { language, editions, policies: rulebook.policies, vocabulary: here.vocabulary });
  const shown = [...short.map(rule => `${rule.policy} ${rule.clause.number} ${rule.clause.text}${rule.said ? `\n${rule.said.text}` : ''}`), ...sheets.map(sheet => sheet.hash)];
  return { names, short, sheets, hash: shown.length === 0 ? null : sha256(shown.join('\n')) };
}

/** The short list in a language, as far as the policies have a translation that still holds. */
async function shortIn(tx: Tx, short: readonly ShortRule[], of: { language: string | undefined; editions: RulesInForce['editions']; policies: readonly Policy[]; vocabulary: Vocabulary }): Promise<ShortRule[]> {
  const { language, vocabulary } = of;
  if (language === undefined || language === ENGLISH.code) return [...short];
  const said: ShortRule[] = [];
  for (const rule of short) {
    const [edition, document] = [of.editions.get(rule.policy), of.policies.find(policy => policy.id === rule.policy)];
    const shown = edition && document ? await editionIn(tx, { editionId: edition.id, document, vocabulary }, language) : null;
    const text = shown && !shown.stale.has(rule.clause.id) ? shown.document.clauses.find(clause => clause.id === rule.clause.id)?.text : undefined;
    said.push(text === undefined ? rule : { ...rule, said: { language, text, title: shown!.document.front.title } });
  }
  return said;
}

/** Answers what is not asked of guests who use neither wifi nor a computer of the school: policies that bind only those who do. */
export const notAskedOfGuests = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['notAskedOfGuests'] => async (tx, { persons, today }) => {
  const ids = await guestsWithoutAccess(tx, { persons, day: today });
  const school = ids.length > 0 ? await currentSchool(tx) : null;
  if (!school) return new Map();
  const { rulebook } = await rulesInForce(tx, { school, vocabulary, today });
  const people = await listPeople(tx, { day: today, ids, limit: ids.length });
  return new Map(people.map(person => {
    const names = widened(person.kinds, vocabulary);
    return [person.id, rulebook.policies.filter(policy => asksGuest(policy, names) === 'with-access').map(policy => policy.id)];
  }));
};

/** What stands between somebody and a code for the wifi: policies still to sign, or no policy at all that guests sign. */
export async function signedForAccess(tx: Tx, here: Here, guest: { person: string; names: readonly string[] }): Promise<'signed' | 'sign-first' | 'no-rules'> {
  const { rulebook } = await rulesInForce(tx, here);
  const policies = beforeAccess(rulebook.policies, guest.names).map(policy => policy.id);
  if (policies.length === 0) return 'no-rules';
  const sheets = await askFeature('sheetsAtDoor', tx, { school: here.school, today: here.today, kinds: guest.names, person: guest.person, policies });
  return sheets.length > 0 && sheets.every(sheet => sheet.signedOn !== null) ? 'signed' : 'sign-first';
}
