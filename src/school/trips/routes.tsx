/** The addresses of trips. Whose names one may read hangs on the trip, so each handler looks itself; a trip that is nobody's business is not there. */
import { addMonths } from '../../platform/days.ts';
import { isId } from '../../platform/ids.ts';
import { csv, either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../registers/index.ts';
import type { Shared } from '../feature.ts';
import { fullName, namesOf } from '../people/index.ts';
import { cite, clauseHref, officeWords, rulesInForce } from '../policies/index.ts';
import { decidesAs, mayPlan, seesNames, tripState, weigh } from './decisions.ts';
import { addCarrier, cancelTrip, changeTrip, chooseGoers, decideCarrier, dropCarrier, picturesGone, planTrip, restoreTrip, type Doing } from './deeds.ts';
import { buttonForm, carrierForm, decisionForm, goersForm, tripForm, type CarrierGiven } from './forms.ts';
import { carrierWords, EditPage, ListPage, PeoplePage, TakeAlongPage, thing, tripColumns, tripFields, TripPage, type OneView, type TripRow } from './pages.tsx';
import { choosable, countTrips, listTrips, tripView, whoOf, type TripView } from './reads.ts';
import { TRIP_STATES, type Carrying, type TripGiven } from './words.ts';

type Errors = Readonly<Record<string, string>>;
/** Anybody on the staff plans trips; whoever the rules let decide holds an office. */
const PLANNERS = either(kinds('staff'), offices('head', 'deputy-head', 'deputy-head-academic', 'office', 'dsl', 'chair-of-governors'));

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/trips`;
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/${asked.params['trip'] ?? ''}`;
const doingOf = (asked: Asked<unknown>): Doing => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });
const trailOf = (asked: Asked<unknown>) => [['Trips', baseOf(asked)]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const routes = (shared: Shared): Route[] => [
  ...registerRoutes(list),
  get('/:school/trips/new', { who: PLANNERS, page: asked => showNew(asked, shared, { leader: asked.reader.person ?? '', eraseOn: addMonths(asked.today, 3) }, {}) }),
  post('/:school/trips/new', { who: PLANNERS, form: tripForm, deed: asked => plan(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, errors) }),
  get('/:school/trips/:trip', { who: PLANNERS, page: asked => showTrip(asked, shared, {}) }),
  get('/:school/trips/:trip/edit', { who: PLANNERS, page: asked => showEdit(asked, shared, null, {}) }),
  post('/:school/trips/:trip/edit', { who: PLANNERS, form: tripForm, deed: asked => change(asked, shared), again: (asked, { errors, raw }) => showEdit(asked, shared, raw, errors) }),
  ...(['cancel', 'restore'] as const).map(deed => post(`/:school/trips/:trip/${deed}`, { who: PLANNERS, form: buttonForm, deed: asked => callOff(asked, shared, deed), again: async () => NOT_FOUND })),
  get('/:school/trips/:trip/people', { who: PLANNERS, page: asked => showPeople(asked, shared) }),
  post('/:school/trips/:trip/people', { who: PLANNERS, form: goersForm, bodyLimit: 524_288, deed: asked => choose(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/trips/:trip/carriers', { who: PLANNERS, form: carrierForm, deed: asked => name(asked, shared), again: (asked, { errors, raw }) => showTrip(asked, shared, { raw, errors }) }),
  post('/:school/trips/:trip/carriers/:carrier/decide', { who: PLANNERS, form: decisionForm, deed: asked => decideIt(asked, shared), again: (asked, { errors }) => showTrip(asked, shared, { errors }) }),
  post('/:school/trips/:trip/carriers/:carrier/drop', { who: PLANNERS, form: buttonForm, deed: asked => drop(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/trips/:trip/carriers/:carrier/gone', { who: PLANNERS, form: buttonForm, deed: asked => gone(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/trips/:trip/list', { who: PLANNERS, page: asked => takeAlong(asked, shared) }),
  get('/:school/trips/:trip/list.csv', { who: PLANNERS, page: asked => takeAlongCsv(asked, shared) }),
];

const list: Register<TripRow> = {
  path: '/trips', who: PLANNERS, file: 'trips',
  fields: () => tripFields(),
  find: (asked, { search, chosen, limit, offset }) => asked.read(async tx => {
    const { reader, today } = asked;
    const ask = { today, search, state: TRIP_STATES.find(one => one === chosen['state']) ?? null };
    const trips = await listTrips(tx, { ...ask, limit, offset });
    const names = await namesOf(tx, trips.flatMap(trip => trip.leader ?? []));
    // Why "open" by what is known without the lists: an adult who only goes along finds the trip on their start page.
    const rows = trips.map(trip => ({ trip, state: tripState(trip, today), leader: trip.leader === null ? '' : names.get(trip.leader) ?? '', open: mayPlan(trip, reader) || seesNames(trip, [], reader) }));
    return { rows, total: await countTrips(tx, ask) };
  }),
  columns: asked => tripColumns(baseOf(asked)),
  page: async (_asked, found) => page('Trips', <ListPage list={found} />, { look: 'wide' }),
};

const leadersOf = (asked: Asked<unknown>, { vocabulary }: Shared) => asked.read(async tx => (await choosable(tx, { group: 'adults', today: asked.today, vocabulary })).people.filter(one => !one.kinds.includes('volunteer')).map(one => ({ id: one.id, name: fullName(one) })));

async function showNew(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  return page('Plan a trip', <EditPage action={`${baseOf(asked)}/new`} heading="Plan a trip" leaders={await leadersOf(asked, shared)} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked) });
}

const rawOf = (trip: TripGiven): Body => ({ title: trip.title, place: trip.place, from: trip.from, until: trip.until, leader: trip.leader, eraseOn: trip.eraseOn });

async function plan(asked: Asked<TripGiven>, shared: Shared): Promise<Reply> {
  if (!(await leadersOf(asked, shared)).some(one => one.id === asked.form.leader)) return showNew(asked as unknown as Asked<Body>, shared, rawOf(asked.form), { leader: 'Choose who leads it' });
  const id = await asked.change(tx => planTrip(tx, doingOf(asked), asked.form));
  return goTo(`${baseOf(asked)}/${id}`, 'The trip is planned. Choose who goes, and name who carries a phone.');
}

/** A trip for this reader, or null. */
async function viewOf(asked: Asked<unknown>, { vocabulary }: Shared): Promise<TripView | null> {
  const id = asked.params['trip'] ?? '';
  return isId(id) ? asked.read(tx => tripView(tx, { school: asked.school, vocabulary, today: asked.today, reader: asked.reader }, id)) : null;
}

const planned = async (asked: Asked<unknown>, shared: Shared): Promise<TripView | null> => {
  const view = await viewOf(asked, shared);
  return view?.plans && view.trip.erasedAt === null ? view : null;
};

type More = Partial<Pick<OneView, 'raw' | 'errors' | 'missing' | 'forbidden'>>;

async function showTrip(asked: Asked<Body>, shared: Shared, more: More): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view) return NOT_FOUND;
  const { vocabulary } = shared;
  const purposes = ['safety', 'school-business', 'personal'].flatMap(value => { const known = vocabulary.facts.get('purpose')?.values.get(value); return known ? [{ value, text: known.plain.charAt(0).toUpperCase() + known.plain.slice(1) }] : []; });
  const one: OneView = { ...view, base: baseOf(asked), vocabulary, me: asked.reader.person ?? '', today: asked.today, purposes, missing: [], forbidden: [], raw: {}, errors: {}, ...more };
  const failed = Object.keys(one.errors).length + one.missing.length + one.forbidden.length > 0;
  return page(view.trip.title, <TripPage {...one} />, { look: 'wide', status: failed ? 422 : 200, trail: trailOf(asked) });
}

async function showEdit(asked: Asked<Body>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view) return NOT_FOUND;
  return page('Change the trip', <EditPage action={`${hereOf(asked)}/edit`} heading="Change the trip" leaders={await leadersOf(asked, shared)} raw={raw ?? rawOf({ ...view.trip, leader: view.trip.leader ?? '' })} errors={errors} />, { status: statusOf(errors), trail: [...trailOf(asked), [view.trip.title, hereOf(asked)]] });
}

async function change(asked: Asked<TripGiven>, shared: Shared): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view) return NOT_FOUND;
  const known = asked.form.leader === view.trip.leader || (await leadersOf(asked, shared)).some(one => one.id === asked.form.leader);
  if (!known) return showEdit(asked as unknown as Asked<Body>, shared, rawOf(asked.form), { leader: 'Choose who leads it' });
  await asked.change(tx => changeTrip(tx, doingOf(asked), view.trip, asked.form));
  return goTo(hereOf(asked), 'Saved.');
}

async function callOff(asked: Asked<unknown>, shared: Shared, deed: 'cancel' | 'restore'): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view) return NOT_FOUND;
  await asked.change(tx => (deed === 'cancel' ? cancelTrip : restoreTrip)(tx, doingOf(asked), view.trip));
  return goTo(hereOf(asked), deed === 'cancel' ? 'The trip is called off.' : 'The trip takes place.');
}

async function showPeople(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view) return NOT_FOUND;
  const group = (asked.query['group'] ?? '').slice(0, 80) || 'adults';
  const { classes, people } = await asked.read(tx => choosable(tx, { group, today: asked.today, vocabulary: shared.vocabulary }));
  const goes = new Set([...view.adults, ...view.pupils].map(one => one.person));
  const rows = people.map(one => ({ id: one.id, name: fullName(one), goes: goes.has(one.id) }));
  return page('Who goes', <PeoplePage base={baseOf(asked)} trip={view.trip} group={group} groups={[{ value: 'adults', text: 'Adults' }, ...classes.map(one => ({ value: one, text: one }))]} people={rows} />, { trail: [...trailOf(asked), [view.trip.title, hereOf(asked)]] });
}

async function choose(asked: Asked<{ group: string; people: string[]; whole: boolean }>, shared: Shared): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view) return NOT_FOUND;
  const { group } = asked.form;
  const { people } = await asked.read(tx => choosable(tx, { group, today: asked.today, vocabulary: shared.vocabulary }));
  if (people.length === 0) return NOT_FOUND;
  const among = people.map(one => one.id);
  await asked.change(tx => chooseGoers(tx, doingOf(asked), { trip: view.trip, among, chosen: asked.form.whole ? among : asked.form.people, part: group === 'adults' ? 'adult' : 'pupil' }));
  return goTo(`${hereOf(asked)}/people?group=${encodeURIComponent(group)}`, 'Saved. Choose the next class, or go back to the trip.');
}

/** Asks the rules about somebody who would carry something, and notes whose word it needs. */
async function name(asked: Asked<CarrierGiven>, shared: Shared): Promise<Reply> {
  const view = await planned(asked, shared);
  if (!view || view.state === 'cancelled' || view.state === 'done') return NOT_FOUND;
  const { form } = asked;
  const raw: Body = { person: form.person, device: form.device, owner: form.owner, purpose: form.purpose, picturesGoneBy: form.picturesGoneBy ?? '', ...Object.fromEntries(Object.entries(form.facts).map(([fact, value]) => [`fact.${fact}`, value])) };
  const again = (more: More) => showTrip(asked as unknown as Asked<Body>, shared, { raw, ...more });
  if (![...view.adults, ...view.pupils].some(one => one.person === form.person)) return again({ errors: { person: 'Choose somebody who goes on the trip' } });
  const { vocabulary } = shared;
  const known = (fact: string, value: string) => vocabulary.facts.get(fact)?.type === 'yes/no' ? ['yes', 'no'].includes(value) : vocabulary.facts.get(fact)?.values.has(value) === true;
  if (!known('purpose', form.purpose)) return again({ errors: { purpose: 'Choose what it is for' } });
  const facts = Object.fromEntries(Object.entries(form.facts).filter(([fact, value]) => fact !== 'person-status' && known(fact, value)));
  const { rulebook } = await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today }));
  const who = await asked.read(tx => whoOf(tx, { person: form.person, trip: view.trip, vocabulary, today: asked.today }));
  const carrying: Carrying = { who, device: form.device, owner: form.owner, purpose: form.purpose, facts };
  const weighed = weigh(rulebook, carrying, view.trip.from);
  if (weighed.kind === 'forbidden') return again({ forbidden: weighed.because.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' })) });
  if (weighed.kind === 'unclear') return again({ missing: weighed.missing.slice(0, 3).map(fact => missingFact(fact, shared)) });
  const picturesGoneBy = form.device === 'camera' ? form.picturesGoneBy : null;
  const id = await asked.change(tx => addCarrier(tx, doingOf(asked), { trip: view.trip, person: form.person, carrying, weighed, picturesGoneBy }));
  if (id === null) return again({ errors: { person: 'They are on the list with such a thing already' } });
  return goTo(hereOf(asked), weighed.kind === 'by-rule' ? 'The rules allow it. They are told.' : 'It waits for a decision. Whoever decides finds it on their start page.');
}

function missingFact(fact: string, { vocabulary }: Shared): OneView['missing'][number] {
  const known = vocabulary.facts.get(fact);
  const choices = known?.type === 'yes/no' ? [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] : [...(known?.values ?? [])].map(([value, { plain }]) => ({ value, text: plain }));
  return { fact, question: known?.question || known?.meaning || fact, choices };
}

const carrierIn = (asked: Asked<unknown>, view: TripView | null) => view?.carriers.find(one => one.id === asked.params['carrier']) ?? null;

async function decideIt(asked: Asked<{ says: 'yes' | 'no'; words: string }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  const carrier = carrierIn(asked, view);
  if (!view || !carrier || view.trip.erasedAt !== null || view.trip.until < asked.today) return NOT_FOUND;
  const mine = decidesAs(carrier, asked.reader, view.trip.leader);
  if (mine.length === 0) return NOT_FOUND;
  await asked.change(async tx => {
    for (const office of mine) await decideCarrier(tx, doingOf(asked), { trip: view.trip, carrier, office, says: asked.form.says, words: asked.form.words });
  });
  const stays = view.names || view.plans || mine.length > 0;
  return goTo(stays ? hereOf(asked) : `/${asked.school.slug}`, asked.form.says === 'yes' ? 'You said yes. They are told.' : 'You said no. They are told.');
}

async function drop(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await planned(asked, shared);
  const carrier = carrierIn(asked, view);
  if (!carrier) return NOT_FOUND;
  await asked.change(tx => dropCarrier(tx, doingOf(asked), carrier));
  return goTo(hereOf(asked), 'Taken off the list.');
}

async function gone(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const carrier = carrierIn(asked, await viewOf(asked, shared));
  if (!carrier || carrier.person !== asked.reader.person || carrier.picturesGoneBy === null) return NOT_FOUND;
  await asked.change(tx => picturesGone(tx, doingOf(asked), carrier));
  return goTo(hereOf(asked), 'Noted that the pictures are gone.');
}

async function takeAlong(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.names) return NOT_FOUND;
  return page(view.trip.title, <TakeAlongPage view={view} school={asked.school.name} />, { withoutBox: true, trail: [...trailOf(asked), [view.trip.title, hereOf(asked)]] });
}

async function takeAlongCsv(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.names) return NOT_FOUND;
  const carries = (person: string) => view.carriers.filter(one => one.person === person);
  const lines = [...view.adults, ...view.pupils].map(one => [one.name, one.part, one.class, carries(one.person).map(c => thing(c.device, c.owner)).join('; '), carries(one.person).map(c => carrierWords(c.state)).join('; '),
    carries(one.person).map(c => c.decisions.at(-1)?.words ?? '').filter(Boolean).join('; '), carries(one.person).map(c => c.decisions.map(d => officeWords(d.office, shared.vocabulary)).join(', ')).join('; ')]);
  return csv(`trip-${view.trip.from}.csv`, [['Name', 'Part', 'Class', 'Carries', 'Decision', 'When and how', 'Decided by'], ...lines]);
}
