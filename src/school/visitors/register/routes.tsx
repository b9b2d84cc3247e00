/** The addresses of the register of visitors. */
import { isId } from '../../../platform/ids.ts';
import { csv, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { SESSION_COOKIE, signOut } from '../../../sign-in/index.ts';
import type { Shared } from '../../feature.ts';
import { badgeReply } from '../badge.ts';
import { DESK, DESK_KEEPERS, holdsOne, LOOKERS, WIFI_READERS } from '../decisions.ts';
import * as deeds from '../deeds.ts';
import { expectForm, kioskForm, noForm, searchForm } from '../forms.ts';
import { endKiosk, startKiosk } from '../kiosk/deeds.ts';
import { runningKiosks } from '../kiosk/reads.ts';
import { kioskHere, KIOSK_COOKIE } from '../kiosk/routes.tsx';
import { findVisit, hostNames } from '../reads.ts';
import { nameOf, settingsOn, type Visit } from '../words.ts';
import { ExpectedPage, FirePage, KiosksPage, PastPage, reasonOf, timeOf, TodayPage, type Given } from './pages.tsx';
import { everybody, expectedView, pastFilter, pastRows, pastView, starters, todayView, type Row, type Shown } from './views.ts';

const AT_DESK = offices(...DESK);
const KEEPING = offices(...DESK_KEEPERS);
const LOOKING = offices(...LOOKERS);
const STAFF = kinds('staff');

type Errors = Readonly<Record<string, string>>;

const doing = (asked: Asked<unknown>) => ({ school: asked.school.id, by: asked.reader.person!, at: asked.now });
const here = (asked: Asked<unknown>, path = '') => `/${asked.school.slug}/visitors${path}`;
const trail = (asked: Asked<unknown>) => [['Visitors', here(asked)]] as const;
const shownOf = (asked: Asked<unknown>): Shown => (asked.query['show'] === 'expected' || asked.query['show'] === 'left' ? asked.query['show'] : 'on-site');
const pageOf = (asked: Asked<unknown>): number => Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);

async function visitOf(asked: Asked<unknown>): Promise<Visit | null> {
  const id = asked.params['visit'] ?? '';
  return isId(id) ? asked.read(tx => findVisit(tx, id)) : null;
}

const HEAD = ['day', 'given name', 'family name', 'organisation', 'why', 'visits', 'number plate', 'badge', 'came', 'left'];
const line = ({ visit, host }: Row) => [visit.day, visit.givenName, visit.familyName, visit.organisation, reasonOf(visit), host ?? 'the school office', visit.vehicle, visit.code, timeOf(visit.arrivedAt) || visit.expectedTime, timeOf(visit.leftAt)];

async function pastPage(asked: Asked<unknown>, search = ''): Promise<Reply> {
  const view = await asked.read(tx => pastView(tx, { filter: pastFilter(asked.query, asked.today), search }));
  return page('Visits of the past', <PastPage {...view} slug={asked.school.slug} keepDays={settingsOn(asked.today).keepVisitsDays} />, { look: 'wide', trail: trail(asked) });
}

async function expectedPage(asked: Asked<unknown>, again: { given?: Given; errors?: Errors } = {}): Promise<Reply> {
  const view = await asked.read(tx => expectedView(tx, { by: asked.reader.person!, today: asked.today, page: pageOf(asked) }));
  return page('Who is coming to see me?', <ExpectedPage {...view} slug={asked.school.slug} today={asked.today} given={again.given ?? { day: asked.today }} {...(again.errors ? { errors: again.errors } : {})} />, { look: 'wide', status: again.errors ? 422 : 200 });
}

async function kiosksPage(asked: Asked<unknown>, again: { place?: string; errors?: Errors } = {}): Promise<Reply> {
  const mine = await kioskHere(asked);
  const { kiosks, names } = await asked.read(async tx => {
    const running = await runningKiosks(tx, asked.now);
    return { kiosks: running, names: await starters(tx, running.map(kiosk => kiosk.startedBy)) };
  });
  return page('Kiosks', <KiosksPage slug={asked.school.slug} kiosks={kiosks} names={names} here={mine?.id ?? null} {...again} />, { status: again.errors ? 422 : 200, trail: trail(asked) });
}

const todayRoutes = (): Route[] => [
  get('/:school/visitors', {
    who: AT_DESK,
    page: async asked => {
      const view = await asked.read(tx => todayView(tx, { shown: shownOf(asked), today: asked.today, page: pageOf(asked) }));
      const mine = asked.reader.offices;
      return page('Visitors', <TodayPage {...view} slug={asked.school.slug} at={asked.now} mayKeep={holdsOne(mine, DESK_KEEPERS)} mayLook={holdsOne(mine, LOOKERS)} mayWifi={holdsOne(mine, WIFI_READERS)} />, { look: 'wide' });
    },
  }),
  get('/:school/visitors.csv', {
    who: AT_DESK,
    page: async asked => csv(`visitors-${shownOf(asked)}-${asked.today}.csv`, [HEAD, ...(await asked.read(tx => everybody(tx, { shown: shownOf(asked), today: asked.today }))).map(line)]),
  }),
  get('/:school/visitors/fire', {
    who: AT_DESK,
    page: async asked => page('Visitors on site', <FirePage slug={asked.school.slug} school={asked.school.name} at={asked.now} rows={await asked.read(tx => everybody(tx, { shown: 'on-site', today: asked.today }))} />, { look: 'wide', trail: trail(asked) }),
  }),
  get('/:school/visitors/:visit/badge', {
    who: AT_DESK, perMinute: 60,
    page: async asked => {
      const visit = await visitOf(asked);
      if (!visit?.arrivedAt || visit.leftAt) return NOT_FOUND;
      const names = await asked.read(tx => hostNames(tx, [visit]));
      return badgeReply({ school: asked.school.name, visit, host: visit.host === null ? null : names.get(visit.host) ?? null, code: null });
    },
  }),
  post('/:school/visitors/:visit/left', {
    who: KEEPING, form: noForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const visit = await visitOf(asked);
      if (!visit || !(await asked.change(tx => deeds.leave(tx, doing(asked), { visit: visit.id, how: 'office' })))) return NOT_FOUND;
      return goTo(here(asked), `${nameOf(visit)} is noted as gone.`);
    },
  }),
  post('/:school/visitors/:visit/back', {
    who: KEEPING, form: noForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const visit = await visitOf(asked);
      if (!visit || visit.day !== asked.today || !(await asked.change(tx => deeds.takeBackLeaving(tx, doing(asked), visit.id)))) return NOT_FOUND;
      return goTo(here(asked), `${nameOf(visit)} is on the list again.`);
    },
  }),
];

const pastRoutes = (): Route[] => [
  get('/:school/visitors/past', { who: LOOKING, page: asked => pastPage(asked) }),
  post('/:school/visitors/past', { who: LOOKING, form: searchForm, perMinute: 120, deed: asked => pastPage(asked, asked.form.search), again: asked => pastPage(asked) }),
  get('/:school/visitors/past.csv', {
    who: LOOKING,
    page: async asked => {
      const filter = pastFilter(asked.query, asked.today);
      return csv(`visits-${filter.from}-${filter.to}.csv`, [HEAD, ...(await asked.read(tx => pastRows(tx, filter))).map(line)]);
    },
  }),
];

const expectedRoutes = (): Route[] => [
  get('/:school/visitors/expected', { who: STAFF, page: asked => expectedPage(asked) }),
  post('/:school/visitors/expected', {
    who: STAFF, form: expectForm, perMinute: 60,
    deed: async asked => {
      if (asked.form.day < asked.today) return expectedPage(asked, { given: { ...asked.form, time: asked.form.time ?? '' }, errors: { day: 'This day is past' } });
      await asked.change(tx => deeds.expectVisitor(tx, doing(asked), { ...asked.form, host: asked.reader.person! }));
      return goTo(here(asked, '/expected'), `${asked.form.givenName} ${asked.form.familyName} is expected.`);
    },
    again: (asked, read) => expectedPage(asked, { given: read.raw, errors: read.errors }),
  }),
  post('/:school/visitors/expected/:visit/cancel', {
    who: STAFF, form: noForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const visit = await visitOf(asked);
      if (!visit || visit.expectedBy !== asked.reader.person || !(await asked.change(tx => deeds.cancelExpected(tx, doing(asked), visit.id)))) return NOT_FOUND;
      return goTo(here(asked, '/expected'), `${nameOf(visit)} is no longer expected.`);
    },
  }),
];

const kioskKeeping = (): Route[] => [
  get('/:school/visitors/kiosks', { who: KEEPING, page: asked => kiosksPage(asked) }),
  post('/:school/visitors/kiosks', {
    who: KEEPING, form: kioskForm,
    deed: async asked => {
      const { token, seconds } = await asked.change(async tx => {
        const started = await startKiosk(tx, doing(asked), asked.form.place);
        // Why: nothing of the office may be reached from the tablet afterwards.
        await signOut(tx, { school: asked.school.id, now: asked.now, userAgent: asked.userAgent }, { id: asked.reader.session!, person: asked.reader.person! });
        return started;
      });
      return { kind: 'redirect', to: `/${asked.school.slug}/kiosk`, cookies: [{ name: SESSION_COOKIE, value: null }, { name: KIOSK_COOKIE, value: token, maxAgeSeconds: seconds }] };
    },
    again: (asked: Asked<Body>, read) => kiosksPage(asked, { place: String(read.raw['place'] ?? ''), errors: read.errors }),
  }),
  post('/:school/visitors/kiosks/:kiosk/end', {
    who: KEEPING, form: noForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const id = asked.params['kiosk'] ?? '';
      if (!isId(id) || !(await asked.change(tx => endKiosk(tx, doing(asked), id)))) return NOT_FOUND;
      return goTo(here(asked, '/kiosks'), 'The kiosk has ended. Its tablet shows nothing any more.');
    },
  }),
];

export const registerRoutes = (_shared: Shared): Route[] => [...todayRoutes(), ...pastRoutes(), ...expectedRoutes(), ...kioskKeeping()];
