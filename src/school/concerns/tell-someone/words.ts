/** The words of telling somebody: what a pupil presses, and when somebody reads it. */

/** One button: the kind of concern that it is, and what is already known by pressing it. */
export interface Telling {
  /** Never in an address. */
  readonly id: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  /** The safeguarding lead reads it besides the adult whom the pupil picked. */
  readonly alsoDsl: boolean;
}

/** What a pupil may press, in this order. */
export const TELLINGS: readonly Telling[] = [
  { id: 'unkind', kind: 'handle-bullying', facts: { trigger: 'bullying-allegation' }, alsoDsl: true },
  { id: 'photo', kind: 'report-image-concern', facts: {}, alsoDsl: true },
  { id: 'phone', kind: 'report-phone-sighting', facts: {}, alsoDsl: false },
  { id: 'screen', kind: 'report-unsuitable-site', facts: {}, alsoDsl: true },
  { id: 'message', kind: 'report-inappropriate-email', facts: { content: 'offensive' }, alsoDsl: true },
  { id: 'friend', kind: 'report-safeguarding-concern', facts: {}, alsoDsl: true },
  { id: 'other', kind: 'report-safeguarding-concern', facts: {}, alsoDsl: true },
];

export const tellingOf = (id: string): Telling | undefined => TELLINGS.find(one => one.id === id);

/** The hours of a school day in which somebody reads what was told. */
export interface Hours {
  /** `08:30` */
  readonly from: string;
  readonly until: string;
}

/** When what is told now is read. */
export type WhenRead =
  | { readonly state: 'unsaid' }
  | { readonly state: 'now'; readonly until: string }
  /** Not before this day; `from` the hour of it. */
  | { readonly state: 'later'; readonly on: string; readonly from: string };

/** What looking up a phone that was seen came to. */
export const CHECKED = ['permitted', 'lawful', 'not-allowed', 'not-known'] as const;
export type Checked = (typeof CHECKED)[number];

/** What is kept beside the concern. */
export interface TellingKept {
  readonly concern: string;
  readonly takeDown: boolean;
  readonly checked: Checked | null;
  readonly checkedAt: Date | null;
  readonly firstAnswerAt: Date | null;
}
