/** The addresses of the register. Those who keep it see names; governors see numbers. */
import { drawnOnce } from '../../page-parts/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import { either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route, type Who } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { searchForm } from './forms.ts';
import { inStep, inStepRemembered, placeOf } from './in-step.ts';
import { PersonPage } from './pages/person.tsx';
import { CountsPage, RegisterPage } from './pages/register.tsx';
import { countsView, filterOf, personView, registerCsv, registerView } from './register-views.ts';
import { pageOf } from './routes.tsx';
import { keepsRegister, REGISTER_OFFICES } from './views.ts';

const [first, ...more] = REGISTER_OFFICES;
export const KEEPERS: Who = offices(first, ...more);
export const KEEPERS_AND_GOVERNORS: Who = either(KEEPERS, either(kinds('governor', 'trustee'), offices('chair-of-governors')));

export function registerRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const registerPage = async (asked: Asked<unknown>, search = ''): Promise<Reply> => {
    const place = placeOf(asked, vocabulary);
    if (!keepsRegister(asked.reader)) return page('Who has signed', <CountsPage {...await inStepRemembered(asked, vocabulary, { key: 'signature counts page', work: tx => countsView(tx, place) })} />);
    const of = { place, filter: filterOf(asked.query), search, page: pageOf(asked) };
    const work = (tx: Tx) => registerView(tx, of);
    const view = search ? await inStep(asked, vocabulary, work) : await inStepRemembered(asked, vocabulary, { key: `register ${of.page} ${JSON.stringify(of.filter)}`, work });
    const found = [...new Set(view.rows.map(row => row.person))];
    if (search && found.length === 1 && view.total === view.rows.length) return goTo(`/${asked.school.slug}/agreements/register/${found[0]}`);
    return page('Who has signed', drawnOnce(view, RegisterPage), { look: 'wide' });
  };

  return [
    get('/:school/agreements/register', { who: KEEPERS_AND_GOVERNORS, page: asked => registerPage(asked) }),

    post('/:school/agreements/register', {
      who: KEEPERS, form: searchForm, perMinute: 120,
      deed: asked => registerPage(asked, asked.form.search),
      again: asked => registerPage(asked),
    }),

    get('/:school/agreements/register/csv', {
      who: KEEPERS,
      page: asked => inStep(asked, vocabulary, tx => registerCsv(tx, { place: placeOf(asked, vocabulary), filter: filterOf(asked.query) })),
    }),

    get('/:school/agreements/register/:person', {
      who: KEEPERS,
      page: async asked => {
        const person = asked.params['person']!;
        if (!isId(person)) return NOT_FOUND;
        const view = await inStep(asked, vocabulary, tx => personView(tx, { person, place: placeOf(asked, vocabulary), page: pageOf(asked) }));
        return view ? page(view.name, <PersonPage {...view} />, { trail: [['Who has signed', `/${asked.school.slug}/agreements/register`]] }) : NOT_FOUND;
      },
    }),
  ];
}
