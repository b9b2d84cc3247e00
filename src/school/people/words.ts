/** The words of people. */

/** A person as lists show them. */
export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  /** Kinds held on the day asked about, narrowest only: `teacher`, not also `staff`. */
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
  readonly place: { readonly yearGroup: string; readonly class: string; readonly phase: string } | null;
}

/** "Amina Rahman". */
export const fullName = (person: Pick<Person, 'givenName' | 'familyName'>): string => `${person.givenName} ${person.familyName}`;

/** A new person, as given by a form, an import or the demonstration. */
export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly joinedOn: string;
  /** The last day, where it is known from the start: an inspector, a contractor. */
  readonly leftOn?: string;
  readonly kinds: readonly string[];
  readonly place?: { readonly yearGroup: string; readonly class: string; readonly phase: string };
}

/** A parent or carer of a child. */
export interface Guardian {
  readonly childId: string;
  readonly parentId: string;
  readonly relation: string;
  readonly mayAgree: boolean;
  readonly noContact: boolean;
}

/** Who holds an office on a day; cover counts like the holder. */
export interface Holder {
  readonly office: string;
  readonly person: string;
  readonly name: string;
  readonly cover: boolean;
}

/** An office held (or covered) by somebody between days. */
export interface Holding extends Holder {
  readonly from: string;
  readonly until: string | null;
}

/** What somebody is or was, between days. */
export interface KindSpan {
  readonly kind: string;
  readonly from: string;
  readonly until: string | null;
}

/** Somebody of a person's family, as the person's page shows them. */
export interface Relative {
  readonly id: string;
  readonly name: string;
  /** What the grown-up is to the child. */
  readonly relation: string;
  readonly mayAgree: boolean;
  readonly noContact: boolean;
  readonly class: string | null;
}
