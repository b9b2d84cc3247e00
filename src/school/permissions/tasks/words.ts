/** The words of tasks: a permission that somebody has to carry out, and what people ask of IT. */

export const TASK_SORTS = ['carry-out', 'question', 'fault'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** How a task stands: nobody has taken it on, somebody has, or it is over. */
export const TASK_STATES = ['open', 'claimed', 'done', 'cannot', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface Task {
  readonly id: string;
  readonly sort: TaskSort;
  readonly permission: string | null;
  /** The office that carries it out. */
  readonly office: string;
  /** Null once they are forgotten. */
  readonly asker: string | null;
  readonly words: string;
  readonly openedAt: Date;
  readonly openedOn: string;
  readonly claimedBy: string | null;
  readonly claimedAt: Date | null;
  readonly ended: 'done' | 'cannot' | 'withdrawn' | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly device: string;
  readonly doneOn: string | null;
  readonly reminded: number;
  readonly remindedOn: string | null;
}

export type TaskSaying = 'claimed' | 'let-go' | 'done' | 'cannot' | 'again';

export interface TaskWord {
  readonly says: TaskSaying;
  readonly by: string | null;
  readonly words: string;
  readonly at: Date;
}
