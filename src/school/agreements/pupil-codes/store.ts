/** Which policies ask which pupil: read from the asks that are worked out. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';

/** The policies that ask each of these people, in one statement however many they are. */
export const policiesOfEach = (tx: Tx, persons: readonly string[]): Promise<{ person: string; policies: string[] }[]> =>
  rows(tx, sql<{ person: string; policies: string[] }>`select person_id as person, array_agg(policy order by policy) as policies from agreement_ask where person_id = any(${[...persons]}::uuid[]) group by person_id`);
