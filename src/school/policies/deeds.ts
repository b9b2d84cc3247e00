/** What people do with policies. Each deed is one transaction: the change, its logbook line, its announcement. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sha256 } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { read, type Policy, type Vocabulary } from '../../rulebook/index.ts';
import { announce } from '../bulletin.ts';
import { stoppersOf } from './companions/reads.ts';
import { approvingBody, changesBetween, firstDayRefusal, marksFor, mayApprove, newDutiesOf } from './decisions.ts';
import { stamped, tidyText } from './front-matter.ts';
import { vacantFor } from './set-up/reads.ts';
import { next, type Move } from './states.ts';
import { addEdition, addPolicy, hasPolicy, latestApproved, listMarks, openEdition, setApproved, setMarks, setState, setText } from './store.ts';
import type { Done, Edition, Mark } from './words.ts';

/** Who does it, where, and when. */
export interface By {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  /** Person id, or null for the software itself (import, demonstration). */
  readonly by: string | null;
  readonly at: Date;
  /** The school's day at that moment. */
  readonly today: string;
}

const documentOf = (markdown: string, policy: string, vocabulary: Vocabulary): Policy | null => read(markdown, `${policy}.md`, vocabulary).policy;

const log = (tx: Tx, by: By, deed: string, edition: Edition, words: Record<string, string> = {}) =>
  write(tx, { school: by.school.id, deed, by: by.by ?? 'countersign', about: edition.id, words: { policy: edition.policy, edition: String(edition.number), ...words }, at: by.at });

/** The move is open from where the edition stands. */
const open = (edition: Edition, move: Move): boolean => next(edition.state, move) !== null;

/**
 * Takes in a policy that a school has already approved: text, day of approval and first day, in one go.
 * Days default to the document's own. Throws when the text is no policy, has errors of reading, or names no days.
 */
export async function adopt(tx: Tx, by: By, given: { markdown: string; approvedOn?: string; inForce?: string }): Promise<Edition> {
  const markdown = tidyText(given.markdown);
  const reading = read(markdown, 'policy.md', by.vocabulary);
  const fault = reading.findings.find(finding => finding.severity === 'error');
  if (!reading.policy || fault) throw new Error(`this text cannot be adopted: ${fault ? `line ${fault.line}: ${fault.message}` : 'it is not a policy'}`);
  const { front, id } = reading.policy;
  const on = given.approvedOn ?? front.approved?.on;
  const inForce = given.inForce ?? front.inForce;
  if (!on || !inForce || !front.approved) throw new Error(`policy ${id}: name the body that approved it, the day, and the first day in force`);
  const base = await latestApproved(tx, id);
  await addPolicy(tx, { school: by.school.id, policy: id, at: by.at });
  const edition = await addEdition(tx, { school: by.school.id, policy: id, title: front.title, markdown, textHash: sha256(markdown), note: '', by: by.by, at: by.at });
  return publish(tx, by, { edition, base, document: reading.policy, as: front.approved.by, on, inForce, given: new Map() });
}

interface Publishing {
  readonly edition: Edition;
  readonly base: Edition | null;
  readonly document: Policy;
  readonly as: string;
  readonly on: string;
  readonly inForce: string;
  readonly given: ReadonlyMap<string, Mark>;
}

/** The last step of approving and of adopting: marks, state, logbook, announcement. */
async function publish(tx: Tx, by: By, { edition, base, document, as, on, inForce, given }: Publishing): Promise<Edition> {
  const changes = changesBetween(base && documentOf(base.markdown, base.policy, by.vocabulary), document);
  const marks = marksFor(changes, given);
  const newDuties = newDutiesOf(changes, marks);
  await setMarks(tx, { school: by.school.id, edition: edition.id, marks });
  await setApproved(tx, { edition: edition.id, by: by.by, as, on, inForce, at: by.at });
  await log(tx, by, 'publish-policy', edition, { approvedBy: as, approvedOn: on, inForce, text: edition.textHash });
  await announce(tx, 'policy-published', {
    school: by.school.id, policy: edition.policy, edition: edition.id, newDuties, first: base === null, inForce, by: by.by ?? 'countersign', at: by.at,
  });
  return { ...edition, state: 'approved', approvedBy: by.by, approvedAs: as, approvedOn: on, inForce };
}

/** Opens the draft of the next edition, from the newest approved one. An open draft or proposal comes back as it is. */
export async function startDraft(tx: Tx, by: By, policy: string): Promise<Done> {
  const already = await openEdition(tx, policy, true);
  if (already) return { ok: true, edition: already };
  const base = await latestApproved(tx, policy);
  if (!base) return { ok: false, why: 'no-draft' };
  const markdown = stamped(base.markdown, { edition: String(base.number + 1) });
  return addDraft(tx, by, { policy, title: base.title, markdown });
}

/** Opens the first draft of a policy that the school does not have yet. */
export async function startPolicy(tx: Tx, by: By, { policy, title, markdown }: { policy: string; title: string; markdown: string }): Promise<Done> {
  if (await hasPolicy(tx, policy)) return { ok: false, why: 'taken' };
  await addPolicy(tx, { school: by.school.id, policy, at: by.at });
  return addDraft(tx, by, { policy, title, markdown: tidyText(markdown) });
}

async function addDraft(tx: Tx, by: By, { policy, title, markdown }: { policy: string; title: string; markdown: string }): Promise<Done> {
  const edition = await addEdition(tx, { school: by.school.id, policy, title, markdown, textHash: sha256(markdown), note: '', by: by.by, at: by.at });
  await log(tx, by, 'start-draft', edition);
  return { ok: true, edition };
}

/** What a writer saves. `seen` is the revision of the draft that they had before them. */
export interface Saving {
  readonly policy: string;
  readonly markdown: string;
  readonly note: string;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly seen: number;
}

/** Saves a draft. Refuses, with the draft as it now is, when somebody else saved since `seen`. */
export async function saveDraft(tx: Tx, by: By, { policy, markdown, note, marks, seen }: Saving): Promise<Done> {
  const draft = await openEdition(tx, policy, true);
  if (!draft) return { ok: false, why: 'no-draft' };
  if (!open(draft, 'save')) return { ok: false, why: 'not-open', edition: draft };
  if (draft.revision !== seen) return { ok: false, why: 'changed-meanwhile', edition: draft };
  const text = tidyText(markdown);
  const textHash = sha256(text);
  const title = documentOf(text, policy, by.vocabulary)?.front.title ?? draft.title;
  await setText(tx, { edition: draft.id, title, markdown: text, textHash, note, at: by.at });
  await setMarks(tx, { school: by.school.id, edition: draft.id, marks });
  if (textHash !== draft.textHash) await log(tx, by, 'save-draft', draft, { text: textHash });
  return { ok: true, edition: { ...draft, markdown: text, textHash, note, title, changedAt: by.at, revision: draft.revision + 1 } };
}

/** What the page found when it tried the draft out: the text it read and how many errors stand in it. */
export interface Tried {
  readonly textHash: string;
  readonly errors: number;
}

/** Sends a draft to the body that approves it. Errors stop it, and so does a body without anybody in office. */
export async function propose(tx: Tx, by: By, { policy, tried, officesHeld }: { policy: string; tried: Tried; officesHeld: readonly string[] }): Promise<Done> {
  const draft = await openEdition(tx, policy, true);
  if (!draft) return { ok: false, why: 'no-draft' };
  if (!open(draft, 'propose')) return { ok: false, why: 'not-open', edition: draft };
  if (draft.textHash !== tried.textHash) return { ok: false, why: 'changed-meanwhile', edition: draft };
  if (tried.errors > 0) return { ok: false, why: 'has-errors', edition: draft };
  const base = await latestApproved(tx, policy);
  const body = approvingBody(base && documentOf(base.markdown, policy, by.vocabulary), documentOf(draft.markdown, policy, by.vocabulary));
  if (!mayApprove(officesHeld, body)) return { ok: false, why: 'nobody-approves', edition: draft };
  await setState(tx, { edition: draft.id, state: 'proposed', proposedBy: by.by, at: by.at });
  await log(tx, by, 'propose-policy', draft, { text: draft.textHash });
  return { ok: true, edition: { ...draft, state: 'proposed', proposedBy: by.by } };
}

export interface Approval {
  readonly policy: string;
  readonly tried: Tried;
  /** Offices the approver holds today. */
  readonly offices: readonly string[];
  readonly inForce: string;
  /** The next review, where approving counts as this one. */
  readonly nextReview?: string | undefined;
}

/** Approves a proposal: it comes into force on its day and is never changed again. */
export async function approve(tx: Tx, by: By, { policy, tried, offices, inForce, nextReview }: Approval): Promise<Done> {
  const proposal = await openEdition(tx, policy, true);
  if (!proposal) return { ok: false, why: 'no-draft' };
  if (!open(proposal, 'approve')) return { ok: false, why: 'not-open', edition: proposal };
  if (proposal.textHash !== tried.textHash) return { ok: false, why: 'changed-meanwhile', edition: proposal };
  // Why before the errors: an empty office is one of them, and is put right elsewhere than in the text.
  const text = documentOf(proposal.markdown, policy, by.vocabulary);
  if (text && (await vacantFor(tx, by, text)).length > 0) return { ok: false, why: 'offices-vacant', edition: proposal };
  if (tried.errors > 0) return { ok: false, why: 'has-errors', edition: proposal };
  const base = await latestApproved(tx, policy);
  const body = approvingBody(base && documentOf(base.markdown, policy, by.vocabulary), documentOf(proposal.markdown, policy, by.vocabulary));
  if (body === null || !mayApprove(offices, body)) return { ok: false, why: 'not-the-approver', edition: proposal };
  const badDay = firstDayRefusal(inForce, { today: by.today, last: base?.inForce ?? null });
  if (badDay) return { ok: false, why: badDay, edition: proposal };
  if ((await stoppersOf(tx, { policy, today: by.today })).length > 0) return { ok: false, why: 'companion-missing', edition: proposal };
  // Why stamped: the document says itself which edition it is, who approved it and from when, wherever it is read.
  const markdown = stamped(proposal.markdown, { edition: String(proposal.number), approvedOn: by.today, inForce, ...(nextReview ? { nextReview } : {}) });
  const document = documentOf(markdown, policy, by.vocabulary);
  if (!document) return { ok: false, why: 'not-a-policy', edition: proposal };
  const textHash = sha256(markdown);
  await setText(tx, { edition: proposal.id, title: document.front.title, markdown, textHash, note: proposal.note, at: by.at });
  const edition = await publish(tx, by, {
    edition: { ...proposal, markdown, textHash, title: document.front.title }, base, document, as: body, on: by.today, inForce, given: await listMarks(tx, proposal.id),
  });
  return { ok: true, edition };
}

/** Gives a proposal back to its writers with the reason, which stands above the draft from then on. */
export async function sendBack(tx: Tx, by: By, { policy, reason }: { policy: string; reason: string }): Promise<Done> {
  const proposal = await openEdition(tx, policy, true);
  if (!proposal) return { ok: false, why: 'no-draft' };
  if (!open(proposal, 'send-back')) return { ok: false, why: 'not-open', edition: proposal };
  await setState(tx, { edition: proposal.id, state: 'draft', at: by.at, sentBack: reason });
  await log(tx, by, 'send-back-policy', proposal, { reason });
  return { ok: true, edition: { ...proposal, state: 'draft', sentBack: reason } };
}

/** Throws a draft away. What is in force stays as it is; the draft's text stays in the history of the school's editions. */
export async function discard(tx: Tx, by: By, policy: string): Promise<Done> {
  const draft = await openEdition(tx, policy, true);
  if (!draft) return { ok: false, why: 'no-draft' };
  await setState(tx, { edition: draft.id, state: 'discarded', at: by.at });
  await log(tx, by, 'discard-draft', draft);
  return { ok: true, edition: { ...draft, state: 'discarded' } };
}
