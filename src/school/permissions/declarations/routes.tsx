/** The addresses of declarations. Whose entries one sees hangs on one's offices, so each handler looks itself. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Rulebook } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { rulesInForce } from '../../policies/index.ts';
import type { Doing } from '../deeds.ts';
import { endsOf, mayReopen, periodFor, questionsFor, seenAs, sortsFor, weigh } from './decisions.ts';
import { confirmGone, declare, openAgain } from './deeds.ts';
import { buttonForm, declareForm, goneForm, type DeclareGiven } from './forms.ts';
import { declarationColumns, declarationFields, FormPage, ListPage, OnePage, type Said } from './pages.tsx';
import { quoted, seenDeclaration, seenDeclarations, type DeclarationRow } from './reads.ts';
import { SORTS, STANDINGS, type End, type NotClear, type Sort } from './words.ts';

type Errors = Readonly<Record<string, string>>;
/** Everybody grown up who works for the school or visits it. */
const TAKERS = kinds('staff', 'governor', 'trustee', 'volunteer', 'visitor');

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/declarations`;
const doingOf = (asked: Asked<unknown>): Doing & { readonly by: string } => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });
const whoOf = (asked: Asked<unknown>): string[] => [...asked.reader.kinds, ...asked.reader.offices];
const sortOf = (asked: Asked<unknown>): Sort | undefined => SORTS.find(sort => sort === asked.params['sort']);
const rulesOf = async (asked: Asked<unknown>, { vocabulary }: Shared): Promise<Rulebook> => (await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today }))).rulebook;

export const declarationRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  get('/:school/declarations/new/:sort', { who: TAKERS, page: asked => showForm(asked, shared, {}) }),
  post('/:school/declarations/new/:sort', { who: TAKERS, form: declareForm, deed: asked => note(asked, shared), again: (asked, { errors, raw }) => showForm(asked, shared, { errors, raw }) }),
  get('/:school/declarations/:declaration', { who: TAKERS, page: asked => showOne(asked, shared, {}, {}) }),
  post('/:school/declarations/:declaration/gone', { who: TAKERS, form: goneForm, deed: asked => gone(asked, shared), again: async (asked, { errors, raw }) => ((await found(asked))?.person === asked.reader.person ? showOne(asked, shared, raw, errors) : NOT_FOUND) }),
  post('/:school/declarations/:declaration/still-out', { who: TAKERS, form: buttonForm, deed: asked => stillOut(asked), again: async () => NOT_FOUND }),
];

const register = (shared: Shared): Register<DeclarationRow> => ({
  path: '/declarations', who: TAKERS, file: 'data-taken-out', sorts: ['gone-by', 'declared'],
  fields: asked => declarationFields(seenAs(asked.reader.offices) !== null),
  find: (asked, ask) => asked.read(tx => seenDeclarations(tx, {
    today: asked.today, me: asked.reader.person!, owners: seenAs(asked.reader.offices), onlyMine: ask.chosen['whose'] === 'mine', search: ask.search,
    standing: STANDINGS.find(one => one === ask.chosen['standing']) ?? null, sort: ask.chosen['sort'] || null,
    by: ask.sort === 'declared' ? 'declared' : 'gone-by', descending: ask.descending, limit: ask.limit, offset: ask.offset,
  })),
  columns: asked => declarationColumns({ base: baseOf(asked), today: asked.today, oversees: seenAs(asked.reader.offices) !== null }),
  page: async (asked, list) => page('Data taken out', <ListPage list={list} sorts={sortsFor(await rulesOf(asked, shared), whoOf(asked))} />, { look: 'wide' }),
});

/** The last day that a clause gives, if one does. */
async function dayFor(asked: Asked<unknown>, rulebook: Rulebook, sort: Sort): Promise<string | null> {
  const period = periodFor(rulebook, sort, whoOf(asked));
  if (period === null) return null;
  return 'schoolDays' in period ? asked.read(tx => askFeature('afterSchoolDays', tx, asked.today, period.schoolDays)) : period.until(asked.today);
}

async function showForm(asked: Asked<unknown>, shared: Shared, more: { raw?: Body; errors?: Errors; said?: Said }): Promise<Reply> {
  const sort = sortOf(asked);
  const rulebook = await rulesOf(asked, shared);
  if (!sort || !sortsFor(rulebook, whoOf(asked)).includes(sort)) return NOT_FOUND;
  const { raw = { goneBy: await dayFor(asked, rulebook, sort) ?? '' }, errors = {}, said = null } = more;
  const view = { base: baseOf(asked), sort, questions: questionsFor(rulebook, sort, whoOf(asked)), vocabulary: shared.vocabulary, said, raw, errors };
  return page('Note what you take out', <FormPage {...view} />, { status: said || Object.keys(errors).length > 0 ? 422 : 200, trail: [['Data taken out', baseOf(asked)]] });
}

/** Asks the rules, and notes it where they have nothing against it. */
async function note(asked: Asked<DeclareGiven>, shared: Shared): Promise<Reply> {
  const sort = sortOf(asked);
  const rulebook = await rulesOf(asked, shared);
  const who = whoOf(asked);
  if (!sort || !sortsFor(rulebook, who).includes(sort)) return NOT_FOUND;
  const { form } = asked;
  const raw: Body = { task: form.task, what: form.what, goesTo: form.goesTo, goneBy: form.goneBy, ...Object.fromEntries(Object.entries(form.facts).map(([fact, value]) => [`fact.${fact}`, value])) };
  const questions = questionsFor(rulebook, sort, who);
  const allowed = (fact: string) => { const one = questions.find(question => question.fact === fact)!; return one.yesNo ? ['yes', 'no'] : [...one.choices.map(choice => choice.value), 'something-else']; };
  const open = questions.filter(({ fact }) => !allowed(fact).includes(form.facts[fact] ?? ''));
  const last = await dayFor(asked, rulebook, sort);
  const errors: Errors = {
    ...Object.fromEntries(open.map(({ fact }) => [`fact-${fact}`, 'Choose an answer'])),
    ...(form.goneBy < asked.today ? { goneBy: 'Choose today or a later day' } : last !== null && form.goneBy > last ? { goneBy: 'The rules give less time than this' } : {}),
  };
  if (Object.keys(errors).length > 0) return showForm(asked, shared, { raw, errors });
  const facts = Object.fromEntries(questions.map(({ fact }) => [fact, form.facts[fact]!]));
  const permissions = await asked.read(tx => askFeature('livePermissions', tx, asked.reader.person!, asked.now));
  const weighed = weigh(rulebook, { sort, who, facts, permissions, on: asked.today, use: form.use });
  if (weighed.kind !== 'yes' && weighed.kind !== 'entry') return showForm(asked, shared, { raw, said: await saidOf(asked, rulebook, weighed) });
  const id = await asked.change(tx => declare(tx, doingOf(asked), { given: { ...form, sort, facts }, weighed }));
  return goTo(`${baseOf(asked)}/${id}`, 'It is noted. Come back here when it is back or gone.');
}

async function saidOf(asked: Asked<unknown>, rulebook: Rulebook, weighed: NotClear): Promise<Said> {
  const cited = quoted(rulebook, weighed.because);
  if (weighed.kind === 'which') {
    const { act, facts } = weighed;
    const rests = await asked.read(tx => askFeature('restsOn', tx, { school: asked.school, person: asked.reader.person!, act, facts, now: asked.now }));
    return { kind: 'which', cited, rests: rests.filter(one => one.use !== null) };
  }
  if (weighed.kind !== 'ask') return { kind: weighed.kind, cited, owners: weighed.owners };
  return { kind: 'ask', cited, offices: weighed.offices, askHref: `/${asked.school.slug}/ask/${weighed.act}?${new URLSearchParams(Object.entries(weighed.facts).map(([fact, value]) => [`fact.${fact}`, value]))}` };
}

async function found(asked: Asked<unknown>): Promise<DeclarationRow | null> {
  const id = asked.params['declaration'] ?? '';
  return isId(id) ? asked.read(tx => seenDeclaration(tx, { id, me: asked.reader.person!, owners: seenAs(asked.reader.offices), today: asked.today })) : null;
}

async function showOne(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const one = await found(asked);
  if (!one) return NOT_FOUND;
  const me = asked.reader.person!;
  const view = { base: baseOf(asked), one, vocabulary: shared.vocabulary, cited: quoted(await rulesOf(asked, shared), one.clauses), ends: endsOf(one.sort), mine: one.person === me, mayReopen: mayReopen(one, me, asked.today), today: asked.today, raw, errors };
  return page('Data taken out', <OnePage {...view} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Data taken out', baseOf(asked)]] });
}

async function gone(asked: Asked<{ how: End; on: string }>, shared: Shared): Promise<Reply> {
  const one = await found(asked);
  if (!one || one.person !== asked.reader.person || one.goneOn !== null) return NOT_FOUND;
  const { how, on } = asked.form;
  const raw: Body = { how, on };
  if (!endsOf(one.sort).includes(how)) return showOne(asked, shared, raw, { how: 'Say what became of it' });
  if (on < one.on || on > asked.today) return showOne(asked, shared, raw, { on: 'Give a day between the first day and today' });
  await asked.change(tx => confirmGone(tx, doingOf(asked), { declaration: one, on, how }));
  return goTo(`${baseOf(asked)}/${one.id}`, 'Thank you. It is noted as back or gone.');
}

async function stillOut(asked: Asked<unknown>): Promise<Reply> {
  const one = await found(asked);
  if (!one || !mayReopen(one, asked.reader.person, asked.today)) return NOT_FOUND;
  await asked.change(tx => openAgain(tx, doingOf(asked), one));
  return goTo(`${baseOf(asked)}/${one.id}`, 'It is noted as still out.');
}
