/** Why a held file is taken out, locked. */
export interface ReleaseWords {
  readonly reason: string;
  /** The reference that the police gave. */
  readonly reference: string;
}
