/** Makes slips: what stands on each, from the ask, the policy's own form and the family. */
import type { Tx } from '../../../platform/database/index.ts';
import { ENGLISH, inLanguage } from '../../../platform/languages/index.ts';
import { findPerson, fullName, listGuardians, listPeople, namesOf, type Person } from '../../people/index.ts';
import { peopleById, listOpen, reachedBy } from '../chasing/reads.ts';
import { languagesAtHome, sheetIn } from '../in-language/reads.ts';
import { listAsks, policiesToSign, sheetFor, type Place } from '../reads.ts';
import { sheetOf } from '../shown.ts';
import type { AskRow, Capacity, Sheet, SigningPolicy } from '../words.ts';
import { layoutOf } from './layout.ts';
import { askedIn } from '../allowed/asked.ts';
import { acceptedIn, returnOf } from './statements.ts';
import type { ToPrint } from './slip-pdf.ts';
import type { Slip, SlipContent, SlipPart } from './words.ts';
import type { NewSlip } from './store.ts';

/** Somebody whom a policy asks; without an ask, somebody who is still to come. */
export interface Wanted {
  readonly person: Person;
  readonly policy: SigningPolicy;
  readonly ask: AskRow | null;
}

const HEADINGS: Readonly<Record<'early-years' | 'pupils' | 'adults', string>> = { 'early-years': 'For the child', pupils: 'For the pupil', adults: 'For you to sign' };

/** What is printed for each, without any name: names are put in when it is printed, and nowhere kept. */
export async function makeSlips(tx: Tx, place: Place, wanted: readonly Wanted[]): Promise<Omit<NewSlip, 'code'>[]> {
  const children = wanted.filter(one => one.policy.countersign).map(one => one.person.id);
  const ties = children.length > 0 ? (await listGuardians(tx, { children })).filter(tie => tie.mayAgree && !tie.noContact) : [];
  const languages = await languagesAtHome(tx, wanted.map(one => one.person.id), place.today);
  const made: Omit<NewSlip, 'code'>[] = [];
  for (const one of wanted) {
    const open = openParts(one);
    const parts: { part: SlipPart; sheet: Sheet }[] = [];
    for (const capacity of open) {
      const english = await sheetToPrint(tx, place, one, capacity);
      const sheet = english && await sheetIn(tx, english, languages.get(one.person.id), place.vocabulary);
      if (sheet) parts.push({ part: inLanguage(sheet.translation?.language ?? ENGLISH.code, () => partOf(place, one, { capacity, sheet, signers: capacity === 'self' ? [one.person.id] : ties.filter(tie => tie.childId === one.person.id).map(tie => tie.parentId) })), sheet });
    }
    if (parts.length > 0) made.push(inLanguage(parts[0]!.sheet.translation?.language ?? ENGLISH.code, () => slipOf(place, one, parts)));
  }
  return made;
}

const openParts = ({ ask, policy }: Wanted): Capacity[] => {
  if (!ask) return policy.countersign ? ['self', 'guardian'] : ['self'];
  return [...(ask.agreementId === null ? ['self' as const] : []), ...(ask.countersign && ask.countersignatureId === null ? ['guardian' as const] : [])];
};

/** The text an ask puts before its signer; the whole document for somebody who is still to come. */
const sheetToPrint = async (tx: Tx, place: Place, { ask, policy }: Wanted, capacity: Capacity): Promise<Sheet | null> =>
  (ask ? sheetFor(tx, ask, capacity, place.vocabulary) : sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity, clauses: [] }));

function partOf(place: Place, { policy }: Wanted, of: { capacity: Capacity; sheet: Sheet; signers: readonly string[] }): SlipPart {
  const { document } = policy;
  const { capacity, sheet } = of;
  return {
    capacity, heading: capacity === 'guardian' ? 'For a parent or carer' : HEADINGS[document.front.readers], statement: sheet.statement, ...(sheet.translation ? { said: sheet.translation.statement } : {}), accepts: sheet.whole ? acceptedIn(document, capacity).map(one => ({ ...one, words: wordsShown(sheet, one.clause) ?? one.words })) : [],
    asks: capacity === 'guardian' && sheet.whole ? askedIn(document, place.vocabulary) : [], signers: of.signers.slice(0, 6).map(id => ({ id, name: '' })), printedName: null,
    optional: capacity === 'self' && policy.childMayLeaveOut, textHash: sheet.hash,
  };
}

/** A clause in the language of the slip; null where it stands in English. */
const wordsShown = ({ translation }: Sheet, clause: string): string | null =>
  (translation && !translation.stale.has(clause) ? translation.document.clauses.find(one => one.id === clause)?.text ?? null : null);

function slipOf(place: Place, { person, policy, ask }: Wanted, parts: readonly { part: SlipPart; sheet: Sheet }[]): Omit<NewSlip, 'code'> {
  const { translation } = parts[0]!.sheet;
  const goes = returnOf(policy.document, place.vocabulary);
  const fresh = parts.every(({ sheet }) => !sheet.whole) ? parts[0]!.sheet.clauses : [];
  const starts = goes.onFirstDay && person.joinedOn >= place.today ? person.joinedOn : null;
  const due = starts ?? ask?.need?.due ?? person.joinedOn;
  const content: SlipContent = {
    title: translation?.document.front.title ?? policy.title, edition: policy.edition, name: '', form: '', parts: parts.map(({ part }) => part),
    fresh: fresh.map(clause => ({ number: clause.number, words: wordsShown(parts[0]!.sheet, clause.id) ?? clause.text })), returnTo: goes.words, due,
    ...(translation ? { inLanguage: { code: translation.language, translation: translation.id } } : {}),
  };
  return {
    person: person.id, policy: policy.policy, editionId: policy.editionId, edition: policy.edition, clauses: fresh.map(clause => clause.id), content, boxes: layoutOf(content).boxes, due, returnTo: goes.office,
  };
}

/** Slips with the names of today, ready to print. A slip of somebody who was erased is left out, and so is a day that is over. */
export async function readyToPrint(tx: Tx, slips: readonly Slip[], today: string): Promise<ToPrint[]> {
  const people = new Map((await listPeople(tx, { day: today, ids: slips.map(slip => slip.person), left: true, limit: slips.length + 1 })).map(person => [person.id, person]));
  const names = await namesOf(tx, slips.flatMap(slip => slip.content.parts.flatMap(part => part.signers.map(signer => signer.id))));
  const printed: ToPrint[] = [];
  for (const slip of slips) {
    const person = people.get(slip.person);
    // Why on the first day: before it, somebody who is still to come is in no class yet.
    const place = person && (person.place ?? (person.joinedOn > today ? (await findPerson(tx, person.id, person.joinedOn))?.place : null));
    if (person) printed.push({ code: slip.code, boxes: slip.boxes, content: named({ ...slip.content, due: slip.due < today ? '' : slip.due }, { name: fullName(person), form: place ? [place.yearGroup, place.class].filter(Boolean).join(', ') : '', names }) });
  }
  return printed;
}

const named = (content: SlipContent, of: { name: string; form: string; names: ReadonlyMap<string, string> }): SlipContent => ({
  ...content, name: of.name, form: of.form,
  parts: content.parts.map(part => ({ ...part, printedName: part.capacity === 'self' ? of.name : null, signers: part.signers.map(signer => ({ ...signer, name: of.names.get(signer.id) ?? '' })) })),
});

export interface SlipGroup {
  readonly policy: string;
  readonly class?: string | undefined;
  readonly kind?: string | undefined;
  /** Everybody who is still to sign, or only those whom mail does not reach. */
  readonly whom: 'open' | 'no-mail';
}

/** More than this is printed class by class. */
export const MOST_SLIPS = 300;

/** Whom a group of slips is for, by name; one more than `MOST_SLIPS` at most. Nobody who has said no is chased with paper. */
export async function wantedIn(tx: Tx, place: Place, group: SlipGroup): Promise<Wanted[]> {
  const policy = (await policiesToSign(tx, place.vocabulary)).get(group.policy);
  if (!policy) return [];
  const open = (await listOpen(tx, { class: group.class, kind: group.kind }, { limit: 20_000, offset: 0 })).filter(ask => ask.policy === group.policy);
  const reached = group.whom === 'no-mail' ? await reachedBy(tx, open, place.today) : null;
  const chosen = open.filter(ask => reached === null || reached.get(ask)!.every(one => one.email === null)).slice(0, MOST_SLIPS + 1);
  return wantedFor(tx, place, { policy, persons: chosen.map(ask => ask.person) });
}

/** The same for people who are named, in their order; whoever is not asked is left out. */
export async function wantedFor(tx: Tx, place: Place, of: { policy: SigningPolicy; persons: readonly string[] }): Promise<Wanted[]> {
  const people = await peopleById(tx, of.persons, place.today);
  const asks = new Map<string, AskRow>();
  for (let from = 0; from < of.persons.length; from += 100) {
    for (const ask of await listAsks(tx, of.persons.slice(from, from + 100))) if (ask.policy === of.policy.policy && ask.open) asks.set(ask.person, ask);
  }
  return of.persons.flatMap(id => {
    const [person, ask] = [people.get(id), asks.get(id)];
    return person && ask ? [{ person, ask, policy: of.policy }] : [];
  });
}

/** A form for anybody, to fill in by hand. */
export function blankOf(place: Place, policy: SigningPolicy): SlipContent {
  const nobody = { id: '', givenName: '', familyName: '', email: null, joinedOn: place.today, leftOn: null, kinds: [], offices: [], place: null } satisfies Person;
  const wanted: Wanted = { person: nobody, policy, ask: null };
  const sheet = (capacity: Capacity) => sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity, clauses: [] });
  const parts = openParts(wanted).map(capacity => partOf(place, wanted, { capacity, sheet: sheet(capacity), signers: [] }));
  return { title: policy.title, edition: policy.edition, name: '', form: '', parts, fresh: [], returnTo: returnOf(policy.document, place.vocabulary).words, due: '' };
}
