/** The addresses of May I. */
import { EVERYONE, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Route } from '../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../registers/index.ts';
import { askFeature, type AppsNamed, type Resting } from '../answers.ts';
import type { Shared } from '../feature.ts';
import { listHolders } from '../people/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { IMPORT, USE } from './apps.ts';
import type { AppsShown } from './apps-panel.tsx';
import { askRules, holdersOf, type Asked as Outcome, type Asking } from './asking.ts';
import { askWithPictures, type Pictures } from './pictures.ts';
import { keepQuestion, takeQuestionAway } from './deeds.ts';
import { examplesFor } from './examples.ts';
import { questionForm, removeForm } from './forms.ts';
import { keptColumns, keptFields, QuestionsPage, RemovePage } from './kept-pages.tsx';
import { AnswerPage, BoxPage, type BoxView } from './pages.tsx';
import { decidersFor, findQuestion, listQuestions, type KeptQuestion } from './reads.ts';

/** Those who write the rules see what people asked: never who. */
const WRITERS = offices('head', 'deputy-head', 'deputy-head-academic', 'ict-lead', 'network-manager', 'online-safety-officer', 'dpo');

/** The kinds a signed-out person may ask as. */
export const ASK_AS = ['parent', 'teacher', 'supply', 'support-staff', 'pupil-senior', 'pupil-ks1', 'governor', 'visitor', 'volunteer'] as const;

/** A class of thirty at one address, ten questions each. */
const A_CLASS = 300;

export const routes = (shared: Shared): Route[] => [
  get('/:school/may-i', { who: EVERYONE, page: async asked => page('May I …?', <BoxPage {...boxView(asked, shared, asked.query['as'], '')} examples={examplesFor(asked.reader.kinds)} />, { withoutBox: true, look: lookOf(asked) }) }),

  post('/:school/may-i', {
    who: EVERYONE, form: questionForm, perMinute: A_CLASS,
    deed: async asked => {
      const { question, act, facts } = asked.form;
      const as = chosenKind(asked.form.as);
      const { outcome, pictures, dsl, rests, apps } = await gatherAndAsk(asked, shared, as);
      if (!outcome.safety && act === undefined) {
        await asked.change(tx => keepQuestion(tx, { school: asked.school.id, on: asked.today, words: question, act: outcome.act, says: outcome.says }));
      }
      return page('May I …?', (
        <AnswerPage {...boxView(asked, shared, as, question)} pupil={outcome.pupil} safety={outcome.safety} view={outcome.view} didYouMean={outcome.didYouMean} facts={facts} rests={rests} pictures={pictures} apps={apps} helpLines={shared.helpLines} dsl={dsl} />
      ), { withoutBox: true, look: lookOf(asked) });
    },
    again: async (asked, read) => page('May I …?', <BoxPage {...boxView(asked, shared, undefined, String(read.raw['question'] ?? ''))} error={read.errors['question']} />, { status: 422, withoutBox: true, look: lookOf(asked) }),
  }),

  ...registerRoutes(questions),
  post('/:school/may-i/questions/remove', {
    who: WRITERS, form: removeForm,
    deed: async asked => {
      if (!asked.form.sure) {
        const question = await asked.read(tx => findQuestion(tx, asked.form.id));
        return question ? page('Remove a question', <RemovePage slug={asked.school.slug} {...question} />) : NOT_FOUND;
      }
      const gone = await asked.change(tx => takeQuestionAway(tx, { school: asked.school.id, id: asked.form.id, by: asked.reader.person!, at: asked.now }));
      return gone ? goTo(`/${asked.school.slug}/may-i/questions`, 'The question is removed.') : NOT_FOUND;
    },
    again: async () => NOT_FOUND,
  }),
];

/** Gathers the rules, the asker's permissions and who holds which office, and asks. */
async function gatherAndAsk(asked: Asked<{ question: string; act: string | undefined; use: string | undefined; facts: Readonly<Record<string, string>> }>, shared: Shared, as: string): Promise<{ outcome: Outcome; pictures: Pictures; dsl: ReturnType<typeof holdersOf>[number][number]; rests: readonly Resting[]; apps: AppsShown | null }> {
  const { reader, today } = asked;
  const { rules, holders, permissions, parentsSaid, roles, apps } = await asked.read(async tx => ({
    rules: await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today }),
    holders: await listHolders(tx, today),
    permissions: reader.person ? await askFeature('livePermissions', tx, reader.person, asked.now) : [],
    parentsSaid: reader.person ? await askFeature('parentsSaid', tx, reader.person, today) : [],
    roles: reader.person ? await askFeature('rolesOf', tx, reader.person, today) : { kept: [], held: [] },
    apps: reader.person ? await askFeature('appsNamed', tx, { school: asked.school, person: reader.person, kinds: reader.kinds, question: asked.form.question, today }) : null,
  }));
  const names = new Map<string, string[]>();
  for (const holder of holders) names.set(holder.office, [...(names.get(holder.office) ?? []), holder.name]);
  const known = { rulebook: rules.rulebook, holders: names, signedIn: reader.person !== null };
  const asking = {
    ...known, words: shared.boxWords, text: asked.form.question, act: asked.form.act, facts: asked.form.facts,
    who: reader.person ? [...reader.kinds, ...reader.offices] : [as], permissions, use: asked.form.use, parentsSaid, roles, apps, on: today,
  };
  const { outcome, pictures } = await askWithOwn(asked, asking);
  return { outcome, pictures, apps: appsShown(apps, outcome), dsl: holdersOf(known, [['dsl']])[0]![0]!, rests: await restsFor(asked, asking, outcome) };
}

/** Who decides is whoever a request would go to: of the teachers a pupil's own, and never whoever asks. */
async function askWithOwn(asked: Asked<unknown>, asking: Asking): Promise<{ outcome: Outcome; pictures: Pictures }> {
  const { reader: { person, offices: mine }, school, today } = asked;
  const first = await askWithPictures(asked, asking);
  const offices = first.outcome.view?.answer.askGroups ?? [];
  const own = person === null || offices.length === 0 ? null : await asked.read(tx => decidersFor(tx, { school, person, mine, offices, today }));
  if (!own) return first;
  const { outcome, pictures } = await askWithPictures(asked, { ...asking, decidedBy: own.decidedBy });
  const view = outcome.view!;
  return { outcome: { ...outcome, view: { ...view, ask: view.ask.map(group => group.map(one => ({ ...one, names: own.names.get(one.office) ?? one.names }))) } }, pictures };
}

/** The permissions without which the answer would be another one; where it hangs on which of them is meant, all of these. */
async function restsFor({ reader, read, school, now }: Asked<unknown>, asking: Asking, { view, says }: Outcome): Promise<readonly Resting[]> {
  const { person } = reader;
  if (!view || person === null || !asking.permissions.some(one => one.act === view.act) || askRules({ ...asking, permissions: [] }).says === says) return [];
  const facts = Object.fromEntries([...new URLSearchParams(view.situation)].filter(([name]) => name.startsWith('fact.')).map(([name, value]) => [name.replace('fact.', ''), value]));
  const found = await read(tx => askFeature('restsOn', tx, { school, person, act: view.act, facts, now }));
  return found.filter(one => (view.hangsOnUse ? one.use !== null : one.use === null || one.use === asking.use));
}

/** Applications named in passing are shown as well; a near spelling only where no name was met. */
function appsShown(apps: AppsNamed | null, { apps: known, says, act }: Outcome): AppsShown | null {
  if (!apps) return null;
  const unclear = says === 'unclear' || says === 'silent' || act === USE || act === IMPORT;
  const shown = { named: known?.named ?? apps.named, unlisted: known?.unlisted ?? '', near: unclear && (known?.named ?? apps.named).length === 0 ? apps.near : [] };
  return shown.named.length + shown.near.length + shown.unlisted.length > 0 ? shown : null;
}

const chosenKind = (as: string | undefined): string => ASK_AS.find(kind => kind === as) ?? 'parent';

function boxView(asked: Asked<unknown>, shared: Shared, as: string | undefined, question: string): BoxView {
  const choices = ASK_AS.flatMap(kind => { const known = shared.vocabulary.kinds.get(kind); return known ? [{ value: kind as string, text: known.title }] : []; });
  return { slug: asked.school.slug, question, examples: [], as: asked.reader.person ? undefined : { chosen: chosenKind(as), choices } };
}

const lookOf = (asked: Asked<unknown>) => (asked.reader.kinds.includes('pupil-ks1') ? 'kid' as const : 'plain' as const);

const questions: Register<KeptQuestion> = {
  path: '/may-i/questions', who: WRITERS, file: 'questions', fields: () => keptFields(),
  find: (asked, { search, chosen, limit, offset }) => asked.read(async tx => {
    const { rows, count } = await listQuestions(tx, { says: chosen['says'] || undefined, search: search || undefined, limit, offset });
    return { rows, total: count };
  }),
  columns: asked => keptColumns(asked.school.slug),
  page: async (asked, list) => page('What people asked', <QuestionsPage slug={asked.school.slug} list={list} />, { look: 'wide' }),
};
