/** The addresses of recordings, for whoever asks to make one. A recording that is nobody's business is not there. */
import { isId } from '../../../platform/ids.ts';
import { csv, either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, namesOf } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { changesRecording, mayAskFor, OVERSEERS, overseesRecordings, weigh } from './decisions.ts';
import { askPeople, askToRecord, callOffRecording, dropFromRecording, recordingGone, type Doing } from './deeds.ts';
import { buttonForm, peopleForm, recordingForm, type RecordingForm } from './forms.ts';
import { CarryPage, ListPage, NewPage, offered, personWords, recordingColumns, RecordingPage, recordingFields, type Missing, type NewView, type OneView, type RecordingRow } from './pages.tsx';
import { PeoplePage } from './people-pages.tsx';
import { ADULTS, choosable } from './choosing.ts';
import { countRecordings, listRecordings, recordingView, statesOf, whoAsks, type RecordingView } from './reads.ts';

/** Staff and pupils ask; those who look after recordings read them all. */
export const ASKERS = either(kinds('staff', 'pupil'), offices(...OVERSEERS));

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/recordings`;
export const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/${asked.params['recording'] ?? ''}`;
export const doingOf = (asked: Asked<unknown>): Doing => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });
export const askOf = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today, now: asked.now, reader: asked.reader });
export const trailOf = (asked: Asked<unknown>) => [['Recordings', baseOf(asked)]] as const;

export const routes = (shared: Shared): Route[] => [
  ...registerRoutes(list(shared)),
  get('/:school/recordings/new', { who: ASKERS, page: asked => showNew(asked, shared, { onDay: asked.today }) }),
  post('/:school/recordings/new', { who: ASKERS, form: recordingForm, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, { errors }) }),
  get('/:school/recordings/:recording', { who: ASKERS, page: asked => showOne(asked, shared) }),
  get('/:school/recordings/:recording/people', { who: ASKERS, page: asked => showPeople(asked, shared, { group: asked.query['group'] ?? '', search: '' }) }),
  post('/:school/recordings/:recording/people', { who: ASKERS, form: peopleForm, bodyLimit: 524_288, deed: asked => choose(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/recordings/:recording/people/:person/drop', { who: ASKERS, form: buttonForm, deed: asked => drop(asked, shared), again: async () => NOT_FOUND }),
  ...(['call-off', 'restore'] as const).map(deed => post(`/:school/recordings/:recording/${deed}`, { who: ASKERS, form: buttonForm, deed: asked => callOff(asked, shared, deed === 'call-off'), again: async () => NOT_FOUND })),
  post('/:school/recordings/:recording/gone', { who: ASKERS, form: buttonForm, deed: asked => gone(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/recordings/:recording/list', { who: ASKERS, page: asked => carry(asked, shared) }),
  get('/:school/recordings/:recording/list.csv', { who: ASKERS, page: asked => carryFile(asked, shared) }),
];

const list = (shared: Shared): Register<RecordingRow> => ({
  path: '/recordings', who: ASKERS, file: 'recordings', fields: () => recordingFields(),
  find: (asked, { search, chosen, limit, offset }) => asked.read(async tx => {
    const when = chosen['when'] === 'coming' || chosen['when'] === 'past' ? chosen['when'] : null;
    const of = { today: asked.today, search, when, askedBy: overseesRecordings(asked.reader) ? null : asked.reader.person } as const;
    const recordings = await listRecordings(tx, { ...of, limit, offset });
    const [states, names] = [await statesOf(tx, askOf(asked, shared), recordings), await namesOf(tx, [...new Set(recordings.flatMap(one => one.askedBy ?? []))])];
    const rows = recordings.map((recording): RecordingRow => {
      const { state, people } = states.get(recording.id)!;
      const n = (which: string) => [...people.values()].filter(one => one === which).length;
      return { recording, state, askedBy: names.get(recording.askedBy ?? '') ?? '', yes: n('yes'), waits: n('waits'), leaveOut: n('leave-out') };
    });
    return { rows, total: await countRecordings(tx, of) };
  }),
  columns: asked => recordingColumns(baseOf(asked), shared.vocabulary),
  page: async (asked, found) => page('Recordings', <ListPage list={found} mayAsk={await mayAsk(asked, shared)} settings={overseesRecordings(asked.reader)} />, { look: 'wide' }),
});

const rulesFor = (asked: Asked<unknown>, { vocabulary }: Shared) => asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today }));
const mayAsk = async (asked: Asked<unknown>, shared: Shared): Promise<boolean> => mayAskFor((await rulesFor(asked, shared)).rulebook, asked.reader.kinds, asked.today);

type More = Partial<Pick<NewView, 'missing' | 'forbidden' | 'errors'>>;

async function showNew(asked: Asked<Body>, shared: Shared, raw: Body, more: More = {}): Promise<Reply> {
  if (!(await mayAsk(asked, shared))) return NOT_FOUND;
  const { missing = [], forbidden = [], errors = {} } = more;
  const status = missing.length + forbidden.length + Object.keys(errors).length > 0 ? 422 : 200;
  return page('Ask to record people', <NewPage action={`${baseOf(asked)}/new`} vocabulary={shared.vocabulary} staff={!asked.reader.kinds.includes('pupil')} missing={missing} forbidden={forbidden} raw={raw} errors={errors} />, { status, trail: trailOf(asked) });
}

/** Asks the rules first; what they forbid outright nobody is asked about. */
async function ask(asked: Asked<RecordingForm>, shared: Shared): Promise<Reply> {
  const { form, today } = asked;
  const { facts: told, ...given } = form;
  const raw: Body = { ...given, ...Object.fromEntries(Object.entries(told).map(([fact, value]) => [`fact.${fact}`, value])) };
  const again = (more: More) => showNew(asked as unknown as Asked<Body>, shared, raw, more);
  const { vocabulary } = shared;
  if (!(await mayAsk(asked, shared))) return NOT_FOUND;
  if (form.onDay < today) return again({ errors: { onDay: 'Choose today or a later day' } });
  for (const [name, fact] of [['kind', 'recording-kind'], ['purpose', 'purpose'], ['owner', 'device-owner'], ['device', 'device-kind']] as const) if (!offered(vocabulary, fact).includes(form[name])) return again({ errors: { [name]: 'Choose one of these' } });
  const facts = Object.fromEntries(Object.entries(told).filter(([fact, value]) => vocabulary.facts.get(fact)?.type === 'yes/no' ? ['yes', 'no'].includes(value) : offered(vocabulary, fact).includes(value)));
  const forVisitor = asked.reader.kinds.includes('pupil') ? '' : form.forVisitor;
  const who = await asked.read(tx => whoAsks(tx, { person: asked.reader.person!, forVisitor, vocabulary, today }));
  const { rulebook } = await rulesFor(asked, shared);
  const weighed = weigh(rulebook, { who, kind: form.kind, owner: form.owner, device: form.device, purpose: form.purpose, facts }, form.onDay);
  if (weighed.kind === 'forbidden') return again({ forbidden: weighed.because.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' })) });
  if (weighed.kind === 'unclear') return again({ missing: [...Object.keys(facts), ...weighed.missing.slice(0, 3)].map(fact => missingFact(fact, shared)) });
  const kept = { ...facts, 'device-owner': form.owner, 'device-kind': form.device, purpose: form.purpose };
  const id = await asked.change(tx => askToRecord(tx, doingOf(asked), { ...form, forVisitor, facts: kept, clauses: weighed.because, offices: weighed.offices }));
  return goTo(`${baseOf(asked)}/${id}/people`, 'The rules do not forbid it. Now list everybody who would be in it.');
}

function missingFact(fact: string, { vocabulary }: Shared): Missing {
  const known = vocabulary.facts.get(fact);
  const choices = known?.type === 'yes/no' ? [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] : [...(known?.values ?? [])].map(([value, one]) => ({ value, text: one.plain }));
  return { fact, question: known?.question || known?.meaning || fact, choices };
}

const viewOf = (asked: Asked<unknown>, shared: Shared): Promise<RecordingView | null> => {
  const id = asked.params['recording'] ?? '';
  return isId(id) ? asked.read(tx => recordingView(tx, askOf(asked, shared), id)) : Promise.resolve(null);
};

/** The recording, where this reader asked for it and may still change it. */
export const changing = async (asked: Asked<unknown>, shared: Shared): Promise<RecordingView | null> => {
  const view = await viewOf(asked, shared);
  return view?.changes ? view : null;
};

/** Where the office whose yes is needed too is asked, in the situation of this recording. */
const askHref = (asked: Asked<unknown>, { recording, asks }: RecordingView): string | null =>
  (asks === null ? null : `/${asked.school.slug}/ask/${asks}?${new URLSearchParams(Object.entries({ ...recording.facts, 'recording-kind': recording.kind }).map(([fact, value]) => [`fact.${fact}`, value]))}`);

const drawn = (asked: Asked<unknown>, shared: Shared, view: RecordingView): OneView => ({ ...view, base: baseOf(asked), askHref: askHref(asked, view), vocabulary: shared.vocabulary, today: asked.today });

async function showOne(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  return view ? page(view.recording.title, <RecordingPage {...drawn(asked, shared, view)} />, { trail: trailOf(asked), look: 'wide' }) : NOT_FOUND;
}

async function showPeople(asked: Asked<unknown>, shared: Shared, of: { readonly group: string; readonly search: string }): Promise<Reply> {
  const view = await changing(asked, shared);
  if (!view) return NOT_FOUND;
  const finds = !asked.reader.kinds.includes('pupil');
  const ask = { reader: asked.reader, today: asked.today, vocabulary: shared.vocabulary };
  const first = await asked.read(tx => choosable(tx, { ...ask, ...of }));
  const group = of.group || first.groups[0] || ADULTS;
  const { people } = of.group || of.search ? first : await asked.read(tx => choosable(tx, { ...ask, group, search: '' }));
  const listed = new Set(view.people.map(one => one.person));
  const groups = [...first.groups.map(name => ({ value: name, text: name })), { value: ADULTS, text: finds ? 'Staff, governors and visitors' : 'Staff' }];
  const rows = people.map(one => ({ id: one.id, name: fullName(one), class: of.search ? one.place?.class ?? '' : '', listed: listed.has(one.id) }));
  return page('Who would be in it', <PeoplePage here={hereOf(asked)} title={view.recording.title} group={group} search={of.search} groups={groups} people={rows} finds={finds} />, { trail: [...trailOf(asked), [view.recording.title, hereOf(asked)]] });
}

/** Asks those who were ticked, of those whom this reader may list. */
async function choose(asked: Asked<{ group: string; people: string[]; whole: boolean; find: boolean; search: string }>, shared: Shared): Promise<Reply> {
  const view = await changing(asked, shared);
  if (!view) return NOT_FOUND;
  const { form } = asked;
  if (form.find) return showPeople(asked, shared, { group: form.group, search: form.search });
  const ask = { reader: asked.reader, today: asked.today, vocabulary: shared.vocabulary };
  const within = form.whole || asked.reader.kinds.includes('pupil') ? (await asked.read(async tx => [...(await choosable(tx, { ...ask, group: form.group, search: '' })).people])).map(one => one.id) : form.people;
  const chosen = form.whole ? within : form.people.filter(id => isId(id) && within.includes(id));
  const added = await asked.change(tx => askPeople(tx, doingOf(asked), { recording: view.recording, people: chosen }));
  return goTo(hereOf(asked), added === 0 ? 'Nobody new was listed.' : 'They are asked. Until each has said yes, you do not record.');
}

async function drop(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await changing(asked, shared);
  const person = asked.params['person'] ?? '';
  if (!view || !isId(person) || !(await asked.change(tx => dropFromRecording(tx, doingOf(asked), { recording: view.recording.id, person })))) return NOT_FOUND;
  return goTo(hereOf(asked), 'They are off the list, and may not be in the recording.');
}

async function callOff(asked: Asked<unknown>, shared: Shared, off: boolean): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view || !changesRecording({ ...view.recording, calledOffOn: null }, asked.reader, asked.today) || (view.recording.calledOffOn === null) !== off) return NOT_FOUND;
  await asked.change(tx => callOffRecording(tx, doingOf(asked), { recording: view.recording, off }));
  return goTo(hereOf(asked), off ? 'It is called off. Nobody is asked any more.' : 'It takes place after all. What people said still counts.');
}

async function gone(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.own || view.recording.calledOffOn !== null || view.recording.onDay > asked.today) return NOT_FOUND;
  return (await asked.change(tx => recordingGone(tx, doingOf(asked), view.recording))) ? goTo(hereOf(asked), 'It is noted that the recording is deleted.') : NOT_FOUND;
}

async function carry(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  return view ? page(view.recording.title, <CarryPage view={drawn(asked, shared, view)} school={asked.school.name} />, { trail: [...trailOf(asked), [view.recording.title, hereOf(asked)]] }) : NOT_FOUND;
}

async function carryFile(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  return view ? csv(`recording-${asked.today}.csv`, [['Name', 'Class', 'State'], ...view.people.map(one => [one.name, one.class, personWords(one.state)])]) : NOT_FOUND;
}
