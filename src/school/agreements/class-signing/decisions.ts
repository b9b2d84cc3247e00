/** Who runs the signing of a class, and how its children are called. Pure. */
import type { Day } from '../../../rulebook/index.ts';
import type { ClassChild, Teaching } from './words.ts';

/** Whether somebody teaches a class on a day. */
export const teachesOn = (spans: readonly Teaching[], of: { person: string; class: string; day: Day }): boolean =>
  spans.some(span => span.person === of.person && span.class === of.class && span.from <= of.day && (span.until === null || span.until >= of.day));

interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** First names; two children of one first name get the first letter of their family name, or all of it. */
export function shortNames(children: readonly Named[]): Map<string, string> {
  const forms: readonly ((child: Named) => string)[] = [child => child.givenName, child => `${child.givenName} ${child.familyName.slice(0, 1)}.`, child => `${child.givenName} ${child.familyName}`];
  return new Map(children.map(child => {
    const form = forms.find(one => children.filter(other => one(other) === one(child)).length === 1) ?? forms[2]!;
    return [child.id, form(child)];
  }));
}

/** Where a child stands: a promise counts more than an earlier "let us talk". */
export const standingOf = (ask: { readonly agreementId: string | null; readonly declinedOn: Day | null }): ClassChild['standing'] =>
  ask.agreementId !== null ? 'promised' : ask.declinedOn !== null ? 'talk' : 'open';
