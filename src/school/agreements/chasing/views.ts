/** What the pages of chasing are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { csv, type Reader, type Reply } from '../../../platform/web/index.ts';
import { ENGLISH } from '../../../platform/languages/index.ts';
import { fullName, languagesOf, listPeople, livingApart } from '../../people/index.ts';
import { calendarOf, mayRemindOn, nextRemindingDay } from '../calendar.ts';
import { policiesToSign, type Place } from '../reads.ts';
import { keepsRegister } from '../views.ts';
import { asksForLetters } from './deeds.ts';
import { boardOf } from './decisions.ts';
import type { BoardProps, GroupProps } from './pages.tsx';
import type { Letter } from './paper.ts';
import { classTeachers, countAlike, countOpen, listOpen, listTerms } from './reads.ts';
import type { BoardRow, ChaseAsk, ChaseGroup } from './words.ts';

const PAGE = 50;
const STAFF_LISTED = 500;
const LETTERS_AT_ONCE = 500;

async function boardRows(tx: Tx, place: Place) {
  const terms = await listTerms(tx);
  return { terms, rows: boardOf(await countAlike(tx, place.today), { today: place.today, calendar: calendarOf(terms), terms }) };
}

const kindTitle = (kind: string, place: Place): string => place.vocabulary.kinds.get(kind)?.title ?? kind;

export async function boardView(tx: Tx, of: { place: Place; page: number }): Promise<BoardProps> {
  const { place } = of;
  const { terms, rows } = await boardRows(tx, place);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(of.page, pages);
  const sum = (what: 'waiting' | 'overdue' | 'withOffice') => rows.reduce((total, row) => total + row[what], 0);
  return {
    slug: place.school.slug, rows: rows.slice((page - 1) * PAGE, page * PAGE), page, pages, totals: { waiting: sum('waiting'), overdue: sum('overdue'), withOffice: sum('withOffice') },
    kinds: Object.fromEntries(rows.map(row => [row.kind, kindTitle(row.kind, place)])), open: mayRemindOn(place.today, terms), termsKnown: terms.length > 0, nextDay: nextRemindingDay(place.today, terms),
  };
}

export async function boardCsv(tx: Tx, place: Place): Promise<Reply> {
  const { rows } = await boardRows(tx, place);
  const line = (row: BoardRow) => [row.class, kindTitle(row.kind, place), row.waiting, row.overdue, row.reminders, row.last, row.next, row.withOffice];
  return csv(`chasing-${place.today}.csv`, [['Class', 'Who', 'Waiting', 'Overdue', 'Reminders so far', 'Last', 'Next', 'For the office'], ...rows.map(line)]);
}

/** One group with its names, for those who keep the register and for the class's own teacher; null for anybody else, and for no group at all. */
export async function groupView(tx: Tx, of: { place: Place; group: ChaseGroup; reader: Reader; page: number }): Promise<GroupProps | null> {
  const { place, group, reader } = of;
  const keeper = keepsRegister(reader);
  const teachers = await classTeachers(tx);
  const teacher = group.class ? teachers.get(group.class) ?? null : null;
  if ((group.class === undefined && group.kind === undefined) || (!keeper && (teacher === null || teacher !== reader.person))) return null;
  const total = await countOpen(tx, group);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(of.page, pages);
  const terms = await listTerms(tx);
  const staff = keeper && group.class ? await listPeople(tx, { day: place.today, kinds: ['teacher', 'support-staff', 'supply'], limit: STAFF_LISTED }) : [];
  const titles = await policiesToSign(tx, place.vocabulary);
  return {
    slug: place.school.slug, group, title: [group.class, group.kind && kindTitle(group.kind, place)].filter(Boolean).join(', '), rows: await listOpen(tx, group, { limit: PAGE, offset: (page - 1) * PAGE }),
    titles: Object.fromEntries([...titles].map(([id, policy]) => [id, policy.title])), today: place.today, total, page, pages, keeper,
    open: mayRemindOn(place.today, terms), termsKnown: terms.length > 0, nextDay: nextRemindingDay(place.today, terms),
    letters: keeper ? (await asksForLetters(tx, group, place.today)).length : 0, teacher, teachers: staff.map(one => ({ id: one.id, name: fullName(one) })),
  };
}

/** The letters of a group, one a person, whatever it is about. Adults in separate homes, and adults who must all sign, get one each. */
export async function lettersOf(tx: Tx, of: { place: Place; group: ChaseGroup }): Promise<Letter[]> {
  const { place, group } = of;
  const titles = await policiesToSign(tx, place.vocabulary);
  const letters = new Map<string, Letter>();
  const asks = (await asksForLetters(tx, group, place.today)).slice(0, LETTERS_AT_ONCE);
  const apart = await livingApart(tx, asks.map(({ ask }) => ask.person));
  const languages = await languagesOf(tx, [...new Set(asks.flatMap(({ ask, reached }) => [ask.person, ...reached.map(one => one.person)]))]);
  const put = (key: string, ask: ChaseAsk, to: { adult?: string; own: boolean; beside: boolean; readers: readonly string[] }) => {
    const letter = letters.get(key) ?? { language: to.readers.map(one => languages.get(one)).find(Boolean) ?? ENGLISH.code, name: ask.name, class: ask.class, own: [], beside: [], due: ask.due, ...(to.adult ? { adult: to.adult } : {}) };
    const title = titles.get(ask.policy)?.title ?? ask.policy;
    letters.set(key, { ...letter, own: to.own ? [...letter.own, title] : letter.own, beside: to.beside ? [...letter.beside, title] : letter.beside, due: ask.due < letter.due ? ask.due : letter.due });
  };
  for (const { ask, reached } of asks) {
    const adults = reached.filter(one => one.person !== ask.person && one.email === null);
    if (!ask.guardianOpen || !(apart.has(ask.person) || ask.guardiansNeeded > 1)) put(ask.person, ask, { own: ask.ownOpen, beside: ask.guardianOpen, readers: [...adults.map(one => one.person), ask.person] });
    else {
      if (ask.ownOpen) put(ask.person, ask, { own: true, beside: false, readers: [ask.person] });
      for (const adult of adults) put(`${ask.person} ${adult.person}`, ask, { adult: adult.name, own: false, beside: true, readers: [adult.person] });
    }
  }
  return [...letters.values()];
}
