/** The addresses of setting a school up. */
import * as z from 'zod';
import { formOf, get, goTo, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { STAND_INS, type StandIn } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { isHeld, listHolders, listStandIns, mayGiveOffices, OFFICE_GIVERS, setStandIns, type StandInLine } from '../../people/index.ts';
import { WRITERS } from '../decisions.ts';
import { rulesInForce } from '../reads.ts';
import { NobodyPage, SetUpPage } from './pages.tsx';
import { clausesNamingNobody, stepsOf, vacantEverywhere } from './reads.ts';

export const SET_UP_READERS = offices('head', ...WRITERS, 'office');
const GIVERS = offices(...OFFICE_GIVERS);

const askOf = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today });

async function setUpPage(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const ask = askOf(asked, shared);
  const view = await asked.read(async tx => ({ steps: await stepsOf(tx, ask), vacant: await vacantEverywhere(tx, ask) }));
  return page('Set the school up', <SetUpPage slug={asked.school.slug} school={asked.school.name} {...view} />);
}

/** Real offices of the school that can answer, those with a holder first. */
async function nobodyView(asked: Asked<unknown>, shared: Shared) {
  const { vocabulary } = shared;
  return asked.read(async tx => {
    const holders = await listHolders(tx, asked.today);
    const said = await listStandIns(tx);
    const { rulebook } = await rulesInForce(tx, askOf(asked, shared));
    const real = [...vocabulary.offices.values()].filter(office => isHeld(office.name, vocabulary) && !(STAND_INS as readonly string[]).includes(office.name));
    const all = real.map(({ name, title }) => ({ office: name, title, holders: holders.filter(holder => holder.office === name).map(holder => holder.name) }));
    // Why the rulebook too: a school that named a person sees the office through which that person answers.
    const wholeOf = (standIn: StandIn) => said.find(line => line.standIn === standIn && line.clause === '')?.office ?? /^office:(.+)$/.exec(rulebook.school.offices[standIn] ?? '')?.[1];
    const whole = Object.fromEntries(STAND_INS.flatMap(standIn => { const office = wholeOf(standIn); return office ? [[standIn, office]] : []; }));
    return { clauses: await clausesNamingNobody(tx, askOf(asked, shared)), whole, offices: all.sort((a, b) => Number(b.holders.length > 0) - Number(a.holders.length > 0)) };
  });
}

async function nobodyPage(asked: Asked<unknown>, shared: Shared, errors: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const view = await nobodyView(asked, shared);
  return page('Who answers', <NobodyPage slug={asked.school.slug} vocabulary={shared.vocabulary} {...view} mayGive={mayGiveOffices(asked.reader.offices)} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Set the school up', `/${asked.school.slug}/set-up`]] });
}

const anyFields = formOf(z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()));

async function saveNobody(asked: Asked<Readonly<Record<string, string | readonly string[] | undefined>>>, shared: Shared): Promise<Reply> {
  const { clauses, offices: real } = await nobodyView(asked, shared);
  const known = new Set(real.map(one => one.office));
  const chosen = (field: string): string => { const value = asked.form[field]; return typeof value === 'string' && known.has(value) ? value : ''; };
  const used = STAND_INS.filter(standIn => clauses.some(one => one.standIn === standIn));
  const missing = used.filter(standIn => chosen(`all-${standIn}`) === '');
  if (missing.length > 0 || used.length === 0) return nobodyPage(asked, shared, Object.fromEntries(missing.map(standIn => [`all-${standIn}`, 'Choose the office that answers'])));
  const lines: StandInLine[] = [
    ...used.map(standIn => ({ standIn, clause: '', office: chosen(`all-${standIn}`) })),
    ...clauses.map(one => ({ standIn: one.standIn, clause: one.clause, office: chosen(`for-${one.standIn}-${one.clause}`) })).filter(line => line.office !== ''),
  ];
  await asked.change(tx => setStandIns(tx, { school: asked.school.id, by: asked.reader.person!, at: asked.now }, lines));
  return goTo(`/${asked.school.slug}/set-up/nobody`, 'Saved. Readers see these offices from now on.');
}

export const setUpRoutes = (shared: Shared): Route[] => [
  get('/:school/set-up', { who: SET_UP_READERS, page: asked => setUpPage(asked, shared) }),
  get('/:school/set-up/nobody', { who: SET_UP_READERS, page: asked => nobodyPage(asked, shared) }),
  post('/:school/set-up/nobody', { who: GIVERS, form: anyFields, deed: asked => saveNobody(asked, shared), again: asked => nobodyPage(asked, shared) }),
];
