/** The addresses of the quiz: everybody's own, and for those who keep the register who has not finished. */
import { isId, newId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { signerOf } from '../routes.tsx';
import { answeredOf, repliesIn } from './decisions.ts';
import { keepQuiz } from './deeds.ts';
import { quizForm } from './forms.ts';
import { DonePage, FinishedPage, finishedColumns, finishedFields, MinePage, QuizPage, type QuizProps } from './pages.tsx';
import { choicesOf, doneView, finishedView, mineView, quizView, type FinishedView, type QuizView } from './reads.ts';
import { FAR, FINISHED_ORDERS } from './words.ts';

type Again = Pick<QuizProps, 'said' | 'errors' | 'changed'>;
const trailOf = (asked: Asked<unknown>) => [['Do I know the rules?', `/${asked.school.slug}/agreements/quiz`]] as const;

export const quizRoutes = (shared: { readonly vocabulary: Vocabulary; readonly keepers: Who }): Route[] => [...ownRoutes(shared), ...registerRoutes(finished(shared))];

function ownRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const viewOf = (asked: Asked<unknown>) => inStep(asked, vocabulary, tx => quizView(tx, { reader: asked.reader, policy: asked.params['policy']!, place: placeOf(asked, vocabulary) }));
  const quizPage = (asked: Asked<unknown>, view: QuizView, again: Again = {}): Reply =>
    page(view.policy.title, <QuizPage {...view} {...again} slug={asked.school.slug} vocabulary={vocabulary} once={newId()} />, { trail: trailOf(asked), status: again.errors ? 422 : again.changed ? 409 : 200 });
  return [
    get('/:school/agreements/quiz', {
      who: SIGNED_IN,
      page: async asked => page('Do I know the rules?', <MinePage {...await inStep(asked, vocabulary, tx => mineView(tx, { reader: asked.reader, place: placeOf(asked, vocabulary) }))} slug={asked.school.slug} />),
    }),
    get('/:school/agreements/quiz/:policy', {
      who: SIGNED_IN,
      page: async asked => { const view = await viewOf(asked); return view ? quizPage(asked, view) : NOT_FOUND; },
    }),
    post('/:school/agreements/quiz/:policy', {
      who: SIGNED_IN, form: quizForm, perMinute: 30,
      deed: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        if (asked.form.edition !== view.policy.editionId) return quizPage(asked, view, { changed: true });
        const { said, errors } = repliesIn(asked.form, view.questions);
        if (Object.keys(errors).length > 0) return quizPage(asked, view, { said, errors });
        const { policy, title, editionId, edition } = view.policy;
        const id = await asked.change(tx => keepQuiz(tx, signerOf(asked, vocabulary), { policy, title, editionId, edition, answers: answeredOf(view.questions, said), once: asked.form.once }));
        return id === null ? NOT_FOUND : goTo(`/${asked.school.slug}/agreements/quiz/done/${id}`, 'Done. Here is each answer with its rule.');
      },
      again: async (asked, read) => {
        const view = await viewOf(asked);
        return view ? quizPage(asked, view, { said: repliesIn(read.raw, view.questions).said, errors: { ...repliesIn(read.raw, view.questions).errors, ...read.errors } }) : NOT_FOUND;
      },
    }),
    get('/:school/agreements/quiz/done/:id', {
      who: SIGNED_IN,
      page: async asked => {
        const id = asked.params['id']!;
        const view = isId(id) ? await asked.read(tx => doneView(tx, { id, person: asked.reader.person!, place: placeOf(asked, vocabulary) })) : null;
        return view ? page(view.document.front.title, <DonePage {...view} slug={asked.school.slug} vocabulary={vocabulary} />, { trail: trailOf(asked) }) : NOT_FOUND;
      },
    }),
  ];
}

/** The list of who has finished, with its counts beside its rows. */
const finished = ({ vocabulary, keepers }: { readonly vocabulary: Vocabulary; readonly keepers: Who }): Register<FinishedView['rows'][number]> => {
  const viewOf = (asked: Asked<unknown>, ask: { search: string; chosen: Readonly<Record<string, string>>; sort: string; descending: boolean; limit: number; offset: number }) => inStep(asked, vocabulary, tx => finishedView(tx, {
    place: placeOf(asked, vocabulary), policy: ask.chosen['policy'] ?? '', kind: ask.chosen['kind'] ?? '', far: FAR.find(one => one === ask.chosen['far']) ?? null, search: ask.search,
    sort: FINISHED_ORDERS.find(one => one === ask.sort) ?? 'name', down: ask.descending, limit: ask.limit, offset: ask.offset,
  }));
  return {
    path: '/agreements/finished', who: keepers, file: 'who-has-finished', sorts: FINISHED_ORDERS,
    fields: async asked => finishedFields(await inStep(asked, vocabulary, tx => choicesOf(tx, placeOf(asked, vocabulary)))),
    find: viewOf,
    columns: asked => finishedColumns(asked.school.slug, vocabulary),
    page: async (asked, list) => {
      const { counts } = await viewOf(asked, { search: list.search, chosen: list.chosen, sort: '', descending: false, limit: 1, offset: 0 });
      return page('Who has not finished', <FinishedPage list={list} counts={counts} />, { look: 'wide' });
    },
  };
};
