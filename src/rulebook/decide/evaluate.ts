/**
 * What the rules of an act say in one situation, each by itself and all together.
 */
import type { Verdict } from '../words.ts';
import { NO, UNKNOWN, YES, and, not, or } from './logic.ts';
import type { Truth } from './logic.ts';
import type { ActRule, ActTable } from './tables.ts';

/** What one rule says in one situation. */
export interface Voice {
  readonly one: ActRule;
  /** Whether it applies: its conditions hold and nothing sets it aside. */
  readonly live: Truth;
  readonly no: Truth;
  readonly ask: Truth;
  readonly tell: Truth;
  readonly yes: Truth;
}

/** Everything the rules are evaluated against. */
export interface Scene {
  readonly table: ActTable;
  /** Rules that speak to the asker and are in force on the day. */
  readonly speaking: readonly ActRule[];
  /** What is known of each test, by its number. */
  readonly truths: readonly Truth[];
  /** Whether the permission a rule asks for is held. */
  readonly permitted: (one: ActRule) => Truth;
}

export interface Ruling {
  readonly says: Verdict;
  readonly voices: readonly Voice[];
  /** What was taken as known of each test. */
  readonly truths: readonly Truth[];
}

/** What the rules say. Strictest first: no, depends, ask, tell, yes, silent. */
export function evaluate(scene: Scene): Ruling {
  const met: Truth[] = [];
  for (const one of scene.speaking) met[one.index] = all(one.when, scene.truths);
  const voices = scene.speaking.map((one) => voiceOf(one, met, scene));
  return { says: verdictOf(voices), voices, truths: scene.truths };
}

function all(tests: readonly number[], truths: readonly Truth[]): Truth {
  let truth: Truth = YES;
  for (const test of tests) {
    const one = truths[test]!;
    if (one === NO) return NO;
    if (one === UNKNOWN) truth = UNKNOWN;
  }
  return truth;
}

function voiceOf(one: ActRule, met: readonly (Truth | undefined)[], scene: Scene): Voice {
  let live = met[one.index]!;
  for (const other of one.asideBy) live = and(live, not(met[other] ?? NO));
  if (live === NO) return { one, live, no: NO, ask: NO, tell: NO, yes: NO };
  let excepted: Truth = NO;
  for (const way of one.unless) excepted = or(excepted, all(way, scene.truths));
  const holds = and(live, not(excepted));
  switch (one.part) {
    case 'forbid': return { one, live, no: holds, ask: NO, tell: NO, yes: and(live, excepted) };
    case 'ask': {
      const granted = one.broken || one.rule.absolute ? NO : scene.permitted(one);
      return { one, live, no: NO, ask: and(holds, not(granted)), tell: NO, yes: and(live, or(excepted, granted)) };
    }
    case 'allow': return { one, live: holds, no: NO, ask: NO, tell: NO, yes: holds };
    case 'tell': return { one, live: holds, no: NO, ask: NO, tell: holds, yes: NO };
    case 'duty': return { one, live: holds, no: and(holds, not(all(one.demand, scene.truths))), ask: NO, tell: NO, yes: NO };
  }
}

function verdictOf(voices: readonly Voice[]): Verdict {
  let no: Truth = NO;
  let ask: Truth = NO;
  let tell: Truth = NO;
  let yes: Truth = NO;
  for (const voice of voices) {
    // Advice never decides.
    if (voice.live === NO || voice.one.rule.advice) continue;
    no = or(no, voice.no);
    ask = or(ask, voice.ask);
    tell = or(tell, voice.tell);
    yes = or(yes, voice.yes);
  }
  for (const [truth, verdict] of [[no, 'no'], [ask, 'ask'], [tell, 'tell'], [yes, 'yes']] as const) {
    if (truth === YES) return verdict;
    if (truth === UNKNOWN) return 'depends';
  }
  return 'silent';
}
