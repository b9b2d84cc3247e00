/** What is done with the register of applications. Each deed is one change, its line in the history and its logbook line. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import { announce } from '../bulletin.ts';
import { changesIn } from './decisions.ts';
import { tellUsers } from './mails.ts';
import * as store from './store.ts';
import type { App, AppGiven, AppUser, Changes, TurnKind } from './words.ts';

/** Who does it, by which office, where and when. */
export interface Doing {
  readonly school: School;
  readonly by: string;
  /** The office by which they keep the register. */
  readonly as: string;
  readonly at: Date;
  readonly today: string;
}

/** Who did it, where nobody did: it befell by itself. */
export const BY_ITSELF = 'countersign';

const DEEDS: Readonly<Record<TurnKind, string>> = {
  proposed: 'propose-application', listed: 'list-application', changed: 'change-application', reviewed: 'review-application', withdrawn: 'withdraw-application', restored: 'restore-application',
  'user-added': 'add-application-user', 'user-ended': 'end-application-user', reminded: 'remind-of-application',
};

/** Writes the history and the logbook in one. The logbook holds the fact, never the words. */
async function note(tx: Tx, { school, by, at }: Pick<Doing, 'school' | 'by' | 'at'>, of: { readonly app: string; readonly turn: TurnKind; readonly clause?: string | undefined; readonly changes?: Changes; readonly reason?: string }): Promise<void> {
  await store.addTurn(tx, { school: school.id, by: personIn(by), at, ...of });
  await write(tx, { school: school.id, by, at, deed: DEEDS[of.turn], about: of.app, ...(of.clause ? { clause: of.clause } : {}) });
}

/** Who did it; null where it befell by itself. */
const personIn = (by: string): string | null => (by === BY_ITSELF ? null : by);

/** The application as it stands now, where nobody else decided about it meanwhile. */
async function stillAs(tx: Tx, app: App): Promise<App | null> {
  const held = await store.holdApp(tx, app.id);
  return held && held.state === app.state ? held : null;
}

const now = ({ by, as, today }: Doing) => ({ decidedBy: personIn(by), decidedAs: as, decidedOn: today });

/** Puts an application on the list. Returns its id; null where one of this name is there already. */
export async function listApplication(tx: Tx, doing: Doing, of: { readonly given: AppGiven; readonly ruleName?: string | null; readonly clauses?: readonly string[] }): Promise<string | null> {
  if (await store.findByName(tx, of.given.name)) return null;
  const clauses = of.clauses ?? [];
  const id = await store.addApp(tx, { ...of.given, ...now(doing), school: doing.school.id, ruleName: of.ruleName ?? null, clauses, state: 'listed' });
  await note(tx, doing, { app: id, turn: 'listed', clause: clauses[0] });
  return id;
}

/** Changes what is said of it; a proposed one is listed by that, and one past its review counts again. False where the name belongs to another, or somebody else decided meanwhile. */
export async function changeApplication(tx: Tx, doing: Doing, of: { readonly app: App; readonly given: AppGiven }): Promise<boolean> {
  const { given } = of;
  const app = await stillAs(tx, of.app);
  if (!app) return false;
  const other = await store.findByName(tx, given.name);
  if (other && other.id !== app.id) return false;
  const changes = changesIn(app, given);
  await store.setApp(tx, app.id, { ...given, ...now(doing), state: 'listed', withdrawnOn: null });
  await note(tx, doing, { app: app.id, turn: app.state === 'proposed' ? 'listed' : 'changed', clause: app.clauses[0], changes });
  return true;
}

/** Lists a proposed application for more people, in one press. False where it is decided by now. */
export async function widenApplication(tx: Tx, doing: Doing, of: { readonly app: App; readonly kinds: readonly string[]; readonly reviewOn: string }): Promise<boolean> {
  if (of.app.state !== 'proposed') return false;
  return changeApplication(tx, doing, { app: of.app, given: { ...of.app, kinds: of.kinds, reviewOn: of.reviewOn } });
}

/** Says that somebody has looked again: nothing changes but the review day. False where somebody else decided meanwhile. */
export async function reviewApplication(tx: Tx, doing: Doing, of: { readonly app: App; readonly reviewOn: string; readonly words: string }): Promise<boolean> {
  const app = await stillAs(tx, of.app);
  if (!app) return false;
  await store.setApp(tx, app.id, { ...app, ...now(doing), reviewOn: of.reviewOn });
  await note(tx, doing, { app: app.id, turn: 'reviewed', clause: app.clauses[0], changes: { reviewOn: [app.reviewOn ?? '', of.reviewOn] }, reason: of.words });
  return true;
}

/** Takes it off the list. Those who asked for it, and those named for it, are told; permissions to use it are over. False where somebody else decided meanwhile. */
export async function withdrawApplication(tx: Tx, doing: Doing, of: { readonly app: App; readonly reason: string }): Promise<boolean> {
  const app = await stillAs(tx, of.app);
  if (!app) return false;
  const users = (await store.listUsers(tx, app.id)).filter(user => user.endedOn === null);
  await store.setApp(tx, app.id, { ...app, ...now(doing), state: 'withdrawn', withdrawnOn: doing.today });
  for (const user of users) await store.endUser(tx, user.id, doing.today);
  await note(tx, doing, { app: app.id, turn: 'withdrawn', clause: app.clauses[0], reason: of.reason });
  await announce(tx, 'application-withdrawn', { school: doing.school.id, permissions: users.flatMap(user => user.permission ?? []), reason: of.reason, by: doing.by, at: doing.at });
  await tellUsers(tx, doing, users.map(user => user.person));
  return true;
}

/** Puts a withdrawn one back with a new review day, open to those whom a keeper had named; a permission that is over stays over. */
export async function restoreApplication(tx: Tx, doing: Doing, of: { readonly app: App; readonly reviewOn: string }): Promise<boolean> {
  if (of.app.state !== 'withdrawn' || !(await stillAs(tx, of.app))) return false;
  await store.setApp(tx, of.app.id, { ...of.app, ...now(doing), state: 'listed', reviewOn: of.reviewOn, withdrawnOn: null });
  await store.reopenUsers(tx, of.app);
  await note(tx, doing, { app: of.app.id, turn: 'restored', clause: of.app.clauses[0] });
  return true;
}

/** Names somebody for it, from today. False where they are named already. */
export async function addAppUser(tx: Tx, doing: Doing, of: { readonly app: App; readonly person: string; readonly from?: string; readonly until: string | null; readonly permission?: string | null }): Promise<boolean> {
  const there = (await store.listUsers(tx, of.app.id)).some(user => user.person === of.person && user.endedOn === null && (user.until === null || user.until >= doing.today) && user.permission === (of.permission ?? null));
  if (there) return false;
  await store.addUser(tx, { school: doing.school.id, app: of.app.id, person: of.person, from: of.from ?? doing.today, until: of.until, permission: of.permission ?? null, by: personIn(doing.by) });
  await note(tx, doing, { app: of.app.id, turn: 'user-added', clause: of.app.clauses[0] });
  return true;
}

/** Takes somebody off it. Where a permission put them there, that is over too. */
export async function endAppUser(tx: Tx, doing: Doing, of: { readonly app: App; readonly user: AppUser }): Promise<boolean> {
  if (!(await store.endUser(tx, of.user.id, doing.today))) return false;
  await note(tx, doing, { app: of.app.id, turn: 'user-ended', clause: of.app.clauses[0] });
  if (of.user.permission !== null) await announce(tx, 'application-withdrawn', { school: doing.school.id, permissions: [of.user.permission], reason: '', by: doing.by, at: doing.at });
  return true;
}

/** A request was granted: the application stands here as proposed by that decision, open to whoever asked until the permission ends. */
export async function proposeApplication(tx: Tx, doing: Doing, of: { readonly name: string; readonly person: string; readonly permission: string; readonly from: string; readonly until: string; readonly conditions: string; readonly note: string; readonly clauses: readonly string[] }): Promise<string> {
  const known = await store.findByName(tx, of.name);
  const id = known?.id ?? await store.addApp(tx, {
    name: of.name, otherNames: [], address: '', purpose: '', kinds: [], years: [], data: [], conditions: of.conditions, note: of.note, reviewOn: null,
    school: doing.school.id, ruleName: null, clauses: of.clauses, state: 'proposed', ...now(doing),
  });
  const app = (await store.findApp(tx, id))!;
  // Why: what was withdrawn and is granted anew waits for its keeper like any other.
  if (app.state === 'withdrawn') await store.setApp(tx, id, { ...app, ...now(doing), state: 'proposed', withdrawnOn: null });
  if (!known || app.state === 'withdrawn') await note(tx, doing, { app: id, turn: 'proposed', clause: of.clauses[0] });
  await addAppUser(tx, doing, { app, person: of.person, from: of.from, until: of.until, permission: of.permission });
  return id;
}

/** A permission ended before its day: so does what it opened. */
export async function endByPermission(tx: Tx, doing: Doing, permission: string): Promise<void> {
  for (const user of await store.usersByPermission(tx, permission)) {
    if (await store.endUser(tx, user.id, doing.today)) await note(tx, doing, { app: user.app, turn: 'user-ended' });
  }
}

/** Says who keeps the register, from today. */
export async function setKeeping(tx: Tx, doing: Doing, of: { readonly office: string; readonly remindDays: number }): Promise<void> {
  await store.addSetting(tx, { ...of, school: doing.school.id, from: doing.today, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, by: doing.by, at: doing.at, deed: 'set-applications-keeper', words: { office: of.office, days: String(of.remindDays) } });
}
