/** The addresses at which somebody writes down what is done in a case: one for each sort of step. */
import type { Tx } from '../../../platform/database/index.ts';
import { get, goTo, NOT_FOUND, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listPeople, type Person } from '../../people/index.ts';
import { doingOf } from '../asking.ts';
import { addEntry } from '../deeds/case.ts';
import type { Doing } from '../words.ts';
import { namePerson, passOn, writeDown } from './deeds.ts';
import { ADD_FORMS, ADD_SORTS, anyForm, type AddSort } from './forms.ts';
import { AddPage, textIn } from './form-pages.tsx';
import { ADD_TITLE, CHECK } from './phrases.tsx';
import { readersOf, type CaseView } from './reads.ts';
import { casePage, hereOf, laterThanToday, openCase, type Errors } from './open-case.ts';
import type { StepWords } from './words.ts';

export const addressesOf = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/add/:sort', { who: SIGNED_IN, page: asked => showAdd(asked, shared, { check: (asked.query['check'] ?? '').slice(0, 200), to: (asked.query['to'] ?? '').slice(0, 60) }, {}) }),
  post('/:school/concerns/:concern/add/:sort', { who: SIGNED_IN, form: anyForm, again: async () => NOT_FOUND, deed: asked => doAdd(asked, shared) }),
];

const sortOf = (asked: Asked<unknown>): AddSort | null => ADD_SORTS.find(sort => sort === asked.params['sort']) ?? null;

/** Whether this is something that this case has a place for. */
function fits(sort: AddSort, raw: Body, view: CaseView): boolean {
  const check = textIn(raw, 'check');
  if (sort === 'check') return check in CHECK || view.items.some(item => item.name === check && item.name.startsWith('own:'));
  return sort !== 'pass' || view.passes !== null;
}

async function showAdd(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  const sort = sortOf(asked);
  if (!view?.works || sort === null || !fits(sort, raw, view)) return NOT_FOUND;
  const readers = await asked.read(tx => readersOf(tx, asked, view.opened));
  const matches = sort === 'person' && textIn(raw, 'name') ? await asked.read(tx => matchesOf(tx, asked, textIn(raw, 'name'))) : [];
  const form = { view, vocabulary: shared.vocabulary, action: `${hereOf(asked)}/add/${sort}`, back: hereOf(asked), raw, errors, readers, matches: matches.map(one => ({ id: one.id, name: fullName(one), what: one.place?.class ?? '' })) };
  return casePage(asked, view, ADD_TITLE[sort], <AddPage sort={sort} {...form} />, errors);
}

const MOST_MATCHES = 12;
const matchesOf = (tx: Tx, asked: Asked<unknown>, name: string): Promise<Person[]> => listPeople(tx, { day: asked.today, search: name, limit: MOST_MATCHES });

async function doAdd(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  const sort = sortOf(asked);
  if (!view?.works || sort === null || !fits(sort, asked.form, view)) return NOT_FOUND;
  const read = ADD_FORMS[sort].read(asked.form);
  const errors = read.ok ? laterThanToday(read.value, asked.today) ?? wrongIn(sort, read.value, view) : read.errors;
  if (!read.ok || errors) return showAdd(asked, shared, asked.form, errors ?? {});
  const doing = await doingOf(asked, shared);
  if (sort === 'person') return addPerson(asked, shared, { view, doing, words: read.value });
  if ((sort === 'action' || sort === 'note') && !(await onlyReaders(asked, view, read.value))) return NOT_FOUND;
  await asked.change(tx => add(tx, doing, view, { sort, words: read.value }));
  return goTo(hereOf(asked), 'Written down.');
}

/** Names that a form may hold only where the case knows them. */
function wrongIn(sort: AddSort, words: StepWords, view: CaseView): Errors | null {
  const person = (id: unknown) => view.steps.some(step => step.id === id && step.sort === 'person' && step.state !== 'mistaken');
  if (sort === 'support' && !person(words['for'])) return { for: 'Choose who it is for' };
  if (sort === 'talk' && ![words['with'] ?? []].flat().every(person)) return { with: 'Choose who was spoken to' };
  if (sort === 'amends' && !person(words['who'])) return { who: 'Choose who makes amends' };
  if (sort === 'pass' && !view.passes!.offices.includes(String(words['to']))) return { to: 'Choose who decides' };
  return null;
}

async function onlyReaders(asked: Asked<Body>, view: CaseView, words: StepWords): Promise<boolean> {
  const named = [words['owner'] ?? [], words['for'] ?? []].flat().filter(Boolean);
  if (named.length === 0) return true;
  const readers = (await asked.read(tx => readersOf(tx, asked, view.opened))).map(one => one.id);
  return named.every(id => readers.includes(id));
}

/** Words that say what a person wrote; choices and days stand in the list of what is being done. */
const QUIET = new Set(['part', 'person', 'for', 'with', 'who', 'by', 'result', 'to', 'referred', 'owner', 'check', 'did', 'high', 'due', 'on', 'asked', 'told', 'joint']);
const textOf = (words: StepWords): string => Object.entries(words).filter(([name, value]) => !QUIET.has(name) && typeof value === 'string' && value !== '').map(([, value]) => value).join('\n');

async function add(tx: Tx, doing: Doing, view: CaseView, { sort, words }: { readonly sort: AddSort; readonly words: StepWords }): Promise<void> {
  const of = view.opened;
  if (sort === 'note') {
    const readers = [words['for'] ?? []].flat();
    await addEntry(tx, doing, { concern: of.concern.id, ...(readers.length === 0 ? { sort: 'note', words: { text: words['text'] } } : { sort: 'restricted-note', words: { text: words['text'], for: readers } }) });
    return;
  }
  if (sort === 'pass') return passOn(tx, doing, of, { office: String(words['to']), clause: view.passes!.clause, text: String(words['note']) });
  const { due, owner, ...rest } = words;
  const kept: StepWords = sort === 'talk' ? { ...rest, joint: [words['with'] ?? []].flat().length > 1 ? 'yes' : 'no' } : rest;
  const happened = words['on'] ?? words['asked'];
  await writeDown(tx, doing, of, {
    sort, words: kept, state: ['support', 'amends', 'post', 'provider', 'action'].includes(sort) ? 'open' : 'done', due: typeof due === 'string' ? due : null, owner: typeof owner === 'string' && owner !== '' ? owner : sort === 'support' ? doing.by : null,
    text: textOf(words), happenedAt: typeof happened === 'string' && happened !== '' && happened !== doing.today ? new Date(`${happened}T12:00:00Z`) : null,
  });
}

/** Somebody of the school is found by name: where there are some with it, whoever writes says which of them. */
async function addPerson(asked: Asked<Body>, shared: Shared, { view, doing, words }: { readonly view: CaseView; readonly doing: Doing; readonly words: StepWords }): Promise<Reply> {
  const matches = await asked.read(tx => matchesOf(tx, asked, String(words['name'])));
  const chosen = textIn(asked.form, 'person');
  const found = matches.find(one => one.id === chosen) ?? null;
  if (matches.length > 0 && found === null && chosen !== 'nobody') return showAdd(asked, shared, asked.form, { person: 'Say whether it is one of these' });
  if (found && found.id === doing.by && words['part'] === 'harmed-others') return showAdd(asked, shared, asked.form, { person: 'You cannot deal with a concern about yourself. Share it with somebody else, and leave it to them.' });
  const kept: StepWords = { part: words['part']!, note: words['note'] ?? '', name: found ? fullName(found) : words['name']!, person: found?.id ?? '' };
  await asked.change(tx => namePerson(tx, doing, view.opened, { words: kept, text: [kept['name'], kept['note']].filter(Boolean).join('\n'), id: found?.id ?? null, pupil: found?.place !== null && found !== null }));
  return goTo(hereOf(asked), 'Written down.');
}

