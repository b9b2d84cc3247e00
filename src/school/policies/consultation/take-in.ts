/** A consultation that is there from the start, for an invented school. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import type { By } from '../deeds.ts';
import { latestApproved } from '../reads.ts';
import { answerConsultation, openConsultation } from './deeds.ts';
import { findConsultation } from './reads.ts';
import type { Opinion } from './words.ts';

export interface ConsultationToFill {
  readonly policy: string;
  readonly summary: string;
  readonly offices: readonly string[];
  readonly kinds: readonly string[];
  readonly answers: readonly { readonly person: string; readonly opinion: Opinion; readonly words: string }[];
}

const DAYS_TO_ANSWER = 14;

/** Asks about the edition in force, and has some answer. Nothing where there is no such policy or nobody to ask. */
export async function fillConsultation(tx: Tx, by: By, { policy, answers, ...of }: ConsultationToFill): Promise<void> {
  const edition = await latestApproved(tx, policy);
  const opened = edition && await openConsultation(tx, by, { ...of, edition, answerBy: addDays(by.today, DAYS_TO_ANSWER), once: newId() });
  const consultation = opened?.ok && opened.id !== null ? await findConsultation(tx, opened.id) : null;
  for (const { person, ...answer } of consultation ? answers : []) await answerConsultation(tx, { ...by, by: person }, { consultation: consultation!, ...answer });
}
