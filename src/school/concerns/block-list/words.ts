/** The words of the block list. */

export const SITE_STATES = ['proposed', 'to-block', 'blocked', 'to-open', 'left'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** Why an address is to be blocked. A closed list, so that no word of what was told comes onto it. */
export const WHYS = ['not-for-pupils', 'harmful', 'unsafe', 'round-the-filter'] as const;
export type Why = (typeof WHYS)[number];

export type Turn = 'block' | 'leave' | 'done';

export interface Site {
  readonly id: string;
  /** Host and path: `bad.example/games`. */
  readonly address: string;
  readonly why: Why;
  readonly fromDay: string;
  readonly state: SiteState;
  /** Those who may decide. */
  readonly offices: readonly string[];
  readonly clause: string | null;
  /** Keyed: those who may not know of it. */
  readonly keptFrom: readonly string[];
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
}

/** What was decided or done about an address. */
export interface SiteTurn {
  readonly turn: Turn;
  readonly office: string;
  readonly reason: string;
  readonly fromDay: string | null;
  readonly by: string | null;
  readonly at: Date;
}

/** What somebody proposes. */
export interface SiteGiven {
  readonly address: string;
  readonly why: Why;
  readonly fromDay: string;
}

/** The words of the entry (sort `site-proposed`) that stands in the concern. */
export interface ProposedWords { readonly site: string; readonly address: string }

export const SITE_DECIDED = 'site-decided';

/** The words of the entry (sort `site-decided`) by which whoever told of it hears what was decided or done. */
export interface DecidedWords {
  readonly says: Turn;
  readonly address: string;
  readonly from: string;
  /** The reason. */
  readonly text: string;
}
