/** The addresses of consultation. Who may ask hangs on the policy, and who may read on who was asked, so each handler looks itself. */
import { addDays, dayOf } from '../../../platform/days.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { csv, either, get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { WRITERS } from '../decisions.ts';
import { buttonForm } from '../forms.ts';
import { publishedPolicies, type RulesAsk } from '../reads.ts';
import { byOf } from '../routes/writing.ts';
import { answerConsultation, closeConsultation, openConsultation, reopenConsultation } from './deeds.ts';
import { answerForm, openForm } from './forms.ts';
import { AllPage, allFields, AskPage, groupOf, MinePage, OnePage, opinionWords, rowColumns } from './pages.tsx';
import { askedOf, countConsultations, editionToAsk, findConsultation, listConsultations, oneView, openView, type OneView } from './reads.ts';
import type { ConsultationRow } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const A_WEEK_OR_TWO = 14;
const NEWEST = 50;

/** Those who see the numbers of all. */
export const COUNTERS: Who = either(either(offices(...WRITERS), offices('chair-of-governors', 'governing-body', 'board-of-trustees')), kinds('governor', 'trustee'));
const sees = ({ reader }: Asked<unknown>): boolean => COUNTERS.admits === 'some' && (COUNTERS.kinds.some(kind => reader.kinds.includes(kind)) || COUNTERS.offices.some(office => reader.offices.includes(office)));

const rulesOf = (asked: Asked<unknown>, { vocabulary }: Shared): RulesAsk => ({ school: asked.school, vocabulary, today: asked.today });
const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/consultations/${asked.params['consultation'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['What do you think?', `/${asked.school.slug}/consultations`]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const consultationRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/consult', { who: SIGNED_IN, page: asked => showAsk(asked, shared, { answerBy: addDays(asked.today, A_WEEK_OR_TWO) }, {}) }),
  post('/:school/policies/:policy/consult', { who: SIGNED_IN, form: openForm, perMinute: 10, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showAsk(asked, shared, raw, errors) }),
  get('/:school/consultations', { who: SIGNED_IN, page: async asked => page('What do you think?', <MinePage slug={asked.school.slug} today={asked.today} rows={await asked.read(tx => askedOf(tx, asked.reader.person!, NEWEST))} sees={sees(asked)} />) }),
  ...registerRoutes(all(shared)),
  get('/:school/consultations/:consultation', { who: SIGNED_IN, page: asked => showOne(asked, shared, {}, {}) }),
  post('/:school/consultations/:consultation', { who: SIGNED_IN, form: answerForm, perMinute: 30, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => showOne(asked, shared, raw, errors) }),
  get('/:school/consultations/:consultation/csv', { who: SIGNED_IN, page: asked => answersFile(asked, shared) }),
  post('/:school/consultations/:consultation/close', { who: SIGNED_IN, form: buttonForm, deed: asked => change(asked, shared, 'close'), again: async () => NOT_FOUND }),
  post('/:school/consultations/:consultation/reopen', { who: SIGNED_IN, form: buttonForm, deed: asked => change(asked, shared, 'reopen'), again: async () => NOT_FOUND }),
];

async function showAsk(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const policy = asked.params['policy'] ?? '';
  const view = await asked.read(tx => openView(tx, { policy, reader: asked.reader, ask: rulesOf(asked, shared) }));
  if (!view) return NOT_FOUND;
  const body = <AskPage {...view} slug={asked.school.slug} vocabulary={shared.vocabulary} today={asked.today} once={newId()} raw={raw} errors={errors} />;
  return page('Ask people what they think', body, { status: statusOf(errors), trail: [['Rules of this school', `/${asked.school.slug}/policies`], [view.document.front.title, `/${asked.school.slug}/policies/${policy}`]] });
}

async function ask(asked: Asked<{ summary: string; offices: string[]; kinds: string[]; answerBy: string; once: string }>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const again = (errors: Errors) => showAsk(asked, shared, { ...form }, errors);
  if (form.answerBy < asked.today) return again({ answerBy: 'Give today or a later day' });
  const known = { offices: form.offices.filter(office => shared.vocabulary.offices.has(office)), kinds: form.kinds.filter(kind => shared.vocabulary.kinds.has(kind)) };
  const done = await asked.change(async tx => {
    const found = await editionToAsk(tx, { policy: asked.params['policy'] ?? '', reader: asked.reader, vocabulary: shared.vocabulary });
    return found && openConsultation(tx, byOf(asked, shared), { ...form, ...known, edition: found.edition });
  });
  if (!done) return NOT_FOUND;
  if (!done.ok) return again({ offices: done.why === 'nobody' ? 'Nobody belongs to what you chose. Choose others.' : 'These are too many people to ask at once. Choose fewer.' });
  return goTo(done.id === null ? `/${asked.school.slug}/consultations` : `/${asked.school.slug}/consultations/${done.id}`, `Asked: ${done.asked}. Each of them gets a mail.`);
}

const viewOf = async (asked: Asked<unknown>, shared: Shared, whole = false): Promise<OneView | null> => {
  const id = asked.params['consultation'] ?? '';
  const n = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
  return isId(id) ? asked.read(tx => oneView(tx, { id, reader: asked.reader, ask: rulesOf(asked, shared), page: n, all: whole })) : null;
};

async function showOne(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view || (Object.keys(errors).length > 0 && (view.mine === null || view.state === 'closed'))) return NOT_FOUND;
  return page(view.consultation.title, <OnePage {...view} slug={asked.school.slug} vocabulary={shared.vocabulary} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked) });
}

async function answer(asked: Asked<{ opinion: 'yes' | 'changes' | 'no' | 'none'; words: string }>, shared: Shared): Promise<Reply> {
  const id = asked.params['consultation'] ?? '';
  if (!isId(id)) return NOT_FOUND;
  const done = await asked.change(async tx => {
    const consultation = await findConsultation(tx, id);
    return consultation !== null && answerConsultation(tx, byOf(asked, shared), { consultation, ...asked.form });
  });
  return done ? goTo(`/${asked.school.slug}/consultations`, 'Your answer is kept. Thank you. You can change it until the last day.') : NOT_FOUND;
}

async function change(asked: Asked<unknown>, shared: Shared, deed: 'close' | 'reopen'): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.writes) return NOT_FOUND;
  await asked.change(tx => (deed === 'close' ? closeConsultation : reopenConsultation)(tx, byOf(asked, shared), view.consultation));
  return goTo(hereOf(asked), deed === 'close' ? 'No more answers are taken. What was answered stays.' : 'Answers are taken again.');
}

async function answersFile(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared, true);
  if (view?.sees !== 'all') return NOT_FOUND;
  return csv(`consultation-${view.consultation.policy}-${view.consultation.edition}-${asked.today}.csv`, [
    ['Name', 'Asked as', 'Answer', 'Words', 'Answered on'],
    ...view.people.map(row => [row.name, groupOf(row.as, shared.vocabulary), opinionWords(row.opinion), row.words, row.at && dayOf(row.at)]),
  ]);
}

const all = (shared: Shared): Register<ConsultationRow> => ({
  path: '/consultations/all', who: COUNTERS, file: 'consultations',
  fields: async asked => allFields((await asked.read(tx => publishedPolicies(tx, rulesOf(asked, shared)))).map(one => ({ value: one.document.id, text: one.document.front.title }))),
  find: (asked, { search, chosen, limit, offset }) => asked.read(async tx => {
    const state = chosen['state'];
    const ask = { policy: chosen['policy'] ?? '', state: state === 'open' || state === 'closed' ? state : null, today: asked.today, search } as const;
    return { rows: await listConsultations(tx, { ...ask, limit, offset }), total: await countConsultations(tx, ask) };
  }),
  columns: asked => rowColumns(asked.school.slug, asked.today),
  page: async (_asked, list) => page('Who was asked what they think', <AllPage list={list} />, { look: 'wide' }),
});
