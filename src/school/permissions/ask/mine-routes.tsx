/** The addresses of an asker's own requests. Somebody else's are not there. */
import { isId } from '../../../platform/ids.ts';
import { addDays } from '../../../platform/days.ts';
import { goTo, NOT_FOUND, page, post, get, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { acceptConditions, answerBack, giveUp, takeBack } from './deeds.ts';
import { SOMETHING_ELSE } from './asking.ts';
import { answerForm, buttonForm } from './forms.ts';
import { MyRequestPage, MyRequestsPage, myColumns, myFields, SurePage } from './mine-pages.tsx';
import { myRequest, myRequests, type MyRequest, type MyRow } from './mine.ts';
import { isOpen, isOver } from '../states.ts';
import { ACCEPTANCE, REQUEST_STATES } from '../words.ts';
import { baseOf, placeOf } from './routes.tsx';

const register = (shared: Shared): Register<MyRow> => ({
  path: '/my-requests', who: SIGNED_IN, file: 'my-requests', fields: myFields, columns: asked => myColumns(baseOf(asked)),
  find: (asked, { chosen, limit, offset }) => {
    const states = REQUEST_STATES.filter(state => state === chosen['state']);
    return asked.read(tx => myRequests(tx, placeOf(asked, shared), { ...(states.length > 0 ? { states } : {}), limit, offset }));
  },
  page: (asked, list) => page('My requests', <MyRequestsPage list={list} base={baseOf(asked)} />, { look: 'wide' }),
});

export const myRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  get('/:school/my-requests/:request', { who: SIGNED_IN, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/my-requests/:request/answer', { who: SIGNED_IN, form: answerForm, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => show(asked, shared, raw, errors) }),
  post('/:school/my-requests/:request/take-back', { who: SIGNED_IN, form: buttonForm, deed: asked => back(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/my-requests/:request/accept', { who: SIGNED_IN, form: buttonForm, deed: asked => accept(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/my-requests/:request/give-up', { who: SIGNED_IN, form: buttonForm, deed: asked => up(asked, shared), again: async () => NOT_FOUND }),
];

/** Said where somebody else, or another window, was quicker: nothing was changed. */
export const MEANWHILE = (): string => 'It has changed meanwhile. This is how it stands now.';
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/my-requests/${asked.params['request'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['My requests', `${baseOf(asked)}/my-requests`]] as const;
const doingOf = (asked: Asked<unknown>) => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });

async function mine(asked: Asked<unknown>, shared: Shared): Promise<MyRequest | null> {
  const id = asked.params['request'] ?? '';
  return isId(id) ? asked.read(tx => myRequest(tx, placeOf(asked, shared), id)) : null;
}

/** The address at which the same is asked for the time after. */
function againFor({ request, lastDay }: MyRequest, asked: Asked<unknown>): string {
  const facts = Object.entries(request.facts).map(([fact, value]) => [`fact.${fact}`, typeof value === 'string' ? value : SOMETHING_ELSE]);
  return `${baseOf(asked)}/ask/${request.act}?${new URLSearchParams([...facts, ['again', 'yes'], ['from', addDays(lastDay, 1)], ...(request.holder !== asked.reader.person ? [['for', request.holder ?? '']] : [])])}`;
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const one = await mine(asked, shared);
  if (!one) return NOT_FOUND;
  const { person } = asked.reader;
  const view = { base: baseOf(asked), one, asked: one.request.asker === person, holds: one.request.holder === person || one.request.asker === person, again: againFor(one, asked), raw, errors };
  return page(one.plain, <MyRequestPage view={view} />, { trail: trailOf(asked), status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function answer(asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> {
  const one = await mine(asked, shared);
  if (!one || one.request.asker !== asked.reader.person) return NOT_FOUND;
  const sent = one.request.state === 'asked-back' && await asked.change(tx => answerBack(tx, doingOf(asked), { request: one.request, words: asked.form.words, seats: one.seats }));
  return goTo(hereOf(asked), sent ? 'Your answer is sent.' : MEANWHILE());
}

async function back(asked: Asked<{ sure?: 'yes' | undefined }>, shared: Shared): Promise<Reply> {
  const one = await mine(asked, shared);
  if (!one || one.request.asker !== asked.reader.person) return NOT_FOUND;
  if (!isOpen(one.request)) return goTo(hereOf(asked), MEANWHILE());
  if (!asked.form.sure) return page('Take this request back?', <SurePage here={hereOf(asked)} deed="take-back" title={one.plain} />, { trail: trailOf(asked) });
  const back = await asked.change(tx => takeBack(tx, doingOf(asked), one.request));
  return back ? goTo(`${baseOf(asked)}/my-requests`, 'The request is taken back.') : goTo(hereOf(asked), MEANWHILE());
}

async function accept(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const one = await mine(asked, shared);
  if (!one?.grant || one.grant.waitsFor !== ACCEPTANCE) return NOT_FOUND;
  if (one.permission !== 'waiting') return goTo(hereOf(asked), MEANWHILE());
  const { grant } = one;
  await asked.change(tx => acceptConditions(tx, doingOf(asked), grant));
  return goTo(hereOf(asked), 'You accepted the conditions. The permission counts now.');
}

async function up(asked: Asked<{ sure?: 'yes' | undefined }>, shared: Shared): Promise<Reply> {
  const one = await mine(asked, shared);
  if (!one?.grant || one.permission === null) return NOT_FOUND;
  if (isOver(one.permission)) return goTo(hereOf(asked), MEANWHILE());
  const { grant } = one;
  if (!asked.form.sure) return page('Give this permission up?', <SurePage here={hereOf(asked)} deed="give-up" title={one.plain} />, { trail: trailOf(asked) });
  await asked.change(tx => giveUp(tx, doingOf(asked), grant));
  return goTo(`${baseOf(asked)}/my-requests`, 'You gave the permission up.');
}
