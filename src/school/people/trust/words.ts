/** The words of a trust: people who are at several of its schools. */

/** A school of the same trust. */
export interface SisterSchool {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A school at which somebody is too, and who they are there. */
export interface Elsewhere extends SisterSchool {
  readonly person: string;
}

/** Somebody asks to be known at another school too. */
export interface TrustAsk {
  readonly id: string;
  readonly fromSchool: string;
  readonly fromSchoolName: string;
  readonly fromPerson: string;
  readonly fromName: string;
  readonly fromEmail: string;
  readonly toSchool: string;
  readonly toSchoolName: string;
  readonly toEmail: string;
  readonly at: Date;
}

/** Somebody of one school who is tied to others. */
export interface Tied {
  readonly school: string;
  readonly schoolName: string;
  readonly person: string;
  readonly at: Date;
}
