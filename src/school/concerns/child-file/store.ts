/** The concerns of one child, for the file that goes along; the table belongs to ../store.ts, and here it is only read. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';

const MOST = 500;

/** Ids, oldest first. Whether the reader may open each is asked when it is opened. */
export const concernsOfChild = async (tx: Tx, key: string): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`select id from concern where ${key} = any(child_keys) order by opened_at, id limit ${MOST}`)).map(row => row.id);
