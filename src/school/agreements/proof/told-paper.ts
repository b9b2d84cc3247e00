/** "What had they been told on that day?" as one sealed paper. */
import { longDay, longMoment } from '../../../page-parts/index.ts';
import { ENGLISH, knownLanguages } from '../../../platform/languages/index.ts';
import { answerWords } from '../allowed/pages.tsx';
import type { Allowed } from '../allowed/words.ts';
import { CHANNELS } from '../pages/certificate.tsx';
import { stateWords } from '../pages/words.tsx';
import { TOLD } from './paper.ts';
import type { Papered } from './sealed.ts';
import type { ToldSigned, ToldView } from './told.ts';

export function toldPaper(view: ToldView, asOf: string): Papered {
  return {
    name: `told-on-${view.day}.pdf`, reason: 'What had been told on a day', template: TOLD,
    paper: {
      title: `${view.name}: what they had been told by ${longDay(view.day)}`, lede: `Drawn up on ${longDay(asOf)} from the rules, signatures and offices on record.`,
      foot: `What had been told by ${longDay(view.day)}. Drawn up on ${longDay(asOf)}.`,
      facts: factsOf(view), signed: view.signed.map(row => ({ cells: [titleOf(row), `${longMoment(row.agreement.at)} by ${row.signer}`, howOf(row), standingOf(row, view.day)], hash: row.agreement.textHash })),
      asked: view.asked.map(row => [row.child ? `${row.title} (beside ${row.child})` : row.title, longDay(row.since), longDay(row.due), stateWords(row.state)]),
      policies: view.policies.map(policy => ({
        title: `${policy.title}, edition ${policy.edition}${policy.inForce ? `, in force from ${longDay(policy.inForce)}` : ''}`,
        clauses: policy.clauses.map(clause => ({ number: clause.number, text: clause.text, asks: clause.asks.map(line => `${line.says} ${line.when}`.trim()).join(' ') })),
      })),
    },
  };
}

/** Who they were on that day, in rows. */
export function whoRows(view: ToldView): (readonly [string, string])[] {
  if (!view.here) return [['On that day', 'They were not at the school.']];
  return [
    ['They were', view.kinds.map(kind => `${kind.title} (since ${longDay(kind.from)})`).join(', ') || 'nothing on record'],
    ...(view.place ? [['Class', view.place] as const] : []),
    ['Offices', view.offices.map(office => `${office.title}${office.cover ? ', as cover' : ''} (from ${longDay(office.from)}${office.until ? ` to ${longDay(office.until)}` : ''})`).join(', ') || 'none'],
  ];
}

const NOW: Readonly<Record<Allowed, { readonly title: string }>> = { yes: { title: 'It was allowed.' }, no: { title: 'It was not allowed.' }, unknown: { title: 'It was not allowed yet: it had not been answered in full.' } };

/** What parents allowed, in rows: whether it was allowed, and what this person had said themselves. */
export const allowedRows = (view: ToldView): (readonly [string, string])[] => view.allowed.flatMap(({ child, row: { question, now, mine } }) => {
  const term = child ? `${question.thing}, ${child}` : question.thing;
  return [[term, NOW[now].title] as const, ...(mine ? [[`What they had said themselves: ${term}`, `${answerWords(mine.answer)}, on ${longDay(mine.on)}`] as const] : [])];
});

/** What else they had: permissions, training, accounts. What is not kept is said to be not kept. */
export function besidesRows(view: ToldView): (readonly [string, string])[] {
  const listed = (lines: readonly string[] | null, none: string, unkept: string): string => (lines === null ? unkept : lines.length === 0 ? none : lines.join('; '));
  return [
    ['Permissions', listed(view.permissions, 'None was in force on that day.', 'Not kept in Countersign yet. This page says nothing about what they had been allowed; look in the school’s own records.')],
    ['Training', listed(view.training, 'None by that day.', 'Not kept in Countersign yet. This page says nothing about what they had been taught; look in the school’s own records.')],
    ['Accounts', listed(view.accounts, 'None is known to have been switched off. What was decided in a case is not shown here.', 'Not kept in Countersign yet. This page says nothing about which accounts they had; look in the school’s own records.')],
  ];
}

const factsOf = (view: ToldView) => [...whoRows(view), ...allowedRows(view), ...besidesRows(view)].map(([term, value]) => ({ term, value, mono: false }));

export const titleOf = ({ title, agreement, child }: ToldSigned): string =>
  `${title}, edition ${agreement.edition}, ${agreement.whole ? 'the whole' : 'what was new'}${child ? `, beside ${child}` : ''}`;

export function howOf({ agreement, witness }: ToldSigned): string {
  const how = [CHANNELS[agreement.channel], ...(witness ? [`witness ${witness}`] : []), ...(agreement.language === ENGLISH.code ? [] : [`shown in ${knownLanguages().find(one => one.code === agreement.language)?.name ?? agreement.language}, with the English behind it`])];
  return how.join(', ');
}

/** "stood", or what became of it. */
export function standingOf({ withdrawnOn }: ToldSigned, day: string): string {
  if (withdrawnOn === null) return 'stood on that day, stands';
  return withdrawnOn <= day ? `taken back on ${longDay(withdrawnOn)}` : `stood on that day, taken back on ${longDay(withdrawnOn)}`;
}
