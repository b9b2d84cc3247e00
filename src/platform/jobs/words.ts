/** Work by its name, with what it needs to know; all of it goes through JSON. */
export interface Work {
  readonly name: string;
  readonly given: unknown;
}

/** What a process of its own is told on its first line. */
export interface Order {
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly work: Work;
}
