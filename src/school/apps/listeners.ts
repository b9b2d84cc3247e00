/** What applications hear from permissions. Wired in app.ts. */
import { currentSchool, type Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { Events } from '../bulletin.ts';
import { APP_ACTS } from './decisions.ts';
import { BY_ITSELF, endByPermission, proposeApplication, type Doing } from './deeds.ts';

/** Where a request names the program: the questions that its form puts. */
const NAMED_UNDER = ['application', 'software', 'system'] as const;
const LONGEST_NAME = 100;

/** The name of the program that a request shows: up to the first comma or line, where the maker begins. */
export const nameIn = (shown: Readonly<Record<string, string>>): string => (NAMED_UNDER.map(key => shown[key]).find(Boolean) ?? '').split(/[,;\n(]/)[0]!.trim().slice(0, LONGEST_NAME);

/** A granted request to use an application enters the register as proposed, for whoever asked; when it ends, so does that. */
export async function permissionDecided(tx: Tx, event: Events['permission-decided']): Promise<void> {
  const school = await currentSchool(tx);
  if (!school || !APP_ACTS.some(act => act === event.act)) return;
  const doing: Doing = { school, by: event.by ?? BY_ITSELF, as: event.offices[0] ?? '', at: event.at, today: dayOf(event.at) };
  if (event.outcome === 'ended') return endByPermission(tx, doing, event.permission);
  const name = nameIn(event.shown);
  if (name === '') return;
  await proposeApplication(tx, doing, { name, person: event.person, permission: event.permission, from: event.from, until: event.until, conditions: event.conditions, note: '', clauses: event.clauses });
}
