/** What a request or a permission shows, in the order in which it was asked for. */
import { particularsOf } from './particulars.ts';

/** Key and words of each thing shown: first what the act has named, then what the rule asked to see. */
export function shownIn({ act, evidence }: { readonly act: string; readonly evidence: Readonly<Record<string, string>> }): (readonly [key: string, words: string])[] {
  const order = particularsOf(act).map(one => one.key);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(evidence).sort(([one], [other]) => place(one) - place(other));
}
