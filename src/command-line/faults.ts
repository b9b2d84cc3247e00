/** What the computer refuses a command (a file, a folder, a database), in plain words. */

/** What is wrong, and what to do about it, by the code of the system. `it` is the path or address. */
const REFUSALS: Readonly<Record<string, (it: string) => string>> = {
  EACCES: (it) => `${it} may not be read. Ask whoever keeps this computer for the right to read it.`,
  EPERM: (it) => `${it} may not be read. Ask whoever keeps this computer for the right to read it.`,
  ENOENT: (it) => `${it} is not there, or leads to something that is not there. Put it back, or take its name away.`,
  EISDIR: (it) => `${it} is a folder, and a file was expected. Name a file in it.`,
  ENOTDIR: (it) => `${it} is a file, and a folder was expected. Name the folder it is in.`,
  ELOOP: (it) => `${it} leads round in a circle. Name the file itself.`,
  ECONNREFUSED: (it) => `Nothing answers at ${it}. Start the database, or correct DATABASE_URL.`,
  ENOTFOUND: (it) => `There is no computer called ${it}. Correct DATABASE_URL.`,
};

/** A sentence for a refusal of the system; undefined for anything else, which is a fault of ours and keeps its trace. */
export function refusalInWords(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { code, path, address, port, hostname } = fault as NodeJS.ErrnoException & { address?: string; port?: number; hostname?: string };
  const it = path ?? (address === undefined ? hostname : `${address}:${port}`) ?? 'It';
  return code !== undefined && Object.hasOwn(REFUSALS, code) ? REFUSALS[code]!(it) : undefined;
}
