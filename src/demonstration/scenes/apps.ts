/** The register of applications: what the rules name, and a few that schools use. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { fillApps, type AppToFill } from '../../school/apps/index.ts';
import type { Stage } from './words.ts';

interface AppScript {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly ruleName?: string;
  readonly purpose: string;
  readonly kinds: readonly string[];
  readonly data: readonly string[];
  readonly conditions?: string;
  /** Offices whose holders are named for it. */
  readonly named?: readonly string[];
  /** Days from today to its review; before today where it is overdue. */
  readonly review: number;
}

const QUIZZES: AppScript = { name: 'Quizmill', otherNames: ['quiz mill'], purpose: 'Short quizzes at the end of a lesson', kinds: ['teacher', 'pupil'], data: ['pupil-data'], conditions: 'First names only, and no marks.', review: 200 };
const MAPS: AppScript = { name: 'Mapmill', purpose: 'Maps and places for geography', kinds: ['staff', 'pupil'], data: [], review: -6 };

/** Pack → its register. What the rules name stands under the name that they mean. */
const SCRIPTS: Readonly<Record<string, readonly AppScript[]>> = {
  'day-school': [
    { name: 'SIMS', ruleName: 'sims', otherNames: ['school records system'], purpose: 'The records of the school, its staff and its pupils', kinds: [], data: ['personal-data'], conditions: 'For running the school and nothing else.', named: ['head', 'deputy-head-academic', 'data-manager'], review: 280 },
    { name: 'Firefly', ruleName: 'firefly', otherNames: ['learning platform'], purpose: 'Setting work, learning, and news for parents', kinds: ['staff', 'pupil', 'parent'], data: ['pupil-data'], review: 280 },
    { name: 'ClassCharts', ruleName: 'classcharts', otherNames: ['behaviour log'], purpose: 'Notes of good and bad conduct', kinds: ['teacher'], data: ['pupil-data'], conditions: 'Never show it on the board.', review: 280 },
    { name: 'CPD Genie', ruleName: 'cpd-genie', otherNames: ['staff training record'], purpose: 'What staff have learnt', kinds: ['teacher'], data: ['staff-data'], review: 12 },
    { name: 'CPOMS', ruleName: 'cpoms', otherNames: ['safeguarding record'], purpose: 'Safeguarding and pastoral notes on pupils', kinds: [], data: ['sensitive', 'pupil-data'], named: ['dsl'], review: 280 },
    QUIZZES, MAPS,
  ],
  'village-primary': [{ name: 'Tapestry', ruleName: 'tapestry', otherNames: ['learning journal'], purpose: 'The learning journals of the youngest', kinds: ['staff', 'parent'], data: ['pupil-data', 'pupil-image'], review: 280 }, QUIZZES],
  'prep-school': [QUIZZES, MAPS], 'town-school': [QUIZZES, MAPS], 'academy-trust': [QUIZZES, MAPS],
};

/** The head has looked at them at the beginning of the year. */
export async function listApplications(tx: Tx, stage: Stage): Promise<void> {
  const { school, vocabulary, now, today, holderOf } = stage;
  const head = holderOf('head');
  if (head === null) return;
  await fillApps(tx, { school, vocabulary, by: head, as: 'head', at: now, today }, (SCRIPTS[school.pack] ?? []).map((script): AppToFill => ({
    given: { name: script.name, otherNames: script.otherNames ?? [], address: '', purpose: script.purpose, kinds: script.kinds, years: [], data: script.data, conditions: script.conditions ?? '', note: '', reviewOn: addDays(today, script.review) },
    ...(script.ruleName ? { ruleName: script.ruleName } : {}), users: [...new Set((script.named ?? []).flatMap(office => holderOf(office) ?? []))],
  })));
}
