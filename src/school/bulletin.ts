/**
 * Every event one feature may tell another. It is heard in the same transaction: when a listener fails, the deed fails.
 * Listeners are wired once, at start, in app.ts.
 */
import type { Tx } from '../platform/database/index.ts';

export interface Events {
  /** An edition came into force (or will, on `inForce`). */
  'policy-published': {
    readonly school: string;
    readonly policy: string;
    readonly edition: string;
    /** Ids of the clauses that are a new duty in this edition. */
    readonly newDuties: readonly string[];
    /** True for the first edition of a policy. */
    readonly first: boolean;
    readonly inForce: string;
    readonly by: string;
    readonly at: Date;
  };
  'person-joined': { readonly school: string; readonly person: string; readonly on: string; readonly by: string; readonly at: Date };
  'person-left': { readonly school: string; readonly person: string; readonly on: string; readonly by: string; readonly at: Date };
  /** A name, what somebody is, or their class was changed. */
  'person-changed': { readonly school: string; readonly person: string; readonly on: string; readonly by: string; readonly at: Date };
  'agreement-signed': { readonly school: string; readonly person: string; readonly policy: string; readonly edition: string; readonly at: Date };
  /** A pupil is uneasy about a picture: whoever keeps pictures holds those of this child back. `takeDown` where they asked for it to come down; `concern` is its case. */
  'picture-worry': { readonly school: string; readonly child: string; readonly concern: string; readonly takeDown: boolean; /** Those it is about: they may not know of it. */ readonly about?: readonly string[]; readonly at: Date };
  /** What is decided about somebody has begun: until its last day (null: for good) they are without this. Nothing says why. */
  'sanction-began': { readonly school: string; readonly person: string; readonly facility: string; readonly until: string | null; readonly at: Date; /** Its own id, and the offices that decided. */ readonly sanction: string; readonly deciders: readonly string[] };
  /** It is over: what was switched off goes on again. */
  'sanction-ended': { readonly school: string; readonly person: string; readonly facility: string; readonly until: string | null; readonly at: Date; readonly sanction: string; readonly deciders: readonly string[] };
  /** IT says that what a sanction switches off is off everywhere, or on again everywhere. `sealFolder` is where the key of its case lies. */
  'sanction-switched': { readonly school: string; readonly sanction: string; readonly to: 'off' | 'on'; readonly by: string | null; readonly at: Date; readonly sealFolder: string };
  /** Somebody else used this person's account: their sessions here ended. Whoever looks into it sees to the others. */
  'account-shut': { readonly school: string; readonly person: string; readonly by: string; readonly at: Date; /** The case in which it is looked into. */ readonly concern: string };
  /** The accounts elsewhere were seen to as well. */
  'account-secured': { readonly school: string; readonly person: string; readonly by: string; readonly at: Date };
  /** A device is to be taken from a pupil until a day (null: until it is over), as these offices decided. `key` is the decision's own mark. Nothing says why. */
  'confiscation-began': { readonly school: string; readonly person: string; readonly offices: readonly string[]; readonly until: string | null; readonly key: string; readonly at: Date };
  /** It is over: what was taken goes back. */
  'confiscation-ended': { readonly school: string; readonly key: string; readonly at: Date };
  /** A permission was decided, or what was granted ended before its day. `shown` is what the request named: its program, its data. */
  'permission-decided': {
    readonly school: string;
    readonly permission: string;
    readonly person: string;
    readonly act: string;
    readonly facts: Readonly<Record<string, string | readonly string[]>>;
    readonly shown: Readonly<Record<string, string>>;
    readonly outcome: 'granted' | 'ended';
    readonly conditions: string;
    readonly clauses: readonly string[];
    readonly offices: readonly string[];
    /** Its first and last day. */
    readonly from: string;
    readonly until: string;
    /** Null where it befell by itself, or whoever decided is forgotten. */
    readonly by: string | null;
    readonly at: Date;
  };
  /** An application is no longer authorised: permissions to use it are over. */
  'application-withdrawn': { readonly school: string; readonly permissions: readonly string[]; readonly reason: string; readonly by: string; readonly at: Date };
  /** Somebody who was to be forgotten while a legal hold stood is forgotten now, as far as no other hold keeps it. */
  'forget-again': { readonly school: string; readonly person: string };
  'agreement-withdrawn': { readonly school: string; readonly person: string; readonly policy: string; readonly by: string; readonly at: Date };
}

type Listener<Name extends keyof Events> = (tx: Tx, event: Events[Name]) => Promise<void>;

interface Heard {
  readonly listener: Listener<never>;
  readonly oneForMany: boolean;
}

const listeners = new Map<keyof Events, Heard[]>();

/** Says who hears an event. `oneForMany`: of many events told at once it needs the first alone, for it looks at none of them. Called in app.ts only. */
export function hear<Name extends keyof Events>(name: Name, listener: Listener<Name>, { oneForMany = false }: { readonly oneForMany?: boolean } = {}): void {
  listeners.set(name, [...(listeners.get(name) ?? []), { listener: listener as Listener<never>, oneForMany }]);
}

/** Whether anybody hears an event: nothing is claimed to happen that nobody does. */
export const isHeard = (name: keyof Events): boolean => (listeners.get(name) ?? []).length > 0;

/** Tells everyone who hears this event, one after another, inside the caller's transaction. */
export async function announce<Name extends keyof Events>(tx: Tx, name: Name, event: Events[Name]): Promise<void> {
  await announceAll(tx, name, [event]);
}

/** Tells of many events of one name, as an import does. */
export async function announceAll<Name extends keyof Events>(tx: Tx, name: Name, events: readonly Events[Name][]): Promise<void> {
  for (const { listener, oneForMany } of listeners.get(name) ?? []) {
    for (const event of oneForMany ? events.slice(0, 1) : events) await (listener as unknown as Listener<Name>)(tx, event);
  }
}
