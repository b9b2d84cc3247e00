/** Gathers what pages draw: view first, then rows. */
import type { Tx } from '../../platform/database/index.ts';
import { knownLanguages, spoken } from '../../platform/languages/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import { translationFor } from './translations/reads.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { findPerson, fullName, listHolders } from '../people/index.ts';
import { companionsOf, publicationsOf } from './companions/reads.ts';
import { answersBeside } from './questions/reads.ts';
import { approvingBody, mayApprove, mayWrite } from './decisions.ts';
import type { MarginReader } from './margin.ts';
import type { ListView } from './pages/list.tsx';
import type { ReaderView } from './pages/reader.tsx';
import { latestApproved, listComing, listOpenEditions, openEdition, publishedPolicies, readEdition } from './reads.ts';
import { standingWithdrawal } from './withdrawing/reads.ts';
import { vacantFor } from './set-up/reads.ts';
import type { Counts, Edition, Published } from './words.ts';

/** How many have signed, for the adults of the school; counts are nobody else's business. */
async function countsFor(tx: Tx, asked: Asked<Body>, { document }: Published): Promise<Counts | null> {
  const sees = asked.reader.kinds.some(kind => ['staff', 'governor', 'trustee'].includes(kind)) || asked.reader.offices.length > 0;
  if (!sees || !document.front.sign) return null;
  return askFeature('signedCounts', tx, document.id, asked.today);
}

/** The same, and clause by clause. */
async function signedOf(tx: Tx, asked: Asked<Body>, of: Published): Promise<Pick<ReaderView, 'counts' | 'clauseCounts'>> {
  const counts = await countsFor(tx, asked, of);
  return counts ? { counts, clauseCounts: await askFeature('clauseSignatures', tx, of.document.id) } : { counts };
}

/** Whether this reader may see an edition under way: its writers, and its approvers once it is proposed. */
export async function seesOpen(tx: Tx, asked: Asked<Body>, edition: Edition, vocabulary: Vocabulary): Promise<boolean> {
  const draft = readEdition(edition, vocabulary).document;
  if (mayWrite(asked.reader.offices, draft?.front.owner)) return true;
  if (edition.state !== 'proposed') return false;
  const base = await latestApproved(tx, edition.policy);
  return mayApprove(asked.reader.offices, approvingBody(base && readEdition(base, vocabulary).document, draft));
}

export const baseOf = (asked: Asked<Body>): string => `/${asked.school.slug}/policies`;

/** The reader as margins look at them. */
export const marginReader = ({ reader }: Asked<Body>): MarginReader => (reader.person === null ? null : { kinds: reader.kinds, offices: reader.offices });

/** Everything of a reader that the views below look at: what these read is shared by all of whom it is the same. */
const readAs = ({ reader, today }: Asked<Body>): string => JSON.stringify([today, reader.person !== null, reader.kinds, reader.offices]);

/** The list: public policies alone for readers who are not signed in. */
export function listView(asked: Asked<Body>, vocabulary: Vocabulary, publicOnly: boolean): Promise<ListView> {
  return asked.remembered({ key: `policies ${publicOnly} ${readAs(asked)}`, work: async tx => {
    const published = await publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today, publicOnly });
    const policies = [];
    for (const one of published) policies.push({ ...one, counts: publicOnly ? null : await countsFor(tx, asked, one) });
    const holdsOffice = !publicOnly && asked.reader.offices.length > 0;
    const open: Edition[] = [];
    for (const edition of holdsOffice ? await listOpenEditions(tx) : []) if (await seesOpen(tx, asked, edition, vocabulary)) open.push(edition);
    return {
      base: baseOf(asked), today: asked.today, vocabulary, policies, open, coming: holdsOffice ? await listComing(tx, asked.today) : [],
      mayWrite: !publicOnly && mayWrite(asked.reader.offices), signedIn: asked.reader.person !== null && !publicOnly,
    };
  } });
}

/** The language of the text: the one asked for in the address, or that of the page. */
const wantedLanguage = (asked: Asked<Body>): string => knownLanguages().find(one => one.code === asked.query['in'])?.code ?? spoken().code;

/** A policy in force, or null: absent, hidden from this reader, or not in force yet. */
export function readerView(asked: Asked<Body>, vocabulary: Vocabulary, policy: string): Promise<ReaderView | null> {
  return asked.remembered({ key: `policy ${policy} ${wantedLanguage(asked)} ${readAs(asked)}`, work: async tx => {
    const published = await publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today, publicOnly: asked.reader.person === null });
    const found = published.find(one => one.document.id === policy);
    return found ? { ...await viewOf(tx, asked, { ...found, published, vocabulary }), ...await translationFor(tx, { document: found.document, vocabulary }, wantedLanguage(asked)) } : null;
  } });
}

/** Everything round one document. */
export async function viewOf(tx: Tx, asked: Asked<Body>, of: Published & { published: readonly Published[]; vocabulary: Vocabulary }): Promise<ReaderView> {
  const { document, edition, published, vocabulary } = of;
  const writes = mayWrite(asked.reader.offices, document.front.owner);
  const open = asked.reader.offices.length > 0 ? await openEdition(tx, edition.policy) : null;
  const coming = writes ? await latestApproved(tx, edition.policy) : null;
  return {
    base: baseOf(asked), today: asked.today, vocabulary, edition, document, reader: marginReader(asked), ...await signedOf(tx, asked, of),
    related: document.front.readWith.flatMap(id => published.filter(other => other.document.id === id)), mayWrite: writes,
    companions: (await companionsOf(tx, { school: asked.school, vocabulary, today: asked.today, policy: document.id })).filter(one => one.ownPolicy === null || (!document.front.readWith.includes(one.ownPolicy) && published.some(other => other.document.id === one.ownPolicy))),
    publications: await publicationsOf(tx, document.id), answers: await answersBeside(tx, document),
    ...(await whoAnswers(tx, asked, of)),
    open: open && await seesOpen(tx, asked, open, vocabulary) ? open : null,
    withdrawal: await standingWithdrawal(tx, edition.policy),
    coming: coming && coming.inForce !== null && coming.inForce > asked.today ? coming : null,
  };
}

/** Who looks after a policy, and which of its offices stand empty; the latter for the grown-ups of the school alone. */
async function whoAnswers(tx: Tx, asked: Asked<Body>, { document, vocabulary }: Published & { vocabulary: Vocabulary }): Promise<Pick<ReaderView, 'owners' | 'vacant'>> {
  if (asked.reader.person === null) return {};
  const owners = (await listHolders(tx, asked.today)).filter(holder => holder.office === document.front.owner && !holder.cover).map(holder => holder.name);
  const grownUp = asked.reader.offices.length > 0 || asked.reader.kinds.some(kind => ['staff', 'governor', 'trustee'].includes(kind));
  return { owners, vacant: grownUp ? await vacantFor(tx, { school: asked.school, vocabulary, today: asked.today }, document) : [] };
}

/** "Amina Rahman", or nothing where nobody or somebody unknown did it. */
export async function nameOf(tx: Tx, person: string | null, today: string): Promise<string> {
  const found = person === null ? null : await findPerson(tx, person, today);
  return found ? fullName(found) : '';
}
