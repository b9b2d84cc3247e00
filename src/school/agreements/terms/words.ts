/** A term as a school says it. */
export interface NamedTerm {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
