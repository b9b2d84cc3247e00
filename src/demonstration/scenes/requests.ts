/** What people ask for at the model schools: what waits, what came of the rest, and what IT has to do. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays, dayOf, endOfDay } from '../../platform/days.ts';
import { fillDeclaration, fillOpening, fillQuestionToIt, fillRequest, type Next, type Place } from '../../school/permissions/index.ts';
import { DECLARATIONS, OPENINGS, QUESTIONS_TO_IT } from './it-script.ts';
import { REQUESTS, type NextScript, type RequestScript } from './request-script.ts';
import type { Stage } from './words.ts';

/** Asks, decides and carries out. A request whose people are not there, or about which the rules by now ask nobody, is left out. */
export async function askAndDecide(tx: Tx, stage: Stage): Promise<void> {
  const place: Place = { school: stage.school, vocabulary: stage.vocabulary, today: stage.today, now: stage.now, readers: stage.readers };
  for (const script of REQUESTS[stage.school.pack] ?? []) await play(tx, stage, { place, script });
  const it = stage.who('helpdesk') ?? stage.who('it-support') ?? stage.who('ict-lead') ?? stage.who('network-manager');
  for (const { asker, sort, words, at, answer } of QUESTIONS_TO_IT[stage.school.pack] ?? []) {
    const person = stage.who(asker);
    if (person && it) await fillQuestionToIt(tx, place, { asker: person, sort, words, at: stage.at(at), ...(answer ? { answer: { by: it, at: stage.at(answer.at), words: answer.words } } : {}) });
  }
  for (const { person: role, at, goneIn, ...given } of DECLARATIONS[stage.school.pack] ?? []) {
    const person = stage.who(role);
    if (person) await fillDeclaration(tx, place, { person, given: { ...given, goneBy: addDays(stage.today, goneIn) }, at: stage.at(at) });
  }
  await openLessons(tx, stage, place);
}

/** The first is open now, as long as a lesson lasts; the others were yesterday. */
async function openLessons(tx: Tx, stage: Stage, place: Place): Promise<void> {
  for (const [index, { by: role, minutes, ...lesson }] of (OPENINGS[stage.school.pack] ?? []).entries()) {
    const by = stage.who(role);
    const at = index === 0 ? stage.at(5) : stage.at([index, '13:30']);
    // Why the day's end: a lesson does not go on tomorrow.
    const until = new Date(Math.min(at.getTime() + minutes * 60_000, endOfDay(dayOf(at)).getTime()));
    if (by) await fillOpening(tx, place, { ...lesson, by, at, until });
  }
}

async function play(tx: Tx, stage: Stage, { place, script }: { readonly place: Place; readonly script: RequestScript }): Promise<void> {
  const asker = stage.who(script.asker);
  if (asker === null) return;
  const named = Object.fromEntries(Object.entries(script.named ?? {}).flatMap(([office, role]) => { const person = stage.who(role); return person ? [[office, person]] : []; }));
  await fillRequest(tx, place, {
    asker, act: script.act, facts: script.facts, shown: script.shown, named, reason: script.reason, at: stage.at(script.at),
    from: addDays(stage.today, script.days[0]), until: addDays(stage.today, script.days[1]), next: (script.next ?? []).flatMap(next => nextOf(stage, next)),
  });
}

/** A step with its person and moment; none where nobody is there to do it. */
function nextOf(stage: Stage, next: NextScript): Next[] {
  const at = stage.at(next.at);
  if (!('by' in next)) return [{ ...next, at }];
  const by = stage.who(next.by);
  return by === null ? [] : [{ ...next, by, at }];
}
