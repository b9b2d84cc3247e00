/** What the server's log may say of a fault. */

/** The fault as it may be written down: of one that the database met its words, code and place, never its details, which quote rows and so name people. */
export function withoutRows(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('severity' in fault)) return fault;
  const { code = '', table = '', constraint = '' } = fault as { code?: string; table?: string; constraint?: string };
  return [fault.stack ?? fault.message, code, table, constraint].filter(Boolean).join(' ');
}
