/** Entering an answer that came by telephone or on paper, and undoing it the same day. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { drawnFor, findPerson, fullName, listGuardians, namesOf, widened, type Person } from '../../people/index.ts';
import { keepAnswers } from '../allowed/deeds.ts';
import type { Question } from '../allowed/words.ts';
import { declineAgreement, signAgreement, undoAgreement, undoDecline, type Signer } from '../deeds.ts';
import { childOf, findAgreement, listDeclines, policiesToSign } from '../reads.ts';
import { officeToTalkTo } from '../views.ts';
import { faultOf } from './decisions.ts';
import * as mails from './mails.ts';
import * as store from './store.ts';
import type { Answer, Entry, Fault } from './words.ts';

export { forgetNotes } from './store.ts';

/** An answer with what was read out, and what a parent said to the questions beside it. */
type Given = Answer & { readonly shown: { readonly edition: string; readonly hash: string }; readonly once: string; readonly allowed: readonly { readonly question: Question; readonly answer: 'yes' | 'no' | null }[] };

export type Entered = { readonly ok: true; readonly entry: string } | { readonly ok: false; readonly why: Fault };
const not = (why: Fault): Entered => ({ ok: false, why });

/** Enters an answer. `clerk` types it in; the agreement is the person's own, and says who heard it. */
export async function enterAnswer(tx: Tx, clerk: Signer, given: Given): Promise<Entered> {
  const speaker = await findPerson(tx, given.by, clerk.today);
  if (!speaker) return not('may-not');
  const fault = await whatSpeaksAgainst(tx, clerk, given);
  if (fault) return not(fault);
  const signer = { ...clerk, by: speaker.id, kinds: widened(speaker.kinds, clerk.vocabulary) };
  const done = given.agreed ? await agree(tx, signer, { clerk, given, speaker }) : await decline(tx, signer, { clerk, given });
  if (typeof done === 'string') return not(done);
  const told = speaker.email === null ? 'letter' as const : 'mail' as const;
  const { agreed, policy, shown, once, allowed: _allowed, ...kept } = given;
  const entry = await store.addEntry(tx, { ...kept, ...done, school: clerk.school.id, enteredBy: clerk.by, told, at: clerk.at });
  await write(tx, { school: clerk.school.id, deed: agreed ? 'enter-agreement' : 'enter-refusal', by: clerk.by, about: entry, at: clerk.at, words: { policy, channel: given.channel, heard: given.heardBy, edition: shown.edition, page: once } });
  if (speaker.email !== null) {
    const [title, heard] = [await titleOf(tx, clerk, policy), (await namesOf(tx, [given.heardBy])).get(given.heardBy) ?? 'The school office'];
    const to = speaker.email;
    await putInOutbox(tx, { school: clerk.school.id, at: clerk.at }, await drawnFor(tx, [{ person: given.by, draw: () => mails.noted(clerk.school, { answer: given, title, heard, to, once: `answer-noted ${entry}` }) }]));
  }
  return { ok: true, entry };
}

async function whatSpeaksAgainst(tx: Tx, clerk: Signer, given: Answer): Promise<Fault | null> {
  const family = (await listGuardians(tx, { children: [given.person] })).map(tie => tie.parentId);
  const staff = new Set<string>();
  for (const id of new Set([clerk.by, given.heardBy, ...(given.witness ? [given.witness] : [])])) {
    const one = await findPerson(tx, id, clerk.today);
    if (one && (one.leftOn === null || one.leftOn >= clerk.today) && (one.offices.length > 0 || widened(one.kinds, clerk.vocabulary).includes('staff'))) staff.add(id);
  }
  const fault = faultOf(given, { today: clerk.today, clerk: clerk.by, family, isStaff: one => staff.has(one) });
  if (fault) return fault;
  if (given.by === given.person) return null;
  return await childOf(tx, { parent: given.by, child: given.person, today: clerk.today }) ? null : 'may-not';
}

type Kept = { readonly agreement: string | null; readonly decline: string | null };
const capacityOf = (given: Answer) => (given.by === given.person ? 'self' as const : 'guardian' as const);

async function agree(tx: Tx, signer: Signer, { clerk, given, speaker }: { clerk: Signer; given: Given; speaker: Person }): Promise<Kept | Fault> {
  const done = await signAgreement(tx, signer, {
    person: given.person, capacity: capacityOf(given), policy: given.policy, shown: given.shown, typedName: fullName(speaker), drawing: null, once: given.once,
    channel: given.channel, witness: given.witness ?? given.heardBy, enteredBy: clerk.by, givenOn: given.givenOn, whole: true,
  });
  if (!done.ok) return done.why === 'changed' ? 'changed' : 'not-asked';
  if (done.already) return 'already';
  // Why the day it was given: an answer that the parent changed on screen since then is the newer one.
  await keepAnswers(tx, { school: clerk.school, child: given.person, by: signer.by, enteredBy: clerk.by, policy: given.policy, agreement: done.agreement, channel: given.channel, at: clerk.at, today: given.givenOn }, given.allowed);
  return { agreement: done.agreement, decline: null };
}

async function decline(tx: Tx, signer: Signer, { clerk, given }: { clerk: Signer; given: Given }): Promise<Kept | Fault> {
  const policy = (await policiesToSign(tx, clerk.vocabulary)).get(given.policy);
  if (!policy) return 'not-asked';
  const reason = given.note || (given.channel === 'phone' ? 'Said by telephone.' : 'Said on paper.');
  const done = await declineAgreement(tx, signer, { person: given.person, capacity: capacityOf(given), policy: given.policy, reason, talkTo: officeToTalkTo(policy, []), once: given.once, enteredBy: clerk.by });
  const found = done ? (await listDeclines(tx, [given.person], 20)).find(one => one.policy === given.policy && one.by === given.by) : undefined;
  return found ? { agreement: null, decline: found.id } : 'not-asked';
}

const titleOf = async (tx: Tx, by: Signer, policy: string): Promise<string> => (await policiesToSign(tx, by.vocabulary)).get(policy)?.title ?? policy;

/** Whether an entry may still be undone: on the day it was made. */
export const mayUndoEntry = (entry: Entry, today: string): boolean => !entry.undone && dayOf(entry.at) === today;

/** Undoes an entry on the day it was made; the person is told. What was entered stays on record, and stands for nothing. */
export async function undoEntry(tx: Tx, clerk: Signer, id: string): Promise<boolean> {
  const entry = await store.findEntry(tx, id);
  if (!entry || !mayUndoEntry(entry, clerk.today) || entry.by === clerk.by) return false;
  const agreement = entry.agreement ? await findAgreement(tx, entry.agreement) : null;
  const done = agreement ? await undoAgreement(tx, clerk, agreement) : entry.decline !== null && await undoDecline(tx, clerk, { id: entry.decline, person: entry.person, policy: entry.policy });
  const email = done ? (await findPerson(tx, entry.by, clerk.today))?.email : null;
  if (email) {
    const title = await titleOf(tx, clerk, entry.policy);
    await putInOutbox(tx, { school: clerk.school.id, at: clerk.at }, await drawnFor(tx, [{ person: entry.by, draw: () => mails.undone(clerk.school, { person: entry.by, title, to: email, once: `answer-undone ${id}` }) }]));
  }
  return done;
}
