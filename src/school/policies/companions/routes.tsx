/** The addresses of companion documents. Who keeps them hangs on the policy's owner and the document's, so each handler looks itself. */
import { isId } from '../../../platform/ids.ts';
import { csv, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { mayWrite } from '../decisions.ts';
import type { By } from '../deeds.ts';
import { buttonForm } from '../forms.ts';
import { officeWords } from '../phrases.ts';
import { rulesInForce } from '../reads.ts';
import type { Published } from '../words.ts';
import { linksIn, standingOf } from './decisions.ts';
import { addCompanion, askForALook, changeCompanion, putBackCompanion, removeCompanion, takeInLinks } from './deeds.ts';
import { companionForm } from './forms.ts';
import { KeepPage, OnePage, RegisterPage, standingWords, type KeepView } from './pages.tsx';
import { findCompanion, listCompanions, listLooks, namedWithoutEntry, registerOf, type Listed } from './reads.ts';
import type { Companion, CompanionGiven } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const PAGE = 50;

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/policies/${asked.params['policy'] ?? ''}`;
const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });
const askOf = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today });
const trailOf = (asked: Asked<unknown>, { document }: Published) => [['Rules of this school', `${baseOf(asked)}/policies`], [document.front.title, hereOf(asked)]] as const;

export const companionRoutes = (shared: Shared): Route[] => [
  get('/:school/linked-documents', { who: SIGNED_IN, page: asked => showRegister(asked, shared) }),
  get('/:school/linked-documents.csv', { who: SIGNED_IN, page: asked => registerCsv(asked, shared) }),
  get('/:school/policies/:policy/companions', { who: SIGNED_IN, page: asked => showKeep(asked, shared, {}, {}) }),
  post('/:school/policies/:policy/companions', { who: SIGNED_IN, form: companionForm, deed: asked => add(asked, shared), again: (asked, { errors, raw }) => showKeep(asked, shared, raw, errors) }),
  post('/:school/policies/:policy/companions/look', { who: SIGNED_IN, form: buttonForm, perMinute: 6, deed: asked => lookNow(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/policies/:policy/companions/take-in', { who: SIGNED_IN, form: buttonForm, deed: asked => takeIn(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/policies/:policy/companions/:companion', { who: SIGNED_IN, page: asked => showOne(asked, shared, null, {}) }),
  post('/:school/policies/:policy/companions/:companion', { who: SIGNED_IN, form: companionForm, deed: asked => change(asked, shared), again: (asked, { errors, raw }) => showOne(asked, shared, raw, errors) }),
  post('/:school/policies/:policy/companions/:companion/remove', { who: SIGNED_IN, form: buttonForm, deed: asked => takeOut(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/policies/:policy/companions/:companion/put-back', { who: SIGNED_IN, form: buttonForm, deed: asked => putBack(asked, shared), again: async () => NOT_FOUND }),
];

/** The policy in force, where this reader writes it. */
async function keptPolicy(asked: Asked<unknown>, shared: Shared): Promise<Published | null> {
  const found = await publishedOf(asked, shared);
  return found && mayWrite(asked.reader.offices, found.document.front.owner) ? found : null;
}

async function publishedOf(asked: Asked<unknown>, shared: Shared): Promise<Published | null> {
  const { rulebook, editions } = await asked.read(tx => rulesInForce(tx, askOf(asked, shared)));
  const [edition, document] = [editions.get(asked.params['policy'] ?? ''), rulebook.policies.find(one => one.id === asked.params['policy'])];
  return edition && document ? { edition, document } : null;
}

/** One entry with its policy, for its owner's office and for those who write the policy. */
async function keptEntry(asked: Asked<unknown>, shared: Shared): Promise<{ of: Published; entry: Companion } | null> {
  const id = asked.params['companion'] ?? '';
  if (!isId(id)) return null;
  const of = await publishedOf(asked, shared);
  const entry = of && (await asked.read(tx => findCompanion(tx, id)));
  if (!of || !entry || entry.policy !== of.document.id) return null;
  return mayWrite(asked.reader.offices, of.document.front.owner) || asked.reader.offices.includes(entry.owner) ? { of, entry } : null;
}

const shownAround = async (asked: Asked<unknown>, shared: Shared, of: Published): Promise<Omit<KeepView, 'entries' | 'unnamed' | 'inText' | 'raw' | 'errors'> & { inForce: ReadonlySet<string> }> => {
  const { rulebook, editions } = await asked.read(tx => rulesInForce(tx, askOf(asked, shared)));
  const policies = rulebook.policies.filter(one => one.id !== of.document.id).map(one => ({ id: one.id, title: one.front.title }));
  return { here: hereOf(asked), document: of.document, vocabulary: shared.vocabulary, policies, inForce: new Set(editions.keys()) };
};

async function showKeep(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const of = await keptPolicy(asked, shared);
  if (!of) return NOT_FOUND;
  const { inForce, ...around } = await shownAround(asked, shared, of);
  const entries = await asked.read(tx => listCompanions(tx, { policy: of.document.id, removed: true }));
  const kept = entries.filter(one => one.removedAt === null);
  const inText = linksIn(of.document).filter(link => !kept.some(one => one.address === link.address)).length;
  const view = { ...around, entries: entries.map(one => ({ ...one, standing: standingOf(one, inForce) })), unnamed: namedWithoutEntry(of, kept), inText, raw, errors };
  return page(`Documents that go with ${of.document.front.title}`, <KeepPage {...view} />, { look: 'wide', status: Object.keys(errors).length > 0 ? 422 : 200, trail: trailOf(asked, of) });
}

/** A given entry made fit: only clauses and policies that are there. */
function fit(given: CompanionGiven, shared: Shared, of: Published, inForce: ReadonlySet<string>): Errors {
  if (!shared.vocabulary.offices.has(given.owner)) return { owner: 'Choose who looks after it' };
  if (given.ownPolicy !== null && !inForce.has(given.ownPolicy)) return { ownPolicy: 'Choose a policy that is in force' };
  if (given.clause !== null && !of.document.clauses.some(clause => clause.id === given.clause)) return { clause: 'Choose a clause of this policy' };
  return {};
}

const rawOf = (given: CompanionGiven): Body => ({
  kind: given.kind, title: given.title, owner: given.owner, address: given.address ?? '', ownPolicy: given.ownPolicy ?? '', clause: given.clause ?? '', openFirst: given.openFirst ? 'yes' : '', stopsPublishing: given.stopsPublishing ? 'yes' : '',
});

async function add(asked: Asked<CompanionGiven>, shared: Shared): Promise<Reply> {
  const of = await keptPolicy(asked, shared);
  if (!of) return NOT_FOUND;
  const errors = fit(asked.form, shared, of, (await shownAround(asked, shared, of)).inForce);
  if (Object.keys(errors).length > 0) return showKeep(asked as unknown as Asked<Body>, shared, rawOf(asked.form), errors);
  await asked.change(tx => addCompanion(tx, byOf(asked, shared), of.document.id, asked.form));
  return goTo(`${hereOf(asked)}/companions`, asked.form.address === null ? 'Added.' : 'Added. Its address is looked at within minutes.');
}

async function lookNow(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const of = await keptPolicy(asked, shared);
  if (!of) return NOT_FOUND;
  await asked.change(tx => askForALook(tx, byOf(asked, shared), of.document.id));
  return goTo(`${hereOf(asked)}/companions`, 'The addresses are looked at within minutes.');
}

async function takeIn(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const of = await keptPolicy(asked, shared);
  if (!of) return NOT_FOUND;
  const taken = await asked.change(tx => takeInLinks(tx, byOf(asked, shared), { document: of.document, owner: of.document.front.owner ?? 'head' }));
  return goTo(`${hereOf(asked)}/companions`, taken === 1 ? '1 address was taken in.' : `${taken} addresses were taken in.`);
}

async function showOne(asked: Asked<Body>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const found = await keptEntry(asked, shared);
  if (!found) return NOT_FOUND;
  const { of, entry } = found;
  const { inForce, ...around } = await shownAround(asked, shared, of);
  const looks = await asked.read(tx => listLooks(tx, entry.id));
  const view = { ...around, entry: { ...entry, standing: standingOf(entry, inForce) }, looks, raw: raw ?? rawOf(entry), errors };
  return page(entry.title, <OnePage {...view} />, { look: 'wide', status: Object.keys(errors).length > 0 ? 422 : 200, trail: [...trailOf(asked, of), ['Documents that go with it', `${hereOf(asked)}/companions`]] });
}

const afterwards = (asked: Asked<unknown>, { of }: { of: Published }): string =>
  (mayWrite(asked.reader.offices, of.document.front.owner) ? `${hereOf(asked)}/companions` : `${baseOf(asked)}/linked-documents`);

async function change(asked: Asked<CompanionGiven>, shared: Shared): Promise<Reply> {
  const found = await keptEntry(asked, shared);
  if (!found) return NOT_FOUND;
  const errors = fit(asked.form, shared, found.of, (await shownAround(asked, shared, found.of)).inForce);
  if (Object.keys(errors).length > 0) return showOne(asked as unknown as Asked<Body>, shared, rawOf(asked.form), errors);
  await asked.change(tx => changeCompanion(tx, byOf(asked, shared), found.entry, asked.form));
  return goTo(afterwards(asked, found), 'Saved.');
}

async function takeOut(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const found = await keptEntry(asked, shared);
  if (!found) return NOT_FOUND;
  await asked.change(tx => removeCompanion(tx, byOf(asked, shared), found.entry));
  return goTo(afterwards(asked, found), 'Taken out. You can put it back at the foot of the list.');
}

async function putBack(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const found = await keptEntry(asked, shared);
  if (!found) return NOT_FOUND;
  await asked.change(tx => putBackCompanion(tx, byOf(asked, shared), found.entry));
  return goTo(afterwards(asked, found), 'It is back.');
}

/** What the filters let through, for whoever holds an office; nobody else looks after documents. */
async function listed(asked: Asked<unknown>, shared: Shared) {
  if (asked.reader.offices.length === 0) return null;
  const [search, standing] = [(asked.query['search'] ?? '').trim().slice(0, 100), asked.query['standing'] ?? ''];
  const all = await asked.read(tx => registerOf(tx, askOf(asked, shared)));
  const fits = (text: string) => text.toLowerCase().includes(search.toLowerCase());
  return { search, standing, rows: all.filter(one => (standing === '' || one.standing === standing) && (fits(one.title) || fits(one.policyTitle))) };
}

async function showRegister(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const found = await listed(asked, shared);
  if (!found) return NOT_FOUND;
  const { rows, search, standing } = found;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(pages, Math.max(1, Math.floor(Number(asked.query['page'])) || 1));
  const query = new URLSearchParams({ ...(search ? { search } : {}), ...(standing ? { standing } : {}) });
  const href = (n: number) => `${baseOf(asked)}/linked-documents?${new URLSearchParams([...query, ['page', String(n)]])}`;
  const opens = (one: Listed) => mayWrite(asked.reader.offices, one.policyOwner) || asked.reader.offices.includes(one.owner);
  const view = { base: baseOf(asked), opens, rows: rows.slice((at - 1) * PAGE, at * PAGE), total: rows.length, page: at, pages, search, standing, vocabulary: shared.vocabulary, href, csvHref: `${baseOf(asked)}/linked-documents.csv?${query}` };
  return page('Linked documents', <RegisterPage {...view} />, { look: 'wide', trail: [['Rules of this school', `${baseOf(asked)}/policies`]] });
}

async function registerCsv(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const found = await listed(asked, shared);
  if (!found) return NOT_FOUND;
  const cells = found.rows.map(one => [one.title, one.policyTitle, one.kind, one.address ?? one.ownPolicy ?? '', officeWords(one.owner, shared.vocabulary), standingWords(one.standing), one.fault ?? '', one.checkedAt?.toISOString() ?? '']);
  return csv(`linked-documents-${asked.today}.csv`, [['Document', 'Policy', 'Kind', 'Address', 'Looked after by', 'How it stands', 'What is wrong', 'Last look'], ...cells]);
}
