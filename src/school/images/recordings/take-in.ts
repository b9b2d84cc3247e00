/** Recordings that are asked about from the start, for an invented school: each went the way the pages go. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { weigh } from './decisions.ts';
import { answerRecording, askPeople, askToRecord } from './deeds.ts';
import { whoAsks } from './reads.ts';
import { findRecording, listAsked } from './store.ts';
import type { Planned, RecordingGiven, Says } from './words.ts';

export interface RecordingToFill {
  readonly by: string;
  readonly at: Date;
  readonly given: Pick<RecordingGiven, 'title' | 'why' | 'place' | 'onDay' | 'keptWhere' | 'keptUntil'>;
  readonly planned: Omit<Planned, 'who' | 'facts'>;
  readonly people: readonly string[];
  /** What people said for themselves. */
  readonly said: readonly { readonly person: string; readonly says: Says; readonly at: Date }[];
}

/** Asks everybody, and notes what some said. Returns the recording; null where the rules forbid it. */
export async function fillRecording(tx: Tx, { school, vocabulary }: { readonly school: School; readonly vocabulary: Vocabulary }, { by, at, given, planned, people, said }: RecordingToFill): Promise<string | null> {
  const today = dayOf(at);
  const { rulebook } = await rulesInForce(tx, { school, vocabulary, today });
  const who = await whoAsks(tx, { person: by, forVisitor: '', vocabulary, today });
  const weighed = weigh(rulebook, { ...planned, who, facts: {} }, given.onDay);
  if (weighed.kind !== 'open') return null;
  const doing = { school, by, at, today };
  const facts = { 'device-owner': planned.owner, 'device-kind': planned.device, purpose: planned.purpose };
  const id = await askToRecord(tx, doing, { ...given, forVisitor: '', kind: planned.kind, facts, clauses: weighed.because, offices: weighed.offices });
  const recording = (await findRecording(tx, id))!;
  await askPeople(tx, doing, { recording, people });
  const asked = new Set((await listAsked(tx, [id])).map(one => one.person));
  for (const one of said.filter(({ person }) => asked.has(person))) await answerRecording(tx, { school, by: one.person, at: one.at, today: dayOf(one.at) }, { recording, person: one.person, voice: 'own', says: one.says, before: null });
  return id;
}
