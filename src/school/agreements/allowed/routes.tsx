/** The addresses of what parents allow: a parent's own answer, and the list of pupils without the permission. */
import { isId } from '../../../platform/ids.ts';
import { csv, get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName } from '../../people/index.ts';
import { inStep, inStepRemembered, placeOf } from '../in-step.ts';
import { childOf, listAsks, policiesToSign } from '../reads.ts';
import { keepAnswers } from './deeds.ts';
import { answerForm } from './forms.ts';
import { AnswerPage, WithoutPage } from './pages.tsx';
import { allowedTo, withoutView } from './reads.ts';
import { nameOfQuestion } from './words.ts';

const PARENT = kinds('parent');

export const allowedRoutes = (parts: Shared & { readonly keepers: Who }): Route[] => [...answerRoutes(parts), ...withoutRoutes(parts)];

function answerRoutes({ vocabulary }: Shared): Route[] {
  /** The question about a child, only for a parent who may agree for it. */
  const findQuestion = async (asked: Asked<unknown>) => {
    const { child: id, question } = asked.params as { child: string; question: string };
    if (!isId(id)) return null;
    return inStep(asked, vocabulary, async tx => {
      const child = await childOf(tx, { parent: asked.reader.person!, child: id, today: asked.today });
      if (!child) return null;
      const known = await policiesToSign(tx, vocabulary);
      const policies = (await listAsks(tx, [id])).flatMap(ask => known.get(ask.policy) ?? []);
      const row = (await allowedTo(tx, { children: [{ id, policies }], reader: asked.reader.person, place: placeOf(asked, vocabulary) })).get(id)?.find(one => nameOfQuestion(one.question) === question);
      const policy = row && policies.find(one => one.document.clauses.some(clause => clause.id === row.question.clause));
      return row && policy ? { child, row, policy: policy.policy } : null;
    });
  };
  const answerPage = async (asked: Asked<unknown>, errors: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const found = await findQuestion(asked);
    if (!found) return NOT_FOUND;
    const home = `/${asked.school.slug}/family`;
    return page('What do you allow?', <AnswerPage name={fullName(found.child)} row={found.row} action={`${home}/${found.child.id}/allowed/${asked.params['question']}`} backHref={home} errors={errors} />, {
      status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['My family', home]],
    });
  };
  return [
    get('/:school/family/:child/allowed/:question', { who: PARENT, page: asked => answerPage(asked) }),
    post('/:school/family/:child/allowed/:question', {
      who: PARENT, form: answerForm, perMinute: 30,
      deed: async asked => {
        const found = await findQuestion(asked);
        if (!found) return NOT_FOUND;
        await asked.change(tx => keepAnswers(tx, {
          school: asked.school, child: found.child.id, by: asked.reader.person!, policy: found.policy, agreement: null, channel: 'screen', at: asked.now, today: asked.today,
        }, [{ question: found.row.question, answer: asked.form.answer }]));
        return goTo(`/${asked.school.slug}/family`, asked.form.answer === 'yes' ? 'Your yes is kept.' : 'Your no is kept. It is not allowed from now on.');
      },
      again: (asked, read) => answerPage(asked, read.errors),
    }),
  ];
}

function withoutRoutes({ vocabulary, keepers }: Shared & { readonly keepers: Who }): Route[] {
  const viewOf = (asked: Asked<unknown>) => {
    const of = { place: placeOf(asked, vocabulary), class: (asked.query['class'] ?? '').slice(0, 80) };
    return inStepRemembered(asked, vocabulary, { key: `without permission ${of.class}`, work: tx => withoutView(tx, of) });
  };
  return [
    get('/:school/agreements/allowed', {
      who: keepers,
      page: async asked => {
        const n = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
        return page('Pupils without the permission', <WithoutPage {...await viewOf(asked)} slug={asked.school.slug} class={(asked.query['class'] ?? '').slice(0, 80)} page={n} />, { look: 'wide' });
      },
    }),
    get('/:school/agreements/allowed.csv', {
      who: keepers,
      page: async asked => csv(`pupils-without-the-permission-${asked.today}.csv`, [
        ['name', 'year group', 'class', 'a parent said no', 'not answered in full'],
        ...(await viewOf(asked)).rows.map(row => [row.name, row.yearGroup, row.class, row.saidNo.join('; '), row.unanswered.join('; ')]),
      ]),
    }),
  ];
}
