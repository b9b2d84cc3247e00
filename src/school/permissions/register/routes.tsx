/** The addresses of the register. What of it is whose hangs on the permission, so each handler looks itself; what is nobody's business is not there. */
import { isId } from '../../../platform/ids.ts';
import { goTo, NOT_FOUND, page, post, get, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes as listRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { seesAll, seesCounts } from './decisions.ts';
import type { Doing } from '../deeds.ts';
import { checkEvidence, giveUpPermission, withdrawPermission } from './deeds.ts';
import { evidenceForm, sureForm, withdrawForm } from './forms.ts';
import { PermissionPage, registerColumns, registerFields, RegisterPage } from './pages.tsx';
import { chosenFrom, countsByAct, permissionView, registerPart, seesOf, type Looking, type PermissionView } from './reads.ts';
import { actWords } from './words-of.tsx';
import { SORTS, type Line, type Sort } from './words.ts';

type Errors = Readonly<Record<string, string>>;

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/permissions`;
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/${asked.params['permission'] ?? ''}`;
export const lookingOf = (asked: Asked<unknown>, { vocabulary }: Shared): Looking => ({ school: asked.school, vocabulary, reader: asked.reader, now: asked.now, today: asked.today });
export const doingOf = (asked: Asked<unknown>): Doing => ({ school: asked.school, by: asked.reader.person, at: asked.now, today: asked.today });

const register = (shared: Shared): Register<Line> => ({
  path: '/permissions', who: SIGNED_IN, file: 'permissions', sorts: SORTS,
  fields: asked => asked.read(async tx => registerFields(shared.vocabulary, await chosenFrom(tx, await seesOf(tx, lookingOf(asked, shared))))),
  find: (asked, { search, chosen, sort, descending, limit, offset }) => asked.read(tx => registerPart(tx, lookingOf(asked, shared), {
    search, state: chosen['state'] ?? '', act: chosen['act'] ?? '', office: chosen['office'] ?? '', holder: chosen['holder'] ?? '', sort: sort as Sort, descending, limit, offset,
  })),
  columns: asked => registerColumns(baseOf(asked), { vocabulary: shared.vocabulary, today: asked.today }),
  page: async (asked, list) => {
    const { reader, now, today } = asked;
    const counts = seesCounts(reader) && !seesAll(reader) ? await asked.read(tx => countsByAct(tx, { now, today })) : null;
    return page('Permissions', <RegisterPage list={list} vocabulary={shared.vocabulary} counts={counts} decides={reader.offices.length > 0} gate={reader.kinds.includes('staff')} />, { look: 'wide' });
  },
});

export const registerRoutes = (shared: Shared): Route[] => [
  ...listRoutes(register(shared)),
  get('/:school/permissions/:permission', { who: SIGNED_IN, page: asked => showOne(asked, shared, {}, {}) }),
  post('/:school/permissions/:permission/withdraw', { who: SIGNED_IN, form: withdrawForm, deed: asked => withdraw(asked, shared), again: (asked, { errors, raw }) => showAgain(asked, shared, { raw, errors, may: 'withdraws' }) }),
  post('/:school/permissions/:permission/evidence', { who: SIGNED_IN, form: evidenceForm, deed: asked => check(asked, shared), again: (asked, { errors, raw }) => showAgain(asked, shared, { raw, errors, may: 'checks' }) }),
  post('/:school/permissions/:permission/give-up', { who: SIGNED_IN, form: sureForm, deed: asked => giveUp(asked, shared), again: async () => NOT_FOUND }),
];

async function viewOf(asked: Asked<unknown>, shared: Shared): Promise<PermissionView | null> {
  const id = asked.params['permission'] ?? '';
  return isId(id) ? asked.read(tx => permissionView(tx, lookingOf(asked, shared), id)) : null;
}

async function showOne(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view) return NOT_FOUND;
  const { vocabulary } = shared;
  const title = view.line.what || actWords(view.line.act, vocabulary);
  return page(title, <PermissionPage {...view} base={baseOf(asked)} vocabulary={vocabulary} raw={raw} errors={errors} />, { trail: [['Permissions', baseOf(asked)]], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

/** The page with what to mend, for those who may do the deed at all. */
async function showAgain(asked: Asked<Body>, shared: Shared, { raw, errors, may }: { raw: Body; errors: Errors; may: 'withdraws' | 'checks' }): Promise<Reply> {
  const view = await viewOf(asked, shared);
  return view?.[may] ? showOne(asked, shared, raw, errors) : NOT_FOUND;
}

async function withdraw(asked: Asked<{ reason: string }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.withdraws) return NOT_FOUND;
  await asked.change(tx => withdrawPermission(tx, doingOf(asked), { entry: view.line, reason: asked.form.reason }));
  return goTo(hereOf(asked), 'It is withdrawn. Whoever held it is told.');
}

async function check(asked: Asked<{ shown: string; until: string }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.checks) return NOT_FOUND;
  const { shown, until } = asked.form;
  if (until < asked.today) return showOne(asked as unknown as Asked<Body>, shared, { shown, until }, { until: 'Give a day that is still to come' });
  await asked.change(tx => checkEvidence(tx, doingOf(asked), { entry: view.line, shown, until, suspended: view.line.state === 'suspended' }));
  return goTo(hereOf(asked), 'Noted. The permission counts until that day, or until its own end.');
}

async function giveUp(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.givesUp) return NOT_FOUND;
  await asked.change(tx => giveUpPermission(tx, doingOf(asked), view.line));
  return goTo(hereOf(asked), 'It is given up. Whoever said yes is told.');
}
