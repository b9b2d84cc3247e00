/** Telling without a name, and coming back with the code. No address, browser or person is kept with it. */
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/database/index.ts';
import { fileReport } from '../deeds/file-report.ts';
import { holdersOn } from '../deeds/route.ts';
import { reportByCode, type ReportRow } from '../store.ts';
import type { Doing } from '../words.ts';
import { alsoSafeguarding, safeguardingPerson, writeMore } from '../tell-someone/deeds.ts';
import { addTelling } from '../tell-someone/store.ts';
import type { Telling } from '../tell-someone/words.ts';
import { codeFrom, pauseAfter, readCode } from './decisions.ts';
import { addMiss, countMisses } from './store.ts';

/** What is kept of a code: keyed, so that the database alone tells nothing of it. */
const keyed = (code: string): string => `code ${createHash('sha256').update(code).digest('base64url')}`;

/** Files what was told. Returns the code, which is shown once; nobody can find it again. */
export async function tellUnnamed(tx: Tx, doing: Doing, told: { readonly telling: Telling; readonly words: string; readonly button: string; /** The office whose holders it is about: they never read it. */ readonly aboutOffice?: string }): Promise<string> {
  const code = codeFrom(randomBytes(4));
  const unknown = { ...doing, by: null };
  const about = (await holdersOn(tx, doing.today)).get(told.aboutOffice ?? '') ?? [];
  const person = await safeguardingPerson(tx, doing, about);
  const filed = await fileReport(tx, unknown, {
    reporter: null, channel: 'anonymous', narrative: told.words, about, children: [], returnCode: doing.lock.keyOf(keyed(code)),
    answers: { pressed: told.button }, who: ['pupil'], kinds: [{ kind: told.telling.kind, facts: told.telling.facts, ...(person === null ? {} : { person }) }],
  });
  const [concern] = filed.concerns as [string];
  await addTelling(tx, { school: doing.school.id, concern, takeDown: false });
  await alsoSafeguarding(tx, unknown, { concern, about });
  return code;
}

export interface ComeBack {
  readonly report: ReportRow | null;
  /** How long the answer is to wait, in milliseconds: right or wrong alike. */
  readonly pause: number;
}

/** Looks a code up. One that is wrong and one that never was look alike, and after several every answer is slow. */
export async function comeBack(tx: Tx, doing: Doing, typed: string): Promise<ComeBack> {
  const pause = pauseAfter(await countMisses(tx, doing.at));
  const code = readCode(typed);
  // Why looked up all the same: a code that cannot be one takes as long as one that is wrong.
  const found = await reportByCode(tx, doing.lock.keysOf(keyed(code ?? typed)));
  const report = code === null ? null : found;
  if (report === null) await addMiss(tx, { school: doing.school.id, at: doing.at });
  return { report, pause };
}

/** Writes more to what was told with this code. Null where the code is nobody's. */
export async function moreUnnamed(tx: Tx, doing: Doing, given: { readonly code: string; readonly words: string }): Promise<ComeBack> {
  const back = await comeBack(tx, doing, given.code);
  if (back.report) await writeMore(tx, { ...doing, by: null }, { report: back.report.id, mine: () => true, words: given.words });
  return back;
}
