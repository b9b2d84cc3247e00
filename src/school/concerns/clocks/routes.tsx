/** The addresses of clocks, each under its concern. */
import { get, goTo, NOT_FOUND, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { findPerson, listHolders } from '../../people/index.ts';
import { doingOf } from '../asking.ts';
import { writeDown } from '../case/deeds.ts';
import { casePage, hereOf, openCase, type Errors } from '../case/open-case.ts';
import type { CaseView } from '../case/reads.ts';
import { endOfDay, momentAt } from './decisions.ts';
import { addClockTo, endClock, setAware, wordsOf } from './deeds.ts';
import { clockForm, newClockForm, NOTIFICATION_FIELDS, notificationForm, type ClockGiven, type NewClockGiven, type NotificationGiven } from './forms.ts';
import { knownForRegulator } from './notification.ts';
import { ClockPage, NewClockPage, NotificationPage } from './pages.tsx';
import { clockLines, type ClockLine } from './reads.ts';
import type { Cadence } from './words.ts';

export const clockRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/clocks', { who: SIGNED_IN, page: asked => showNew(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/clocks', { who: SIGNED_IN, form: newClockForm, deed: asked => begin(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, errors) }),
  get('/:school/concerns/:concern/clocks/:clock', { who: SIGNED_IN, page: asked => showClock(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/clocks/:clock', { who: SIGNED_IN, form: clockForm, deed: asked => setClock(asked, shared), again: (asked, { errors, raw }) => showClock(asked, shared, raw, errors) }),
  get('/:school/concerns/:concern/notification', { who: SIGNED_IN, page: asked => showNotification(asked, shared, null, {}) }),
  post('/:school/concerns/:concern/notification', { who: SIGNED_IN, form: notificationForm, deed: asked => saveNotification(asked, shared), again: (asked, { errors, raw }) => showNotification(asked, shared, raw, errors) }),
];

const rawOf = (form: object): Body => Object.fromEntries(Object.entries(form)) as Body;
const again = (asked: Asked<unknown>): Asked<Body> => asked as Asked<Body>;

/** Limits of the law that count from a moment, as they hold on a day. */
const limitsOn = ({ standards }: Shared, today: string): Cadence[] => standards.cadences.filter(one => one.attribute === 'within' && one.verbs.includes('duty-of') && one.since <= today);

async function showNew(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  return casePage(asked, view, 'Start another clock', <NewClockPage limits={limitsOn(shared, asked.today)} raw={raw} errors={errors} action={`${hereOf(asked)}/clocks`} back={hereOf(asked)} />, errors);
}

async function begin(asked: Asked<NewClockGiven>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const { form } = asked;
  const limit = limitsOn(shared, asked.today).find(one => one.name === form.clock);
  if (!limit && form.clock !== 'own') return showNew(again(asked), shared, rawOf(form), { clock: 'Choose which' });
  if (!limit && form.due < asked.today) return showNew(again(asked), shared, rawOf(form), { due: 'Give today or a later day' });
  const doing = await doingOf(asked, shared);
  const own = { clock: 'own', clauses: [], span: '', source: '', warnBefore: ['1 day'], what: form.what };
  await asked.change(tx => addClockTo(tx, doing, { concern: view.opened.concern.id, ...(limit
    ? { start: { clock: limit.name, clauses: [], span: limit.longest, source: limit.source, warnBefore: ['7 days', '1 day'], what: limit.what } } : { start: own, dueAt: endOfDay(form.due) }) }));
  return goTo(hereOf(asked), 'The clock runs.');
}

const lineIn = (asked: Asked<unknown>, view: CaseView): ClockLine | null =>
  clockLines(view.clocks, view.opened.lock, view.rulebook).find(({ clock }) => clock.id === asked.params['clock'] && clock.state === 'running') ?? null;

async function showClock(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  const line = view && lineIn(asked, view);
  if (!view?.works || !line) return NOT_FOUND;
  return casePage(asked, view, 'How does this clock stand?', <ClockPage line={line} breach={line.clock.clock === 'breach'} raw={raw} errors={errors} action={`${hereOf(asked)}/clocks/${line.clock.id}`} back={hereOf(asked)} />, errors);
}

async function setClock(asked: Asked<ClockGiven>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  const line = view && lineIn(asked, view);
  if (!view?.works || !line) return NOT_FOUND;
  const { as, words, reference, late, ...when } = asked.form;
  const at = momentAt(when.day, when.time);
  const wrong = (errors: Errors) => showClock(again(asked), shared, rawOf(asked.form), errors);
  if (at > asked.now) return wrong({ day: 'Give a moment that is over' });
  const doing = await doingOf(asked, shared);
  const of = { concern: view.opened.concern.id, clock: line.clock.id };
  if (as === 'aware') {
    const moved = await asked.change(tx => setAware(tx, doing, { ...of, since: at, because: words }));
    return moved ? goTo(hereOf(asked), 'The clock counts from then on.') : wrong({ as: 'Say how it stands' });
  }
  const done = await asked.change(tx => endClock(tx, doing, { ...of, as, at, words, reference, late }));
  return done ? goTo(hereOf(asked), 'Written down.') : wrong({ late: 'Say why it was late' });
}

const savedIn = (view: CaseView): NotificationGiven | null => (view.steps.filter(step => step.sort === 'notification' && step.state !== 'mistaken').at(-1)?.words as NotificationGiven | undefined) ?? null;

/** What the case knows already: what was told, what was done, and whom to ask. */
async function prefilled(asked: Asked<unknown>, view: CaseView, shared: Shared): Promise<Body> {
  const contact = await asked.read(async tx => {
    const holder = (await listHolders(tx, asked.today)).find(one => one.office === 'dpo');
    return holder ? [holder.name, (await findPerson(tx, holder.person, asked.today))?.email].filter(Boolean).join(', ') : '';
  });
  const breach = view.clocks.find(clock => clock.clock === 'breach');
  return rawOf(knownForRegulator({ entries: view.opened.entries, steps: view.steps, triage: view.triage, clock: breach ? wordsOf(breach, view.opened.lock) : null, contact, vocabulary: shared.vocabulary }));
}

async function showNotification(asked: Asked<Body>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const saved = savedIn(view);
  const aware = view.clocks.find(clock => clock.clock === 'breach')?.startedAt ?? null;
  return casePage(asked, view, 'Text for the regulator', <NotificationPage saved={saved} raw={raw ?? (saved ? rawOf(saved) : await prefilled(asked, view, shared))} errors={errors} action={`${hereOf(asked)}/notification`} back={hereOf(asked)} code={view.opened.concern.code} aware={aware} />, errors);
}

async function saveNotification(asked: Asked<NotificationGiven>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  const words = Object.fromEntries(NOTIFICATION_FIELDS.map(name => [name, asked.form[name]]));
  await asked.change(tx => writeDown(tx, doing, view.opened, { sort: 'notification', words, state: 'done', text: '' }));
  return goTo(`${hereOf(asked)}/notification`, 'Saved. The text stands below the form.');
}
