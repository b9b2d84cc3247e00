/** Gathers what writers and approvers see, and carries a draft through saving and proposing in one transaction. */
import type { Tx } from '../../platform/database/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Policy, Standards, Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { listHolders } from '../people/index.ts';
import { approvingBody, mayApprove, mayWrite, signersOf } from './decisions.ts';
import { propose, saveDraft, type Saving } from './deeds.ts';
import { latestApproved, listMarks, openEdition, readEdition, rulesInForce } from './reads.ts';
import { vacantFor } from './set-up/reads.ts';
import type { VacantOffice } from './set-up/words.ts';
import { tryOut } from './trial.ts';
import { baseOf } from './views.ts';
import type { Done, Edition, Mark, SignsAgain, Trial } from './words.ts';

/** What a draft is read and checked with. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly standards: Standards;
}

/** An edition under way with all that hangs on it. */
export interface UnderWay {
  readonly base: string;
  readonly policy: string;
  readonly today: string;
  readonly vocabulary: Vocabulary;
  readonly edition: Edition;
  /** The edition it follows, or null for a new policy. */
  readonly last: { readonly edition: Edition; readonly document: Policy | null } | null;
  readonly trial: Trial;
  readonly signsAgain: SignsAgain;
  /** The body that approves it, and those who speak for it today. */
  readonly body: string | null;
  readonly approvers: readonly string[];
  /** Offices that the text needs and nobody holds: until somebody does, it cannot be approved. */
  readonly vacant: readonly VacantOffice[];
  readonly writes: boolean;
  readonly approves: boolean;
}

/** What the reader has typed and not saved. */
export interface Typed {
  readonly markdown: string;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The draft or proposal of a policy with everything round it; null when there is none or this reader may not see it. */
export function underWay(asked: Asked<unknown>, words: Words, typed?: Typed): Promise<UnderWay | null> {
  return asked.read(tx => gather(tx, asked, words, typed));
}

export async function gather(tx: Tx, asked: Asked<unknown>, words: Words, typed?: Typed): Promise<UnderWay | null> {
  const { vocabulary } = words;
  const policy = asked.params['policy'] ?? '';
  const edition = await openEdition(tx, policy);
  if (!edition) return null;
  const base = await latestApproved(tx, policy);
  const last = base && { edition: base, document: readEdition(base, vocabulary).document };
  const draft = readEdition(edition, vocabulary).document;
  const body = approvingBody(last?.document ?? null, draft);
  // Why the present edition's owner too: a draft must not write itself a new keeper who then loses sight of it.
  const writes = mayWrite(asked.reader.offices, (last?.document ?? draft)?.front.owner);
  const approves = edition.state === 'proposed' && mayApprove(asked.reader.offices, body);
  if (!writes && !approves) return null;
  const trial = await tryIt(tx, asked, { words, policy, last, typed: typed ?? { markdown: edition.markdown, marks: await listMarks(tx, edition.id) } });
  return {
    base: baseOf(asked as Asked<Body>), policy, today: asked.today, vocabulary, edition, last, trial, signsAgain: await signsAgain(tx, asked.today, { policy, trial }),
    body, approvers: await approversToday(tx, asked.today, body),
    vacant: trial.document ? await vacantFor(tx, { school: asked.school, vocabulary, today: asked.today }, trial.document) : [], writes, approves,
  };
}

interface Trying {
  readonly words: Words;
  readonly policy: string;
  readonly last: UnderWay['last'];
  readonly typed: Typed;
}

/** Tries a text out on the rules of today, or of the day the edition before it comes into force. */
async function tryIt(tx: Tx, asked: Asked<unknown>, { words, policy, last, typed }: Trying): Promise<Trial> {
  const from = last?.edition.inForce ?? asked.today;
  const day = from > asked.today ? from : asked.today;
  const { rulebook } = await rulesInForce(tx, { school: asked.school, vocabulary: words.vocabulary, today: day });
  return tryOut({ standards: words.standards, policy, markdown: typed.markdown, base: last?.document ?? null, before: rulebook, marks: typed.marks, today: day });
}

async function signsAgain(tx: Tx, today: string, { policy, trial }: { policy: string; trial: Trial }): Promise<SignsAgain> {
  const signers = trial.document ? signersOf(trial.document) : [];
  if (signers.length === 0) return null;
  if (trial.newDuties.length === 0) return { total: 0, byKind: [] };
  return askFeature('whoSignsAgain', tx, { policy, signers, newDuties: trial.newDuties, today });
}

async function approversToday(tx: Tx, today: string, body: string | null): Promise<string[]> {
  if (body === null) return [];
  const holders = await listHolders(tx, today);
  return [...new Set(holders.filter(holder => mayApprove([holder.office], body)).map(holder => holder.name))];
}

/** Saves what was typed; with `send`, sends it for approval in the same transaction. A refusal changes nothing. */
export async function saveAndMaybeSend(asked: Asked<unknown>, words: Words, saving: Saving & { send: boolean }): Promise<Done> {
  const by = { school: asked.school, vocabulary: words.vocabulary, by: asked.reader.person, at: asked.now, today: asked.today };
  return asked.change(async tx => {
    const seen = await gather(tx, asked, words);
    if (!seen?.writes) return { ok: false, why: 'no-draft' };
    const saved = await saveDraft(tx, by, saving);
    if (!saved.ok || !saving.send) return saved;
    const trial = await tryIt(tx, asked, { words, policy: saving.policy, last: seen.last, typed: { markdown: saved.edition.markdown, marks: saving.marks } });
    const held = (await listHolders(tx, asked.today)).map(holder => holder.office);
    const sent = await propose(tx, by, { policy: saving.policy, tried: { textHash: saved.edition.textHash, errors: trial.errors }, officesHeld: held });
    return sent.ok ? sent : { ...sent, edition: saved.edition };
  });
}
