/** The addresses of complaints. One's own are found by one's own key: another's are not there. */
import type { Tx } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, offices, page, post, SIGNED_IN, admits, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listGuardians, listPeople, namesOf } from '../../people/index.ts';
import { capital, cite, clauseHref, officeWords, publishedPolicies, rulesInForce } from '../../policies/index.ts';
import { noteRead } from '../answered/deeds.ts';
import { askingOf, doingOf } from '../asking.ts';
import { doingAs, openConcern } from '../deeds/open.ts';
import type { Opened, Panels } from '../words.ts';
import { lawfulDay, mayGoOn } from './decisions.ts';
import { acknowledge, answerComplaint, complain, setProcedure, settle, takeFurther, type ComplaintGiven } from './deeds.ts';
import { answerForm, complaintForm, furtherForm, noForm, procedureForm, settleForm } from './forms.ts';
import { ComplaintPage, ListPage, NewPage, StagesPage } from './pages.tsx';
import { drawComplaint, type ComplaintPanel } from './panel.tsx';
import { complaintOfConcern, complaintsOf, complaintView, findComplaint, procedureOn, type ComplaintView } from './reads.ts';
import { KIND_OF, type Complaint, type Outcome, type Procedure } from './words.ts';

export const STAGE_KEEPERS = offices('head', 'chair-of-governors', 'office');
const ROWS = 20;
const MOST_STAFF = 400;
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/complaints`;
const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['Complaints', baseOf(asked)]] as const;
const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const complaintRoutes = (shared: Shared): Route[] => [
  get('/:school/complaints', { who: SIGNED_IN, page: asked => showList(asked, shared) }),
  get('/:school/complaints/new', { who: SIGNED_IN, page: asked => showNew(asked, shared, {}, {}) }),
  post('/:school/complaints/new', { who: SIGNED_IN, form: complaintForm, deed: asked => make(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, errors) }),
  get('/:school/complaints/stages', { who: STAGE_KEEPERS, page: asked => showStages(asked, shared, {}, {}) }),
  post('/:school/complaints/stages', { who: STAGE_KEEPERS, form: procedureForm, deed: asked => saveStages(asked, shared), again: (asked, { errors, raw }) => showStages(asked, shared, raw, errors) }),
  get('/:school/complaints/:complaint', { who: SIGNED_IN, page: asked => showOne(asked, shared, {}, {}) }),
  post('/:school/complaints/:complaint/further', { who: SIGNED_IN, form: furtherForm, deed: asked => further(asked, shared), again: (asked, { errors, raw }) => showOne(asked, shared, raw, errors) }),
  post('/:school/complaints/:complaint/settle', { who: SIGNED_IN, form: settleForm, deed: asked => settled(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/concerns/:concern/complaint-acknowledge', { who: SIGNED_IN, form: noForm, deed: asked => sayArrived(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/concerns/:concern/complaint-answer', { who: SIGNED_IN, form: answerForm, deed: asked => answer(asked, shared), again: (asked, read) => again(asked, shared, read) }),
];

async function showList(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const { lock } = await askingOf(asked, shared);
  const at = Math.max(1, Math.floor(Number(asked.query['page'])) || 1);
  const view = await asked.read(async tx => ({ ...await complaintsOf(tx, lock, { person: asked.reader.person!, limit: ROWS, offset: (at - 1) * ROWS }), entered: (await procedureOn(tx, asked.today)) !== null }));
  return page('Complaints', <ListPage base={baseOf(asked)} slug={asked.school.slug} views={view.views} page={at} pages={Math.max(1, Math.ceil(view.total / ROWS))} keeper={admits(STAGE_KEEPERS, asked.reader)} entered={view.entered} />);
}

async function choices(tx: Tx, asked: Asked<unknown>, { vocabulary }: Shared) {
  const staffKinds = [...vocabulary.kinds.values()].filter(kind => kind.name === 'staff' || kind.within.includes('staff')).map(kind => kind.name);
  const mine = (await listGuardians(tx, { parents: [asked.reader.person!], day: asked.today })).filter(tie => !tie.noContact).map(tie => tie.childId);
  return {
    children: [...await namesOf(tx, mine)].map(([id, name]) => ({ id, name })),
    staff: (await listPeople(tx, { day: asked.today, kinds: staffKinds, limit: MOST_STAFF })).filter(one => one.id !== asked.reader.person).map(one => ({ id: one.id, name: fullName(one) })),
  };
}

async function showNew(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const { vocabulary, standards } = shared;
  const view = await asked.read(async tx => {
    const { rulebook } = await rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today });
    const clauses = [...new Set((rulebook.rulesByAct.get(KIND_OF.images) ?? []).map(rule => rule.clauseId))];
    return { ...await choices(tx, asked, shared), procedure: await procedureOn(tx, asked.today), cited: clauses.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) })) };
  });
  return page('Make a complaint', <NewPage base={baseOf(asked)} {...view} lawful={lawfulDay('images', standards.cadences, asked.today)} vocabulary={vocabulary} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), withoutBox: true });
}

async function make(asked: Asked<Omit<ComplaintGiven, 'who'>>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const known = await asked.read(tx => choices(tx, asked, shared));
  const raw: Body = { sort: form.sort, words: form.words, wish: form.wish, child: form.child ?? '', about: form.about ?? '' };
  if (form.child !== null && !known.children.some(one => one.id === form.child)) return showNew(asked, shared, raw, { child: 'Choose one of your children' });
  if (form.about !== null && !known.staff.some(one => one.id === form.about)) return showNew(asked, shared, raw, { about: 'Choose somebody from the list' });
  const doing = await doingOf(asked, shared);
  const id = await asked.change(tx => complain(tx, { ...doing, by: asked.reader.person! }, { ...form, who: [...asked.reader.kinds, ...asked.reader.offices] }));
  return goTo(`${baseOf(asked)}/${id}`, 'Your complaint has arrived.');
}

/** One's own complaint, or nothing. */
async function own(tx: Tx, asked: Asked<unknown>, shared: Shared): Promise<ComplaintView | null> {
  const { lock } = await askingOf(asked, shared);
  const id = asked.params['complaint'] ?? '';
  const found = isId(id) ? await findComplaint(tx, id) : null;
  return found && found.byKey === lock.keyOf(asked.reader.person!) ? complaintView(tx, lock, found) : null;
}

async function showOne(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const view = await asked.read(tx => own(tx, asked, shared));
  if (view) await noteRead(asked, shared, one => one.complaint === view.complaint.id);
  return view ? page('Your complaint', <ComplaintPage {...view} base={baseOf(asked)} today={asked.today} vocabulary={shared.vocabulary} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), withoutBox: true }) : NOT_FOUND;
}

async function further(asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  return asked.change(async tx => {
    const view = await own(tx, asked, shared);
    const step = view?.steps.at(-1);
    if (!view || !step || !mayGoOn(view.complaint, step, asked.today)) return NOT_FOUND;
    const done = await takeFurther(tx, { ...doing, by: asked.reader.person! }, { complaint: view.complaint, step, procedure: view.procedure, words: asked.form.words });
    return done ? goTo(`${baseOf(asked)}/${view.complaint.id}`, 'It goes to the next stage.') : NOT_FOUND;
  });
}

async function settled(asked: Asked<{ settled: 'yes' | 'no' }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  return asked.change(async tx => {
    const view = await own(tx, asked, shared);
    if (!view) return NOT_FOUND;
    await settle(tx, { ...doing, by: asked.reader.person! }, { complaint: view.complaint, settled: asked.form.settled === 'yes' });
    return goTo(`${baseOf(asked)}/${view.complaint.id}`, asked.form.settled === 'yes' ? 'Noted that it is settled for you.' : 'Noted that it is not settled.');
  });
}

async function showStages(asked: Asked<unknown>, { vocabulary }: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const procedure = await asked.read(tx => procedureOn(tx, asked.today));
  const inside = [...vocabulary.offices.values()].filter(office => !office.outside && !['unassigned', 'school', 'everyone', 'parent', 'pictured-person', 'file-owner', 'staff-member', 'responsible-adult', 'teacher'].includes(office.name));
  return page('The stages of a complaint', <StagesPage base={baseOf(asked)} procedure={procedure} offices={inside.map(office => ({ value: office.name, text: capital(officeWords(office.name, vocabulary)) }))} raw={{ since: asked.today, ...raw }} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked) });
}

async function saveStages(asked: Asked<Procedure>, shared: Shared): Promise<Reply> {
  if (!asked.form.stages.every(stage => shared.vocabulary.offices.has(stage.office))) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => setProcedure(tx, { ...doing, by: asked.reader.person! }, asked.form));
  return goTo(`${baseOf(asked)}/stages`, 'Saved.');
}

interface Looking { readonly tx: Tx; readonly opened: Opened; readonly complaint: Complaint; readonly doing: ReturnType<typeof doingAs> & { readonly by: string } }

/** Opens it for somebody who deals with all of it; 404 for everybody else. */
async function looking(asked: Asked<unknown>, shared: Shared, work: (of: Looking) => Promise<Reply>): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '');
    const complaint = opened?.whole ? await complaintOfConcern(tx, opened.concern.id) : null;
    return opened && complaint ? work({ tx, opened, complaint, doing: { ...doingAs(asking), by: asked.reader.person! } }) : NOT_FOUND;
  });
}

const sayArrived = (asked: Asked<unknown>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, complaint, doing }) =>
  goTo(hereOf(asked), await acknowledge(tx, doing, opened, complaint) ? 'They are told that it has arrived.' : 'They were told already.'));

const answer = (asked: Asked<{ outcome: Outcome; policy: string; words: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, complaint, doing }) => {
  const { outcome, policy, words } = asked.form;
  const view = await complaintView(tx, doing.lock, complaint);
  const step = view.steps.find(one => one.answeredAt === null);
  const known = (await policiesOf(tx, asked, shared)).find(one => one.value === policy);
  if (!step || !known) return NOT_FOUND;
  const done = await answerComplaint(tx, doing, opened, { complaint, step, outcome, answer: { words, policy, policyTitle: known.text } });
  return goTo(hereOf(asked), done ? 'The answer is sent.' : 'It was answered already.');
});

const policiesOf = async (tx: Tx, asked: Asked<unknown>, { vocabulary }: Shared) =>
  (await publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today })).map(({ document }) => ({ value: document.id, text: document.front.title }));

async function panelView(tx: Tx, asked: Asked<unknown>, shared: Shared, opened: Opened): Promise<ComplaintPanel | null> {
  const complaint = await complaintOfConcern(tx, opened.concern.id);
  return complaint && { ...await complaintView(tx, opened.lock, complaint), here: hereOf(asked), today: asked.today, policies: await policiesOf(tx, asked, shared), raw: {}, errors: {} };
}

const again = (asked: Asked<Body>, shared: Shared, { raw, errors }: { readonly raw: Body; readonly errors: FieldErrors }): Promise<Reply> => looking(asked, shared, async ({ tx, opened }) =>
  page('A complaint', drawComplaint({ ...(await panelView(tx, asked, shared, opened))!, raw, errors }), { status: 422, trail: [['Back to the concern', hereOf(asked)]] }));

export const complaintPanels: Panels = async (asked, opened, shared) => {
  const view = opened.whole ? await asked.read(tx => panelView(tx, asked, shared, opened)) : null;
  return view ? [{ order: 27, body: drawComplaint(view) }] : [];
};
