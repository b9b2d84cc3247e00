/** The words of "somebody is using my account". */

export type AlarmState = 'raised' | 'confirmed' | 'mistaken';

export interface Alarm {
  readonly id: string;
  readonly concern: string;
  readonly state: AlarmState;
  readonly raisedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly sessionsEnded: number | null;
  readonly accountsDoneAt: Date | null;
  readonly accountsDoneBy: string | null;
}

export const KIND = 'report-account-compromise';
export const BREACH = 'report-data-breach';

/** Who looks after accounts, in the order in which they are looked for. */
export const IT_OFFICES = ['network-manager', 'ict-lead', 'it-support', 'helpdesk'] as const;

/** Offices that hear of a compromised account because the rules take it for a breach of data. */
export const BREACH_OFFICES = ['data-protection-lead', 'dpo'] as const;

/** From each state, the states that may follow. */
export const ALARM_MOVES: Readonly<Record<AlarmState, readonly AlarmState[]>> = { raised: ['confirmed', 'mistaken'], confirmed: [], mistaken: ['confirmed'] };
