/** The addresses of sharing a concern and of talking with whoever told it. Each opens the concern first: whoever may not read it finds nothing. */
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listHolders, listPeople } from '../../people/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { mayHandle } from '../decisions.ts';
import { openConcern } from '../deeds/open.ts';
import { namesIn } from '../reads.ts';
import { NOBODY_IN_PARTICULAR } from '../report/about.tsx';
import type { Entry, Opened, Panels } from '../words.ts';
import { endShare, share, talkToReporter, type Share } from './deeds.ts';
import { endForm, shareForm, talkForm } from './forms.ts';
import { OutsidePage, SharePage, SharingPanel, type SharingView } from './pages.tsx';
import type { SharedWords } from './words.ts';

const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;
const secret = { 'cache-control': 'no-store' };

export const sharingRoutes = (shared: Shared): Route[] => [
  post('/:school/concerns/:concern/talk', { who: SIGNED_IN, form: talkForm, deed: asked => talk(asked, shared), again: async asked => ((await handled(asked, shared, 'page')) ? goTo(hereOf(asked), 'Write something first.') : NOT_FOUND) }),
  get('/:school/concerns/:concern/share', { who: SIGNED_IN, page: asked => showShare(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/share', { who: SIGNED_IN, form: shareForm, deed: asked => doShare(asked, shared), again: (asked, { raw, errors }) => showShare(asked, shared, raw, errors) }),
  post('/:school/concerns/:concern/end-share', { who: SIGNED_IN, form: endForm, deed: asked => end(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/concerns/:concern/shared/:entry', { who: SIGNED_IN, page: asked => showOutside(asked, shared) }),
];

/** The concern, opened by somebody who deals with it. */
async function handled(asked: Asked<unknown>, shared: Shared, what: string): Promise<Opened | null> {
  const asking = await askingOf(asked, shared);
  const opened = await asked.change(tx => openConcern(tx, asking, asked.params['concern'] ?? '', what));
  return opened && mayHandle(asking.reader, opened.concern, opened.eyes, { keyOf: opened.lock.keyOf, now: asked.now }) ? opened : null;
}

/** Adults of the school and offices that may be given parts: never those it is about. */
async function viewOf(asked: Asked<unknown>, opened: Opened, { vocabulary }: Shared): Promise<SharingView> {
  const isAbout = (person: string): boolean => opened.concern.aboutKeys.includes(opened.lock.keyOf(person));
  const adults = [...vocabulary.kinds.values()].filter(kind => ['staff', 'governor', 'trustee'].some(wide => kind.name === wide || kind.within.includes(wide))).map(kind => kind.name);
  return asked.read(async tx => {
    const holders = await listHolders(tx, asked.today);
    // Why not those: whoever stands in for the police reads it here and is not the police; what goes outside goes with a receipt.
    const ofTheSchool = (office: string): boolean => vocabulary.offices.get(office)?.outside === false && !NOBODY_IN_PARTICULAR.has(office);
    const offices = [...new Set(holders.map(holder => holder.office))].filter(office => ofTheSchool(office) && !holders.some(holder => holder.office === office && isAbout(holder.person)));
    const people = (await listPeople(tx, { day: asked.today, kinds: adults, limit: 1000 })).filter(person => !isAbout(person.id)).map(person => ({ id: person.id, name: fullName(person) }));
    return { opened, here: hereOf(asked), names: await namesIn(tx, opened), vocabulary, people, offices };
  });
}

export const sharingPanels: Panels = async (asked, opened, shared) => {
  if (!mayHandle(asked.reader, opened.concern, opened.eyes, { keyOf: opened.lock.keyOf, now: asked.now })) return [];
  const names = await asked.read(tx => namesIn(tx, opened));
  return [{ order: 60, body: <SharingPanel view={{ opened, here: hereOf(asked), names, vocabulary: shared.vocabulary, people: [], offices: [] }} /> }];
};

async function talk(asked: Asked<{ text: string; sort: 'question' | 'reply' }>, shared: Shared): Promise<Reply> {
  const opened = await handled(asked, shared, 'page');
  if (!opened || (opened.report.reporter === null && opened.report.channel !== 'anonymous')) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => talkToReporter(tx, doing, opened, asked.form));
  return goTo(hereOf(asked), 'It stands on their page.');
}

async function showShare(asked: Asked<Body>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const opened = await handled(asked, shared, 'page');
  if (!opened) return NOT_FOUND;
  return page('Share parts of a concern', <SharePage view={await viewOf(asked, opened, shared)} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: secret, trail: [['Concerns', `/${asked.school.slug}/concerns`], [opened.concern.code, hereOf(asked)]] });
}

async function doShare(asked: Asked<{ to: string; outside: string; parts: string[]; reason: string }>, shared: Shared): Promise<Reply> {
  const opened = await handled(asked, shared, 'page');
  if (!opened) return NOT_FOUND;
  const { form } = asked;
  const view = await viewOf(asked, opened, shared);
  const to = recipient(form, view);
  const raw: Body = { ...form };
  if (!to) return showShare(asked as unknown as Asked<Body>, shared, raw, { to: 'Choose who gets it' });
  const doing = await doingOf(asked, shared);
  const receipt = await asked.change(tx => share(tx, doing, opened, { ...to, parts: form.parts, reason: form.reason }));
  return 'outside' in to.to ? goTo(`${hereOf(asked)}/shared/${receipt}`, 'The receipt is kept. Print this page for them.') : goTo(hereOf(asked), 'It is shared. They are told that something waits for them.');
}

function recipient(form: { readonly to: string; readonly outside: string }, view: SharingView): Pick<Share, 'to' | 'name'> | null {
  const [sort, id = ''] = form.to.split(' ');
  if (sort === 'outside') return { to: { outside: form.outside }, name: form.outside };
  if (sort === 'office') return view.offices.includes(id) ? { to: { office: id }, name: view.vocabulary.offices.get(id)?.title ?? id } : null;
  const person = view.people.find(one => one.id === id);
  return person ? { to: { person: person.id }, name: person.name } : null;
}

async function end(asked: Asked<{ eye: string }>, shared: Shared): Promise<Reply> {
  const opened = await handled(asked, shared, 'page');
  if (!opened) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  return (await asked.change(tx => endShare(tx, doing, opened, asked.form.eye))) ? goTo(hereOf(asked), 'It is no longer shared.') : NOT_FOUND;
}

async function showOutside(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const opened = await handled(asked, shared, 'print');
  const receipt = opened?.entries.find(entry => entry.id === asked.params['entry'] && entry.sort === 'shared') as Entry<SharedWords & Record<string, unknown>> | undefined;
  if (!opened || !receipt) return NOT_FOUND;
  const names = await asked.read(tx => namesIn(tx, opened));
  const entries = opened.entries.filter(entry => receipt.words.parts.includes(entry.id));
  return page(`Concern ${opened.concern.code}`, <OutsidePage code={opened.concern.code} school={asked.school.name} receipt={receipt} entries={entries} by={receipt.by === null ? '' : names.get(receipt.by) ?? ''} />, { withoutBox: true, headers: secret, trail: [['Concerns', `/${asked.school.slug}/concerns`], [opened.concern.code, hereOf(asked)]] });
}
