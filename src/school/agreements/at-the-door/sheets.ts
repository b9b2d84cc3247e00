/** What somebody signs at the door: the clauses of each policy that bind people of their kinds, word for word. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { DoorAsk, DoorSheet } from '../../answers.ts';
import { rulesInForce } from '../../policies/index.ts';
import { signingPolicies } from '../asks/refresh.ts';
import { calendarOf } from '../calendar.ts';
import { binds, needOf, statementFor } from '../decisions.ts';
import { sheetIn } from '../in-language/reads.ts';
import { hashOf, sheetOf, textOf } from '../shown.ts';
import { lastSigned } from '../store.ts';
import { listTerms } from '../terms/store.ts';
import { ticksOn } from '../ticks/asked.ts';
import type { Bound, Sheet, SheetTranslation, Signed, SigningPolicy } from '../words.ts';

/** A sheet with the day of the signature that makes it needless. */
export interface Laid {
  readonly sheet: Sheet;
  readonly signedOn: string | null;
}

/** The sheets of a person, or of somebody new of these kinds, in the order of the policies. Those nobody of these kinds signs are left out. */
export async function laySheets(tx: Tx, ask: DoorAsk, vocabulary: Vocabulary): Promise<Laid[]> {
  const { editions } = await rulesInForce(tx, { school: ask.school, vocabulary, today: ask.today });
  const ids = ask.policies.flatMap(policy => editions.get(policy)?.id ?? []);
  const policies = (await signingPolicies(tx, ids, vocabulary)).filter(policy => policy.signers.some(kind => ask.kinds.includes(kind)));
  if (policies.length === 0) return [];
  const signed = ask.person === null ? [] : await lastSigned(tx, [ask.person]);
  const now = { today: ask.today, calendar: calendarOf(await listTerms(tx)) };
  const person: Bound = { id: ask.person ?? '', names: ask.kinds, joinedOn: '1970-01-01', since: {} };
  const laid: Laid[] = [];
  for (const policy of policies) {
    const last = signed.find(row => row.policy === policy.policy && row.capacity === 'self') ?? null;
    const one = layOne(policy, { person, last, now });
    laid.push({ ...one, sheet: await sheetIn(tx, one.sheet, ask.language, vocabulary) });
  }
  return laid;
}

function layOne(policy: SigningPolicy, of: { person: Bound; last: Signed | null; now: Parameters<typeof needOf>[3] }): Laid {
  const { person, last, now } = of;
  const need = needOf(person, policy, last, now);
  const mine = policy.document.clauses.filter(clause => clause.rules.some(rule =>
    !['info', 'means', 'may'].includes(rule.verb) && binds(rule.who.kinds.length > 0 ? rule.who : { kinds: policy.document.front.binds, except: rule.who.except }, person.names)));
  const clauses = need && need.clauses.length > 0 ? need.clauses : mine.map(clause => clause.id);
  const sheet = sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity: 'self', clauses });
  // Why another statement: these clauses are not what is new but what speaks to this signer.
  const said = { ...sheet, statement: statementFor(policy.document, { capacity: 'self', whole: need?.reason !== 'new-duty' }) };
  return { sheet: { ...said, hash: hashOf(textOf(said)) }, signedOn: need === null ? last!.on : null };
}

/** The same as others see it. */
export const asDoorSheet = ({ sheet, signedOn }: Laid): DoorSheet => ({
  policy: sheet.policy, title: sheet.title, editionId: sheet.editionId, hash: sheet.hash, statement: sheet.statement, signedOn,
  clauses: sheet.clauses.map(({ id, number, text }) => ({ id, number, text })), says: ticksOn(sheet, 'self').map(({ number, words, shown }) => ({ number, words: shown ?? words })), ...(sheet.translation ? { translation: asTranslated(sheet, sheet.translation) } : {}),
});

const asTranslated = (sheet: Sheet, { language, document, statement, stale }: SheetTranslation): NonNullable<DoorSheet['translation']> => ({
  language, statement, title: document.front.title,
  clauses: new Map(document.clauses.filter(clause => !stale.has(clause.id) && sheet.clauses.some(one => one.id === clause.id)).map(clause => [clause.id, clause.text])),
});
