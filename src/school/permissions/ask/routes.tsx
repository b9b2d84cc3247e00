/** The addresses of asking. Before anything is sent, the rules are asked; what they forbid is never sent. */
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { dayOf, isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import type { Shared } from '../../feature.ts';
import { capital, officeWords, rulesInForce } from '../../policies/index.ts';
import { knownFacts } from './asking.ts';
import { askFor } from './deeds.ts';
import { faultsIn, givenIn } from './faults.ts';
import { askForm, named, type AskGiven } from './forms.ts';
import { AskFormPage, AskListPage, NoRequestPage, questionId, QuestionsPage, textIn, type AskView } from './pages.tsx';
import { particularsOf } from './particulars.ts';
import { childrenOf, holderFor, linesFor, prepare, questionOf, quotedOf, toldOf, type AskPlace, type FactQuestion, type Prepared } from './reads.ts';

type Errors = Readonly<Record<string, string>>;
const MOST_CHILDREN = 12;

export const askRoutes = (shared: Shared): Route[] => [
  get('/:school/ask', { who: SIGNED_IN, page: asked => showList(asked, shared) }),
  get('/:school/ask/:act', { who: SIGNED_IN, page: asked => showAct(asked, shared, null, {}) }),
  post('/:school/ask/:act', { who: SIGNED_IN, form: askForm, deed: asked => send(asked, shared), again: (asked, { errors, raw }) => showAct(asked, shared, raw, errors), bodyLimit: 65_536 }),
];

export const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
export const placeOf = (asked: Asked<unknown>, { vocabulary }: Shared): AskPlace => ({ school: asked.school, vocabulary, reader: asked.reader, today: asked.today, now: asked.now });

async function showList(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const search = (asked.query['search'] ?? '').trim().slice(0, 100);
  const place = placeOf(asked, shared);
  const groups = await asked.read(async tx => {
    const { rulebook } = await rulesInForce(tx, place);
    const children = asked.reader.kinds.includes('parent') ? await childrenOf(tx, asked.reader.person!, asked.today) : [];
    const holders = [];
    for (const child of [null, ...children.slice(0, MOST_CHILDREN)]) holders.push(await holderFor(tx, place, child?.id ?? null));
    return holders.flatMap(holder => (holder ? [{ child: holder.child, lines: linesFor(rulebook, holder.who, asked.today) }] : []));
  });
  const fits = (line: (typeof groups)[number]['lines'][number]) => `${line.plain} ${line.cited.words} ${line.situation.map(one => one.answer).join(' ')}`.toLowerCase().includes(search.toLowerCase());
  return page('Ask for a permission', <AskListPage base={baseOf(asked)} search={search} groups={groups.map(group => ({ ...group, lines: group.lines.filter(fits) }))} />);
}

interface Of { readonly act: string; readonly child: string | null; readonly again: boolean; readonly facts: Readonly<Record<string, string>>; readonly named: Readonly<Record<string, string>> }

function ofBody(asked: Asked<unknown>, body: Body, shared: Shared): Of {
  const child = typeof body['for'] === 'string' && isId(body['for']) ? body['for'] : null;
  return { act: asked.params['act'] ?? '', child, again: body['again'] === 'yes', facts: knownFacts(shared, named(body, 'fact.', 60)), named: named(body, 'named.', 60) };
}

function viewOf(asked: Asked<unknown>, shared: Shared, of: Of, { holder, rulebook, weighed }: Prepared): AskView {
  return {
    base: baseOf(asked), act: of.act, plain: capital(shared.vocabulary.acts.get(of.act)?.plain ?? of.act), child: holder.child, again: of.again, facts: of.facts,
    told: toldOf(shared.vocabulary, of.facts), quoted: weighed.kind === 'silent' ? [] : quotedOf(rulebook, weighed.because),
  };
}

/** The form, the questions that come before it, or why no request is sent. `raw` is what was sent and came back. */
async function showAct(asked: Asked<unknown>, shared: Shared, raw: Body | null, faults: Errors): Promise<Reply> {
  const of = ofBody(asked, raw ?? asked.query, shared);
  const found = await asked.read(tx => prepare(tx, placeOf(asked, shared), of));
  if (!found) return NOT_FOUND;
  const view = viewOf(asked, shared, of, found);
  const { weighed } = found;
  const trail = [['Ask for a permission', `${baseOf(asked)}/ask`]] as const;
  if (weighed.kind === 'unclear') {
    const questions = weighed.missing.slice(0, 3).flatMap(name => questionOf(found.rulebook, of.act, { name, told: of.facts[name] }));
    const errors = unanswered(questions, raw ?? asked.query, of.facts);
    return page(view.plain, <QuestionsPage view={view} questions={questions} raw={raw ?? asked.query} errors={errors} />, { trail, status: raw || Object.keys(errors).length > 0 ? 422 : 200 });
  }
  if (weighed.kind !== 'ask') return page(view.plain, <NoRequestPage view={view} says={weighed.kind === 'free' ? 'yes' : weighed.kind} />, { trail, status: raw ? 422 : 200 });
  const pupil = asked.reader.kinds.includes('pupil');
  const errors = raw && Object.keys(faults).length > 0 ? faultsIn(givenIn(raw), { demands: weighed.demands, latest: found.latest, today: asked.today, choosable: found.choosable, act: of.act, pupil, faults }) : faults;
  const lastDay = weighed.demands.lastDay(asked.today);
  const from = isDay(asked.query['from'] ?? '') ? asked.query['from']! : asked.today;
  const shown = Object.fromEntries(Object.entries(asked.query).filter(([name]) => name.startsWith('shown.')).map(([name, value]) => [name, value.slice(0, 200)]));
  const given: Body = raw ?? { ...shown, from, until: weighed.demands.lastDay(from) ?? '' };
  const form = {
    ...view, demands: weighed.demands, deciders: decidersOf(found, shared), choosable: found.choosable, open: found.open.map(one => ({ id: one.id, on: dayOf(one.askedAt) })),
    latest: found.latest, lastDay, pupil, raw: given, errors,
  };
  return page(view.plain, <AskFormPage view={form} />, { trail, status: Object.keys(errors).length > 0 ? 422 : 200 });
}

/** The questions that were put already and came back without an answer that fits. */
function unanswered(questions: readonly FactQuestion[], body: Body, told: Readonly<Record<string, string>>): Errors {
  const before = textIn(body, 'asked').split(' ');
  return Object.fromEntries(questions.filter(one => before.includes(one.fact) && told[one.fact] === undefined).map(one => [questionId(one.fact), one.choices.length > 0 ? 'Choose an answer' : 'Write your answer']));
}

/** "Marian Oyelaran, the headteacher" for each seat. */
function decidersOf({ seats, names }: Prepared, { vocabulary }: Shared): string[][] {
  return seats.map(group => group.slice(0, 8).flatMap(seat => { const name = names.get(seat.person); return name ? [`${name} (${officeWords(seat.as, vocabulary)})`] : []; }));
}

async function send(asked: Asked<AskGiven>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const raw: Body = {
    for: form.child ?? '', again: form.again ? 'yes' : '', reason: form.reason, from: form.from, until: form.until,
    ...Object.fromEntries([['fact', form.facts], ['shown', form.shown], ['named', form.named]].flatMap(([prefix, values]) => Object.entries(values as object).map(([name, value]) => [`${prefix as string}.${name}`, value as string]))),
  };
  const of = ofBody(asked, raw, shared);
  const place = placeOf(asked, shared);
  const done = await asked.change(async tx => {
    const found = await prepare(tx, place, of);
    if (!found) return NOT_FOUND;
    const { weighed, holder } = found;
    if (weighed.kind !== 'ask' || found.open.length > 0) return { errors: {} };
    const errors = faultsIn(form, { demands: weighed.demands, latest: found.latest, today: asked.today, choosable: found.choosable, act: of.act, pupil: false, faults: {} });
    if (Object.keys(errors).length > 0) return { errors };
    const wanted = new Set([...particularsOf(of.act).map(one => one.key), ...weighed.demands.shown]);
    const doing = { school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today };
    return askFor(tx, doing, { seats: found.seats, request: {
      holder: holder.id, act: of.act, facts: found.facts, evidence: Object.fromEntries(Object.entries(form.shown).filter(([key]) => wanted.has(key))), reason: form.reason,
      clauses: weighed.because, offices: weighed.offices, named: Object.fromEntries(Object.entries(form.named).filter(([office, person]) => found.choosable[office]?.some(one => one.id === person))), from: form.from, until: form.until,
    } });
  });
  if (typeof done !== 'string') return 'errors' in done ? showAct(asked, shared, raw, done.errors) : done;
  return goTo(`${baseOf(asked)}/my-requests/${done}`, 'The request is sent. You will be told when it is decided.');
}
