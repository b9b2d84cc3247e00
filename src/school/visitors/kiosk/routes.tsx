/** The addresses of the tablet at reception. Without the tablet's own cookie they are not there. */
import { isId } from '../../../platform/ids.ts';
import { ENGLISH, isLanguage, spoken } from '../../../platform/languages/index.ts';
import { EVERYONE, get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { fullName } from '../../people/index.ts';
import type { Shared } from '../../feature.ts';
import { badgeReply } from '../badge.ts';
import { LEAST_LETTERS, saidIn, tidyCode, unsaid, type Said } from '../decisions.ts';
import * as deeds from '../deeds.ts';
import { agreeForm, arriveForm, languageForm, leaveForm } from '../forms.ts';
import { drawQr } from '../qr.tsx';
import type { Here } from '../rules.ts';
import { makeSupplyLink } from '../supply/deeds.ts';
import { settingsOn, type Kiosk } from '../words.ts';
import { codeOf } from '../wifi/reads.ts';
import { DonePage, OwnDevicePage, type WifiSaid } from './done-pages.tsx';
import type { Given } from './frame.tsx';
import { ArrivePage, ClosePage, LeavePage, StartPage } from './pages.tsx';
import { RulesPage } from './signing-pages.tsx';
import { arrivedAt, arrivingAt, findByCode, kioskOfToken, onSiteNamed } from './reads.ts';

export const KIOSK_COOKIE = 'kiosk';

/** The kiosk that this device is, or null. */
export async function kioskHere(asked: Asked<unknown>): Promise<Kiosk | null> {
  const token = asked.cookies[KIOSK_COOKIE];
  return token ? asked.read(tx => kioskOfToken(tx, token, asked.now)) : null;
}

/** What the tablet spoke before a guest chose a language. */
const BEFORE = 'kiosk-language-before';
const NONE = 'none';
const A_YEAR = 365 * 24 * 3600;

const LOOK = { look: 'kiosk', withoutBox: true } as const;

/** Runs where this device is a kiosk of the school; elsewhere there is nothing. */
const atKiosk = <Form, More extends unknown[]>(work: (asked: Asked<Form>, kiosk: Kiosk, ...more: More) => Promise<Reply>) => async (asked: Asked<Form>, ...more: More): Promise<Reply> => {
  const kiosk = await kioskHere(asked);
  return kiosk ? work(asked, kiosk, ...more) : NOT_FOUND;
};

const WHY_HOST = {
  short: `Type at least ${LEAST_LETTERS} letters of the name`, nobody: 'Nobody of that name works here. Try fewer letters, or leave it empty',
  many: 'Several people have a name like that. Type more of it', which: 'Choose whom you visit',
} as const;

export function kioskRoutes(shared: Shared): Route[] {
  const { vocabulary } = shared;
  const hereOf = (asked: Asked<unknown>): Here => ({ school: asked.school, vocabulary, today: asked.today, ...(spoken() === ENGLISH ? {} : { language: spoken().code }) });
  const at = (asked: Asked<unknown>, kiosk: Kiosk): deeds.AtKiosk => ({ ...hereOf(asked), kiosk, at: asked.now });
  const doing = (asked: Asked<unknown>) => ({ school: asked.school.id, by: 'countersign', at: asked.now });
  const home = (asked: Asked<unknown>) => `/${asked.school.slug}/kiosk`;
  const visitId = (asked: Asked<unknown>): string | null => (isId(asked.params['visit'] ?? '') ? asked.params['visit']! : null);

  const arrivePage = (asked: Asked<unknown>, again: { given?: Given; errors?: Readonly<Record<string, string>>; hosts?: readonly { id: string; name: string }[] } = {}): Reply =>
    page('Who are you, and whom do you visit?', <ArrivePage slug={asked.school.slug} given={again.given ?? {}} {...again} />, { ...LOOK, status: again.errors ? 422 : 200 });

  const rulesPage = async (asked: Asked<unknown>, kiosk: Kiosk, again: { errors?: Readonly<Record<string, string>>; said?: Said; typedName?: string; changed?: boolean } = {}): Promise<Reply> => {
    const id = visitId(asked);
    const arriving = id && (await asked.read(tx => arrivingAt(tx, { ...hereOf(asked), kiosk }, id)));
    if (!arriving) return goTo(home(asked));
    const { visit, host, knownAs, rules, stint } = arriving;
    const errors = { ...again.errors, ...(again.said ? unsaid(rules.sheets, again.said) : {}) };
    const body = <RulesPage slug={asked.school.slug} visit={visit} host={host} knownAs={knownAs} short={rules.short} sheets={rules.sheets} hash={rules.hash} ownDevice={stint !== null} {...again} errors={errors} />;
    return page(rules.hash === null ? 'Is this right?' : 'Our rules for you', body, { ...LOOK, status: Object.keys(errors).length > 0 ? 422 : again.changed ? 409 : 200 });
  };

  const ownDevicePage = async (asked: Asked<unknown>, kiosk: Kiosk): Promise<Reply> => {
    const arriving = await asked.read(tx => arrivingAt(tx, { ...hereOf(asked), kiosk }, visitId(asked)!));
    if (!arriving?.stint) return goTo(home(asked));
    const { token, expiresAt } = await asked.change(tx => makeSupplyLink(tx, doing(asked), { stint: arriving.stint!, from: asked.today }));
    const qr = await drawQr(`${asked.origin}/${asked.school.slug}/supply/${token}`, 'A code for the camera of your own device');
    return page('Read and sign on your own device', <OwnDevicePage slug={asked.school.slug} visit={arriving.visit} qr={qr} until={expiresAt} />, LOOK);
  };

  const donePage = async (asked: Asked<unknown>, kiosk: Kiosk): Promise<Reply> => {
    const id = visitId(asked);
    const arrived = id && (await asked.read(async tx => {
      const found = await arrivedAt(tx, { kiosk: kiosk.id, now: asked.now, today: asked.today }, id);
      return found && { ...found, code: found.visit.person && found.visit.wantsAccess ? await codeOf(tx, { person: found.visit.person, today: asked.today, folder: shared.sealFolder }) : null };
    }));
    if (!arrived) return goTo(home(asked));
    const said = asked.query['wifi'] ?? '';
    const wifi: WifiSaid = arrived.visit.wantsAccess && (said === 'none-left' || said === 'sign-first' || said === 'no-rules') ? said : 'not-asked';
    return page('You are signed in', <DonePage slug={asked.school.slug} school={asked.school.name} {...arrived} wifi={wifi} />, LOOK);
  };

  const welcome = (asked: Asked<unknown>, kiosk: Kiosk): Reply => page('Welcome', <StartPage slug={asked.school.slug} school={asked.school.name} place={kiosk.place} keepDays={settingsOn(asked.today).keepVisitsDays} />, LOOK);
  /** The tablet speaks again what it spoke before a guest chose a language. */
  const asItWas = (asked: Asked<unknown>): Reply => {
    const before = asked.cookies[BEFORE];
    return { kind: 'redirect', to: home(asked), cookies: [{ name: 'language', value: isLanguage(before) ? before : null, ...(isLanguage(before) ? { maxAgeSeconds: A_YEAR } : {}) }, { name: BEFORE, value: null }] };
  };

  const leavePage = async (asked: Asked<unknown>, errors?: Readonly<Record<string, string>>): Promise<Reply> =>
    page('Goodbye', <LeavePage slug={asked.school.slug} {...(errors ? { errors } : {})} />, { ...LOOK, status: errors ? 422 : 200 });

  return [
    get('/:school/kiosk', {
      who: EVERYONE,
      page: atKiosk(async (asked, kiosk) => (asked.cookies[BEFORE] === undefined ? welcome(asked, kiosk) : asItWas(asked))),
    }),
    post('/:school/kiosk/language', {
      who: EVERYONE, form: languageForm, perMinute: 60,
      deed: atKiosk(async asked => ({ kind: 'redirect', to: `${home(asked)}/arrive`, cookies: [{ name: 'language', value: asked.form.language }, { name: BEFORE, value: asked.cookies[BEFORE] ?? asked.cookies['language'] ?? NONE }] })),
      again: atKiosk(async asked => goTo(home(asked))),
    }),
    get('/:school/kiosk/close', { who: EVERYONE, page: atKiosk(async (asked, kiosk) => page('Only the office closes this kiosk', <ClosePage slug={asked.school.slug} place={kiosk.place} />, LOOK)) }),

    get('/:school/kiosk/arrive', { who: EVERYONE, page: atKiosk(async asked => arrivePage(asked)) }),
    post('/:school/kiosk/arrive', {
      who: EVERYONE, form: arriveForm, perMinute: 60,
      deed: atKiosk(async (asked, kiosk) => {
        const { access, ...typed } = asked.form;
        const begun = await asked.change(tx => deeds.beginVisit(tx, at(asked, kiosk), { ...typed, wantsAccess: access }));
        if ('visit' in begun) return goTo(`${home(asked)}/visit/${begun.visit}`);
        const { why, among } = begun.host;
        const given = { ...typed, hostId: '', access: access ? 'yes' : 'no' };
        return arrivePage(asked, { given, errors: { [why === 'which' ? 'hostId' : 'host']: WHY_HOST[why] }, hosts: among.map(person => ({ id: person.id, name: fullName(person) })) });
      }),
      again: atKiosk(async (asked: Asked<Body>, _kiosk: Kiosk, read: { errors: Readonly<Record<string, string>> }) => arrivePage(asked, { given: asked.form, errors: read.errors })),
    }),

    get('/:school/kiosk/visit/:visit', { who: EVERYONE, page: atKiosk((asked, kiosk) => rulesPage(asked, kiosk)) }),
    post('/:school/kiosk/visit/:visit', {
      who: EVERYONE, form: agreeForm, perMinute: 60,
      deed: atKiosk(async (asked, kiosk) => {
        const [visit, { do: what, typedName, drawing, hash }, said] = [visitId(asked), asked.form, saidIn(asked.form)];
        if (!visit) return goTo(home(asked));
        const of = { visit, kiosk: kiosk.id };
        if (what === 'stop') {
          await asked.change(tx => deeds.stopArrival(tx, doing(asked), of));
          return goTo(home(asked));
        }
        if (what === 'not-me') {
          await asked.change(tx => deeds.notThatPerson(tx, doing(asked), of));
          return goTo(`${home(asked)}/visit/${visit}`);
        }
        if (what === 'own-device') return ownDevicePage(asked, kiosk);
        const done = await asked.change(tx => deeds.arrive(tx, at(asked, kiosk), { visit, hash, said, typedName, drawing: drawing || null }));
        if (!done.ok && done.why === 'unticked') return rulesPage(asked, kiosk, { said, typedName });
        if (!done.ok) return done.why === 'changed' ? rulesPage(asked, kiosk, { changed: true }) : goTo(home(asked));
        return goTo(`${home(asked)}/visit/${visit}/done${done.wifi === null || done.wifi === 'given' ? '' : `?wifi=${done.wifi}`}`);
      }),
      again: atKiosk((asked: Asked<Body>, kiosk: Kiosk, read: { errors: Readonly<Record<string, string>> }) => rulesPage(asked, kiosk, { errors: read.errors, said: saidIn(asked.form), typedName: String(asked.form['typedName'] ?? '') })),
    }),
    get('/:school/kiosk/visit/:visit/done', { who: EVERYONE, page: atKiosk(donePage) }),
    get('/:school/kiosk/visit/:visit/badge', {
      who: EVERYONE, perMinute: 20,
      page: atKiosk(async (asked, kiosk) => {
        const id = visitId(asked);
        const found = id && (await asked.read(async tx => {
          const arrived = await arrivedAt(tx, { kiosk: kiosk.id, now: asked.now, today: asked.today }, id);
          return arrived && { ...arrived, code: arrived.visit.person && arrived.visit.wantsAccess ? await codeOf(tx, { person: arrived.visit.person, today: asked.today, folder: shared.sealFolder }) : null };
        }));
        return found ? badgeReply({ school: asked.school.name, ...found }) : NOT_FOUND;
      }),
    }),

    get('/:school/kiosk/leave', { who: EVERYONE, page: atKiosk(asked => leavePage(asked)) }),
    post('/:school/kiosk/leave', {
      who: EVERYONE, form: leaveForm, perMinute: 30,
      deed: atKiosk(async asked => {
        const { badge } = asked.form;
        const found = await asked.read(async tx => {
          const byCode = await findByCode(tx, asked.today, tidyCode(badge));
          return byCode ? [byCode] : onSiteNamed(tx, badge);
        });
        const [visit] = found;
        if (!visit) return leavePage(asked, { badge: 'Nobody with this code or name is signed in. Check it, or ask at the desk' });
        if (found.length > 1) return leavePage(asked, { badge: 'More than one visitor has this name. Type the code on your badge' });
        await asked.change(tx => deeds.leave(tx, { ...doing(asked), by: visit.person ?? 'countersign' }, { visit: visit.id, how: 'self' }));
        return goTo(home(asked), 'You are signed out. Goodbye.');
      }),
      again: atKiosk((asked: Asked<Body>, _kiosk: Kiosk, read: { errors: Readonly<Record<string, string>> }) => leavePage(asked, read.errors)),
    }),
  ];
}
