/** The addresses of account alarms. Signed out it is never told whether anybody of a name exists. */
import type { Tx } from '../../../platform/database/index.ts';
import { EVERYONE, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import { makeLink, SESSION_COOKIE, type Door } from '../../../sign-in/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listPeople, namesOf } from '../../people/index.ts';
import { kindWords as kindOfPerson } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { doingAs, openConcern } from '../deeds/open.ts';
import type { Opened, Panels, ToldWords } from '../words.ts';
import { accountsDealtWith, alarmWasMistaken, confirmAlarm, raiseAlarm, sendNewLink, type AlarmGiven } from './deeds.ts';
import { alarmForm, confirmForm, findForm, noForm, pressForm, wordsForm } from './forms.ts';
import { AlarmPage, drawAlarm, FoundPage, RaisedPage } from './pages.tsx';
import { findAlarm } from './reads.ts';
import type { Alarm } from './words.ts';

const title = (): string => 'Somebody is using my account';
const MOST_FOUND = 20;
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/my-account-is-used`;
const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;
const doorOf = (asked: Asked<unknown>): Door => ({ school: asked.school.id, now: asked.now, userAgent: asked.userAgent });

export const alarmRoutes = (shared: Shared): Route[] => [
  get('/:school/my-account-is-used', { who: EVERYONE, page: async asked => show(asked, {}, {}) }),
  post('/:school/my-account-is-used', { who: EVERYONE, form: alarmForm, perMinute: 10, deed: asked => raise(asked, shared), again: async (asked, { errors, raw }) => show(asked, raw, errors) }),
  post('/:school/my-account-is-used/now', { who: SIGNED_IN, halfWay: true, form: pressForm, deed: asked => endIt(asked, shared), again: async (asked, { errors, raw }) => show(asked, raw, errors) }),
  post('/:school/concerns/:concern/account-find', { who: SIGNED_IN, form: findForm, deed: asked => find(asked, shared, { name: asked.form.name, errors: {} }), again: (asked, { errors, raw }) => find(asked, shared, { name: String(raw['name'] ?? ''), errors }) }),
  post('/:school/concerns/:concern/account-confirm', { who: SIGNED_IN, form: confirmForm, deed: asked => confirm(asked, shared), again: (asked, { errors }) => find(asked, shared, { name: '', errors }) }),
  post('/:school/concerns/:concern/account-mistaken', { who: SIGNED_IN, form: wordsForm, deed: asked => mistaken(asked, shared), again: (asked, { errors }) => missing(asked, shared, errors) }),
  post('/:school/concerns/:concern/account-done', { who: SIGNED_IN, form: wordsForm, deed: asked => done(asked, shared), again: (asked, { errors }) => missing(asked, shared, errors) }),
  post('/:school/concerns/:concern/account-link', { who: SIGNED_IN, form: noForm, deed: asked => link(asked, shared), again: async () => NOT_FOUND }),
];

const show = (asked: Asked<unknown>, raw: Body, errors: FieldErrors): Reply =>
  page(title(), <AlarmPage base={baseOf(asked)} name={asked.reader.person === null ? null : asked.reader.name} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, withoutBox: true });

async function raise(asked: Asked<AlarmGiven>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  await asked.change(tx => raiseAlarm(tx, { ...doing, by: null }, { ...asked.form, person: null, who: [] }));
  return page(title(), <RaisedPage slug={asked.school.slug} />, { withoutBox: true });
}

/** The person is signed in and says so: that is confirmation enough for what is theirs. */
async function endIt(asked: Asked<{ noticed: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const person = asked.reader.person!;
  const { slug } = asked.school;
  const token = await asked.change(async tx => {
    const concern = await raiseAlarm(tx, doing, { account: asked.reader.name, noticed: asked.form.noticed, reach: '', person, who: [...asked.reader.kinds, ...asked.reader.offices] });
    const ended = await confirmAlarm(tx, { ...doing, by: person }, { concern, alarm: (await findAlarm(tx, concern))!, person, door: doorOf(asked) });
    return ended?.hadPassword ? makeLink(tx, doorOf(asked), { person, by: person }) : null;
  });
  const cookies = [{ name: SESSION_COOKIE, value: null }];
  return token === null
    ? { kind: 'redirect', to: `/${slug}/sign-in`, cookies, notice: 'You are signed out everywhere, and those who look after accounts are told. Sign in again, and look whether all your passkeys are yours.' }
    : { kind: 'redirect', to: `/${slug}/set-password/${token}`, cookies, notice: 'You are signed out everywhere, and those who look after accounts are told. Now choose a new password.' };
}

interface Looking { readonly tx: Tx; readonly opened: Opened; readonly alarm: Alarm; readonly doing: ReturnType<typeof doingAs> & { readonly by: string } }

/** Opens the concern for somebody who deals with all of it; 404 for everybody else. */
async function looking(asked: Asked<unknown>, shared: Shared, work: (of: Looking) => Promise<Reply>): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '');
    const alarm = opened?.whole ? await findAlarm(tx, opened.concern.id) : null;
    return opened && alarm ? work({ tx, opened, alarm, doing: { ...doingAs(asking), by: asked.reader.person! } }) : NOT_FOUND;
  });
}

const find = (asked: Asked<unknown>, shared: Shared, { name, errors }: { readonly name: string; readonly errors: FieldErrors }): Promise<Reply> => looking(asked, shared, async ({ tx }) => {
  const people = name === '' ? [] : await listPeople(tx, { day: asked.today, search: name, limit: MOST_FOUND });
  const found = people.map(one => ({ id: one.id, name: fullName(one), what: one.place?.class ?? one.kinds.map(kind => kindOfPerson(kind, shared.vocabulary)).join(', ') }));
  return page('Is it true?', <FoundPage base={hereOf(asked)} name={name} found={found} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Back to the concern', hereOf(asked)]] });
});

const confirm = (asked: Asked<{ person: string; mailbox: 'theirs' | 'unsure' }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, alarm, doing }) => {
  const { person, mailbox } = asked.form;
  if ((await listPeople(tx, { day: asked.today, ids: [person], limit: 1 })).length === 0) return NOT_FOUND;
  const ended = await confirmAlarm(tx, doing, { concern: opened.concern.id, alarm, person, door: doorOf(asked) });
  if (!ended) return goTo(hereOf(asked), 'Somebody has decided it already.');
  const sent = mailbox === 'theirs' && await sendNewLink(tx, doing, { concern: opened.concern.id, person, door: doorOf(asked) });
  return goTo(hereOf(asked), sent ? 'They are signed out everywhere, and a link for a new password is on its way to them.' : 'They are signed out everywhere. No link was sent.');
});

const mistaken = (asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, alarm, doing }) =>
  goTo(hereOf(asked), await alarmWasMistaken(tx, doing, { concern: opened.concern.id, alarm, words: asked.form.words }) ? 'Noted. Nothing was changed.' : 'Somebody has decided it already.'));

const done = (asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, doing }) =>
  goTo(hereOf(asked), await accountsDealtWith(tx, doing, { concern: opened.concern.id, words: asked.form.words, person: shutOf(opened) }) ? 'Noted.' : 'It is noted already, or not confirmed yet.'));

/** The person stands, locked, in the entry of the confirmation. */
function shutOf(opened: Opened): string | null {
  const person = opened.entries.find(entry => entry.sort === 'account-shut')?.words['person'];
  return typeof person === 'string' ? person : null;
}

const link = (asked: Asked<unknown>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, doing }) => {
  const person = shutOf(opened);
  const sent = person !== null && await sendNewLink(tx, doing, { concern: opened.concern.id, person, door: doorOf(asked) });
  return goTo(hereOf(asked), sent ? 'The link is on its way to them.' : 'No link was sent: they have no mailbox here, or it is not confirmed yet.');
});

/** Nothing was written: the piece of the page again, with what to mend at its head. */
const missing = (asked: Asked<unknown>, shared: Shared, errors: FieldErrors): Promise<Reply> => looking(asked, shared, async ({ tx, opened, alarm }) =>
  page(title(), drawAlarm({ ...await panelView(tx, asked, opened, alarm), errors }), { status: 422, trail: [['Back to the concern', hereOf(asked)]] }));

async function panelView(tx: Tx, asked: Asked<unknown>, opened: Opened, alarm: Alarm) {
  const names = await namesOf(tx, [alarm.decidedBy, alarm.accountsDoneBy, opened.report.reporter].filter(id => id !== null));
  const told = opened.entries.find(entry => entry.sort === 'report')?.words as ToldWords | undefined;
  const nameOf = (id: string | null) => (id === null ? '' : names.get(id) ?? '');
  return { base: hereOf(asked), alarm, decidedBy: nameOf(alarm.decidedBy), doneBy: nameOf(alarm.accountsDoneBy), typed: told?.answers['account'] ?? '', self: opened.report.reporter === null ? null : nameOf(opened.report.reporter) };
}

export const alarmPanels: Panels = async (asked, opened) => {
  if (!opened.whole) return [];
  return asked.read(async tx => {
    const alarm = await findAlarm(tx, opened.concern.id);
    return alarm ? [{ order: 26, body: drawAlarm({ ...await panelView(tx, asked, opened, alarm), errors: {} }) }] : [];
  });
};
