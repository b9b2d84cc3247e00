/** The registrar's queue: children who start, and the slips that are to be back by their first day. */
import { write } from '../../../logbook/index.ts';
import { addDays, daysBetween } from '../../../platform/days.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { csv, type Reply } from '../../../platform/web/index.ts';
import { fullName, listGuardians, listPeople, listStarters, widened, type Person } from '../../people/index.ts';
import { mayRemindOn } from '../calendar.ts';
import { listTerms } from '../terms/store.ts';
import { listAsks, policiesToSign, type Place } from '../reads.ts';
import type { AskRow, SigningPolicy } from '../words.ts';
import { markReceived, printSlips, type AtDesk } from './deeds.ts';
import type { Wanted } from './making.ts';
import type { StartersProps } from './pages/starters.tsx';
import { returnOf } from './statements.ts';
import { slipsOf } from './store.ts';
import type { Slip, Starter } from './words.ts';

/** Which first days the queue holds, by the day from which it holds. The newest line that has begun counts. */
export const STARTER_SETTINGS: readonly { readonly from: string; readonly daysAhead: number; readonly daysBack: number }[] = [{ from: '2000-01-01', daysAhead: 200, daysBack: 60 }];

const MOST = 500;
const A_PAGE = 50;

interface Line {
  readonly starter: Starter;
  readonly wanted: Wanted;
  readonly slip: Slip | null;
}

/** Every child who starts about now, with each policy whose slip is due on the first day. */
async function lines(tx: Tx, place: Place): Promise<Line[]> {
  const setting = STARTER_SETTINGS.findLast(one => one.from <= place.today) ?? STARTER_SETTINGS[0]!;
  const policies = [...(await policiesToSign(tx, place.vocabulary)).values()].filter(policy => returnOf(policy.document, place.vocabulary).onFirstDay);
  if (policies.length === 0) return [];
  const people = await listStarters(tx, { from: addDays(place.today, -setting.daysBack), until: addDays(place.today, setting.daysAhead), limit: MOST });
  const asks = new Map<string, AskRow>();
  for (let from = 0; from < people.length; from += 100) for (const ask of await listAsks(tx, people.slice(from, from + 100).map(one => one.id))) asks.set(`${ask.person} ${ask.policy}`, ask);
  const slips = await slipsOf(tx, people.map(person => person.id));
  return people.flatMap(person => policies.filter(policy => signs(person, policy, place)).map(policy => lineOf({ person, policy, ask: asks.get(`${person.id} ${policy.policy}`) ?? null }, slips)));
}

const signs = (person: Person, policy: SigningPolicy, place: Place): boolean => {
  const names = widened(person.kinds, place.vocabulary);
  return policy.signers.some(kind => names.includes(kind));
};

function lineOf(wanted: Wanted, slips: readonly Slip[]): Line {
  const { person, policy, ask } = wanted;
  const own = slips.filter(slip => slip.person === person.id && slip.policy === policy.policy);
  const slip = own.find(one => one.returnedOn !== null) ?? own[0] ?? null;
  return {
    wanted, slip,
    starter: { person: person.id, name: fullName(person), form: person.place?.class ?? '', policy: policy.policy, title: policy.title, due: person.joinedOn, printed: slip !== null, receivedOn: slip?.returnedOn ?? null, signed: ask !== null && !ask.open },
  };
}

const waits = ({ starter }: Line): boolean => !starter.signed && starter.receivedOn === null;

export async function startersView(tx: Tx, place: Place, of: { page: number }): Promise<StartersProps> {
  const all = await lines(tx, place);
  const late = (line: Line) => waits(line) && line.starter.due < place.today;
  const sorted = [...all.filter(late), ...all.filter(line => waits(line) && !late(line)), ...all.filter(line => !waits(line))].map(line => line.starter);
  const pages = Math.max(1, Math.ceil(sorted.length / A_PAGE));
  const page = Math.min(of.page, pages);
  return {
    slug: place.school.slug, today: place.today, rows: sorted.slice((page - 1) * A_PAGE, page * A_PAGE), page, pages,
    waiting: all.filter(waits).length, overdue: all.filter(late).length, back: all.length - all.filter(waits).length,
  };
}

export async function startersCsv(tx: Tx, place: Place): Promise<Reply> {
  const all = await lines(tx, place);
  return csv(`starters-${place.today}.csv`, [['Name', 'Class', 'Policy', 'First day', 'Slip printed', 'Received', 'Signed'], ...all.map(({ starter }) => [starter.name, starter.form, starter.title, starter.due, starter.printed ? 'yes' : 'no', starter.receivedOn, starter.signed ? 'yes' : 'no'])]);
}

/** Makes the slips of everybody who waits, one policy at a time. Null where nobody does. */
export async function printForStarters(tx: Tx, desk: AtDesk, policy: string): Promise<string | null> {
  const wanted = (await lines(tx, desk)).filter(line => waits(line) && line.wanted.policy.policy === policy).map(line => line.wanted);
  return wanted.length > 0 ? printSlips(tx, desk, { group: { policy }, wanted }) : null;
}

/** Ticks a starter's slip as received, or takes the tick away. One that was never printed here gets its line now. */
export async function receiveStarter(tx: Tx, desk: AtDesk, of: { person: string; policy: string; back: boolean }): Promise<boolean> {
  const known = (await lines(tx, desk)).find(({ starter }) => starter.person === of.person && starter.policy === of.policy);
  if (!known) return false;
  if (!known.slip) await printSlips(tx, desk, { group: { policy: of.policy }, wanted: [known.wanted] });
  const slip = known.slip ?? (await slipsOf(tx, [of.person])).find(one => one.policy === of.policy);
  return slip ? markReceived(tx, desk, { slip: slip.id, back: of.back }) : false;
}

/** A parent hears once in so many days of a child's slip, and so many times at most before the first day. */
const BETWEEN_REMINDERS = 28;
const MOST_REMINDERS = 4;

/**
 * Reminds by mail the parents of children who are still to come and whose slip is not back; from the first day on,
 * chasing does. Returns how many had no reminder of these four weeks yet, or null on a day that is no school day.
 */
export async function remindStarters(tx: Tx, desk: AtDesk): Promise<number | null> {
  if (!mayRemindOn(desk.today, await listTerms(tx))) return null;
  const open = (await lines(tx, desk)).filter(line => waits(line) && line.starter.due > desk.today && daysBetween(desk.today, line.starter.due) <= BETWEEN_REMINDERS * MOST_REMINDERS);
  const first = new Map(open.toReversed().map(line => [line.starter.person, line.starter.due]));
  const ties = (await listGuardians(tx, { children: [...first.keys()] })).filter(tie => first.has(tie.childId) && tie.mayAgree && !tie.noContact);
  const dueOf = new Map(ties.map(tie => [tie.parentId, first.get(tie.childId)!]));
  const parents = await listPeople(tx, { day: desk.today, ids: [...dueOf.keys()], left: true, limit: MOST * 4 });
  const mails = parents.filter(parent => parent.email !== null).map(parent => ({
    kind: 'slip-reminder', person: parent.id, to: parent.email!, subject: `A form to sign before the first day at ${desk.school.name}`,
    once: `starter slip ${parent.id} ${dueOf.get(parent.id)} ${Math.floor(daysBetween(desk.today, dueOf.get(parent.id)!) / BETWEEN_REMINDERS)}`,
    body: `Your child starts at ${desk.school.name} soon. We have not had the signed form for our computer rules yet. Please send it to us before the first day.\n\nIf you need another form, or would rather talk about it, tell the school office.\n`,
  }));
  const reminded = await putInOutbox(tx, { school: desk.school.id, at: desk.at }, mails);
  if (reminded > 0) await write(tx, { school: desk.school.id, deed: 'remind-starters', by: desk.by, at: desk.at, words: { reminders: String(reminded) } });
  return reminded;
}
