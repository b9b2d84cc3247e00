/** The office's signature sheet of one policy: group by group, who signed, when and how. */
import { counted, longDay, longMoment } from '../../../page-parts/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { namesOf } from '../../people/index.ts';
import { stateOf } from '../decisions.ts';
import { CHANNELS } from '../pages/certificate.tsx';
import { stateWords } from '../pages/words.tsx';
import { agreementsByIds, policiesToSign, registerRows, sheetGroups, type Place } from '../reads.ts';
import type { Agreement, RegisterRow } from '../words.ts';
import { SHEET } from './paper.ts';
import type { Papered } from './sealed.ts';

/** Lines on one sheet; a larger group has several. */
const LINES = 300;

/** A group of a sheet: a class, or a kind of people outside classes. */
export interface SheetGroup {
  readonly key: string;
  readonly title: string;
  readonly bound: number;
  readonly signed: number;
}

/** One line: who, whether, and how. */
export interface SheetLine {
  readonly name: string;
  readonly state: string;
  /** "23 November 2026, 10:00, on screen". Empty where not signed. */
  readonly signed: string;
  /** The other signature; "not needed" where nobody countersigns. */
  readonly countersigned: string;
  readonly witness: string;
}

export interface SheetView {
  readonly slug: string;
  readonly policy: string;
  readonly title: string;
  readonly edition: number;
  readonly today: string;
  readonly groups: readonly SheetGroup[];
  /** The group that is open; null on the list of groups. */
  readonly group: SheetGroup | null;
  readonly lines: readonly SheetLine[];
  readonly page: number;
  readonly pages: number;
}

interface SheetAsk {
  readonly policy: string;
  readonly group: string | undefined;
  readonly page: number;
  readonly place: Place;
}

/** The sheet, or null where nobody signs this policy or there is no such group. */
export async function sheetView(tx: Tx, { policy: id, group: key, page, place }: SheetAsk): Promise<SheetView | null> {
  const policy = (await policiesToSign(tx, place.vocabulary)).get(id);
  if (!policy) return null;
  const groups = (await sheetGroups(tx, id)).map(row => ({
    key: row.class ? `class-${row.class}` : `kind-${row.kind}`, title: row.class ? `Class ${row.class}` : place.vocabulary.kinds.get(row.kind)?.title ?? row.kind, bound: row.bound, signed: row.signed, only: row,
  }));
  const open = key === undefined ? null : groups.find(one => one.key === key);
  if (open === undefined) return null;
  const pages = open ? Math.max(1, Math.ceil(open.bound / LINES)) : 1;
  const at = Math.min(page, pages);
  const rows = open ? await registerRows(tx, { policy: id, today: place.today, sort: 'name', down: false, limit: LINES, offset: (at - 1) * LINES, kind: open.only.kind || undefined, class: open.only.class }) : [];
  return { slug: place.school.slug, policy: id, title: policy.title, edition: policy.edition, today: place.today, groups, group: open, lines: await linesOf(tx, rows, place), page: at, pages };
}

async function linesOf(tx: Tx, rows: readonly RegisterRow[], place: Place): Promise<SheetLine[]> {
  const agreements = new Map((await agreementsByIds(tx, rows.flatMap(row => [row.agreementId, ...row.guardianAgreements].filter(id => id !== null)))).map(one => [one.id, one]));
  const names = await namesOf(tx, [...agreements.values()].flatMap(one => [one.by, one.witness].filter(id => id !== null)));
  const how = (one: Agreement | undefined) => (one ? `${longMoment(one.at)}, ${CHANNELS[one.channel]}, edition ${one.edition}` : '');
  return rows.map(row => {
    const own = row.agreementId ? agreements.get(row.agreementId) : undefined;
    const others = row.guardianAgreements.flatMap(id => agreements.get(id) ?? []);
    const witnesses = [...new Set([own?.witness, ...others.map(other => other.witness)].flatMap(id => (id ? [names.get(id) ?? 'somebody who has left'] : [])))];
    return {
      name: row.name, state: stateWords(stateOf({ open: row.open, due: row.need?.due ?? null, declinedOn: row.declinedOn }, place.today)), signed: how(own),
      countersigned: !row.countersign ? 'not needed' : others.map(other => `${names.get(other.by) ?? 'somebody who has left'}, ${how(other)}`).join('; '), witness: witnesses.join(', '),
    };
  });
}

/** The open group as a sealed paper. */
export function sheetPaper(view: SheetView & { readonly group: SheetGroup }): Papered {
  const { group, pages, page } = view;
  const part = pages > 1 ? `, sheet ${page} of ${pages}` : '';
  return {
    name: `signature-sheet-${view.policy}-${view.today}.pdf`, reason: 'Signature sheet', template: SHEET,
    paper: {
      title: `Signature sheet: ${view.title}`, lede: `${group.title}${part}. ${group.signed.toLocaleString('en-GB')} of ${counted(group.bound, 'person has', 'people have')} signed, as of ${longDay(view.today)}. Edition ${view.edition} is in force.`,
      foot: `${view.title}. ${group.title}${part}. ${longDay(view.today)}.`,
      head: ['Name', 'State', 'Signed', 'Countersigned', 'Witness'],
      rows: view.lines.map(line => [line.name, line.state, line.signed || '–', line.countersigned || '–', line.witness || '–']),
    },
  };
}
