/** What a school sets about concerns, and what holds until it does: dated, so that the newest on a day counts. Pure. */

export interface SocialCare {
  readonly number: string;
  readonly hours: string;
  readonly night: string;
}

export interface ConcernSettings {
  /** Minutes after which a concern that nobody opened goes on; where a child may be harmed it goes on at any hour. */
  readonly handOnMinutes: { readonly safeguarding: number; readonly other: number };
  /** Hours for which a second office may agree to open the concern of somebody who is away, and for which the two then read it. */
  readonly openingHours: number;
  readonly openedHours: number;
  /** School days after which a case in which nobody wrote down what was done goes to whoever owns the policy. */
  readonly actionDays: number;
  /** The offices that are shown where a first step is late. */
  readonly lateTo: readonly string[];
  /** Days within which a child's file goes to the next school (Keeping children safe in education, part two). */
  readonly childFileDays: number;
  /** Numbers below this are not shown to governors, and days from the end of a term until its figures are made. */
  readonly figuresHideBelow: number;
  readonly figuresDelayDays: number;
  /** Days for which an agreed look into logs stays open, and after which a finding that nobody used is forgotten. */
  readonly lookOpenDays: number;
  readonly lookFindingDays: number;
  /** Whether whoever was looked at is told when the case is closed, unless the reader says why not. */
  readonly lookedAtTold: boolean;
  /** Days until a legal hold is looked at again, where nobody names another day. */
  readonly holdReviewDays: number;
  /** Who comes next, in this order, where an office is the one concerned or nobody holds it. */
  readonly next: readonly string[];
  /** The head owns the school, so that nobody in it stands above them. */
  readonly headIsProprietor: boolean;
  /** The local authority's designated officer, as the school entered them. */
  readonly designatedOfficer: { readonly name: string; readonly number: string; readonly hours: string } | null;
  /** The council's children's social care: its number, when it answers, and the number for nights and weekends. */
  readonly socialCare: SocialCare | null;
}

export interface SettingRow {
  readonly name: string;
  readonly since: string;
  readonly value: unknown;
}

/** What holds in a school that has set nothing. */
const DEFAULTS: readonly SettingRow[] = [
  { name: 'handOnMinutes', since: '2026-09-01', value: { safeguarding: 60, other: 1440 } },
  { name: 'openingHours', since: '2026-09-01', value: 48 },
  { name: 'openedHours', since: '2026-09-01', value: 72 },
  { name: 'actionDays', since: '2026-09-01', value: 5 },
  { name: 'lateTo', since: '2026-09-01', value: ['head'] },
  { name: 'childFileDays', since: '2026-09-01', value: 5 },
  { name: 'figuresHideBelow', since: '2026-09-01', value: 5 },
  { name: 'figuresDelayDays', since: '2026-09-01', value: 28 },
  { name: 'lookOpenDays', since: '2026-09-01', value: 14 },
  { name: 'lookFindingDays', since: '2026-09-01', value: 30 },
  { name: 'lookedAtTold', since: '2026-09-01', value: true },
  { name: 'holdReviewDays', since: '2026-09-01', value: 182 },
  { name: 'next', since: '2026-09-01', value: ['head', 'chair-of-governors', 'board-of-trustees', 'governing-body'] },
  { name: 'headIsProprietor', since: '2026-09-01', value: false },
  { name: 'designatedOfficer', since: '2026-09-01', value: null },
  { name: 'socialCare', since: '2026-09-01', value: null },
];

/** The settings of a day: of each name the newest that has begun. Of two from the same day the one that stands first. */
export function settingsOn(rows: readonly SettingRow[], today: string): ConcernSettings {
  const newest = (name: string): unknown => {
    const own = rows.filter(row => row.name === name && row.since <= today).sort((a, b) => b.since.localeCompare(a.since))[0];
    return (own ?? DEFAULTS.find(row => row.name === name))?.value;
  };
  return Object.fromEntries(DEFAULTS.map(({ name }) => [name, newest(name)])) as unknown as ConcernSettings;
}
