/** Who answers for a policy, or for what one of its clauses makes a duty. */
export interface Accountable {
  readonly policy: string;
  readonly policyTitle: string;
  /** Null for the policy as a whole. */
  readonly clause: { readonly id: string; readonly number: string } | null;
  /** "putting this code into effect"; empty for the policy as a whole. */
  readonly what: string;
  readonly offices: readonly { readonly office: string; readonly title: string; readonly holders: readonly string[]; readonly vacant: boolean }[];
}
