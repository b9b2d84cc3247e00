/** Every question one feature may ask another. Each is answered by exactly one feature, wired in app.ts. */
import type { School, Tx } from '../platform/database/index.ts';
import type { WeekLine } from '../page-parts/index.ts';
import type { Asked } from '../platform/web/index.ts';
import type { OfficeGroups, Permission, Whom } from '../rulebook/index.ts';

export interface SignedCounts {
  readonly bound: number;
  readonly signed: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly declined: number;
}

/** Rules put before somebody who signs at the door, and whether they have signed them already. */
export interface DoorSheet {
  readonly policy: string;
  readonly title: string;
  readonly editionId: string;
  /** The mark of exactly these words. */
  readonly hash: string;
  readonly statement: string;
  /** The clauses that bind people of their kinds. */
  readonly clauses: readonly { readonly id: string; readonly number: string; readonly text: string }[];
  /** What its signer says line by line, each to be ticked. */
  readonly says: readonly { readonly number: string; readonly words: string }[];
  /** The day of a signature that still holds; then nothing is asked. */
  readonly signedOn: string | null;
  /** The same in the signer's language, where the policy has an approved translation. A clause that is left out stands in English. */
  readonly translation?: { readonly language: string; readonly title: string; readonly statement: string; readonly clauses: ReadonlyMap<string, string> };
}

/** Who signs at the door: their kinds with every wider one; a person of the school, or somebody new. */
export interface DoorAsk {
  readonly school: School;
  readonly today: string;
  readonly kinds: readonly string[];
  readonly person: string | null;
  /** These policies alone. */
  readonly policies: readonly string[];
  /** The language it is wanted in; English where left out. */
  readonly language?: string | undefined;
}

/** A signature at the door: the marks of what was shown, in the order of the sheets, and the name put to it. */
export interface DoorSigning extends DoorAsk {
  readonly person: string;
  readonly hashes: readonly string[];
  /** Policy → the places of the lines that were ticked. */
  readonly said: Readonly<Record<string, readonly number[]>>;
  readonly typedName: string;
  readonly drawing: string | null;
  readonly channel: 'kiosk' | 'screen';
  readonly witness: string | null;
  readonly at: Date;
}

/** What parents said to a question of a policy's form, for a pupil who asks, or for the child of a parent who asks. */
export interface ParentsSaid {
  readonly act: string;
  /** The fact and value that tell it from its neighbour: `facility=email`. Empty where the act is one question. */
  readonly about: string;
  /** Whether it is allowed: one no means no, and not enough said is never yes. */
  readonly allowed: 'yes' | 'no' | 'unknown';
}

/** What somebody's own page says of rules. */
export interface MyRules {
  readonly toSign: readonly { readonly title: string; readonly href: string; readonly due: string; readonly overdue: boolean }[];
  /** What stands, the newest of each policy. */
  readonly agreed: readonly { readonly title: string; readonly href: string; readonly on: string }[];
  readonly week: readonly WeekLine[];
}

/** Which of somebody's permissions cover an act in a situation at a moment. */
export interface RestsAsk {
  readonly school: School;
  readonly person: string;
  readonly act: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Roles that rules look at and of which the school keeps lists, by the words of `person-status`. */
export interface RolesKept {
  /** Those of which there is a list. */
  readonly kept: readonly string[];
  /** Those that somebody has on the day. */
  readonly held: readonly string[];
}

/** A permission on which a yes stands. */
export interface Resting {
  readonly href: string;
  /** Names the one thing it was given for, as `livePermissions` does; null where facts tell that. */
  readonly use: string | null;
  /** What it allows: in the words of whoever granted it, else for what somebody asked; the act's own words where there are none. */
  readonly what: string;
  readonly by: string;
  readonly on: string;
  /** Its last day. */
  readonly until: string;
  readonly conditions: string;
  /** It stands for a group. */
  readonly group: boolean;
}

/** How an application of the register stands for somebody. Only the first is yes. */
export type AppStanding = 'for-you' | 'not-for-you' | 'review-overdue' | 'not-decided' | 'withdrawn';

/** An application that a question names. */
export interface AppNamed {
  readonly name: string;
  /** Null where whoever asks may not open its page. */
  readonly href: string | null;
  readonly standing: AppStanding;
  readonly purpose: string;
  readonly conditions: string;
  /** Categories of data that may go in: values of the fact data-kind. */
  readonly data: readonly string[];
  /** The same as people say it; empty where no data about people may. */
  readonly dataWords: string;
  readonly reviewOn: string | null;
}

/** A question as it was typed, and who asks. */
export interface AppsAsk {
  readonly school: School;
  readonly person: string;
  /** Kinds with every wider one. */
  readonly kinds: readonly string[];
  readonly question: string;
  readonly today: string;
}

/** What the register of applications makes of a question. */
export interface AppsNamed {
  readonly named: readonly AppNamed[];
  /** The vocabulary's own name → the application that rules name so, where the register has it. */
  readonly byRules: ReadonlyMap<string, AppNamed>;
  /** The question is whether one may use it, and nothing narrower. */
  readonly asksToUse: boolean;
  /** The vocabulary's own name of the one that is named, else "other". */
  readonly app: string;
  /** A name that is not in the register: put in quotes or with a capital after "use". Empty where there is none. */
  readonly unlisted: string;
  /** Names in the register that are spelt nearly so, each with the question as it would then be. */
  readonly near: readonly { readonly name: string; readonly question: string }[];
}

/** A recording in which everybody has said yes, and which may be made until its day is over. */
export interface AgreedRecording {
  /** A value of the fact `recording-kind`. */
  readonly kind: string;
  readonly title: string;
  /** Its day, the last on which it may be made. */
  readonly on: string;
  /** How many asked to be left out. */
  readonly leaveOut: number;
  readonly href: string;
}

/** How many children's pictures are held back, as far as the reader may know, and where they read more. */
export interface HeldBack {
  readonly children: number;
  readonly href: string;
}

export interface Questions {
  /** The applications that a question names, as they stand for whoever asks. Answered by apps. */
  appsNamed: (tx: Tx, ask: AppsAsk) => Promise<AppsNamed>;
  /** What the reader is to sign, what they agreed to, and what this week means for them. Answered by agreements. */
  myRules: (asked: Pick<Asked, 'reader' | 'school' | 'today' | 'db' | 'read' | 'change'>) => Promise<MyRules>;
  /** What somebody signs at the door. Answered by agreements. */
  sheetsAtDoor: (tx: Tx, ask: DoorAsk) => Promise<readonly DoorSheet[]>;
  /** Signs it: each sheet that is not signed yet. `changed` when another text is in force by now, `unticked` when a line is not ticked; then nothing is signed. Answered by agreements. */
  signAtDoor: (tx: Tx, signing: DoorSigning) => Promise<'signed' | 'changed' | 'unticked'>;
  /** How many are bound by a policy and have signed it. Null where nobody signs it. Answered by agreements. */
  signedCounts: (tx: Tx, policy: string, today: string) => Promise<SignedCounts | null>;
  /** Clause → of those asked to sign the policy, to how many it speaks and how many of these have signed it. Answered by agreements. */
  clauseSignatures: (tx: Tx, policy: string) => Promise<ReadonlyMap<string, { readonly bound: number; readonly signed: number }>>;
  /** The permissions a person held on a day, as sentences; null where they are not kept. Answered by permissions. */
  permissionsOn: (tx: Tx, person: string, day: string) => Promise<readonly string[] | null>;
  /** What a person had been taught by a day, as sentences; null where it is not kept yet. */
  trainingBy: (tx: Tx, person: string, day: string) => Promise<readonly string[] | null>;
  /** What of a person's accounts was not open on a day, as sentences, but for what cases decided; null where it is not kept. */
  accountsOn: (tx: Tx, person: string, day: string) => Promise<readonly string[] | null>;
  /** Who would be asked to sign again if these clauses became new duties. Answered by agreements. */
  whoSignsAgain: (tx: Tx, change: { readonly policy: string; readonly signers: readonly string[]; readonly newDuties: readonly { readonly clause: string; readonly binds: readonly Whom[] }[]; readonly today: string }) =>
    Promise<{ readonly total: number; readonly byKind: readonly { readonly kind: string; readonly count: number }[] }>;
  /** What people would newly be asked to sign if they were these kinds from a day on; who would be asked nothing new is left out. Answered by agreements. */
  newAsks: (tx: Tx, change: { readonly on: string; readonly today: string; readonly people: readonly { readonly person: string; readonly kinds: readonly string[] }[] }) =>
    Promise<ReadonlyMap<string, readonly { readonly policy: string; readonly title: string }[]>>;
  /** Whether the school has said when its terms are, up to this day or later. Answered by agreements. */
  termsAreKnown: (tx: Tx, today: string) => Promise<boolean>;
  /** The school's terms with their names, oldest first; none where it has not said. Answered by agreements. */
  terms: (tx: Tx) => Promise<readonly { readonly name: string; readonly from: string; readonly to: string }[]>;
  /** Who teaches a class on a day. Answered by agreements. */
  teachersOf: (tx: Tx, className: string, today: string) => Promise<readonly string[]>;
  /** Whether school is on that day; whether its terms are known; and the next day, this one included, on which it is. Answered by agreements. */
  schoolDay: (tx: Tx, day: string) => Promise<{ readonly on: boolean; readonly known: boolean; readonly next: string | null }>;
  /** The day so many school days after this one. Answered by agreements. */
  afterSchoolDays: (tx: Tx, day: string, days: number) => Promise<string>;
  /** The permissions a person holds at a moment, their own and those of groups they belong to. Answered by permissions. */
  livePermissions: (tx: Tx, person: string, now: Date) => Promise<readonly Permission[]>;
  /** Who would decide if somebody asked these offices today, group by group: never they themselves, and the next in line where nobody else is left. Answered by permissions. */
  whoWouldDecide: (tx: Tx, of: { readonly school: School; readonly person: string; readonly offices: OfficeGroups; readonly today: string }) => Promise<readonly (readonly { readonly person: string; readonly as: string }[])[]>;
  /** The permissions in force that cover a situation, for a page that says on what a yes stands. Answered by permissions. */
  restsOn: (tx: Tx, ask: RestsAsk) => Promise<readonly Resting[]>;
  /** Which roles the school keeps lists of, and which of them a person has on a day. Answered by permissions. */
  rolesOf: (tx: Tx, person: string, today: string) => Promise<RolesKept>;
  /** The recordings that a person asked for and that everybody in them has agreed to, today or in days to come. Answered by images. */
  agreedRecordings: (tx: Tx, of: { readonly school: School; readonly person: string; readonly today: string; readonly now: Date }) => Promise<readonly AgreedRecording[]>;
  /** Of these decisions and cases, by their ids, those of which nothing is erased because the school goes to law. Answered by concerns. */
  heldForLaw: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The children whose pictures are held back; null for a reader who looks nobody up. Answered by images. */
  heldBack: (tx: Tx, of: { readonly school: School; readonly reader: Asked['reader'] }) => Promise<HeldBack | null>;
  /** The trips that a person is on, on a day: their ids. Answered by trips. */
  tripsOn: (tx: Tx, person: string, day: string) => Promise<readonly string[]>;
  /** What the school has on record of what parents allow: for a pupil theirs, for a parent their children's where all of them stand alike. Answered by agreements. */
  parentsSaid: (tx: Tx, person: string, today: string) => Promise<readonly ParentsSaid[]>;
  /** Who leads the trips that a person is on, today or in days to come. Answered by trips. */
  tripLeadersOf: (tx: Tx, person: string, today: string) => Promise<readonly string[]>;
  /** Every trip to come or under way. Answered by trips. */
  comingTrips: (tx: Tx, today: string) => Promise<readonly { readonly id: string; readonly title: string; readonly from: string; readonly until: string }[]>;
  /** Of these people the guests of a day who use neither wifi nor a computer of the school, each with the policies that bind only those who do. Answered by visitors. */
  notAskedOfGuests: (tx: Tx, ask: { readonly persons: readonly string[]; readonly today: string }) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Who has signed a policy, for themselves or beside a child, and has not taken it back. Answered by agreements. */
  whoHasSigned: (tx: Tx, policy: string) => Promise<readonly string[]>;
  /** The clauses that name an office: full id and how it is cited. Answered by policies. */
  clausesNaming: (tx: Tx, office: string, today: string) => Promise<readonly { readonly id: string; readonly cite: string }[]>;
  /** Whether somebody else got into an account of this person, and it is still being made safe: until then no link for signing in goes to their mailbox by itself. Answered by accounts. */
  beingMadeSafe: (tx: Tx, person: string) => Promise<boolean>;
  /** Every office that a clause names, with these clauses: for a page of all offices. Answered by policies. */
  officesNamed: (tx: Tx, today: string) => Promise<ReadonlyMap<string, readonly { readonly id: string; readonly cite: string }[]>>;
}

let answered: Partial<Questions> = {};

/** Says who answers: in app.ts every question, as its type sees to; in a bench the few that it needs. */
export function answerAll(answers: Partial<Questions>): void {
  answered = answers;
}

/** Asks. Throws where nothing is wired: a bench, or a test of one feature alone. */
export function askFeature<Name extends keyof Questions>(name: Name, ...args: Parameters<Questions[Name]>): ReturnType<Questions[Name]> {
  const how = answered[name] as ((...args: Parameters<Questions[Name]>) => ReturnType<Questions[Name]>) | undefined;
  if (!how) throw new Error(`no feature answers "${name}"`);
  return how(...args);
}

/** Whether somebody answers: not where a bench fills a school without a server. */
export const isAnswered = (name: keyof Questions): boolean => answered[name] !== undefined;
