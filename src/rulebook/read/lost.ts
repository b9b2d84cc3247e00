/**
 * A policy that cannot be read as a whole still marks the acts it speaks of: what it forbade must not turn into "yes"
 * because the file was lost.
 */
import type { Policy } from '../words.ts';
import { complain } from './desk.ts';
import type { Complaint, Desk } from './desk.ts';
import { mayHaveDecided } from './rule.ts';

/** Says why a policy is lost, and gives what is left of it: its name and its acts. Null when it has no rules. */
export function lostPolicy(desk: Desk, complaint: Complaint, at = 0): Policy | null {
  complain(desk, at, complaint);
  const acts = new Set<string>();
  for (const { 1: verb = '', 2: act = '' } of desk.source.matchAll(/:([a-z-]{1,40})[ \t]*\[([a-z0-9-]{1,80})\]/g)) {
    if (mayHaveDecided(verb)) acts.add(act);
  }
  if (acts.size === 0) return null;
  const id = /^policy:[ \t]*["']?([a-z0-9]+(?:-[a-z0-9]+)*)/m.exec(desk.source)?.[1] ?? nameOfFile(desk.file);
  return {
    id, file: desk.file, clauses: [], body: [], broken: [...acts].map((act) => ({ clause: 'unread', act })),
    front: { policy: id, title: id, binds: [], readWith: [], public: false, readers: 'adults' },
  };
}

/** A policy id made from the name of its file: `Staff code.md` gives `staff-code`. */
export function nameOfFile(file: string): string {
  const name = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z]+$/i, '');
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'policy';
}
