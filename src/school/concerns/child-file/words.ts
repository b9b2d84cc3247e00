/** The words of the files of children who leave. */

/** How a file stands: packed and on its way, received, or nothing is owed. */
export type FileState = 'packed' | 'received' | 'not-needed';

/** What is said of it, locked. */
export interface FileWords {
  /** To whom it went, who signed the receipt, or why nothing is owed. */
  readonly text: string;
}

/** One thing said of the file of a child. */
export interface ChildFileRow {
  readonly id: string;
  readonly childKey: string;
  readonly state: FileState;
  readonly day: string;
  readonly locked: Uint8Array;
  readonly by: string | null;
  readonly at: Date;
}

/** A child who left, and whose file is owed to the next school until somebody has it. */
export interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly leftOn: string;
  /** The last day on which it is in time. */
  readonly dueOn: string;
  /** The newest thing said of the file; null where nothing was. */
  readonly last: { readonly state: FileState; readonly day: string; readonly text: string } | null;
}

/** A concern that may go along in a child's file. */
export interface MayGo {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly openedAt: Date;
  /** The child told of it, and it is about somebody else. */
  readonly ofAnother: boolean;
}
