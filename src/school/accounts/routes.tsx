/** The addresses of accounts. Whose record a reader sees, and what they may take away, hangs on the rules and on who it is, so each handler looks itself. */
import { isId } from '../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../registers/index.ts';
import type { ClauseId } from '../../rulebook/index.ts';
import type { Shared } from '../feature.ts';
import { fullName } from '../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../policies/index.ts';
import { doesStep, isIt, IT_OFFICES, RECORD_OFFICES } from './decisions.ts';
import { askBack, giveAgain, keepAway, limitMail, liftMailLimit, setList, stepDone, stepImpossible, takeAway, type Carrying } from './deeds.ts';
import { ListOfAccountsPage, rawOfList, TakePage, wayValue } from './form-pages.tsx';
import { askForm, listForm, mailForm, reasonForm, stepForm, takeForm, type ListGiven, type TakeGiven } from './forms.ts';
import { ChildMailPage, MinePage } from './mine-pages.tsx';
import { RecordPage, registerColumns, registerFields, RegisterPage, stepColumns, stepFields, StepsPage, type Errors } from './pages.tsx';
import { childMailOf, childRecords, facilitiesNow, holdNow, isClosedHere, nameOf, ownRecord, recordOf, registerPart, stepsPart, stepToDo, type HoldRow, type Place, type StepRow } from './reads.ts';
import { HERE, type Facility } from './words.ts';

export const RECORD_READERS = offices(IT_OFFICES[0], ...IT_OFFICES.slice(1), ...RECORD_OFFICES);
const PARENTS = kinds('parent');

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/accounts`;
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/${asked.params['person'] ?? ''}`;
const placeOf = (asked: Asked<unknown>, { vocabulary }: Shared): Place => ({ school: asked.school, today: asked.today, vocabulary });
const doingOf = (asked: Asked<unknown>, { vocabulary, sealFolder }: Shared): Carrying => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today, vocabulary, sealFolder });
const trailOf = (asked: Asked<unknown>) => [['Accounts', baseOf(asked)]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);
const PRIVATE = { 'cache-control': 'no-store' };

export const routes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  ...registerRoutes(toDo(shared)),
  post('/:school/accounts/to-do', { who: RECORD_READERS, form: stepForm, deed: asked => carry(asked, shared, `${baseOf(asked)}/to-do`), again: async () => NOT_FOUND }),
  get('/:school/accounts/list', { who: RECORD_READERS, page: asked => showList(asked, shared, null, {}) }),
  post('/:school/accounts/list', { who: RECORD_READERS, form: listForm, deed: asked => keepList(asked, shared), again: (asked, { errors, raw }) => showList(asked, shared, raw, errors) }),
  get('/:school/accounts/:person', { who: RECORD_READERS, page: asked => showRecord(asked, shared, {}) }),
  get('/:school/accounts/:person/take', { who: RECORD_READERS, page: asked => showTake(asked, shared, {}, {}) }),
  post('/:school/accounts/:person/take', { who: RECORD_READERS, form: takeForm, deed: asked => take(asked, shared), again: (asked, { errors, raw }) => showTake(asked, shared, raw, errors) }),
  post('/:school/accounts/:person/again', { who: RECORD_READERS, form: reasonForm, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => showRecord(asked, shared, at(errors, raw['hold'])) }),
  post('/:school/accounts/:person/step', { who: RECORD_READERS, form: stepForm, deed: asked => carry(asked, shared, hereOf(asked)), again: (asked, { errors, raw }) => showRecord(asked, shared, at(errors, raw['step'])) }),
  get('/:school/my-accounts', { who: SIGNED_IN, halfWay: true, page: asked => showMine(asked, shared, {}, {}) }),
  post('/:school/my-accounts/ask', { who: SIGNED_IN, halfWay: true, form: askForm, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showMine(asked, shared, raw, at(errors, raw['hold'])) }),
  get('/:school/child-mail', { who: PARENTS, page: asked => showChildMail(asked, shared) }),
  post('/:school/child-mail', { who: PARENTS, form: mailForm, deed: asked => switchMail(asked, shared), again: async () => NOT_FOUND }),
];

/** The same field stands on the page once for each thing. */
const at = (errors: Errors, id: unknown): Errors => Object.fromEntries(Object.entries(errors).map(([name, text]) => [`${name}-${typeof id === 'string' ? id : ''}`, text]));

const listNow = (asked: Asked<unknown>, shared: Shared): Promise<readonly Facility[]> => asked.remembered({ key: `account list ${asked.today}`, work: async tx => (await facilitiesNow(tx, placeOf(asked, shared))).list });

/** Columns and filters are drawn from a list that was read before them. */
const register = (shared: Shared): Register<HoldRow> => {
  const lists = new WeakMap<object, readonly Facility[]>();
  const of = (asked: Asked<unknown>) => ({ list: lists.get(asked) ?? [], vocabulary: shared.vocabulary });
  return {
    path: '/accounts', who: RECORD_READERS, file: 'accounts',
    fields: async asked => {
      lists.set(asked, await listNow(asked, shared));
      return registerFields(of(asked));
    },
    find: (asked, { search, chosen, limit, offset }) => asked.read(tx => registerPart(tx, { reader: asked.reader, today: asked.today, search, state: chosen['state'] ?? '', facility: chosen['facility'] ?? '', limit, offset })),
    columns: asked => registerColumns(baseOf(asked), of(asked)),
    page: (asked, list) => page('Accounts that are not open', <RegisterPage list={list} it={isIt(asked.reader.offices)} />, { look: 'wide', headers: PRIVATE }),
  };
};

const toDo = (shared: Shared): Register<StepRow> => {
  const lists = new WeakMap<object, readonly Facility[]>();
  return {
    path: '/accounts/to-do', who: RECORD_READERS, file: 'accounts-to-do',
    fields: async asked => {
      lists.set(asked, await listNow(asked, shared));
      return stepFields();
    },
    find: (asked, { search, chosen, limit, offset }) => asked.read(tx => stepsPart(tx, { reader: asked.reader, today: asked.today, search, state: chosen['state'] ?? '', limit, offset })),
    columns: asked => stepColumns(baseOf(asked), { list: lists.get(asked) ?? [], vocabulary: shared.vocabulary }),
    page: (asked, list) => page('Accounts: to do for IT', <StepsPage list={list} />, { look: 'wide', headers: PRIVATE, trail: trailOf(asked) }),
  };
};

/** How clauses are cited, in the rules in force. */
async function citing(asked: Asked<unknown>, shared: Shared) {
  const { rulebook } = await asked.read(tx => rulesInForce(tx, placeOf(asked, shared)));
  return (clause: string) => ({ cite: cite(rulebook, clause), href: rulebook.clauses.has(clause as ClauseId) ? clauseHref(clause) : '' });
}

const recordFor = async (asked: Asked<unknown>, shared: Shared) => {
  const id = asked.params['person'] ?? '';
  return isId(id) ? asked.read(tx => recordOf(tx, { ...placeOf(asked, shared), reader: asked.reader }, id)) : null;
};

async function showRecord(asked: Asked<unknown>, shared: Shared, errors: Errors): Promise<Reply> {
  const view = await recordFor(asked, shared);
  if (!view) return NOT_FOUND;
  const it = isIt(asked.reader.offices) || view.steps.some(step => step.ended === null && doesStep(step, asked.reader));
  const more = { base: baseOf(asked), slug: asked.school.slug, vocabulary: shared.vocabulary, it, today: asked.today, citeOf: await citing(asked, shared), errors };
  return page('How somebody’s accounts stand', <RecordPage {...view} {...more} />, { look: 'wide', status: statusOf(errors), headers: PRIVATE, trail: trailOf(asked) });
}

async function showTake(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await recordFor(asked, shared);
  if (!view || view.ways.length === 0) return NOT_FOUND;
  const name = fullName(view.person);
  return page('Take an account away', <TakePage name={name} action={`${hereOf(asked)}/take`} back={hereOf(asked)} ways={view.ways} list={view.list} vocabulary={shared.vocabulary} citeOf={await citing(asked, shared)} raw={raw} errors={errors} />, { status: statusOf(errors), headers: PRIVATE, trail: [...trailOf(asked), [name, hereOf(asked)]] });
}

async function take(asked: Asked<TakeGiven>, shared: Shared): Promise<Reply> {
  const { form, today } = asked;
  const view = await recordFor(asked, shared);
  if (!view || view.ways.length === 0) return NOT_FOUND;
  const again = (errors: Errors) => showTake(asked, shared, { ...form, until: form.until ?? '' }, errors);
  const way = view.ways.find(one => wayValue(one) === form.way);
  if (!way) return again({ way: 'Choose what' });
  if (way.triggers.length > 0 && !way.triggers.includes(form.trigger)) return again({ trigger: 'Choose what happened. The rule lets you do it only after that' });
  const forATime = way.act === 'suspend-account';
  if (forATime && (form.until === null || form.until < today)) return again({ until: 'Give its last day, today or later' });
  await asked.change(tx => takeAway(tx, doingOf(asked, shared), { person: view.person.id, facility: way.facility, how: forATime ? 'suspended' : 'revoked', cause: form.cause, clause: way.clause, reason: form.reason, untilOn: forATime ? form.until : null }));
  return goTo(hereOf(asked), 'It is noted, and they are told that there is news. What is kept elsewhere waits for IT.');
}

/** A hold of a decision that this reader could have made. */
async function answer(asked: Asked<{ hold: string; says: 'given' | 'kept'; reason: string }>, shared: Shared): Promise<Reply> {
  const { hold: id, says, reason } = asked.form;
  const view = await recordFor(asked, shared);
  const hold = view?.holds.find(one => one.id === id && one.endedAt === null && (one.cause === 'decision' || one.cause === 'lost-device'));
  if (!view || !hold || !view.ways.some(way => way.facility === hold.facility)) return NOT_FOUND;
  const done = await asked.change(tx => (says === 'given' ? giveAgain : keepAway)(tx, doingOf(asked, shared), { hold, reason }));
  if (!done) return goTo(hereOf(asked), 'Somebody has answered already.');
  return goTo(hereOf(asked), says === 'given' ? 'It is given again, and they are told. What is kept elsewhere waits for IT.' : 'It stays as it is, and they are told why.');
}

async function carry(asked: Asked<{ step: string; says: 'done' | 'cannot'; on: string | null; words: string }>, shared: Shared, back: string): Promise<Reply> {
  const { form, reader, today } = asked;
  const step = await asked.read(tx => stepToDo(tx, reader, form.step));
  if (!step || (asked.params['person'] !== undefined && step.person !== asked.params['person'])) return NOT_FOUND;
  const on = form.on ?? today;
  const wrong: Errors = { ...(on > today || on < step.openedOn ? { on: 'Give a day between the day it came and today' } : {}), ...(form.says === 'cannot' && form.words.length < 3 ? { words: 'Say why it cannot be done' } : {}) };
  if (statusOf(wrong) !== 200) return asked.params['person'] === undefined ? NOT_FOUND : showRecord(asked, shared, at(wrong, step.id));
  const done = await asked.change(tx => (form.says === 'done' ? stepDone : stepImpossible)(tx, doingOf(asked, shared), { step, on, words: form.words }));
  return goTo(back, done ? 'Noted, as reported by you.' : 'Somebody else was quicker.');
}

async function showMine(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const { reader, school } = asked;
  const place = placeOf(asked, shared);
  const view = await asked.read(async tx => ({
    mine: await ownRecord(tx, place, { person: reader.person!, name: reader.name, kinds: reader.kinds }), children: reader.kinds.includes('parent') ? await childRecords(tx, place, reader.person!) : [],
    closed: await isClosedHere(tx, reader.person!), mailLimit: ((await childMailOf(tx, { ...place, reader }))?.children.length ?? 0) > 0,
  }));
  return page('Your accounts', <MinePage {...view} slug={school.slug} vocabulary={shared.vocabulary} citeOf={await citing(asked, shared)} raw={raw} errors={errors} />, { status: statusOf(errors), headers: PRIVATE });
}

async function ask(asked: Asked<{ hold: string; words: string }>, shared: Shared): Promise<Reply> {
  const done = await asked.change(async tx => {
    const hold = await holdNow(tx, asked.form.hold);
    return hold?.person === asked.reader.person && (hold.cause === 'decision' || hold.cause === 'lost-device') ? askBack(tx, doingOf(asked, shared), { hold, words: asked.form.words }) : null;
  });
  if (done === null) return NOT_FOUND;
  return goTo(`/${asked.school.slug}/my-accounts`, done ? 'It is sent. You read the answer here.' : 'You have asked already. You read the answer here.');
}

async function showChildMail(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await asked.read(tx => childMailOf(tx, { ...placeOf(asked, shared), reader: asked.reader }));
  if (!view) return NOT_FOUND;
  return page('Your child’s school e-mail', <ChildMailPage children={view.children} action={`/${asked.school.slug}/child-mail`} cited={(await citing(asked, shared))(view.clause)} />, { headers: PRIVATE });
}

async function switchMail(asked: Asked<{ child: string; to: 'inside' | 'open' }>, shared: Shared): Promise<Reply> {
  const { child, to } = asked.form;
  const view = await asked.read(tx => childMailOf(tx, { ...placeOf(asked, shared), reader: asked.reader }));
  if (!view?.children.some(one => one.child === child)) return NOT_FOUND;
  const done = await asked.change(tx => (to === 'inside' ? limitMail(tx, doingOf(asked, shared), { child, clause: view.clause, offices: view.offices }) : liftMailLimit(tx, doingOf(asked, shared), { child, offices: view.offices })));
  const said = to === 'inside' ? 'IT is asked to let it work only inside the school. You are told when it is done.' : 'IT is asked to let mail from outside in again. You are told when it is done.';
  return goTo(`/${asked.school.slug}/child-mail`, done ? said : 'That was so already.');
}

const keepsList = (asked: Asked<unknown>): boolean => isIt(asked.reader.offices) || asked.reader.offices.includes('head');

async function showList(asked: Asked<unknown>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const { list, said, by } = await asked.read(async tx => {
    const now = await facilitiesNow(tx, placeOf(asked, shared));
    return { ...now, by: await nameOf(tx, now.said?.by ?? null) };
  });
  const possible = possibleKeys(shared);
  return page('What the school gives people', <ListOfAccountsPage action={`${baseOf(asked)}/list`} back={baseOf(asked)} list={list} said={said && { since: said.since, by }} keeps={keepsList(asked)} possible={possible} vocabulary={shared.vocabulary} raw={raw ?? rawOfList(list)} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked) });
}

/** What the vocabulary calls a facility; a device and "everything" are none by themselves. */
const possibleKeys = ({ vocabulary }: Shared): string[] => [...vocabulary.facts.get('facility')?.values.keys() ?? []].filter(key => key !== 'all' && key !== 'school-device' && key !== HERE);

async function keepList(asked: Asked<ListGiven>, shared: Shared): Promise<Reply> {
  if (!keepsList(asked)) return NOT_FOUND;
  const possible = possibleKeys(shared);
  const before = await listNow(asked, shared);
  const kept = (key: string): readonly string[] => before.find(one => one.key === key)?.kinds ?? [];
  const named = asked.form.own.map(name => ({ key: before.find(one => one.name === name)?.key ?? `own-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40)}`, name, kinds: [] }));
  const facilities = [...possible.filter(key => asked.form.keys.includes(key)).map(key => ({ key, name: '', kinds: kept(key) })), ...new Map(named.map(one => [one.key, one])).values()];
  await asked.change(tx => setList(tx, doingOf(asked, shared), facilities));
  return goTo(`${baseOf(asked)}/list`, 'Saved. It counts from today.');
}
