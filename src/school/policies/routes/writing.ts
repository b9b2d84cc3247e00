/** Addresses for those who write policies. Who may write hangs on the policy's owner, so each handler looks itself; to others nothing is there. */
import { renderToString } from 'preact-render-to-string';
import { addMonths } from '../../../platform/days.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { mayWrite } from '../decisions.ts';
import { discard, startDraft, startPolicy, type By } from '../deeds.ts';
import { buttonForm, clauseForm, editorForm, newPolicyForm, type EditorForm } from '../forms.ts';
import { insertClause } from '../insert-clause.ts';
import { firstText, policyId } from '../new-policy.ts';
import { AddClausePage } from '../pages/add-clause.tsx';
import { BeginPage, DiscardPage, EditorPage, WHY } from '../pages/editor.tsx';
import { NewPolicyPage } from '../pages/new.tsx';
import { Panel } from '../pages/panel.tsx';
import { listMarks, latestApproved, readEdition } from '../reads.ts';
import { baseOf } from '../views.ts';
import type { Edition } from '../words.ts';
import { saveAndMaybeSend, underWay, type UnderWay } from '../writing.ts';
import { trailOf } from './reading.ts';

const policyOf = (asked: Asked<unknown>): string => asked.params['policy'] ?? '';
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked as Asked<Body>)}/${policyOf(asked)}`;

/** A page that comes back with something to mend says so to machines too. */
const statusOf = (errors: Readonly<Record<string, string>> = {}): number => (Object.keys(errors).length > 0 ? 422 : 200);

/** The deed's doer. */
export const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });

/** Routes of the editor. A policy's text is longer than an ordinary form. */
export const writingRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/new', { who: SIGNED_IN, page: async asked => (mayWrite(asked.reader.offices) ? newPage(asked, shared, {}, {}) : NOT_FOUND) }),
  post('/:school/policies/new', { who: SIGNED_IN, form: newPolicyForm, deed: asked => beginPolicy(asked, shared), again: async (asked, { errors, raw }) => (mayWrite(asked.reader.offices) ? newPage(asked, shared, raw, errors) : NOT_FOUND) }),
  post('/:school/policies/:policy/start', { who: SIGNED_IN, form: buttonForm, deed: asked => beginDraft(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/policies/:policy/edit', { who: SIGNED_IN, page: asked => showEditor(asked, shared) }),
  post('/:school/policies/:policy/edit', { who: SIGNED_IN, form: editorForm, perMinute: 60, deed: asked => handEditor(asked, shared), again: (asked, { errors }) => showEditor(asked, shared, errors) }),
  post('/:school/policies/:policy/edit/check', { who: SIGNED_IN, form: editorForm, perMinute: 120, deed: asked => panelOnly(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/policies/:policy/edit/add', { who: SIGNED_IN, page: asked => showAddClause(asked, shared, { act: asked.query['act'] ?? '' }, {}) }),
  post('/:school/policies/:policy/edit/add', { who: SIGNED_IN, form: clauseForm, deed: asked => addClause(asked, shared), again: (asked, { errors, raw }) => showAddClause(asked, shared, raw, errors) }),
  get('/:school/policies/:policy/edit/discard', { who: SIGNED_IN, page: async asked => withDraft(asked, shared, async draft => page('Throw the draft away?', DiscardPage({ base: draft.base, edition: draft.edition }), { trail: trailOf(asked) })) }),
  post('/:school/policies/:policy/discard', { who: SIGNED_IN, form: buttonForm, deed: asked => throwAway(asked, shared), again: async () => NOT_FOUND }),
];

function newPage(asked: Asked<Body>, { vocabulary }: Shared, raw: Body, errors: Readonly<Record<string, string>>): Reply {
  return page('A new policy', NewPolicyPage({ base: baseOf(asked), vocabulary, raw, errors }), { status: statusOf(errors), trail: trailOf(asked) });
}

async function beginPolicy(asked: Asked<{ title: string; summary: string; binds: string[]; owner: string; approvedBy: string; readers: 'adults' | 'pupils' | 'early-years'; signed: boolean; public: boolean }>, shared: Shared): Promise<Reply> {
  if (!mayWrite(asked.reader.offices)) return NOT_FOUND;
  const { form } = asked;
  const again = (errors: Record<string, string>) => newPage(asked as unknown as Asked<Body>, shared, { ...form, signed: form.signed ? 'yes' : '', public: form.public ? 'yes' : '' }, errors);
  const policy = policyId(form.title);
  if (policy === '' || policy === 'new') return again({ title: 'Use letters in the title' });
  const markdown = firstText({ ...form, policy, isPublic: form.public, nextReview: addMonths(asked.today, 12) });
  const done = await asked.change(tx => startPolicy(tx, byOf(asked, shared), { policy, title: form.title, markdown }));
  return done.ok ? goTo(`${baseOf(asked as unknown as Asked<Body>)}/${policy}/edit`, 'The draft is open. Write its clauses.') : again({ title: WHY[done.why] });
}

async function beginDraft(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const done = await asked.change(async tx => {
    const base = await latestApproved(tx, policyOf(asked));
    const owner = base ? readEdition(base, shared.vocabulary).document?.front.owner : undefined;
    return base && mayWrite(asked.reader.offices, owner) ? startDraft(tx, byOf(asked, shared), policyOf(asked)) : null;
  });
  if (!done?.ok) return NOT_FOUND;
  return goTo(`${hereOf(asked)}/${done.edition.state === 'draft' ? 'edit' : 'proposal'}`);
}

/** The draft for its writers; a proposal leads to its own page. */
async function withDraft(asked: Asked<unknown>, shared: Shared, show: (draft: UnderWay) => Promise<Reply>): Promise<Reply> {
  const draft = await underWay(asked, shared);
  if (!draft) return NOT_FOUND;
  if (draft.edition.state === 'proposed') return goTo(`${hereOf(asked)}/proposal`);
  return draft.writes ? show(draft) : NOT_FOUND;
}

async function showEditor(asked: Asked<Body>, shared: Shared, errors: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const draft = await underWay(asked, shared);
  if (!draft) return showBegin(asked, shared);
  return withDraft(asked, shared, async open => editorPage(asked, open, { markdown: open.edition.markdown, note: open.edition.note, seen: open.edition.revision, errors }));
}

async function showBegin(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const base = await asked.read(tx => latestApproved(tx, policyOf(asked)));
  const owner = base ? readEdition(base, shared.vocabulary).document?.front.owner : undefined;
  if (!base || !mayWrite(asked.reader.offices, owner)) return NOT_FOUND;
  return page(base.title, BeginPage({ base: baseOf(asked), policy: base.policy, title: base.title, number: base.number }), { trail: trailOf(asked) });
}

interface Shown {
  readonly markdown: string;
  readonly note: string;
  readonly seen: number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly theirs?: Edition | undefined;
}

function editorPage(asked: Asked<unknown>, draft: UnderWay, { theirs, ...shown }: Shown): Reply {
  return page(`Edit ${draft.edition.title}`, EditorPage({ ...draft, ...shown, ...(theirs ? { theirs } : {}) }), { look: 'wide', status: statusOf(shown.errors), trail: [...trailOf(asked as Asked<Body>), [draft.edition.title, hereOf(asked)]] });
}

/** The editor's buttons. */
async function handEditor(asked: Asked<EditorForm>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  if (form.do === 'check') return again(asked, shared, {});
  const done = await saveAndMaybeSend(asked, shared, { policy: policyOf(asked), markdown: form.markdown, note: form.note, marks: form.marks, seen: form.seen, send: form.do === 'propose' });
  if (done.ok && form.do === 'propose') return goTo(`${hereOf(asked)}/proposal`, 'Sent for approval.');
  if (done.ok) return goTo(form.do === 'add' ? `${hereOf(asked)}/edit/add` : `${hereOf(asked)}/edit`, form.do === 'add' ? undefined : 'Saved.');
  if (done.why === 'changed-meanwhile' && done.edition) return again(asked, shared, { theirs: done.edition });
  return again(asked, shared, { errors: { markdown: WHY[done.why] }, seen: done.edition?.revision });
}

/** The page again with what was typed; nothing that was written is lost. */
async function again(asked: Asked<EditorForm>, shared: Shared, { theirs, errors, seen }: { theirs?: Edition; errors?: Record<string, string>; seen?: number | undefined }): Promise<Reply> {
  const draft = await underWay(asked, shared, asked.form);
  if (!draft?.writes) return NOT_FOUND;
  return editorPage(asked, draft, { markdown: asked.form.markdown, note: asked.form.note, seen: theirs?.revision ?? seen ?? asked.form.seen, ...(errors ? { errors } : {}), theirs });
}

/** The panel alone, for the script that checks while one types. */
async function panelOnly(asked: Asked<EditorForm>, shared: Shared): Promise<Reply> {
  const draft = await underWay(asked, shared, asked.form);
  if (!draft?.writes || draft.edition.state !== 'draft') return NOT_FOUND;
  return { kind: 'file', type: 'text/html; charset=utf-8', body: renderToString(Panel({ ...draft, choose: true, first: draft.last === null })) };
}

function showAddClause(asked: Asked<Body>, shared: Shared, raw: Body, errors: Readonly<Record<string, string>>): Promise<Reply> {
  return withDraft(asked, shared, async draft => {
    const { document } = draft.trial;
    if (!document) return goTo(`${hereOf(asked)}/edit`, 'Put the head of the policy right first.');
    const act = shared.vocabulary.acts.get(String(raw['act'] ?? '')) ?? null;
    return page('Add a clause', AddClausePage({ base: draft.base, edition: draft.edition, document, vocabulary: shared.vocabulary, act, raw, errors }), { status: statusOf(errors), trail: [...trailOf(asked), [draft.edition.title, `${hereOf(asked)}/edit`]] });
  });
}

type ClauseForm = { act: string; verb: 'never' | 'ask' | 'tell' | 'must' | 'may'; words: string; section: string; office: string | undefined; who: string[]; seen: number; when: Record<string, string> };

async function addClause(asked: Asked<ClauseForm>, shared: Shared): Promise<Reply> {
  const draft = await underWay(asked, shared);
  if (!draft?.writes || draft.edition.state !== 'draft' || !draft.trial.document) return NOT_FOUND;
  const { markdown, id } = insertClause(draft.edition.markdown, draft.trial.document, asked.form);
  const given = await asked.read(tx => listMarks(tx, draft.edition.id));
  const marks = asked.form.verb === 'may' ? given : new Map(given).set(id, 'new-duty' as const);
  const done = await saveAndMaybeSend(asked, shared, { policy: policyOf(asked), markdown, note: draft.edition.note, marks, seen: asked.form.seen, send: false });
  if (done.ok) return goTo(`${hereOf(asked)}/edit#panel`, 'The clause is in the draft. Beside the text you see what it changes.');
  return goTo(`${hereOf(asked)}/edit`, WHY[done.why]);
}

async function throwAway(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const draft = await underWay(asked, shared);
  if (!draft?.writes) return NOT_FOUND;
  await asked.change(tx => discard(tx, byOf(asked, shared), policyOf(asked)));
  return goTo(draft.last ? hereOf(asked) : baseOf(asked as Asked<Body>), 'The draft is gone. What is in force stays as it is.');
}

