/** The addresses of deciding. A request that is not one's own to decide is not there. */
import { isId } from '../../../platform/ids.ts';
import { admits, either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { holds, listed, partOf, registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { particularWords } from '../ask/particulars.ts';
import { buttonForm } from '../ask/forms.ts';
import { MEANWHILE } from '../ask/mine-routes.tsx';
import { baseOf, placeOf } from '../ask/routes.tsx';
import { carrierOf } from '../tasks/index.ts';
import { REQUEST_STATES } from '../words.ts';
import { decideRequest, noteOpened, setHowLong, undoDecision, type Decided } from './deeds.ts';
import { chosenForm, decisionForm, periodsForm, type DecisionGiven } from './forms.ts';
import { decidedColumns, DecidedPage, decidedFields, RequestPage, waitingColumns, waitingFields, WaitingPage } from './pages.tsx';
import { PeriodsPage } from './periods-pages.tsx';
import { actsWaiting, decidedBy, isCarriedOut, isPlain, mayDecide, periodsView, requestFor, undoable, waitingFor, type DecidedRow, type DecideRow } from './reads.ts';

type Errors = Readonly<Record<string, string>>;
/** Whoever may decide something is on the staff or governs; which request is theirs hangs on the rule. */
export const DECIDERS = either(kinds('staff', 'governor', 'trustee'), offices('head', 'chair-of-governors'));
const LEADERS = offices('head', 'chair-of-governors');

/** What was sent and came back. */
interface Back { readonly raw: Body; readonly errors: Errors }
const NOTHING_SENT: Back = { raw: {}, errors: {} };

const waiting = (shared: Shared, back: Back = NOTHING_SENT): Register<DecideRow> => ({
  path: '/requests', who: DECIDERS, file: 'requests', columns: waitingColumns, sorts: ['asked'],
  fields: async asked => waitingFields(await asked.read(tx => actsWaiting(tx, placeOf(asked, shared)))),
  find: async (asked, ask) => {
    const all = (await asked.read(tx => waitingFor(tx, placeOf(asked, shared)))).filter(row => (!ask.chosen['act'] || row.request.act === ask.chosen['act']) && holds(`${row.plain} ${row.asker} ${row.holder} ${row.request.reason}`, ask));
    return partOf(ask.descending ? all.reverse() : all, ask);
  },
  page: async (asked, list) => {
    await noteOpened(asked.db, asked.school.id, { requests: list.rows.map(row => row.request.id), by: asked.reader.person!, at: asked.now });
    return page('Decisions that wait for you', <WaitingPage list={list} base={baseOf(asked)} setsPeriods={admits(LEADERS, asked.reader)} plain={new Set(list.rows.filter(row => isPlain(row, asked.today)).map(row => row.request.id))} {...back} />, { status: Object.keys(back.errors).length > 0 ? 422 : 200 });
  },
});

const decided = (shared: Shared): Register<DecidedRow> => ({
  path: '/requests/decided', who: DECIDERS, file: 'decided-requests', fields: decidedFields, columns: asked => decidedColumns(baseOf(asked)),
  find: (asked, { chosen, limit, offset }) => {
    const states = REQUEST_STATES.filter(state => state === chosen['state']);
    return asked.read(tx => decidedBy(tx, placeOf(asked, shared), { ...(states.length > 0 ? { states } : {}), limit, offset }));
  },
  page: (asked, list) => page('What you have decided', <DecidedPage list={list} base={baseOf(asked)} />, { look: 'wide', trail: trailOf(asked) }),
});

export const decideRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(waiting(shared)),
  ...registerRoutes(decided(shared)),
  get('/:school/requests/periods', { who: LEADERS, page: asked => showPeriods(asked, {}, {}) }),
  post('/:school/requests/periods', { who: LEADERS, form: periodsForm, again: (asked, { errors, raw }) => showPeriods(asked, raw, errors), deed: async asked => {
    await asked.change(tx => setHowLong(tx, doingOf(asked), asked.form));
    return goTo(`${baseOf(asked)}/requests/periods`, 'Saved. It holds from today.');
  } }),
  post('/:school/requests/chosen', { who: DECIDERS, form: chosenForm, deed: asked => grantChosen(asked, shared), again: (asked, back) => waitingAgain(asked, shared, back) }),
  get('/:school/requests/:request', { who: DECIDERS, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/requests/:request', { who: DECIDERS, form: decisionForm, deed: asked => decide(asked, shared), again: (asked, { errors, raw }) => show(asked, shared, raw, errors) }),
  post('/:school/requests/:request/undo', { who: DECIDERS, form: buttonForm, deed: asked => undo(asked, shared), again: async () => NOT_FOUND }),
];

const trailOf = (asked: Asked<unknown>) => [['Decisions that wait for you', `${baseOf(asked)}/requests`]] as const;
const doingOf = (asked: Asked<unknown>) => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });

async function rowFor(asked: Asked<unknown>, shared: Shared): Promise<DecideRow | null> {
  const id = asked.params['request'] ?? '';
  return isId(id) ? asked.read(tx => requestFor(tx, placeOf(asked, shared), id)) : null;
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const row = await rowFor(asked, shared);
  if (!row) return NOT_FOUND;
  const decides = mayDecide(row, asked.today) && row.mine.length > 0;
  if (decides) await noteOpened(asked.db, asked.school.id, { requests: [row.request.id], by: asked.reader.person!, at: asked.now });
  const undo = undoable(row, asked).length > 0 && !(await asked.read(tx => isCarriedOut(tx, row.request.id, placeOf(asked, shared))));
  return page(row.plain, <RequestPage view={{ base: baseOf(asked), row, raw, errors, decides, undo }} />, { trail: trailOf(asked), status: Object.keys(errors).length > 0 ? 422 : 200 });
}

/** What is missing before a yes can be given. */
function faultsIn(form: DecisionGiven, row: DecideRow, { today, repeats }: { readonly today: string; readonly repeats: boolean }): Errors {
  if (row.now === 'no') return { conditions: 'The rules forbid it by now, whoever says yes' };
  if (row.leavesOn !== null && row.leavesOn < row.request.from) return { conditions: 'That is after their last day at the school' };
  const errors: Record<string, string> = {};
  for (const limit of repeats ? [] : row.demands?.limits ?? []) if (!form.limits[limit]) errors[`limit.${limit}`] = `Set this limit: ${limit}`;
  if ((row.demands?.checked.length ?? 0) > 0) {
    if (form.checkedOn === '' || form.checkedOn > today) errors['checkedOn'] = 'Give the day on which it was checked';
    if (form.checkedUntil <= today) errors['checkedUntil'] = 'Give a day to come';
  }
  return errors;
}

/** The limits that the rule wants and the further conditions, each on a line of its own. */
const conditionsOf = (form: DecisionGiven, row: DecideRow): string => [...(row.demands?.limits ?? []).map(limit => `${particularWords(limit)}: ${form.limits[limit] ?? ''}`), form.conditions].filter(Boolean).join('\n');

const DONE: Readonly<Record<Exclude<Decided, 'gone'>, () => string>> = {
  granted: () => 'Granted. Whoever asked is told.', waits: () => 'Your yes is noted. It waits for the others.', refused: () => 'Refused. Whoever asked is told why.', 'asked-back': () => 'Your question is sent.',
};

async function decide(asked: Asked<DecisionGiven>, shared: Shared): Promise<Reply> {
  const row = await rowFor(asked, shared);
  if (!row || row.mine.length === 0) return NOT_FOUND;
  if (!mayDecide(row, asked.today)) return closed(asked, row);
  const { form } = asked;
  const repeats = form.says === 'as-last-time' ? row.lastTime : null;
  if (form.says === 'as-last-time' && !repeats) return NOT_FOUND;
  const says = form.says === 'as-last-time' ? repeats!.says : form.says;
  if (says === 'grant' && row.yes.length === 0) return closed(asked, row);
  const errors = says === 'grant' ? faultsIn(form, row, { today: asked.today, repeats: repeats !== null }) : {};
  if (Object.keys(errors).length > 0) return show(asked, shared, rawOf(form), errors);
  const outcome = await asked.change(async tx => decideRequest(tx, doingOf(asked), {
    request: row.request, seats: says === 'grant' ? row.yes : row.mine, says, words: repeats ? repeats.words : form.words, conditions: says === 'grant' ? (repeats ? repeats.conditions : conditionsOf(form, row)) : '',
    toAccept: (row.demands?.limits.length ?? 0) > 0,
    waitsFor: says === 'grant' ? await carrierOf(tx, { place: placeOf(asked, shared), act: row.request.act, clauses: row.request.clauses, deciders: asked.reader.offices }) : null,
    ...((row.demands?.checked.length ?? 0) > 0 && says === 'grant' ? { evidence: { 'checked-on': form.checkedOn }, evidenceUntil: form.checkedUntil } : {}),
  }));
  return outcome === 'gone' ? closed(asked, row) : goTo(`${baseOf(asked)}/requests`, DONE[outcome]());
}

async function waitingAgain(asked: Asked<unknown>, shared: Shared, back: Back): Promise<Reply> {
  const [at, again] = [asked as Asked<Body>, waiting(shared, back)];
  return again.page(at, (await listed(at, again))!);
}

/** Says yes to each of those chosen that still waits and needs nothing beside the yes. */
async function grantChosen(asked: Asked<{ chosen: readonly string[]; conditions: string }>, shared: Shared): Promise<Reply> {
  const place = placeOf(asked, shared);
  const { chosen, conditions } = asked.form;
  const done = await asked.change(async tx => {
    const outcomes: Decided[] = [];
    for (const row of (await waitingFor(tx, place)).filter(one => chosen.includes(one.request.id) && isPlain(one, asked.today))) {
      outcomes.push(await decideRequest(tx, doingOf(asked), {
        request: row.request, seats: row.yes, says: 'grant', words: '', conditions, toAccept: false, waitsFor: await carrierOf(tx, { place, act: row.request.act, clauses: row.request.clauses, deciders: asked.reader.offices }),
      }));
    }
    return outcomes.filter(one => one !== 'gone').length;
  });
  return goTo(`${baseOf(asked)}/requests`, done < chosen.length ? `You said yes to ${done} of ${chosen.length}. The others have changed meanwhile.` : `You said yes to ${done} of ${chosen.length}. Each of them is told.`);
}

/** Somebody was quicker: it was decided, taken back or is over since the page was opened. */
const closed = (asked: Asked<unknown>, row: DecideRow): Reply => goTo(`${baseOf(asked)}/requests/${row.request.id}`, MEANWHILE());

const rawOf = (form: DecisionGiven): Body => ({ words: form.words, conditions: form.conditions, checkedOn: form.checkedOn, checkedUntil: form.checkedUntil, ...Object.fromEntries(Object.entries(form.limits).map(([limit, text]) => [`limit.${limit}`, text])) });

async function undo(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const row = await rowFor(asked, shared);
  const mine = row ? undoable(row, asked) : [];
  if (!row || mine.length === 0 || (await asked.read(tx => isCarriedOut(tx, row.request.id, placeOf(asked, shared))))) return NOT_FOUND;
  const undone = await asked.change(tx => undoDecision(tx, doingOf(asked), { request: row.request, offices: mine }));
  return goTo(`${baseOf(asked)}/requests/${row.request.id}`, undone ? 'Your word is taken back. The request waits again.' : MEANWHILE());
}

async function showPeriods(asked: Asked<unknown>, raw: Body, errors: Errors): Promise<Reply> {
  const view = await asked.read(tx => periodsView(tx, asked.today));
  return page('How long permissions take and last', <PeriodsPage base={baseOf(asked)} {...view} raw={raw} errors={errors} />, { trail: trailOf(asked), status: Object.keys(errors).length > 0 ? 422 : 200 });
}
