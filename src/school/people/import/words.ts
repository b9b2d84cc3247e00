/** The words of taking people in from a file, and of writing them out. */

/** Which numbering a file speaks: two systems may use one number for two people. */
export type Source = 'one-roster' | 'spreadsheet';

/** Something wrong in a file, where, and what to do about it. A fault that stops means that nothing is taken in. */
export interface Fault {
  readonly file: string;
  /** The row as a spreadsheet counts it: the headings are row 1. 0 where no row is meant. */
  readonly row: number;
  readonly column: string;
  readonly what: string;
  readonly remedy: string;
  readonly stops: boolean;
}

/** One person as a file tells of them. */
export interface Told {
  /** The other system's own number for this person. */
  readonly key: string;
  readonly row: number;
  /** Empty in a delta that says nothing of the name. */
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  /** Roles of OneRoster (`student`, `teacher` …), or `ext:` and a kind that OneRoster has no word for. None in a delta that says nothing of them. */
  readonly roles: readonly string[];
  /** Roles that a delta takes away. */
  readonly endRoles?: readonly string[];
  readonly yearGroup: string;
  readonly class: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A grown-up and a child, by the file's numbers. */
export interface ToldTie {
  readonly child: string;
  readonly parent: string;
  readonly relation: string;
  readonly mayAgree: boolean;
}

/** A whole file, read. */
export interface Roster {
  readonly source: Source;
  /** True when the file is the whole list, so that whoever it no longer names has left. */
  readonly whole: boolean;
  /** True when the file tells of changes alone: a role it leaves out goes on. */
  readonly delta: boolean;
  /** False where the file says nothing of classes: they stay as they are. */
  readonly places: boolean;
  readonly people: readonly Told[];
  /** The numbers of those whom the file itself says are gone. */
  readonly gone: readonly string[];
  readonly ties: readonly ToldTie[];
  readonly faults: readonly Fault[];
}

/** Somebody of the school as the comparison needs them. */
export interface Known {
  readonly id: string;
  readonly key: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly kinds: readonly string[];
  readonly yearGroup: string | null;
  readonly class: string | null;
  readonly phase: string | null;
  readonly offices: readonly string[];
}

/** What is to be done about one person. */
export interface Joiner {
  readonly person: string;
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly kinds: readonly string[];
  readonly place: { readonly yearGroup: string; readonly class: string; readonly phase: string } | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  /** True for somebody who had left and is here again. */
  readonly again: boolean;
}

export interface Changed {
  readonly person: string;
  readonly name: string;
  readonly set: {
    readonly givenName: string; readonly familyName: string; readonly email: string | null; readonly leftOn: string | null;
    readonly addKinds: readonly string[]; readonly endKinds: readonly string[];
    readonly place: { readonly yearGroup: string; readonly class: string; readonly phase: string } | null;
    readonly endPlace: boolean;
  };
  /** What changes: [what, before, after]. */
  readonly said: readonly (readonly [what: string, before: string, after: string])[];
}

export interface Leaver {
  readonly person: string;
  readonly name: string;
  readonly on: string;
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
}

export interface NewTie {
  readonly child: string;
  readonly parent: string;
  readonly relation: string;
  readonly mayAgree: boolean;
}

/** The difference between a file and the school. */
export interface Plan {
  readonly joins: readonly Joiner[];
  readonly changes: readonly Changed[];
  readonly leaves: readonly Leaver[];
  readonly ties: readonly NewTie[];
  /** People here already who get the file's number, however they were recognised. */
  readonly keys: readonly { readonly person: string; readonly key: string }[];
  readonly same: number;
  readonly faults: readonly Fault[];
}

export type Counts = Readonly<Record<'join' | 'change' | 'leave' | 'tie' | 'same' | 'fault' | 'stops' | 'here', number>>;

export type ImportState = 'columns' | 'reading' | 'faulty' | 'ready' | 'applying' | 'applied' | 'dropped';

/** An import as its page shows it. */
export interface Import {
  readonly id: string;
  readonly source: Source;
  readonly fileName: string;
  readonly state: ImportState;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly mapping: Mapping | null;
  readonly plannedFor: string | null;
  readonly counts: Partial<Counts>;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  /** True where work was begun and nobody does it any more: its process ended early. */
  readonly stalled: boolean;
  readonly appliedAt: Date | null;
  readonly trouble: string | null;
}

/** What a column of a spreadsheet may hold. */
export const FIELDS = ['key', 'givenName', 'familyName', 'email', 'kind', 'yearGroup', 'class', 'firstDay', 'lastDay', 'children', 'relation'] as const;
export type Field = (typeof FIELDS)[number];

/** What a table begins with: its headings, and some rows to look at. */
export interface Preview {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How a spreadsheet is read: field → heading. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** What everybody in the file is, where no column says it. */
  readonly everybody: string;
  readonly whole: boolean;
}
