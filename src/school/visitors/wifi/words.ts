/** The words of the guest wifi. */
export type VoucherState = 'free' | 'given' | 'ended';
export type WithdrawnWhy = 'agreement-withdrawn' | 'visit-ended' | 'left' | 'by-hand' | 'unused';

/** One code of the pool; the code itself is opened only for whom it was given to, and for those who keep the pool. */
export interface Voucher {
  readonly id: string;
  readonly network: string;
  readonly closed: string;
  readonly validDays: number;
  readonly lastDay: string | null;
  readonly addedAt: Date;
  readonly issuedTo: string | null;
  readonly visit: string | null;
  readonly issuedOn: string | null;
  readonly issuedAt: Date | null;
  readonly endsOn: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: WithdrawnWhy | null;
  readonly switchedOffAt: Date | null;
}

/** A code as its holder sees it. */
export interface MyCode {
  readonly network: string;
  readonly code: string;
  readonly endsOn: string;
}
