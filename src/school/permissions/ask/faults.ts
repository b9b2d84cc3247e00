/** What is missing from a request or does not fit the rule, each fault by the field it belongs to. Pure. */
import { longDay } from '../../../page-parts/index.ts';
import { isDay } from '../../../platform/days.ts';
import type { Body } from '../../../platform/web/index.ts';
import { isWhole, type Demands } from './asking.ts';
import { named, type AskGiven } from './forms.ts';
import { missingWords, particularsOf } from './particulars.ts';

type Errors = Readonly<Record<string, string>>;
type Given = Pick<AskGiven, 'reason' | 'from' | 'until' | 'shown' | 'named'>;

export interface FaultsAsk {
  readonly act: string;
  readonly demands: Demands;
  /** The last day that may be asked for where the rules set no end. */
  readonly latest: string;
  readonly today: string;
  /** For each office that somebody is named for: who may be. */
  readonly choosable: Readonly<Record<string, readonly { readonly id: string }[]>>;
  /** Asked in the words of a pupil's form. */
  readonly pupil: boolean;
  /** What the form itself found already. */
  readonly faults: Errors;
}

/** What was sent, as far as it can be read at all. */
export function givenIn(raw: Body): Given {
  const text = (name: string): string => { const value = raw[name]; return typeof value === 'string' ? value.trim() : ''; };
  return { reason: text('reason'), from: text('from'), until: text('until'), shown: named(raw, 'shown.', 4000), named: named(raw, 'named.', 60) };
}

/** Every fault of a request at once, in the order of its fields. Empty where it can be sent. */
export function faultsIn({ reason, from, until, shown, named: people }: Given, { act, demands, latest, today, choosable, pupil, faults }: FaultsAsk): Errors {
  const owners = choosable['file-owner'];
  const last = isDay(from) ? demands.lastDay(from) : null;
  const found: (readonly [string, string | false | undefined])[] = [
    ['named.file-owner', owners && !owners.some(one => one.id === people['file-owner']) && 'Choose whose files they are'],
    ...[...particularsOf(act).map(one => one.key), ...demands.shown].map(key => [`shown.${key}`, !shown[key] && missingWords(key)] as const),
    ['reason', reason === '' && pupil ? 'Say why you need it' : faults['reason'] ?? (demands.wholeReason && !isWhole(reason) && 'Give the reason in a sentence: a word or two is not enough')],
    ['from', faults['from'] ?? (from < today && 'The first day is today or a later one')],
    ['until', faults['until'] ?? (last === null ? until > latest && `The last day is ${longDay(latest)} or an earlier one` : until > last && 'The rule does not let a yes last so long. Choose an earlier day')],
  ];
  return { ...Object.fromEntries(found.filter((one): one is readonly [string, string] => Boolean(one[1]))), ...Object.fromEntries(Object.entries(faults).filter(([name]) => !found.some(([field]) => field === name))) };
}
