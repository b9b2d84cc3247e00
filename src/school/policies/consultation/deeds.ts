/** What is done with consultations. Each deed is one change with its logbook line, which holds nothing of what people wrote. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { drawnFor, listHolders, listPeople } from '../../people/index.ts';
import type { By } from '../deeds.ts';
import type { Edition } from '../words.ts';
import { stateOf, whomToAsk } from './decisions.ts';
import * as mails from './mails.ts';
import * as store from './store.ts';
import type { Consultation, Opinion } from './words.ts';

export { forgetInConsultations } from './store.ts';

/** So many people are asked at once at most. */
export const MOST_ASKED = 5_000;

export interface Opening {
  readonly edition: Edition;
  readonly summary: string;
  readonly offices: readonly string[];
  readonly kinds: readonly string[];
  readonly answerBy: string;
  readonly once: string;
}

export type Opened = { readonly ok: true; readonly id: string | null; readonly asked: number } | { readonly ok: false; readonly why: 'nobody' | 'too-many' };

/** Everybody of these groups who is here today, by the group they are first asked in. */
async function groupsOf(tx: Tx, by: By, { offices, kinds }: Opening): Promise<{ group: string; people: string[] }[]> {
  const holders = offices.length > 0 ? await listHolders(tx, by.today) : [];
  const groups = offices.map(office => ({ group: office, people: holders.filter(holder => holder.office === office).map(holder => holder.person) }));
  for (const kind of kinds) {
    const narrow = [...by.vocabulary.kinds.values()].filter(one => one.name === kind || one.within.includes(kind)).map(one => one.name);
    groups.push({ group: kind, people: (await listPeople(tx, { day: by.today, kinds: narrow, limit: MOST_ASKED + 1 })).map(person => person.id) });
  }
  return groups;
}

/** Asks groups of people what they think of an edition, as its text is now; each gets a mail that says so and no more. Sent twice, it is asked once: then `id` is null. */
export async function openConsultation(tx: Tx, by: By, opening: Opening): Promise<Opened> {
  const { edition, once, ...given } = opening;
  const asked = whomToAsk(await groupsOf(tx, by, opening), by.by);
  if (asked.size === 0) return { ok: false, why: 'nobody' };
  if (asked.size > MOST_ASKED) return { ok: false, why: 'too-many' };
  const id = await store.addConsultation(tx, by.school.id, {
    ...given, policy: edition.policy, editionId: edition.id, edition: edition.number, draft: edition.state !== 'approved', title: edition.title, markdown: edition.markdown, textHash: edition.textHash,
    openedBy: by.by, openedAt: by.at, once, asked,
  });
  if (id === null) return { ok: true, id, asked: asked.size };
  const people = await listPeople(tx, { day: by.today, ids: [...asked.keys()], limit: MOST_ASKED });
  await putInOutbox(tx, { school: by.school.id, at: by.at }, await drawnFor(tx, people.flatMap(({ id: person, email }) => (email ? [{ person, draw: () => mails.asked(by.school, { person, to: email, once: `consultation ${id} ${person}` }) }] : []))));
  await log(tx, by, { deed: 'open-consultation', id, policy: edition.policy, words: { edition: String(edition.number), asked: String(asked.size) } });
  return { ok: true, id, asked: asked.size };
}

/** Says what one thinks; the newest answer counts. False where this person was not asked, or it is closed. */
export async function answerConsultation(tx: Tx, by: By, of: { consultation: Consultation; opinion: Opinion; words: string }): Promise<boolean> {
  const { consultation } = of;
  if (by.by === null || stateOf(consultation, by.today) !== 'open' || (await store.askedAs(tx, consultation.id, by.by)) === null) return false;
  await store.addAnswer(tx, by.school.id, { consultation: consultation.id, person: by.by, opinion: of.opinion, words: of.words, at: by.at });
  await log(tx, by, { deed: 'answer-consultation', id: consultation.id, policy: consultation.policy });
  return true;
}

/** Takes no more answers. What was answered stays. */
export async function closeConsultation(tx: Tx, by: By, consultation: Consultation): Promise<void> {
  if (consultation.closedAt !== null) return;
  await store.setClosed(tx, consultation.id, { by: by.by, at: by.at });
  await log(tx, by, { deed: 'close-consultation', id: consultation.id, policy: consultation.policy });
}

/** Takes answers again, until its last day. */
export async function reopenConsultation(tx: Tx, by: By, consultation: Consultation): Promise<void> {
  if (consultation.closedAt === null) return;
  await store.setClosed(tx, consultation.id, null);
  await log(tx, by, { deed: 'reopen-consultation', id: consultation.id, policy: consultation.policy });
}

const log = (tx: Tx, { school, by, at }: By, of: { deed: string; id: string; policy: string; words?: Record<string, string> }) =>
  write(tx, { school: school.id, deed: of.deed, by: by ?? 'countersign', at, about: of.id, words: { policy: of.policy, ...of.words } });
