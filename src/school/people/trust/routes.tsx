/** The addresses of a trust. At a school of no trust nothing is there. */
import * as z from 'zod';
import { inSchool, readSchool } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import { LONGEST_MS, open, SESSION_COOKIE, sessionOf, signOut } from '../../../sign-in/index.ts';
import type { Shared } from '../../feature.ts';
import { findPerson, namesOf, peopleWithEmail, readerOf } from '../reads.ts';
import { doingOf } from '../routes/people.tsx';
import * as deeds from './deeds.ts';
import { MySchoolsPage, TrustPage } from './pages.tsx';
import { asksOf, asksWaiting, elsewhereOf, findAsk, listTied, sisterSchools, trustOf } from './reads.ts';
import type { TrustAsk } from './words.ts';

/** Whoever may be at two schools; a pupil is at one. */
const MANY = kinds('staff', 'governor', 'trustee', 'parent');
const TRUST_OFFICE = offices('head', 'office');
const MOST_TIED = 500;

const id = z.string().refine(isId);
const askForm = formOf(z.object({ school: z.string('Choose a school').refine(isId, 'Choose a school'), email: z.email('Enter an e-mail address like name@example.org').max(200, 'Use 200 letters or fewer') }));
const schoolForm = formOf(z.object({ school: id }));
const oneAskForm = formOf(z.object({ ask: id }));
const partForm = formOf(z.object({ school: id, person: id }));
const noForm = formOf(z.object({}));

const mine = (asked: Asked<unknown>): string => `/${asked.school.slug}/my-schools`;
const trusts = (asked: Asked<unknown>): string => `/${asked.school.slug}/trust`;

async function mySchoolsPage(asked: Asked<unknown>, again?: { given: { school: string; email: string }; errors: Readonly<Record<string, string>> }): Promise<Reply> {
  const person = asked.reader.person!;
  const view = await asked.read(async tx => ({ trust: await trustOf(tx, asked.school.id), sisters: await sisterSchools(tx, asked.school.id), elsewhere: await elsewhereOf(tx, person), asks: await asksOf(tx, person), me: await findPerson(tx, person, asked.today) }));
  if (!view.trust) return NOT_FOUND;
  const given = again?.given ?? { school: '', email: view.me?.email ?? '' };
  return page('My schools', <MySchoolsPage slug={asked.school.slug} school={asked.school.name} {...view} given={given} errors={again?.errors ?? {}} />, { status: again ? 422 : 200 });
}

async function askForSchool(asked: Asked<{ school: string; email: string }>): Promise<Reply> {
  const { school, email } = asked.form;
  const done = await asked.change(async tx => {
    const me = await findPerson(tx, asked.reader.person!, asked.today);
    return deeds.askTrust(tx, doingOf(asked), { name: asked.reader.name, email: me?.email ?? '', toSchool: school, toEmail: email });
  });
  return done ? goTo(mine(asked), 'The trust’s office is asked.') : NOT_FOUND;
}

/** Goes to another school of one's own: the session here ends, and one begins there that has shown no more than this one. */
async function goToSchool(asked: Asked<{ school: string }>, { vocabulary }: Shared): Promise<Reply> {
  const { elsewhere, live } = await asked.read(async tx => ({
    elsewhere: (await elsewhereOf(tx, asked.reader.person!)).find(one => one.id === asked.form.school), live: await sessionOf(tx, asked.cookies[SESSION_COOKIE] ?? '', asked.now),
  }));
  if (!elsewhere || !live) return NOT_FOUND;
  const { secondFactor, persona } = live.session;
  const token = await inSchool(asked.db, elsewhere.id, async tx => {
    // Why asked there too: who has left that school does not come in through this one.
    const there = await readerOf(tx, { person: elsewhere.person, today: asked.today, vocabulary });
    return there && open(tx, { school: elsewhere.id, now: asked.now, userAgent: asked.userAgent }, elsewhere.person, persona ? 'persona' : secondFactor ? 'second-factor' : 'one-factor');
  });
  if (!token) return goTo(mine(asked), 'You are not at that school today.');
  await asked.change(tx => signOut(tx, { school: asked.school.id, now: asked.now, userAgent: asked.userAgent }, live.session));
  return { kind: 'redirect', to: `/${elsewhere.slug}`, cookies: [{ name: SESSION_COOKIE, value: token, maxAgeSeconds: LONGEST_MS / 1000 }] };
}

/** Who at the other school has the address that was given: exactly one, or nobody. */
async function foundAt(asked: Asked<unknown>, ask: TrustAsk): Promise<{ person: string; name: string } | null> {
  return readSchool(asked.db, ask.toSchool, async tx => {
    const [person, ...others] = await peopleWithEmail(tx, ask.toEmail, asked.today);
    if (!person || others.length > 0) return null;
    return { person, name: (await namesOf(tx, [person])).get(person) ?? '' };
  });
}

async function trustPage(asked: Asked<unknown>, error?: string): Promise<Reply> {
  const { trust, asks, tied } = await asked.read(async tx => ({ trust: await trustOf(tx, asked.school.id), asks: await asksWaiting(tx, asked.school.id), tied: await listTied(tx, asked.school.id, MOST_TIED) }));
  if (trust !== asked.school.id) return NOT_FOUND;
  const found = [];
  for (const ask of asks) found.push({ ...ask, found: (await foundAt(asked, ask))?.name ?? null });
  const names = new Map<string, string>();
  for (const school of new Set(tied.map(one => one.school))) {
    const here = await readSchool(asked.db, school, tx => namesOf(tx, tied.filter(one => one.school === school).map(one => one.person)));
    for (const [person, name] of here) names.set(person, name);
  }
  return page('People at several schools', <TrustPage slug={asked.school.slug} asks={found} tied={tied.map(one => ({ ...one, name: names.get(one.person) ?? '' }))} error={error} />, { look: 'wide', status: error ? 422 : 200 });
}

/** The ask a form of the trust's office names, or null: another trust's, or none. */
const askHere = (asked: Asked<{ ask: string }>): Promise<TrustAsk | null> => asked.read(async tx => ((await trustOf(tx, asked.school.id)) === asked.school.id ? findAsk(tx, asked.form.ask) : null));

async function confirm(asked: Asked<{ ask: string }>): Promise<Reply> {
  const ask = await askHere(asked);
  if (!ask) return NOT_FOUND;
  const found = await foundAt(asked, ask);
  if (!found) return trustPage(asked, 'Nobody at the other school has this address any more');
  const done = await asked.change(tx => deeds.confirmIdentity(tx, doingOf(asked), { ask, person: found.person }));
  if (!done) return trustPage(asked, 'One of the two is known as somebody else already. Part them first');
  await inSchool(asked.db, ask.fromSchool, tx => deeds.noteTied(tx, { school: ask.fromSchool, person: ask.fromPerson, at: asked.now }));
  await inSchool(asked.db, ask.toSchool, tx => deeds.noteTied(tx, { school: ask.toSchool, person: found.person, at: asked.now }));
  return goTo(trusts(asked), `${ask.fromName} is known at both schools now.`);
}

async function partAgain(asked: Asked<{ school: string; person: string }>): Promise<Reply> {
  const done = await asked.change(async tx => (await trustOf(tx, asked.school.id)) === asked.school.id && deeds.partIdentity(tx, doingOf(asked), asked.form));
  return done ? goTo(trusts(asked), 'Parted. Each school keeps its own person.') : NOT_FOUND;
}

export const trustRoutes = (shared: Shared): Route[] => [
  get('/:school/my-schools', { who: MANY, page: asked => mySchoolsPage(asked) }),
  post('/:school/my-schools/ask', {
    who: MANY, form: askForm, deed: askForSchool,
    again: (asked, { raw, errors }) => mySchoolsPage(asked, { given: { school: String(raw['school'] ?? ''), email: String(raw['email'] ?? '') }, errors }),
  }),
  post('/:school/my-schools/cancel', {
    who: MANY, form: oneAskForm, again: async () => NOT_FOUND,
    deed: async asked => ((await asked.change(tx => deeds.cancelAsk(tx, doingOf(asked), asked.form.ask))) ? goTo(mine(asked), 'Taken back.') : NOT_FOUND),
  }),
  post('/:school/my-schools/go', { who: MANY, form: schoolForm, deed: asked => goToSchool(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/my-schools/part', {
    who: MANY, form: noForm, again: async () => NOT_FOUND,
    deed: async asked => ((await asked.change(tx => deeds.partIdentity(tx, doingOf(asked), { school: asked.school.id, person: asked.reader.person! }))) ? goTo(mine(asked), 'Done. Each school keeps its own person.') : NOT_FOUND),
  }),
  get('/:school/trust', { who: TRUST_OFFICE, page: asked => trustPage(asked) }),
  post('/:school/trust/confirm', { who: TRUST_OFFICE, form: oneAskForm, deed: confirm, again: async () => NOT_FOUND }),
  post('/:school/trust/refuse', {
    who: TRUST_OFFICE, form: oneAskForm, again: async () => NOT_FOUND,
    deed: async asked => {
      const ask = await askHere(asked);
      if (!ask) return NOT_FOUND;
      await asked.change(tx => deeds.refuseIdentity(tx, doingOf(asked), ask));
      return goTo(trusts(asked), 'Refused. Nothing is tied.');
    },
  }),
  post('/:school/trust/part', { who: TRUST_OFFICE, form: partForm, deed: partAgain, again: async () => NOT_FOUND }),
];
