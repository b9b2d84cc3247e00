/** The addresses of the guest wifi: the pool for those who keep it, and a guest's own code. */
import { randomBytes } from 'node:crypto';
import { isId } from '../../../platform/ids.ts';
import { openSecret } from '../../../platform/secrets.ts';
import { csv, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { codeFrom, holdsOne, WIFI_GUESTS, WIFI_KEEPERS, WIFI_READERS } from '../decisions.ts';
import { codesForm, codesIn, faultInCodes, noForm } from '../forms.ts';
import { signedForAccess, type Here } from '../rules.ts';
import { settingsOn } from '../words.ts';
import { addWifiCodes, closeCodes, giveWifiCode, noteDownload, noteSwitchedOff, withdrawCode } from './deeds.ts';
import { AddCodesPage, MyWifiPage, PoolPage, shortOf, type Given } from './pages.tsx';
import { codeOf, countVouchers, holdersOf, listVouchers } from './reads.ts';
import type { VoucherState } from './words.ts';

const READING = offices(...WIFI_READERS);
const KEEPING = offices(...WIFI_KEEPERS);
const GUESTS = kinds(WIFI_GUESTS[0], ...WIFI_GUESTS.slice(1));
const PAGE = 50;
const MOST_OUT = 5_000;
const MOST_FILE = 100_000;
const MADE_SIGNS = 10;

const doing = (asked: Asked<unknown>) => ({ school: asked.school.id, by: asked.reader.person!, at: asked.now });
const home = (asked: Asked<unknown>) => `/${asked.school.slug}/visitors/wifi`;
const trail = (asked: Asked<unknown>) => [['Guest wifi', home(asked)]] as const;
const stateOf = (asked: Asked<unknown>): VoucherState => (asked.query['state'] === 'free' || asked.query['state'] === 'ended' ? asked.query['state'] : 'given');

async function poolPage(asked: Asked<unknown>, folder: string): Promise<Reply> {
  const state = stateOf(asked);
  const mayKeep = holdsOne(asked.reader.offices, WIFI_KEEPERS);
  const at = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
  const view = await asked.read(async tx => {
    const vouchers = await listVouchers(tx, { state, today: asked.today, limit: PAGE, offset: (at - 1) * PAGE });
    const names = await holdersOf(tx, vouchers);
    return { counts: await countVouchers(tx, asked.today), rows: vouchers.map(voucher => ({ voucher, holder: voucher.issuedTo === null ? null : names.get(voucher.issuedTo) ?? null })) };
  });
  // Why opened here: nobody can switch off in the wifi what they cannot name.
  const rows = await Promise.all(view.rows.map(async row => ({ ...row, code: state === 'ended' && mayKeep ? await openSecret(folder, row.voucher.id, row.voucher.closed) : null })));
  const body = <PoolPage {...view} rows={rows} slug={asked.school.slug} state={state} few={settingsOn(asked.today).fewCodes} page={at} pages={Math.max(1, Math.ceil(view.counts[state] / PAGE))} mayKeep={mayKeep} />;
  return page('Guest wifi', body, { look: 'wide' });
}

const addPage = (asked: Asked<unknown>, again: { given?: Given; errors?: Readonly<Record<string, string>> } = {}): Reply =>
  page('Add codes for the guest wifi', <AddCodesPage slug={asked.school.slug} given={again.given ?? { validDays: '1', how: 'paste' }} {...(again.errors ? { errors: again.errors } : {})} />, { status: again.errors ? 422 : 200, trail: trail(asked) });

export function wifiRoutes(shared: Shared): Route[] {
  const hereOf = (asked: Asked<unknown>): Here => ({ school: asked.school, vocabulary: shared.vocabulary, today: asked.today });
  const one = (work: (asked: Asked<unknown>, id: string) => Promise<boolean>, said: string) => async (asked: Asked<unknown>): Promise<Reply> => {
    const id = asked.params['voucher'] ?? '';
    return isId(id) && (await work(asked, id)) ? goTo(home(asked), said) : NOT_FOUND;
  };

  return [
    get('/:school/visitors/wifi', { who: READING, page: asked => poolPage(asked, shared.sealFolder) }),
    get('/:school/visitors/wifi.csv', {
      who: READING,
      page: async asked => {
        const rows = await asked.read(async tx => {
          const vouchers = await listVouchers(tx, { state: stateOf(asked), today: asked.today, limit: MOST_OUT, offset: 0 });
          const names = await holdersOf(tx, vouchers);
          return vouchers.map(voucher => [shortOf(voucher), voucher.network, voucher.issuedTo === null ? '' : names.get(voucher.issuedTo) ?? '', voucher.issuedOn, voucher.endsOn ?? voucher.lastDay, voucher.withdrawnWhy, voucher.switchedOffAt ? 'yes' : 'no']);
        });
        return csv(`guest-wifi-${stateOf(asked)}-${asked.today}.csv`, [['code', 'wifi', 'held by', 'given', 'good until', 'withdrawn', 'switched off, as reported'], ...rows]);
      },
    }),
    get('/:school/visitors/wifi/codes.csv', {
      who: KEEPING,
      page: async asked => {
        const vouchers = await asked.read(tx => listVouchers(tx, { state: 'free', today: asked.today, limit: MOST_OUT, offset: 0 }));
        const rows = [];
        for (const voucher of vouchers) rows.push([(await openSecret(shared.sealFolder, voucher.id, voucher.closed)) ?? 'cannot be opened', shortOf(voucher), voucher.network, voucher.validDays, voucher.lastDay]);
        // Why written down: whoever has this file can use the wifi.
        await asked.change(tx => noteDownload(tx, doing(asked), rows.length));
        return csv(`guest-wifi-codes-${asked.today}.csv`, [['code', 'number', 'wifi', 'good for days', 'last day'], ...rows]);
      },
    }),
    get('/:school/visitors/wifi/add', { who: KEEPING, page: async asked => addPage(asked) }),
    post('/:school/visitors/wifi/add', {
      who: KEEPING, form: codesForm, upload: { most: MOST_FILE },
      deed: async asked => {
        const { how, codes, count, ...of } = asked.form;
        const inFile = how === 'file' ? codesIn(new TextDecoder().decode(asked.upload?.bytes ?? new Uint8Array())) : [];
        const fault = how === 'file' ? faultInCodes(inFile) : null;
        if (fault !== null) return addPage(asked, { given: { ...of, how, validDays: String(of.validDays), lastDay: of.lastDay ?? '' }, errors: { file: fault } });
        const fresh = how === 'make' ? Array.from({ length: count }, () => codeFrom(randomBytes(MADE_SIGNS))) : how === 'file' ? inFile : codes;
        const closed = await closeCodes(shared.sealFolder, fresh, of);
        await asked.change(tx => addWifiCodes(tx, doing(asked), closed));
        return goTo(`${home(asked)}?state=free`, how === 'make' ? 'The codes are made. Download them and load them into the wifi.' : 'The codes are added.');
      },
      again: async (asked, read) => addPage(asked, { given: read.raw, errors: read.errors }),
    }),
    post('/:school/visitors/wifi/:voucher/withdraw', {
      who: KEEPING, form: noForm, again: async () => NOT_FOUND,
      deed: one((asked, id) => asked.change(tx => withdrawCode(tx, doing(asked), { id, today: asked.today })), 'The code is withdrawn here. Switch it off in the wifi too.'),
    }),
    post('/:school/visitors/wifi/:voucher/switched-off', {
      who: KEEPING, form: noForm, again: async () => NOT_FOUND,
      deed: one((asked, id) => asked.change(tx => noteSwitchedOff(tx, doing(asked), { id, today: asked.today })), 'Noted.'),
    }),

    get('/:school/wifi', {
      who: GUESTS,
      page: async asked => {
        const person = asked.reader.person!;
        const view = await asked.read(async tx => ({ code: await codeOf(tx, { person, today: asked.today, folder: shared.sealFolder }), standing: await signedForAccess(tx, hereOf(asked), { person, names: asked.reader.kinds }) }));
        return page('Guest wifi', <MyWifiPage {...view} slug={asked.school.slug} said={asked.query['said'] === 'none-left' ? 'none-left' : 'not-asked'} />);
      },
    }),
    post('/:school/wifi', {
      who: GUESTS, form: noForm, perMinute: 20, again: async () => NOT_FOUND,
      deed: async asked => {
        const given = await asked.change(tx => giveWifiCode(tx, hereOf(asked), { person: asked.reader.person!, names: asked.reader.kinds, visit: null, endsOn: '9999-12-31', at: asked.now }));
        return goTo(`/${asked.school.slug}/wifi${given === 'none-left' ? '?said=none-left' : ''}`);
      },
    }),
  ];
}
