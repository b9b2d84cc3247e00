/** The addresses of sanctions outside a case: found by who one is, never by the case. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { officeWords } from '../../policies/index.ts';
import { doingOf, lockFor } from '../asking.ts';
import { mayAppeal } from './decisions.ts';
import { appeal } from './deeds.ts';
import { appealForm } from './forms.ts';
import { AppealPage, MinePage, SwitchedPage } from './own-pages.tsx';
import type { Errors } from './pages.tsx';
import { mayswitch, switchedOff, toldOf, toldOne } from './reads.ts';

const STAFF = kinds('staff');

export const ownRoutes = (shared: Shared): Route[] => [
  get('/:school/sanctions', { who: SIGNED_IN, page: asked => showMine(asked, shared) }),
  get('/:school/sanctions/:sanction/appeal', { who: SIGNED_IN, page: asked => showAppeal(asked, shared, {}, {}) }),
  post('/:school/sanctions/:sanction/appeal', { who: SIGNED_IN, form: appealForm, deed: asked => doAppeal(asked, shared), again: (asked, { errors, raw }) => showAppeal(asked, shared, raw, errors) }),
  get('/:school/switched-off', { who: STAFF, page: asked => showSwitched(asked) }),
];

async function showMine(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const lock = await lockFor(shared, asked.school);
  const list = await asked.read(tx => toldOf(tx, lock, asked));
  return page('What was decided', <MinePage list={list} base={`/${asked.school.slug}/sanctions`} today={asked.today} />, { headers: { 'cache-control': 'no-store' } });
}

async function showAppeal(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const lock = await lockFor(shared, asked.school);
  const mine = await asked.read(tx => toldOne(tx, lock, asked, asked.params['sanction'] ?? ''));
  if (!mine || !mayAppeal(mine.sanction, mine.sanction.turns, asked.today)) return NOT_FOUND;
  const base = `/${asked.school.slug}/sanctions`;
  return page('Say that it is wrong', <AppealPage mine={mine} action={`${base}/${mine.sanction.id}/appeal`} back={base} raw={raw} errors={errors} hearer={officeWords(mine.sanction.appealTo!, shared.vocabulary)} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['What was decided', base]] });
}

async function doAppeal(asked: Asked<{ text: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const id = asked.params['sanction'] ?? '';
  const done = isId(id) && await asked.change(async tx => {
    const mine = await toldOne(tx, doing.lock, asked, id);
    if (!mine || !mayAppeal(mine.sanction, mine.sanction.turns, asked.today)) return false;
    await appeal(tx, doing, { sanction: mine.sanction, text: asked.form.text });
    return true;
  });
  return done ? goTo(`/${asked.school.slug}/sanctions`, 'It is sent. You read the answer here.') : NOT_FOUND;
}

async function showSwitched(asked: Asked<Body>): Promise<Reply> {
  const lines = await asked.read(tx => switchedOff(tx, asked));
  return page('Switched off for somebody', <SwitchedPage lines={lines} toDo={`/${asked.school.slug}/accounts/to-do`} switches={mayswitch(asked.reader.offices)} />, { look: 'wide', headers: { 'cache-control': 'no-store' } });
}
