/** The addresses of sanctions. Those of a case open the concern first; one's own are found by who one is. */
import type { Tx } from '../../../platform/database/index.ts';
import { get, goTo, NOT_FOUND, post, SIGNED_IN, type Asked, type Body, type Form, type Reply, type Route } from '../../../platform/web/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { namesOf } from '../../people/index.ts';
import { cite, clauseHref } from '../../policies/index.ts';
import { doingOf, lockFor } from '../asking.ts';
import { bearsPenalty } from '../kinds.ts';
import { casePage, hereOf, openCase, type Errors } from '../case/open-case.ts';
import { deals, viewOnce, type CaseView } from '../case/reads.ts';
import type { Doing, Panels } from '../words.ts';
import { agreesAs, faultsIn, openAppeal, stillToAgree } from './decisions.ts';
import { agree, answerAppeal, lift, propose, refuse, review, takeBack, tellThem } from './deeds.ts';
import { answerForm, decideForm, liftForm, proposalForm, reviewForm, toldForm } from './forms.ts';
import { AnswerPage, DecidePage, LiftPage, NewPage, ReviewPage, SanctionsPanel, TakeBackPage, ToldPage, WhoPage, type CiteOf } from './pages.tsx';
import { likelyFirst, policiesFor } from './likely.ts';
import { decidersNow, earlier, hearersNow, ofCase, oneHeld, whoAndWhat, type SanctionView, type Somebody } from './reads.ts';
import { ownRoutes } from './own-routes.tsx';
import { isSwitched, mayLift, mayTakeBack } from './states.ts';
import type { Proposal } from './words.ts';


const citing = (view: Pick<CaseView, 'rulebook'>): CiteOf => clause => {
  const id = clause as ClauseId;
  const known = view.rulebook.clauses.get(id);
  return known ? { cite: cite(view.rulebook, id), href: clauseHref(id), words: known.text } : { cite: clause, href: '', words: '' };
};

/** 50: what follows for whom. Those with whom parts were shared see none of it. */
export const sanctionPanels: Panels = async (asked, opened, shared) => {
  if (!opened.whole || !deals(asked, opened)) return [];
  const { vocabulary } = shared;
  const view = await viewOnce(asked, opened, shared);
  const { list, people, names } = await asked.read(async tx => {
    const list = await ofCase(tx, opened.lock, opened.concern.id);
    const people = await whoAndWhat(tx, { vocabulary, today: asked.today }, view);
    const names = await namesOf(tx, [...new Set(list.flatMap(one => [one.person, ...one.turns.map(turn => turn.by)]).filter(id => id !== null))]);
    return { list, people, names };
  });
  const lines = list.map(sanction => ({
    sanction, name: names.get(sanction.person ?? '') ?? '', agreesAs: agreesAs(sanction, sanction.turns, asked.reader), waitsFor: sanction.state === 'proposed' ? stillToAgree(sanction, sanction.turns).map(group => group[0]!) : [],
    appealed: openAppeal(sanction.turns), hearsAppeal: sanction.appealTo !== null && asked.reader.offices.includes(sanction.appealTo),
  }));
  if (lines.length === 0 && !bearsPenalty(opened.concern.kind)) return [];
  if (lines.length === 0 && !people.some(one => one.provided.length > 0) && opened.report.about.length === 0) return [];
  const here = `/${asked.school.slug}/concerns/${opened.concern.id}`;
  return [{ order: 50, body: <SanctionsPanel lines={lines} here={here} works={view.works} possible={people.some(one => one.provided.length > 0)} citeOf={citing(view)} vocabulary={vocabulary} names={names} today={asked.today} /> }];
};

/** Shows a form at an address of one sanction of a case, and does what it says. */
interface Step<T> {
  readonly path: string;
  readonly form: Form<T>;
  readonly title: string;
  /** Whether this reader may do it just now. */
  readonly may: (sanction: SanctionView, asked: Asked<unknown>, view: CaseView) => boolean;
  readonly draw: (given: { sanction: SanctionView; name: string; action: string; back: string; raw: Body; errors: Errors; today: string }) => Page;
  readonly work: (tx: Tx, doing: Doing, sanction: SanctionView, asked: Asked<T>) => Promise<unknown>;
  readonly done: string;
}
type Page = ReturnType<typeof DecidePage>;

const STEPS = [
  step({ path: 'decide', form: decideForm, title: 'Do you agree?', may: (one, asked) => agreesAs(one, one.turns, asked.reader) !== null, draw: DecidePage, done: 'Your decision is noted.', work: (tx, doing, sanction, asked) => {
    const office = agreesAs(sanction, sanction.turns, asked.reader)!;
    return (asked.form.says === 'agree' ? agree : refuse)(tx, doing, { sanction, office, text: asked.form.text });
  } }),
  step({ path: 'told', form: toldForm, title: 'They were told why', may: (one, _, view) => view.works && (one.state === 'decided' || (one.state === 'in-force' && one.toldOn === null)), draw: ToldPage, done: 'Noted. It stands on their own page now.', work: (tx, doing, sanction, asked) => tellThem(tx, doing, { sanction, text: asked.form.text, toldOn: asked.form.on }) }),
  step({ path: 'lift', form: liftForm, title: 'Lift it', may: (one, _, view) => view.works && mayLift(one.state), draw: LiftPage, done: 'It is lifted.', work: (tx, doing, sanction, asked) => lift(tx, doing, { sanction, text: asked.form.text }) }),
  step({ path: 'take-back', form: liftForm, title: 'Take it back', may: (one, _, view) => view.works && mayTakeBack(one.state), draw: TakeBackPage, done: 'It is taken back.', work: (tx, doing, sanction, asked) => takeBack(tx, doing, { sanction, text: asked.form.text }) }),
  step({ path: 'review', form: reviewForm, title: 'Look at it again', may: (one, _, view) => view.works && one.permanent && one.state === 'in-force', draw: ReviewPage, done: 'Noted. It stays until it is looked at next.', work: (tx, doing, sanction, asked) => review(tx, doing, { sanction, ...asked.form }) }),
  step({ path: 'appeal', form: answerForm, title: 'Answer the appeal', may: (one, asked) => openAppeal(one.turns) && one.appealTo !== null && asked.reader.offices.includes(one.appealTo) && one.person !== asked.reader.person, draw: AnswerPage, done: 'The appeal is answered.', work: (tx, doing, sanction, asked) => answerAppeal(tx, doing, { sanction, keeps: asked.form.says === 'keep', text: asked.form.text }) }),
];

/** Holds the type of a step's form together. */
function step<T>(one: Step<T>): (shared: Shared) => Route[] {
  const path = `/:school/concerns/:concern/sanctions/:sanction/${one.path}`;
  const show = async (asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> => {
    const view = await openCase(asked, shared);
    const found = view && (await inCase(asked, shared, view));
    if (!view || !found || !one.may(found.sanction, asked, view)) return NOT_FOUND;
    const given = { ...found, action: `${hereOf(asked)}/sanctions/${found.sanction.id}/${one.path}`, back: hereOf(asked), raw, errors, today: asked.today };
    return casePage(asked, view, one.title, one.draw(given), errors);
  };
  return shared => [
    get(path, { who: SIGNED_IN, page: asked => show(asked, shared, {}, {}) }),
    post(path, {
      who: SIGNED_IN, form: one.form, again: (asked, { errors, raw }) => show(asked, shared, raw, errors),
      deed: async asked => {
        const view = await openCase(asked, shared);
        if (!view) return NOT_FOUND;
        const late = futureDay(asked.form, asked.today);
        if (late) return show(asked as unknown as Asked<Body>, shared, asked.form as Body, late);
        const doing = await doingOf(asked, shared);
        const done = await asked.change(async tx => {
          const sanction = await oneHeld(tx, doing.lock, asked.params['sanction'] ?? '');
          if (sanction?.concern !== view.opened.concern.id || !one.may(sanction, asked, view)) return false;
          await one.work(tx, doing, sanction, asked);
          return true;
        });
        return done ? goTo(hereOf(asked), one.done) : NOT_FOUND;
      },
    }),
  ];
}

/** Nobody was told tomorrow, and nothing is looked at again yesterday. */
function futureDay(form: unknown, today: string): Errors | null {
  const { on, reviewOn } = form as { on?: string; reviewOn?: string };
  if (on !== undefined && on > today) return { on: 'Give today or an earlier day' };
  return reviewOn !== undefined && reviewOn <= today ? { reviewOn: 'Give a day to come' } : null;
}

async function inCase(asked: Asked<unknown>, shared: Shared, view: CaseView): Promise<{ sanction: SanctionView; name: string } | null> {
  const lock = await lockFor(shared, asked.school);
  return asked.read(async tx => {
    const sanction = (await ofCase(tx, lock, view.opened.concern.id)).find(one => one.id === asked.params['sanction']);
    return sanction ? { sanction, name: (await namesOf(tx, sanction.person === null ? [] : [sanction.person])).get(sanction.person ?? '') ?? '' } : null;
  });
}

export const sanctionRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/sanctions/new', { who: SIGNED_IN, page: asked => showNew(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/sanctions/new', { who: SIGNED_IN, form: proposalForm, deed: asked => doPropose(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, errors) }),
  ...STEPS.flatMap(one => one(shared)),
  ...ownRoutes(shared),
];

async function showNew(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const wanted = asked.query['person'] ?? (typeof raw['person'] === 'string' ? raw['person'] : undefined);
  const { people, known } = await asked.read(async tx => {
    const people = (await whoAndWhat(tx, { vocabulary: shared.vocabulary, today: asked.today }, view)).filter(one => one.provided.length > 0 && one.id !== asked.reader.person);
    const person = people.find(one => one.id === wanted) ?? (people.length === 1 ? people[0] : undefined);
    return { people, known: person && { person, earlier: await earlier(tx, person.id, []), hearers: await hearersNow(tx, asked.today, [...view.opened.report.about, person.id]) } };
  });
  if (people.length === 0) return NOT_FOUND;
  const action = `${hereOf(asked)}/sanctions/new`;
  if (!known) return casePage(asked, view, 'For whom?', <WhoPage people={people} action={action} back={hereOf(asked)} errors={errors} />, errors);
  const { concern } = view.opened;
  const likely = likelyFirst(known.person.provided, { policies: policiesFor(view.rulebook, concern), severity: concern.severity });
  const newView = { likely, person: known.person, others: people, severity: concern.severity, appealOffices: known.hearers, earlier: known.earlier };
  return casePage(asked, view, 'Propose what follows', <NewPage view={newView} action={action} back={hereOf(asked)} raw={raw} errors={errors} citeOf={citing(view)} vocabulary={shared.vocabulary} today={asked.today} />, errors);
}

async function doPropose(asked: Asked<Proposal>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const { form: proposal } = asked;
  const again = (errors: Errors) => showNew(asked as unknown as Asked<Body>, shared, { ...proposal, provided: String(proposal.provided), permanent: proposal.permanent ? 'yes' : '' }, errors);
  const people: readonly Somebody[] = await asked.read(tx => whoAndWhat(tx, { vocabulary: shared.vocabulary, today: asked.today }, view));
  const person = people.find(one => one.id === proposal.person && one.id !== asked.reader.person);
  const provided = person?.provided[proposal.provided];
  if (!person || !provided) return again({ provided: 'Choose what follows' });
  const faults = faultsIn(proposal, { provided, severity: view.opened.concern.severity, today: asked.today });
  if (Object.keys(faults).length > 0) return again(faults);
  const about = [...new Set([...view.opened.report.about, ...people.map(one => one.id)])];
  const permanent = proposal.permanent && isSwitched(provided.kind);
  const { offices, hearers } = await asked.read(async tx => ({ offices: await decidersNow(tx, asked.today, { offices: provided.offices, permanent, about }), hearers: await hearersNow(tx, asked.today, [...view.opened.report.about, person.id]) }));
  if (!hearers.includes(proposal.appealTo)) return again({ appealTo: 'Choose who hears an appeal' });
  if (offices.flat().includes(proposal.appealTo)) return again({ appealTo: 'Choose somebody else: an appeal is not heard by those who decide' });
  if (offices.length === 0 || (permanent && offices.length < 2)) return again({ provided: 'Nobody who may decide this is free to do so. Ask the chair of governors, or name somebody to the office that is empty' });
  const doing = await doingOf(asked, shared);
  await asked.change(tx => propose(tx, doing, { concern: view.opened.concern.id, provided, offices, proposal }));
  return goTo(hereOf(asked), 'It is put to those who decide.');
}
