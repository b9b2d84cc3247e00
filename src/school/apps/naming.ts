/** Finds the name of an application in a question. Pure. A near spelling is found as near, never as the name. */

/** A name of the register: the application's own or another one. */
export interface Name {
  readonly app: string;
  readonly name: string;
  /** The rules name it, so that it is meant however it is written. */
  readonly byRules: boolean;
}

interface Token {
  readonly word: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export interface Naming {
  /** Ids of the applications that are named, in the order of the question. */
  readonly named: readonly string[];
  /** The question asks whether one may use it. */
  readonly asksToUse: boolean;
  /** A name after "use" that is not in the register. */
  readonly unlisted: string;
  readonly near: readonly { readonly name: string; readonly question: string }[];
}

const LONGEST_NAME = 6;
const tokensOf = (text: string): Token[] => [...text.matchAll(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu)].map(match => ({ word: match[0].toLowerCase().replaceAll(/[’']/g, ''), raw: match[0], start: match.index, end: match.index + match[0].length }));
const joined = (tokens: readonly Pick<Token, 'word'>[]): string => tokens.map(token => token.word).join('');

/** The words before a name that make it a question of use. */
const USE = /(?:^| )(?:use|using|try|trying|open|run|have|get|get on|get into|get onto|go on|log in to|log into|log on to|sign in to|sign into|start using|account on|account for|account with|login for|log on for)(?: (?:a|an|the|my|our|this|that|app|application|program|programme|website|site|tool|platform|software|called|school|schools|system))*$/;
/** "Is Kahoot allowed?" */
const ALLOWED = /^(?:allowed|ok|okay|approved|authorised|on (?:the|our) list)/;

/**
 * Looks for names in a question.
 *
 * @param ordinary whether a word is an everyday one: as a name it then needs its capital, unless the rules name it
 */
export function namesIn(question: string, names: readonly Name[], ordinary: (word: string) => boolean): Naming {
  const tokens = tokensOf(question);
  const found: { app: string; at: number; length: number }[] = [];
  const near = new Map<string, string>();
  for (const { app, name, byRules } of names) {
    const wanted = tokensOf(name);
    const whole = joined(wanted);
    if (whole === '') continue;
    for (let at = 0; at < tokens.length; at += 1) for (let length = Math.max(1, wanted.length - 1); length <= Math.min(wanted.length + 1, LONGEST_NAME, tokens.length - at); length += 1) {
      const met = tokens.slice(at, at + length);
      const said = joined(met);
      if (said === whole) {
        if (byRules || !isEveryday(met, ordinary) || isCapital(met[0]!, at)) found.push({ app, at, length });
      } else if (isNear(said, whole) && !met.every(token => ordinary(token.word))) near.set(name, `${question.slice(0, met[0]!.start)}${name}${question.slice(met.at(-1)!.end)}`);
    }
  }
  const kept = found.filter(one => !found.some(other => other !== one && other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length));
  const asks = kept.some(one => asksToUse(tokens, one));
  return {
    named: [...new Set(kept.sort((a, b) => a.at - b.at).map(one => one.app))], asksToUse: asks,
    unlisted: kept.length > 0 ? '' : unlistedIn(question, tokens), near: kept.length > 0 ? [] : [...near].slice(0, 3).map(([name, otherwise]) => ({ name, question: otherwise })),
  };
}

const isEveryday = (met: readonly Token[], ordinary: (word: string) => boolean): boolean => met.length === 1 && (ordinary(met[0]!.word) || met[0]!.word.length < 4);
const isCapital = (token: Token, at: number): boolean => at > 0 && /^\p{Lu}/u.test(token.raw);

function asksToUse(tokens: readonly Token[], { at, length }: { readonly at: number; readonly length: number }): boolean {
  const before = tokens.slice(0, at).map(token => token.word).join(' ');
  const after = tokens.slice(at + length).map(token => token.word).join(' ');
  return USE.test(before) || ((before === 'is' || before === 'are') && ALLOWED.test(after));
}

const TITLES: ReadonlySet<string> = new Set(['i', 'mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'year', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** A name in quotes or with a capital, right after "use". */
function unlistedIn(question: string, tokens: readonly Token[]): string {
  const quoted = /[“"‘]([^”"’]{2,60})[”"’]/u.exec(question);
  if (quoted && USE.test(tokens.filter(token => token.end <= quoted.index).map(token => token.word).join(' '))) return quoted[1]!.trim();
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isName(tokens[at]!) || !USE.test(tokens.slice(0, at).map(token => token.word).join(' '))) continue;
    let end = at + 1;
    while (end < tokens.length && end - at < 4 && isName(tokens[end]!) && /^[ .-]$/.test(question.slice(tokens[end - 1]!.end, tokens[end]!.start))) end += 1;
    return question.slice(tokens[at]!.start, tokens[end - 1]!.end);
  }
  return '';
}

const isName = (token: Token): boolean => /^[\p{Lu}\p{N}]/u.test(token.raw) && !TITLES.has(token.word);

const SHORTEST = 5;
const LONG = 8;

/** One slip of the pen away, in a long name two: a letter wrong, left out, put in, or two swapped. */
export function isNear(said: string, name: string): boolean {
  if (said === name || name.length < SHORTEST || said[0] !== name[0] || Math.abs(said.length - name.length) > 2) return false;
  return slips(said, name) <= (name.length >= LONG ? 2 : 1);
}

/** Slips between two words; two letters swapped are one. */
function slips(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const wrong = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? rows[i - 2]![j - 2]! + 1 : wrong;
      row.push(Math.min(wrong, swapped, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}
