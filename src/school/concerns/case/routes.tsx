/** The addresses of case work. Each opens the concern first, which checks who asks and writes the reading down. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, post, SIGNED_IN, type Asked, type Body, type Form, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { rulesInForce } from '../../policies/index.ts';
import { doingOf } from '../asking.ts';
import { clockLines } from '../clocks/reads.ts';
import { kindsOf } from '../kinds.ts';
import { namesIn } from '../reads.ts';
import { ClosePage, LinkPage, MistakePage, ReopenPage, SummaryPage, TriagePage } from './close-pages.tsx';
import { mayClose } from './decisions.ts';
import { addressesOf } from './adding.tsx';
import { claim, closeCase, linkTo, moveOn, reopenCase, triage } from './deeds.ts';
import { anyForm, buttonForm, closeForm, linkForm, mistakeForm, MOVE_FORMS, reasonsForm, triageForm, type TriageGiven } from './forms.ts';
import { MovePage } from './form-pages.tsx';
import { casePage, hereOf, laterThanToday, openCase, type Errors } from './open-case.ts';
import { caseView, readableByCode, readersOf, type CaseView } from './reads.ts';
import type { Step } from './words.ts';

type Show = (asked: Asked<Body>, raw: Body, errors: Errors) => Promise<Reply>;
type Do<T> = (asked: Asked<T>, view: CaseView) => Promise<Reply>;

/** A page with a form at an address under a concern: shown, sent, shown again. */
function formAt<T>(path: string, of: { readonly form: Form<T>; readonly show: Show; readonly work: Do<T>; readonly shared: Shared }): Route[] {
  return [
    get(`/:school/concerns/:concern/${path}`, { who: SIGNED_IN, page: asked => of.show(asked, {}, {}) }),
    post(`/:school/concerns/:concern/${path}`, {
      who: SIGNED_IN, form: of.form, again: (asked, { errors, raw }) => of.show(asked, raw, errors),
      deed: async asked => { const view = await openCase(asked, of.shared); return view ? of.work(asked, view) : NOT_FOUND; },
    }),
  ];
}

export const caseRoutes = (shared: Shared): Route[] => [
  post('/:school/concerns/:concern/claim', { who: SIGNED_IN, form: buttonForm, again: async () => NOT_FOUND, deed: asked => take(asked, shared) }),
  ...formAt('triage', { shared, form: triageForm, show: (asked, raw, errors) => showTriage(asked, shared, raw, errors), work: (asked, view) => doTriage(asked, shared, view) }),
  ...addressesOf(shared),
  ...formAt('steps/:step', { shared, form: anyForm, show: (asked, raw, errors) => showStep(asked, shared, raw, errors), work: (asked, view) => doStep(asked, shared, view) }),
  ...formAt('steps/:step/mistake', { shared, form: mistakeForm, show: (asked, raw, errors) => showMistake(asked, shared, raw, errors), work: (asked, view) => doMistake(asked, shared, view) }),
  ...formAt('close', { shared, form: closeForm, show: (asked, raw, errors) => showClose(asked, shared, raw, errors), work: (asked, view) => doClose(asked, shared, view) }),
  ...formAt('reopen', { shared, form: reasonsForm, show: (asked, raw, errors) => showReopen(asked, shared, raw, errors), work: (asked, view) => doReopen(asked, shared, view) }),
  ...formAt('links', { shared, form: linkForm, show: (asked, raw, errors) => showLink(asked, shared, raw, errors), work: (asked, view) => doLink(asked, shared, view) }),
  get('/:school/concerns/:concern/summary', { who: SIGNED_IN, page: asked => showSummary(asked, shared) }),
];

async function take(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(async tx => claim(tx, doing, view.opened, (await readersOf(tx, asked, view.opened)).map(one => one.id)));
  return goTo(hereOf(asked), 'You have taken it on.');
}

async function showTriage(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const { concern } = view.opened;
  const kinds = [...new Set([concern.kind, ...kindsOf(view.rulebook)])];
  const last: Body = Object.keys(errors).length > 0 ? raw : { severity: concern.severity ?? '', ...(view.triage ? { harm: view.triage.harm, illegal: view.triage.illegal, intent: view.triage.intent } : {}) };
  return casePage(asked, view, 'What it is and how serious', <TriagePage kinds={kinds} vocabulary={shared.vocabulary} current={concern.kind} raw={last} errors={errors} action={`${hereOf(asked)}/triage`} back={hereOf(asked)} />, errors);
}

async function doTriage(asked: Asked<TriageGiven>, shared: Shared, view: CaseView): Promise<Reply> {
  if (!view.works) return NOT_FOUND;
  const { form } = asked;
  const known = [view.opened.concern.kind, ...kindsOf((await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today }))).rulebook)];
  if (!known.includes(form.kind)) return showTriage(asked as unknown as Asked<Body>, shared, { ...form }, { kind: 'Choose what it is' });
  const doing = await doingOf(asked, shared);
  await asked.change(tx => triage(tx, doing, view.opened, { ...form, also: form.also.filter(kind => kind !== form.kind && known.includes(kind)) }));
  return goTo(hereOf(asked), 'Written down.');
}

const stepIn = (asked: Asked<unknown>, view: CaseView | null): Step | null => view?.steps.find(step => step.id === asked.params['step'] && step.state !== 'mistaken') ?? null;

async function showStep(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  const step = stepIn(asked, view);
  if (!view?.works || !step || step.state === 'done' || !MOVE_FORMS[step.sort]) return NOT_FOUND;
  return casePage(asked, view, 'How does it stand?', <MovePage step={step} raw={raw} errors={errors} action={`${hereOf(asked)}/steps/${step.id}`} back={hereOf(asked)} />, errors);
}

const ENDS_A_POST = ['removed', 'provider-removed', 'provider-refused'];

async function doStep(asked: Asked<Body>, shared: Shared, view: CaseView): Promise<Reply> {
  const step = stepIn(asked, view);
  const form = step && MOVE_FORMS[step.sort];
  if (!view.works || !step || step.state === 'done' || !form) return NOT_FOUND;
  const read = form.read(asked.form);
  const late = read.ok ? laterThanToday(read.value, asked.today) : null;
  if (!read.ok || late) return showStep(asked, shared, asked.form, read.ok ? late! : read.errors);
  const { due, ...words } = read.value;
  const open = step.sort === 'support' ? typeof due === 'string' && due !== '' : step.sort === 'post' && !ENDS_A_POST.includes(String(words['result']));
  const doing = await doingOf(asked, shared);
  const sort = step.sort === 'post' ? `post-${String(words['result'])}` : `${step.sort}-done`;
  const text = Object.entries(words).filter(([name]) => !['result', 'resultOn', 'understoodOn', 'answeredOn'].includes(name)).map(([, value]) => value).filter(Boolean).join('\n');
  await asked.change(tx => moveOn(tx, doing, view.opened, { step: step.id, words, state: open ? 'open' : 'done', ...(step.sort === 'support' ? { due: open ? String(due) : null } : {}), sort, text }));
  return goTo(hereOf(asked), 'Written down.');
}

async function showMistake(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  const step = stepIn(asked, view);
  if (!view?.works || !step) return NOT_FOUND;
  return casePage(asked, view, 'This was written down by mistake', <MistakePage raw={raw} errors={errors} action={`${hereOf(asked)}/steps/${step.id}/mistake`} back={hereOf(asked)} />, errors);
}

async function doMistake(asked: Asked<{ mistake: string }>, shared: Shared, view: CaseView): Promise<Reply> {
  const step = stepIn(asked, view);
  if (!view.works || !step) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => moveOn(tx, doing, view.opened, { step: step.id, words: { mistake: asked.form.mistake }, state: 'mistaken', sort: 'mistake', text: asked.form.mistake }));
  return goTo(hereOf(asked), 'Marked as a mistake.');
}

async function showClose(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors, refused = false): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  return casePage(asked, view, 'Close the concern', <ClosePage view={view} vocabulary={shared.vocabulary} raw={raw} errors={errors} action={`${hereOf(asked)}/close`} back={hereOf(asked)} />, refused ? { form: 'missing' } : errors);
}

async function doClose(asked: Asked<{ decision: string; reasons: string }>, shared: Shared, view: CaseView): Promise<Reply> {
  if (!view.works) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  // Why looked at again: something may have been begun since the page was drawn.
  const closed = await asked.change(async tx => mayClose((await caseView(tx, asked, view.opened, shared)).items) && closeCase(tx, doing, view.opened, asked.form));
  return closed ? goTo(hereOf(asked), 'It is closed.') : showClose(asked as unknown as Asked<Body>, shared, asked.form, {}, true);
}

async function showReopen(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (view?.opened.concern.state !== 'closed') return NOT_FOUND;
  return casePage(asked, view, 'Open it again', <ReopenPage raw={raw} errors={errors} action={`${hereOf(asked)}/reopen`} back={hereOf(asked)} />, errors);
}

async function doReopen(asked: Asked<{ reasons: string }>, shared: Shared, view: CaseView): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const done = await asked.change(tx => reopenCase(tx, doing, view.opened, asked.form.reasons));
  return done ? goTo(hereOf(asked), 'It is open again.') : NOT_FOUND;
}

async function showLink(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  return casePage(asked, view, 'Link it to another concern', <LinkPage raw={raw} errors={errors} action={`${hereOf(asked)}/links`} back={hereOf(asked)} />, errors);
}

async function doLink(asked: Asked<{ code: string; reasons: string }>, shared: Shared, view: CaseView): Promise<Reply> {
  if (!view.works) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  const { code, reasons } = asked.form;
  // Why one sentence for every fault: a code that is not theirs to read and one that does not exist look alike.
  const other = await asked.read(tx => readableByCode(tx, asked, doing.lock, code.toUpperCase()));
  const linked = other !== null && isId(other) && other !== view.opened.concern.id && await asked.change(tx => linkTo(tx, doing, view.opened, { other, reasons }));
  return linked ? goTo(hereOf(asked), 'They are linked.') : showLink(asked as unknown as Asked<Body>, shared, asked.form, { code: 'You have no other concern with this code, or it is linked already' });
}

async function showSummary(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared, 'print');
  if (!view) return NOT_FOUND;
  const names = await asked.read(tx => namesIn(tx, view.opened));
  return casePage(asked, view, `Concern ${view.opened.concern.code}`, <SummaryPage view={view} clocks={clockLines(view.clocks, view.opened.lock, view.rulebook)} vocabulary={shared.vocabulary} names={names} here={hereOf(asked)} today={asked.today} now={asked.now} school={asked.school.name} />);
}
