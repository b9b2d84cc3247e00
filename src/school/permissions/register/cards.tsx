/** What the register puts on a start page: one's own permissions that end or rest, what groups one belongs to may do, and what one decides about. */
import { ButtonLink, Card, counted, longDay } from '../../../page-parts/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { periodsOn } from '../periods/store.ts';
import { endingEntries, linesOf, peopleOf, seesOf, standingOf, type Looking } from './reads.ts';
import { actWords, lastDay } from './words-of.tsx';
import type { Line } from './words.ts';

const DAY_MS = 86_400_000;
const MOST = 6;

interface Shown {
  readonly mine: readonly Line[];
  /** Others', about which the reader decides. */
  readonly others: number;
  readonly groups: readonly Line[];
  /** How long before what it stands on has to be shown again people are told. */
  readonly evidenceDays: number;
}

async function look(tx: Tx, looking: Looking): Promise<Shown> {
  const { now, today } = looking;
  const [people, { remindDays: days, evidenceDays }, sees] = [await peopleOf(tx, looking), await periodsOn(tx, today), await seesOf(tx, looking)];
  const ending = await endingEntries(tx, { sees, now, today, before: new Date(now.getTime() + days * DAY_MS), days, evidenceBefore: addDays(today, evidenceDays) });
  const mine = ending.filter(one => one.holder !== null && people.includes(one.holder));
  const theirs = ending.filter(one => !mine.includes(one) && (sees.all || sees.acts.includes(one.act) || one.grantedBy === sees.granter));
  // What is open for a lesson has a card of its own, with the time.
  const groups = (await standingOf(tx, people, looking)).filter(one => one.startsAt <= now && one.evidence['lesson'] === undefined).slice(0, MOST);
  return { evidenceDays, mine: await linesOf(tx, looking, mine.slice(0, MOST)), others: theirs.length, groups: (await linesOf(tx, looking, groups)).filter(one => one.state === 'live') };
}

export async function registerCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { reader, now, today, school } = asked;
  if (reader.person === null) return [];
  const base = `/${school.slug}/permissions`;
  // Why the minute: an end is a moment, and what was looked up lasts as long as nothing changes.
  const minute = Math.floor(now.getTime() / 60_000);
  const { mine, others, groups, evidenceDays } = await asked.remembered({ key: `permissions ${minute} ${reader.person} ${reader.offices.join(' ')}`, work: tx => look(tx, { school, vocabulary, reader, now, today }) });
  return [
    ...mine.map(line => ({ order: 14, card: line.state === 'live' && line.evidenceUntil !== null && line.evidenceUntil < lastDay(line) && line.evidenceUntil <= addDays(today, evidenceDays)
      ? <Card title="Something to show again" tone="ask"><p>{line.what || actWords(line.act, vocabulary)}: what it stands on is known to be true until {longDay(line.evidenceUntil)}. Show it again before, or the permission rests from the next day.</p><ButtonLink href={`${base}/${line.id}`} tone="quiet">What to show</ButtonLink></Card>
      : line.state === 'suspended'
      ? <Card title="A permission rests" tone="no"><p>{line.what || actWords(line.act, vocabulary)}: it does not count until what it stands on was shown again.</p><ButtonLink href={`${base}/${line.id}`} tone="quiet">What to show</ButtonLink></Card>
      : <Card title="A permission ends soon" tone="ask"><p>{line.what || actWords(line.act, vocabulary)}: until {longDay(lastDay(line))}. It does not go on by itself; ask anew if you still need it.</p><ButtonLink href={`${base}/${line.id}`} tone="quiet">Look at it</ButtonLink></Card> })),
    ...(others === 0 ? [] : [{ order: 13, card: <Card title="Permissions to look at" tone="ask"><p>{counted(others, 'permission that you decide about is to be looked at', 'permissions that you decide about are to be looked at')}.</p><ButtonLink href={base} tone="quiet">Open the register</ButtonLink></Card> }]),
    ...(groups.length === 0 ? [] : [{ order: 58, card: <Card title="What your group may do"><ul>{groups.map(line => <li key={line.id}><a href={`${base}/${line.id}`}>{line.what || actWords(line.act, vocabulary)}</a>, until {longDay(lastDay(line))}{line.conditions && <>: {line.conditions}</>}</li>)}</ul></Card> }]),
  ];
}
