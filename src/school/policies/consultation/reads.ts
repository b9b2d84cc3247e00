/** What the pages of consultation are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import { isStandIn, type Policy, type Vocabulary } from '../../../rulebook/index.ts';
import { listHolders, namesOf } from '../../people/index.ts';
import { approvingBody, changesBetween, mayWrite } from '../decisions.ts';
import { findEdition, latestApproved, openEdition, readEdition, rulesInForce, type RulesAsk } from '../reads.ts';
import type { ClauseChange, Edition } from '../words.ts';
import { seesOf, stateOf } from './decisions.ts';
import { askedAs, findConsultation, listConsultations, listConsulted, tallyOfOne } from './store.ts';
import type { Consultation, ConsultationRow, ConsultationState, Consulted, Tally } from './words.ts';

export { askedOf, countConsultations, exportConsulted, findConsultation, listConsultations, talliesOf } from './store.ts';

/** The text that people were asked about, as it was then. */
function textThen(consultation: Consultation, edition: Edition, vocabulary: Vocabulary): Policy | null {
  const { id, markdown, textHash } = consultation;
  return readEdition({ ...edition, id, markdown, textHash }, vocabulary).document;
}

/** The edition that people can be asked about: the one being written, else the one in force. Null for whoever may not write it. */
export async function editionToAsk(tx: Tx, of: { policy: string; reader: Reader; vocabulary: Vocabulary }): Promise<{ edition: Edition; document: Policy } | null> {
  const edition = await openEdition(tx, of.policy) ?? await latestApproved(tx, of.policy);
  const document = edition && readEdition(edition, of.vocabulary).document;
  if (!edition || !document || !mayWrite(of.reader.offices, document.front.owner)) return null;
  return { edition, document };
}

export interface OpenView {
  readonly edition: Edition;
  readonly document: Policy;
  /** Offices of the school that somebody holds, with their holders; those that this policy names first. */
  readonly offices: readonly { readonly office: string; readonly names: string; readonly named: boolean }[];
  readonly kinds: readonly string[];
  readonly earlier: readonly ConsultationRow[];
}

const MOST_EARLIER = 50;

/** What a writer sees before asking. */
export async function openView(tx: Tx, of: { policy: string; reader: Reader; ask: RulesAsk }): Promise<OpenView | null> {
  const { vocabulary, today } = of.ask;
  const found = await editionToAsk(tx, { policy: of.policy, reader: of.reader, vocabulary });
  if (!found) return null;
  const holders = await listHolders(tx, today);
  const text = found.document.clauses.flatMap(clause => clause.rules.map(rule => `${rule.offices.flat().join(' ')} ${rule.subject} ${rule.who.kinds.join(' ')} ${Object.values(rule.attributes).join(' ').toLowerCase()}`)).join('\n');
  // Why without these: nobody outside the school signs in, and who stands in for nobody named is asked by the office they hold.
  const held = [...new Set(holders.map(holder => holder.office))].filter(office => !vocabulary.offices.get(office)?.outside && !isStandIn(office));
  const offices = held.map(office => {
    const title = (vocabulary.offices.get(office)?.title ?? office).toLowerCase();
    const said = [office, office.replaceAll('-', ' '), title];
    return { office, names: holders.filter(holder => holder.office === office).map(holder => holder.name).join(', '), named: said.some(words => text.includes(words)) };
  }).sort((a, b) => Number(b.named) - Number(a.named) || a.office.localeCompare(b.office));
  const kinds = [...vocabulary.kinds.values()].filter(({ name, within }) => name !== 'pupil' && !within.includes('pupil')).map(kind => kind.name);
  return { ...found, offices, kinds, earlier: await listConsultations(tx, { policy: of.policy, state: null, today, search: '', limit: MOST_EARLIER, offset: 0 }) };
}

export interface OneView {
  readonly consultation: Consultation;
  readonly state: ConsultationState;
  readonly document: Policy | null;
  /** What would change against the edition in force; null where people were asked about one in force, or about the first. */
  readonly changes: readonly ClauseChange[] | null;
  /** The reader's own place in it; null where they were not asked. */
  readonly mine: Consulted | null;
  /** Null where the reader was asked and is neither writer, approver nor governor. */
  readonly tally: Tally | null;
  /** Everybody with their answer, for writers and approvers. */
  readonly people: readonly (Consulted & { readonly name: string })[];
  readonly page: number;
  readonly pages: number;
  readonly sees: 'all' | 'counts' | 'nothing';
  readonly writes: boolean;
  /** It was closed by hand, and its last day has not passed. */
  readonly mayReopen: boolean;
  readonly openedBy: string;
}

const PAGE = 50;

/** One consultation, or null where it is none of this reader's. */
export async function oneView(tx: Tx, of: { id: string; reader: Reader; ask: RulesAsk; page: number; all?: boolean }): Promise<OneView | null> {
  const { reader, ask } = of;
  const consultation = await findConsultation(tx, of.id);
  const edition = consultation && await findEdition(tx, consultation.editionId);
  if (!consultation || !edition) return null;
  const document = textThen(consultation, edition, ask.vocabulary);
  const base = (await rulesInForce(tx, ask)).editions.get(consultation.policy);
  const inForce = base ? readEdition(base, ask.vocabulary).document : null;
  const owner = (inForce ?? document)?.front.owner;
  const sees = seesOf(reader, { owner, body: approvingBody(inForce, document) });
  const asked = await askedAs(tx, of.id, reader.person!);
  if (sees === 'nothing' && asked === null) return null;
  const tally = sees === 'nothing' ? null : await tallyOfOne(tx, of.id);
  const pages = Math.max(1, Math.ceil((tally?.asked ?? 0) / PAGE));
  const page = Math.min(of.page, pages);
  const people = sees === 'all' ? await listConsulted(tx, of.id, of.all ? { limit: 5_000, offset: 0 } : { limit: PAGE, offset: (page - 1) * PAGE }) : [];
  const names = await namesOf(tx, [...people.map(one => one.person), ...(consultation.openedBy ? [consultation.openedBy] : [])]);
  return {
    consultation, state: stateOf(consultation, ask.today), document, changes: consultation.draft && inForce && document && base!.id !== consultation.editionId ? changesBetween(inForce, document) : null,
    mine: asked === null ? null : (await listConsulted(tx, of.id, { limit: 1, offset: 0, person: reader.person! }))[0] ?? null,
    tally, people: people.map(one => ({ ...one, name: names.get(one.person) ?? 'somebody who has left' })), page, pages, sees, writes: mayWrite(reader.offices, owner), mayReopen: consultation.closedAt !== null && ask.today <= consultation.answerBy, openedBy: names.get(consultation.openedBy ?? '') ?? '',
  };
}
