/** The addresses of the roll-over. */
import { isId } from '../../../platform/ids.ts';
import { csv, get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { longDay } from '../../../page-parts/index.ts';
import type { Shared } from '../../feature.ts';
import { noForm } from '../forms.ts';
import { doingOf, KEEPING, listHome } from '../routes/people.tsx';
import { nextSeptember } from './decisions.ts';
import * as deeds from './deeds.ts';
import { beginForm, classesForm, pupilForm } from './forms.ts';
import { givenOf, NamesPage, PupilLinePage, type NamesFilter } from './names-page.tsx';
import { NoRollOverPage, OUTCOME_WORDS, RollOverPage } from './pages.tsx';
import { openRollOver, pastRollOvers, planOf, planWithSigning, type RollOverPlan } from './reads.ts';
import type { Outcome, Planned, RollOverFault, ToSign } from './words.ts';

type Errors = Readonly<Record<string, string>>;

const A_PAGE = 50;
/** As many as one prints at most. */
const MOST_ON_A_PAGE = 2_000;
const home = (asked: Asked<unknown>): string => `/${asked.school.slug}/people/roll-over`;
const trail = (asked: Asked<unknown>) => [listHome(asked), ['Move the classes up', home(asked)] as const];

/** The open plan with everything it will do: worked out once and shared until the school changes. Null where none is open. */
const openPlan = (asked: Asked<unknown>): Promise<RollOverPlan | null> => asked.remembered({
  key: `roll-over ${asked.today}`,
  work: async tx => {
    const open = await openRollOver(tx);
    return open && planWithSigning(tx, open, asked.today);
  },
});

async function rollOverPage(asked: Asked<unknown>, again: { on?: string; errors?: Errors } = {}): Promise<Reply> {
  const plan = await openPlan(asked);
  const status = again.errors ? 422 : 200;
  if (plan) return page('Move the classes up', <RollOverPage slug={asked.school.slug} today={asked.today} plan={plan} errors={again.errors ?? {}} />, { status, look: 'wide', trail: [listHome(asked)] });
  const past = await asked.read(tx => pastRollOvers(tx, 20));
  return page('Move the classes up', <NoRollOverPage slug={asked.school.slug} on={again.on ?? nextSeptember(asked.today)} past={past} errors={again.errors ?? {}} />, { status, trail: [listHome(asked)] });
}

const FAULTS: Readonly<Record<RollOverFault, string>> = {
  unsaid: 'Some pupils would have no class. Say first where each class goes', nobody: 'There is no pupil to move', past: 'Choose a day to come', gone: 'Nothing is being prepared any more',
};

function filterOf({ query }: Asked<unknown>): NamesFilter {
  const outcome = query['outcome'] ?? '';
  return {
    class: (query['class'] ?? '').slice(0, 40), outcome: outcome === 'sign' || outcome in OUTCOME_WORDS ? outcome as Outcome | 'sign' : '',
    page: Math.min(Math.max(Number.parseInt(query['page'] ?? '1', 10) || 1, 1), 2000), all: query['all'] === 'yes',
  };
}

/** The pupils whom a filter lets through, each with what they will be asked to sign. */
function namesOf(plan: RollOverPlan, filter: NamesFilter): (Planned & { asked: readonly ToSign[] })[] {
  const asked = (one: Planned) => plan.toSign.get(one.pupil.person) ?? [];
  return plan.planned.filter(one => (filter.class === '' || one.pupil.class === filter.class) && (filter.outcome === '' || (filter.outcome === 'sign' ? asked(one).length > 0 : one.outcome === filter.outcome)))
    .map(one => ({ ...one, asked: asked(one) }));
}

async function namesPage(asked: Asked<unknown>): Promise<Reply> {
  const plan = await openPlan(asked);
  if (!plan) return goTo(home(asked));
  const filter = filterOf(asked);
  const all = namesOf(plan, filter);
  const rows = filter.all ? all.slice(0, MOST_ON_A_PAGE) : all.slice((filter.page - 1) * A_PAGE, filter.page * A_PAGE);
  const classes = [...new Set(plan.rooms.map(room => room.class))];
  return page('Who goes where', <NamesPage slug={asked.school.slug} rollOver={plan.rollOver} filter={filter} classes={classes} rows={rows} total={all.length} pages={Math.ceil(all.length / A_PAGE)} />, { look: 'wide', trail: trail(asked) });
}

async function namesFile(asked: Asked<unknown>): Promise<Reply> {
  const plan = await openPlan(asked);
  if (!plan) return NOT_FOUND;
  return csv(`classes-on-${plan.rollOver.on}.csv`, [['given name', 'family name', 'year group now', 'class now', 'what happens', 'year group then', 'class then', 'will be asked to sign'],
    ...namesOf(plan, filterOf(asked)).map(({ pupil, outcome, to, asked: sign }) => [pupil.givenName, pupil.familyName, pupil.yearGroup, pupil.class, OUTCOME_WORDS[outcome], to?.yearGroup ?? '', to?.class ?? '', sign.map(one => one.title).join('; ')])]);
}

async function pupilPage(asked: Asked<unknown>, again?: { given: Body; errors: Errors }): Promise<Reply> {
  const plan = await openPlan(asked);
  const found = plan?.rollOver.state === 'draft' ? plan.planned.find(one => one.pupil.person === asked.params['person']) : undefined;
  if (!plan || !found || found.pupil.planned) return NOT_FOUND;
  const { pupil } = found;
  const group = plan.classes.find(one => one.yearFrom === pupil.yearGroup && one.classFrom === pupil.class);
  const given = again ? { goes: String(again.given['goes'] ?? ''), yearTo: String(again.given['yearTo'] ?? ''), classTo: String(again.given['classTo'] ?? '') } : givenOf(plan.own.find(one => one.person === pupil.person));
  return page('Where do they go?', <PupilLinePage slug={asked.school.slug} rollOver={plan.rollOver} pupil={pupil} years={plan.years} group={group} given={given} errors={again?.errors ?? {}} />, { status: again ? 422 : 200, trail: trail(asked) });
}

async function savePupil(asked: Asked<{ goes: 'class' | 'stays' | 'moves' | 'leaves'; yearTo: string; classTo: string }>): Promise<Reply> {
  const person = asked.params['person'] ?? '';
  const { goes, yearTo, classTo } = asked.form;
  const found = isId(person) && await asked.read(async tx => {
    const open = await openRollOver(tx);
    return open && (await planOf(tx, open, asked.today)).planned.find(one => one.pupil.person === person && !one.pupil.planned);
  });
  if (!found) return NOT_FOUND;
  const done = await asked.change(tx => deeds.planPupil(tx, doingOf(asked), { person, plan: goes === 'class' ? null : { goes, yearTo: goes === 'moves' ? yearTo : '', classTo: goes === 'leaves' ? '' : classTo } }));
  return done ? goTo(`${home(asked)}/names?class=${encodeURIComponent(found.pupil.class)}`, `What happens to ${found.pupil.givenName} is noted.`) : NOT_FOUND;
}

export const rollOverRoutes = (_shared: Shared): Route[] => [
  get('/:school/people/roll-over', { who: KEEPING, page: asked => rollOverPage(asked) }),
  post('/:school/people/roll-over/begin', {
    who: KEEPING, form: beginForm,
    deed: async asked => {
      if (asked.form.on <= asked.today) return rollOverPage(asked, { on: asked.form.on, errors: { on: FAULTS.past } });
      await asked.change(tx => deeds.beginRollOver(tx, doingOf(asked), asked.form.on));
      return goTo(home(asked));
    },
    again: (asked, { raw, errors }) => rollOverPage(asked, { on: String(raw['on'] ?? ''), errors }),
  }),
  post('/:school/people/roll-over/classes', {
    who: KEEPING, form: classesForm,
    deed: async asked => {
      const done = await asked.change(tx => deeds.planClasses(tx, doingOf(asked), asked.form));
      return done ? goTo(home(asked), 'Saved, and worked out again.') : NOT_FOUND;
    },
    again: (asked, { errors }) => rollOverPage(asked, { errors }),
  }),
  get('/:school/people/roll-over/names', { who: KEEPING, page: namesPage }),
  get('/:school/people/roll-over/names.csv', { who: KEEPING, page: namesFile }),
  get('/:school/people/roll-over/pupil/:person', { who: KEEPING, page: asked => pupilPage(asked) }),
  post('/:school/people/roll-over/pupil/:person', { who: KEEPING, form: pupilForm, deed: savePupil, again: (asked, { raw, errors }) => pupilPage(asked, { given: raw, errors }) }),
  post('/:school/people/roll-over/confirm', {
    who: KEEPING, form: noForm,
    deed: async asked => {
      const fault = await asked.change(tx => deeds.confirmRollOver(tx, doingOf(asked), asked.today));
      if (fault === 'gone') return NOT_FOUND;
      if (fault) return rollOverPage(asked, { errors: { on: FAULTS[fault] } });
      const open = await asked.read(tx => openRollOver(tx));
      return goTo(home(asked), `Confirmed. It happens on ${longDay(open!.on)}.`);
    },
    again: async () => NOT_FOUND,
  }),
  post('/:school/people/roll-over/take-back', {
    who: KEEPING, form: noForm,
    deed: async asked => ((await asked.change(tx => deeds.takeBackRollOver(tx, doingOf(asked), asked.today))) ? goTo(home(asked), 'Taken back. Nothing will happen until you confirm it again.') : NOT_FOUND),
    again: async () => NOT_FOUND,
  }),
  post('/:school/people/roll-over/drop', {
    who: KEEPING, form: noForm,
    deed: async asked => ((await asked.change(tx => deeds.dropRollOver(tx, doingOf(asked)))) ? goTo(home(asked), 'The plan is thrown away. Nothing has changed.') : NOT_FOUND),
    again: async () => NOT_FOUND,
  }),
];
