/** What the pages of one person are drawn from. */
import { readLines } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { knownLanguages, type Language } from '../../platform/languages/index.ts';
import type { Reader } from '../../platform/web/index.ts';
import { findPerson, fullName, listGuardians, listHolders, listPeople, widened, type Person } from '../people/index.ts';
import { changesBetween, marginOf, rulesInForce } from '../policies/index.ts';
import { entryOfAgreement } from './by-hand/reads.ts';
import { askedOn } from './allowed/asked.ts';
import { givenBeside } from './allowed/reads.ts';
import type { Question } from './allowed/words.ts';
import { stateOf } from './decisions.ts';
import { findBeside, listReadBefore, readFirst } from './family/reads.ts';
import { readingHref, type ToReadHere } from './family/words.ts';
import { slipPictureFor } from './paper/piles/seeing.ts';
import { asSigned, choicesFor, sheetIn } from './in-language/reads.ts';
import type { CertificateProps } from './pages/certificate.tsx';
import type { MineProps, ToSign } from './pages/mine.tsx';
import { childOf, countersignatureBy, documentOf, findAsk, listAgreements, listAsks, type Place, policiesToSign, sheetFor } from './reads.ts';
import { refusals } from './store.ts';
import { statementsOf, ticksOn } from './ticks/asked.ts';
import { tickedBeside } from './ticks/reads.ts';
import type { Tick } from './ticks/words.ts';
import { hashOf, sheetOf, textOf } from './shown.ts';
import type { Agreement, AskRow, Capacity, Need, Sheet, SigningPolicy } from './words.ts';

const PAGE = 50;

/** The offices that keep the list of signatures, and may see who signed what. */
export const REGISTER_OFFICES = ['office', 'head', 'deputy-head', 'deputy-head-academic', 'dsl'] as const;
export const keepsRegister = (reader: Reader): boolean => REGISTER_OFFICES.some(office => reader.offices.includes(office));

/** Which office talks with somebody who says no: the policy's owner, or the head; never the person's own. */
export function officeToTalkTo(policy: SigningPolicy, offices: readonly string[]): string {
  return [policy.document.front.owner ?? 'head', 'head', 'chair-of-governors'].find(office => !offices.includes(office)) ?? 'governing-body';
}

/** "Headteacher: Grace Okafor". */
export async function talkWords(tx: Tx, office: string, place: Place): Promise<string> {
  const holder = (await listHolders(tx, place.today)).find(one => one.office === office);
  const title = place.vocabulary.offices.get(office)?.title ?? office;
  return holder ? `${title}: ${holder.name}` : title;
}

/** The open asks of a person, ready for cards. */
export async function toSignOf(tx: Tx, asks: readonly AskRow[], of: { place: Place; offices: readonly string[] }): Promise<ToSign[]> {
  const open = asks.filter(ask => ask.open && ask.need);
  if (open.length === 0) return [];
  const policies = await policiesToSign(tx, of.place.vocabulary);
  const own = new Set((await refusals(tx, [...new Set(open.filter(ask => ask.declinedOn !== null).map(ask => ask.person))])).filter(one => one.by === one.person).map(one => `${one.person} ${one.policy}`));
  const cards: ToSign[] = [];
  for (const ask of open) {
    const policy = policies.get(ask.policy);
    if (!policy) continue;
    // Why their own alone: what a parent said is not for the child to read.
    const state = stateOf({ open: ask.open, due: ask.need!.due, declinedOn: own.has(`${ask.person} ${ask.policy}`) ? ask.declinedOn : null }, of.place.today);
    cards.push({ ask, state, policy, talkTo: state === 'declined' ? await talkWords(tx, officeToTalkTo(policy, of.offices), of.place) : null });
  }
  return cards;
}

/** My agreements. */
export async function mineView(tx: Tx, of: { reader: Reader; place: Place; page: number }): Promise<MineProps> {
  const person = of.reader.person!;
  const asks = await listAsks(tx, [person]);
  const cards = await toSignOf(tx, asks, { place: of.place, offices: of.reader.offices });
  const all = await listAgreements(tx, { persons: [person], limit: PAGE + 1, offset: (of.page - 1) * PAGE });
  const policies = await policiesToSign(tx, of.place.vocabulary);
  const names = new Map((await listPeople(tx, { day: of.place.today, left: true, ids: all.map(one => one.by), limit: PAGE + 1 })).map(one => [one.id, fullName(one)]));
  const title = (one: Agreement) => policies.get(one.policy)?.title ?? one.policy;
  const forTheYoungest = asks.length > 0 && asks.every(ask => policies.get(ask.policy)?.document.front.readers === 'early-years');
  return {
    slug: of.place.school.slug, toSign: cards.filter(card => !card.ask.signedOn), waitingForGuardian: cards.filter(card => card.ask.signedOn),
    signed: all.slice(0, PAGE).map(agreement => ({ agreement, title: title(agreement), byWhom: agreement.by === person ? null : names.get(agreement.by) ?? 'a parent' })),
    page: of.page, pages: all.length > PAGE ? of.page + 1 : of.page, parent: of.reader.kinds.includes('parent'), kid: forTheYoungest,
    quiz: asks.some(ask => policies.get(ask.policy)?.document.front.readers === 'adults'),
  };
}

/** "Poppy Chukwu, Year 8, 8A": who signs, for the signer to check. */
export const nameAndPlace = (person: Person): string => [fullName(person), person.place?.yearGroup, person.place?.class].filter(Boolean).join(', ');

/** Everything a signing page needs, whoever signs. */
export interface SignView {
  readonly ask: AskRow;
  readonly policy: SigningPolicy;
  readonly sheet: Sheet;
  readonly need: Need | null;
  /** The reader's own signature, where it stands. */
  readonly done: string | null;
  /** Whether nothing is left for the reader to sign: theirs stands, or another adult's was enough. */
  readonly closed: boolean;
  /** What is to be read first, and what is said with the signature, each to be ticked. */
  readonly toRead: readonly ToReadHere[];
  readonly ticks: readonly Tick[];
  /** What a guardian is asked beside the signature, each with a yes and a no. */
  readonly questions: readonly Question[];
  readonly before: ReadonlyMap<string, string | null>;
  readonly inShort: ReadonlyMap<string, string>;
  readonly readWith: readonly { title: string; href: string }[];
  /** The languages it can be read and signed in; empty where there is English alone. */
  readonly languages: readonly Language[];
  readonly person: Person;
  readonly childSignature: Agreement | null;
}

/** The page to read and sign, or null where this person does not sign this policy. */
export async function signView(tx: Tx, of: { person: string; by?: string; policy: string; capacity: Capacity; place: Place; language?: string }): Promise<SignView | null> {
  const { by = of.person, capacity, place } = of;
  const ask = await findAsk(tx, of.person, of.policy);
  if (!ask || (of.capacity === 'guardian' && !ask.countersign)) return null;
  const policies = await policiesToSign(tx, of.place.vocabulary);
  const policy = policies.get(of.policy);
  const english = await sheetFor(tx, ask, of.capacity, of.place.vocabulary, by);
  const sheet = english && await sheetIn(tx, english, of.language, of.place.vocabulary);
  const person = await findPerson(tx, of.person, of.place.today);
  if (!policy || !sheet || !person) return null;
  const past = await listAgreements(tx, { persons: [of.person], policy: of.policy, limit: PAGE });
  const last = past.find(one => one.capacity === capacity && (capacity === 'self' || one.by === by));
  const { rulebook } = await rulesInForce(tx, of.place);
  const readWith = policy.document.front.readWith.flatMap(id => rulebook.policies.filter(other => other.id === id).map(other => ({ title: other.front.title, href: `/${of.place.school.slug}/policies/${id}` })));
  const done = capacity === 'self' ? ask.agreementId : await countersignatureBy(tx, ask, by);
  const toRead = (await readFirst(tx, { by, capacity, document: sheet.document, place })).map(one => ({ ...one, here: readingHref({ slug: place.school.slug, policy: of.policy, one, child: capacity === 'guardian' ? of.person : null }) }));
  return {
    ask, policy, sheet, need: ask.need, done, closed: done !== null || (capacity === 'guardian' && ask.countersignatureId !== null), person, readWith, toRead,
    languages: await choicesFor(tx, of.policy),
    ticks: ticksOn(sheet, capacity),
    questions: capacity === 'guardian' ? askedOn(sheet, place.vocabulary) : [],
    before: sheet.whole ? new Map() : await wordsBefore(tx, last, sheet, of.place), inShort: sheet.whole ? new Map() : inShort(sheet, person, of.place), childSignature: past.find(one => one.capacity === 'self' && one.withdrawnOn === null) ?? null,
  };
}

/** The clauses of a sheet as they were in the edition signed last. */
async function wordsBefore(tx: Tx, last: Agreement | undefined, sheet: Sheet, place: Place): Promise<Map<string, string | null>> {
  const document = last ? await documentOf(tx, last.editionId, place.vocabulary) : null;
  return new Map(sheet.clauses.map(clause => [clause.id, document?.clauses.find(one => one.id === clause.id)?.text ?? null]));
}

/** What each clause of a sheet means for a person: the words of the margin. They help to read; the clause is what is signed. */
function inShort(sheet: Sheet, person: Person, { vocabulary }: Place): Map<string, string> {
  const reader = { kinds: widened(person.kinds, vocabulary), offices: person.offices };
  return new Map(sheet.clauses.map(clause => {
    const margin = marginOf(clause, { front: sheet.document.front, reader, vocabulary });
    return [clause.id, margin.lines.map(line => `${line.says} ${line.when}`.trim()).join(' ')];
  }));
}

/** What differs between the edition a page was drawn from and the one in force now. Empty where only the ask changed. */
export async function changedSince(tx: Tx, shownEdition: string, sheet: Sheet, place: Place): Promise<{ number: string; before: string | null; after: string | null }[]> {
  if (shownEdition === sheet.editionId) return [];
  const shown = await documentOf(tx, shownEdition, place.vocabulary);
  if (!shown || shown.id !== sheet.policy) return [];
  return changesBetween(shown, sheet.document).map(change => ({ number: change.number, before: change.before, after: change.after }));
}

/**
 * Whether a reader may see this agreement: the one it is about, those who keep the register, and a guardian who may be in
 * contact: the child's own and what they signed themselves, never what another adult signed.
 */
export async function maySee(tx: Tx, reader: Reader, agreement: Agreement, today: string): Promise<boolean> {
  if (reader.person === agreement.person || keepsRegister(reader)) return true;
  if (agreement.capacity === 'guardian' && reader.person !== agreement.by) return false;
  const ties = await listGuardians(tx, { parents: [reader.person!], day: today });
  return reader.person === agreement.by && agreement.person === agreement.by ? true : ties.some(tie => tie.childId === agreement.person && tie.parentId === reader.person && !tie.noContact);
}

/** Who signed may take it back; beside a child only while they may agree for it. */
const mayTakeBack = async (tx: Tx, reader: Reader, agreement: Agreement, { today }: Place): Promise<boolean> =>
  reader.person === agreement.by && (agreement.person === agreement.by || await childOf(tx, { parent: agreement.by, child: agreement.person, today }) !== null);

/** The certificate of an agreement, with a check of its seal made now. */
export async function certificateView(tx: Tx, agreement: Agreement, of: { reader: Reader; place: Place; fresh: boolean }): Promise<CertificateProps> {
  const { place, reader } = of;
  const document = await documentOf(tx, agreement.editionId, place.vocabulary);
  const shown = document && sheetOf({ id: agreement.editionId, number: agreement.edition, document }, { capacity: agreement.capacity, clauses: agreement.whole ? [] : agreement.clauses });
  const sheet = shown && await asSigned(tx, agreement, { sheet: { ...shown, statement: agreement.statement }, document, vocabulary: place.vocabulary });
  const text = sheet && textOf(sheet);
  const byHand = agreement.channel === 'phone' || agreement.channel === 'paper' ? await entryOfAgreement(tx, agreement.id) : null;
  const people = await listPeople(tx, { day: place.today, left: true, ids: [agreement.person, agreement.by, ...(agreement.witness ? [agreement.witness] : []), ...(byHand ? [byHand.heardBy, byHand.enteredBy] : [])], limit: 5 });
  const name = (id: string | null) => { const found = people.find(one => one.id === id); return found ? fullName(found) : null; };
  const line = (await readLines(tx, { about: agreement.id, limit: 20 })).at(-1);
  return {
    slug: place.school.slug, schoolName: place.school.name, document, title: document?.front.title ?? agreement.policy, agreement, person: name(agreement.person) ?? 'somebody who has left',
    signer: name(agreement.by) ?? 'somebody who has left', roles: rolesOf(agreement, place), witness: name(agreement.witness), taken: byHand && { by: name(byHand.heardBy) ?? 'somebody who has left', enteredBy: name(byHand.enteredBy) ?? 'somebody who has left', on: byHand.givenOn }, text, same: text !== null && shown !== null && hashOf(text) === agreement.textHash,
    readBefore: await listReadBefore(tx, agreement.id), beside: await findBeside(tx, agreement.id),
    ticked: await tickedBeside(tx, agreement.id, document), said: document ? statementsOf(document, { capacity: agreement.capacity, shown: agreement.whole ? undefined : agreement.clauses }) : [],
    answers: await givenBeside(tx, agreement.id, { document, vocabulary: place.vocabulary }),
    shownIn: sheet?.translation ? { language: languageNamed(sheet.translation.language), statement: sheet.translation.statement, edition: sheet.translation.edition, hash: sheet.translation.hash } : null,
    line: line ? { seq: line.seq, hash: line.hash } : null, mayWithdraw: agreement.withdrawnOn === null && await mayTakeBack(tx, reader, agreement, place), fresh: of.fresh,
    slip: agreement.channel === 'paper' && (await slipPictureFor(tx, { reader: reader.person, keeper: keepsRegister(reader), agreement: agreement.id })) !== null,
  };
}

const languageNamed = (code: string): Pick<Language, 'code' | 'name' | 'direction'> => knownLanguages().find(one => one.code === code) ?? { code, name: code, direction: 'ltr' };

/** The narrow kinds a signer was that day, as people say them. */
function rolesOf(agreement: Agreement, place: Place): string {
  const wide = new Set(agreement.kinds.flatMap(kind => place.vocabulary.kinds.get(kind)?.within ?? []));
  return agreement.kinds.filter(kind => !wide.has(kind)).map(kind => (place.vocabulary.kinds.get(kind)?.title ?? kind).toLowerCase()).join(', ');
}

