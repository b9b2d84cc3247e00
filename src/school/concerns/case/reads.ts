/** What the panels and pages of a case are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import type { Asked } from '../../../platform/web/index.ts';
import type { ClauseId, Rulebook } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { listHolders, namesOf } from '../../people/index.ts';
import { companionsOf, rulesInForce } from '../../policies/index.ts';
import { clocksOf } from '../clocks/store.ts';
import type { Clock } from '../clocks/words.ts';
import { isOpen, mayHandle, mayRead } from '../decisions.ts';
import { eyesOn, findConcern } from '../store.ts';
import type { Opened, ReaderOf } from '../words.ts';
import { checklist, documentsFor, factsOf, passesTo } from './decisions.ts';
import { factsTold, narrativeOf, openStep, triageIn } from './deeds.ts';
import { concernByCode, linksOf, stepsOf, stepsOwnedBy } from './store.ts';
import type { CaseFacts, Item, Step, StepSort, StepWords, TriageWords } from './words.ts';

export interface LinkLine { readonly code: string; readonly concern: string; readonly reasons: string }

export interface CaseView {
  readonly opened: Opened;
  readonly rulebook: Rulebook;
  readonly steps: readonly Step[];
  readonly items: readonly Item[];
  readonly clocks: readonly Clock[];
  readonly facts: CaseFacts;
  readonly triage: TriageWords | null;
  readonly passes: ReturnType<typeof passesTo>;
  /** The documents under which it is dealt with, and where each stands; null where nobody has said. */
  readonly documents: readonly { readonly words: string; readonly clauses: readonly ClauseId[]; readonly href: string | null }[];
  /** Those that this reader may read too. */
  readonly links: readonly LinkLine[];
  readonly names: ReadonlyMap<string, string>;
  /** Who reads. */
  readonly me: string | null;
  /** Whether this reader deals with it, and it is not closed. */
  readonly works: boolean;
}

type Of = Pick<Asked<unknown>, 'school' | 'today' | 'now'> & { readonly reader: ReaderOf };

/** Everything about a case that was opened. */
export async function caseView(tx: Tx, of: Of, opened: Opened, { vocabulary }: Pick<Shared, 'vocabulary'>): Promise<CaseView> {
  const { concern, lock } = opened;
  const { rulebook } = await rulesInForce(tx, { school: of.school, vocabulary, today: of.today });
  const steps = (await stepsOf(tx, concern.id)).map(row => openStep(row, lock));
  const clocks = await clocksOf(tx, concern.id);
  const triage = triageIn(opened);
  const facts = factsOf({ kind: concern.kind, severity: concern.severity, told: { facts: factsTold(opened) }, triage, steps });
  const names = await namesOf(tx, [...new Set([...steps.flatMap(step => [step.owner, step.by]), of.reader.person].filter(id => id !== null))]);
  return {
    opened, me: of.reader.person, rulebook, steps, clocks, facts, triage, names, passes: passesTo(rulebook, concern.kind),
    items: checklist({ rulebook, concern, facts, narrative: narrativeOf(opened), steps, clocks }),
    documents: await documentLines(tx, { ...of, vocabulary }, rulebook, concern.kind), links: await linkLines(tx, of, opened), works: concern.state !== 'closed' && deals(of, opened),
  };
}

const drawn = new WeakMap<Opened, Promise<CaseView>>();

/** The same for the panels of one page: they look at the case they were opened for, once between them. */
export function viewOnce(asked: Pick<Asked<unknown>, 'school' | 'today' | 'now' | 'reader' | 'read'>, opened: Opened, shared: Pick<Shared, 'vocabulary'>): Promise<CaseView> {
  const view = drawn.get(opened) ?? asked.read(tx => caseView(tx, asked, opened, shared));
  drawn.set(opened, view);
  return view;
}

/** Whether the reader deals with a concern: not one with whom it was shared. */
export const deals = (of: { readonly reader: ReaderOf; readonly now: Date }, { concern, eyes, lock }: Opened): boolean => mayHandle(of.reader, concern, eyes, { keyOf: lock.keyOf, now: of.now });

async function documentLines(tx: Tx, of: Of & Pick<Shared, 'vocabulary'>, rulebook: Rulebook, kind: string): Promise<CaseView['documents']> {
  const lines = [];
  for (const { document, clauses } of documentsFor(rulebook, kind)) {
    const words = rulebook.vocabulary.facts.get('document')?.values.get(document)?.plain ?? document;
    const policies = [...new Set(clauses.map(id => /\/([^#]+)#/.exec(id)![1]!))];
    const beside = (await Promise.all(policies.map(policy => companionsOf(tx, { school: of.school, vocabulary: of.vocabulary, today: of.today, policy })))).flat();
    lines.push({ words, clauses, href: beside.find(one => one.title.toLowerCase().includes(words.replace(/^the /, '')))?.href ?? null });
  }
  return lines;
}

async function linkLines(tx: Tx, of: Of, { concern, lock }: Opened): Promise<LinkLine[]> {
  const lines: LinkLine[] = [];
  for (const link of await linksOf(tx, concern.id)) {
    const other = await findConcern(tx, link.other);
    if (!other || !mayRead(of.reader, other, await eyesOn(tx, [other.id]), { keyOf: lock.keyOf, now: of.now })) continue;
    lines.push({ code: other.code, concern: other.id, reasons: lock.openOr(link.locked, link.id, { text: SHUT }).text });
  }
  return lines;
}

/** A concern by its code, where this reader may read it. */
export async function readableByCode(tx: Tx, of: Of, lock: Opened['lock'], code: string): Promise<string | null> {
  const id = await concernByCode(tx, code);
  const other = id === null ? null : await findConcern(tx, id);
  return other && mayRead(of.reader, other, await eyesOn(tx, [other.id]), { keyOf: lock.keyOf, now: of.now }) ? other.id : null;
}

/** Everybody who reads a concern whole, by name: they can be given something to do. */
export async function readersOf(tx: Tx, of: Pick<Of, 'today' | 'now'>, { concern, eyes, lock }: Opened): Promise<{ id: string; name: string }[]> {
  const open = eyes.filter(eye => isOpen(eye, of.now) && eye.parts === null);
  const offices = new Set(open.flatMap(eye => eye.office ?? []));
  const held = (await listHolders(tx, of.today)).filter(holder => offices.has(holder.office)).map(holder => holder.person);
  const ids = [...new Set([...held, ...open.flatMap(eye => eye.person ?? [])])].filter(id => !concern.aboutKeys.includes(lock.keyOf(id)));
  const names = await namesOf(tx, ids);
  return ids.flatMap(id => { const name = names.get(id); return name === undefined ? [] : [{ id, name }]; }).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export interface Duty {
  readonly step: string;
  readonly concern: string;
  readonly code: string;
  readonly sort: StepSort;
  readonly due: string | null;
  /** What was written down to do; empty where another sort of step says it, or its key is missing. */
  readonly what: string;
}

/** What somebody is to do in concerns with which they deal, what falls due first at the head. To anybody else who owns a step it is not said what it is. */
export async function dutiesOf(tx: Tx, of: Pick<Of, 'reader' | 'now'>, lock: Opened['lock']): Promise<Duty[]> {
  const steps = await stepsOwnedBy(tx, of.reader.person!);
  if (steps.length === 0) return [];
  const eyes = await eyesOn(tx, [...new Set(steps.map(step => step.concern))]);
  const mine = steps.filter(step => mayHandle(of.reader, step, eyes.filter(eye => eye.concern === step.concern), { keyOf: lock.keyOf, now: of.now }));
  return mine.map(({ id, concern, code, sort, due, locked }) => {
    const { what } = lock.openOr<StepWords>(locked, id, {});
    return { step: id, concern, code, sort, due, what: typeof what === 'string' ? what : '' };
  });
}
