/** The words of households: who uses what is the school's because somebody of theirs works here. */

/** Somebody of a household, with the member of staff they belong to. */
export interface HouseholdMember {
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  /** Partner, Child, Lodger. */
  readonly relation: string;
  readonly staff: string;
  readonly staffName: string;
  readonly since: string;
  readonly leftOn: string | null;
}
