/** What was said to those who told something and what they have read of it: concern_entry, beside complaint and complaint_step. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';

/** A concern in which something was said to whoever told it that they have not read. */
export interface Unread {
  readonly report: string;
  readonly concern: string;
  /** The complaint that it is; null where it is none. */
  readonly complaint: string | null;
  /** All that is unread are questions. */
  readonly onlyAsked: boolean;
}

/** The entry that says that it was read. */
export const READ = 'answer-read';
/** Sorts of entries that are said to whoever told it. That a complaint has arrived is no answer yet. */
const SAID = ['to-reporter', 'reply', 'question', 'complaint-answered', 'site-decided'];
/** Sorts of theirs: whoever wrote after an answer has read it. */
const THEIRS = [READ, 'added', 'answer', 'complaint-further', 'complaint-settled', 'complaint-open-again'];
const MOST = 50;

/** By the locked key of whoever told it, newest report first. */
export const unreadBy = (tx: Tx, key: string): Promise<Unread[]> => rows(tx, sql<Unread>`
  select r.id as report, c.id as concern, x.id as complaint, bool_and(e.sort = 'question') as "onlyAsked"
  from concern_report r join concern c on c.report_id = r.id join concern_entry e on e.concern_id = c.id left join complaint x on x.concern_id = c.id
  where r.reporter_key = ${key} and e.sort = any(${SAID}::text[])
    and not exists (select from concern_entry m where m.concern_id = c.id and m.sort = any(${THEIRS}::text[]) and (m.at, m.id) > (e.at, e.id))
  group by r.id, r.reported_at, c.id, x.id order by r.reported_at desc, c.id limit ${MOST}`);

/** A complaint whose stage waits for its answer. `answerBy` is null where the school has set no day. */
export interface Waiting { readonly id: string; readonly answerBy: string | null }

const FEW = 5;

/** By the locked key of whoever complained, the earliest day first. */
export const waitingBy = (tx: Tx, key: string): Promise<Waiting[]> => rows(tx, sql<Waiting>`
  select x.id, s.answer_by as "answerBy"
  from complaint x join lateral (select answer_by, answered_at from complaint_step where complaint_id = x.id order by number desc limit 1) s on true
  where x.by_key = ${key} and x.closed_at is null and s.answered_at is null
  order by s.answer_by nulls last, x.id limit ${FEW}`);
