/** The addresses without a name. Everybody may, signed in or not; the reader is never looked at. */
import { setTimeout as wait } from 'node:timers/promises';
import { EVERYONE, get, page, post, type Asked, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { doingOf } from '../asking.ts';
import { BUTTON, forPupils } from '../tell-someone/parts.tsx';
import { toldViews } from '../tell-someone/reads.ts';
import { tellingOf } from '../tell-someone/words.ts';
import { unnamedAgain } from './again.tsx';
import { comeBack, moreUnnamed, tellUnnamed, type ComeBack } from './deeds.ts';
import { codeForm, moreForm, unnamedForm } from './forms.ts';
import { BackPage, CodePage, ReturnedPage } from './pages.tsx';

const title = (): string => 'For pupils';
/** At most so many a minute from one address, counted in memory alone: a class behind one address may all tell. */
const TELLS = 20;
const CODES = 10;
const HEADERS = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/tell-someone`;
/** Nobody, whoever is signed in. */
const unknown = async (asked: Asked<unknown>, shared: Shared) => ({ ...await doingOf(asked, shared), by: null });
const plain = (status = 200) => ({ withoutBox: true, headers: HEADERS, status });

export const unnamedRoutes = (shared: Shared): Route[] => [
  get('/:school/tell-someone/unnamed', { who: EVERYONE, page: asked => unnamedAgain(asked, shared, { raw: {}, errors: {} }) }),
  post('/:school/tell-someone/unnamed', { who: EVERYONE, form: unnamedForm, perMinute: TELLS, deed: asked => tell(asked, shared), again: (asked, read) => unnamedAgain(asked, shared, read) }),
  get('/:school/tell-someone/unnamed/back', { who: EVERYONE, page: async asked => back(asked, shared, {}) }),
  post('/:school/tell-someone/unnamed/back', { who: EVERYONE, form: codeForm, perMinute: CODES, deed: asked => open(asked, shared), again: async (asked, { errors }) => back(asked, shared, errors) }),
  post('/:school/tell-someone/unnamed/more', { who: EVERYONE, form: moreForm, perMinute: CODES, deed: asked => more(asked, shared), again: async (asked, { errors, raw }) => (errors['code'] ? back(asked, shared, errors) : openAgain(asked, shared, { code: String(raw['code'] ?? ''), error: errors['words'] })) }),
];

async function tell(asked: Asked<{ about: string; words: string; 'about-office': string }>, shared: Shared): Promise<Reply> {
  const telling = tellingOf(asked.form.about)!;
  const doing = await unknown(asked, shared);
  const code = await asked.change(tx => tellUnnamed(tx, doing, { telling, words: asked.form.words, button: BUTTON[telling.id]!.text, aboutOffice: asked.form['about-office'] }));
  return page(title(), <CodePage base={baseOf(asked)} code={code} lines={forPupils(shared.helpLines)} />, plain());
}

const back = (asked: Asked<unknown>, shared: Shared, errors: FieldErrors): Reply =>
  page(title(), <BackPage base={baseOf(asked)} errors={errors} lines={forPupils(shared.helpLines)} />, plain(Object.keys(errors).length > 0 ? 422 : 200));

const wrong = (asked: Asked<unknown>, shared: Shared): Reply => back(asked, shared, { code: 'We do not know this code. Look at each word once more' });

async function show(asked: Asked<unknown>, shared: Shared, of: { readonly found: ComeBack; readonly code: string; readonly error?: string | undefined; readonly sent?: boolean }): Promise<Reply> {
  await wait(of.found.pause);
  const { report } = of.found;
  if (!report) return wrong(asked, shared);
  const { lock } = await unknown(asked, shared);
  const [told] = await asked.read(tx => toldViews(tx, lock, [report]));
  return page(title(), <ReturnedPage base={baseOf(asked)} code={of.code} told={told!} lines={forPupils(shared.helpLines)} error={of.error} sent={of.sent ?? false} />, plain(of.error ? 422 : 200));
}

async function open(asked: Asked<{ code: string }>, shared: Shared): Promise<Reply> {
  return openAgain(asked, shared, { code: asked.form.code });
}

async function openAgain(asked: Asked<unknown>, shared: Shared, of: { readonly code: string; readonly error?: string | undefined }): Promise<Reply> {
  const doing = await unknown(asked, shared);
  return show(asked, shared, { ...of, found: await asked.change(tx => comeBack(tx, doing, of.code)) });
}

async function more(asked: Asked<{ code: string; words: string }>, shared: Shared): Promise<Reply> {
  const doing = await unknown(asked, shared);
  const { code, words } = asked.form;
  return show(asked, shared, { code, sent: true, found: await asked.change(tx => moreUnnamed(tx, doing, { code, words })) });
}
