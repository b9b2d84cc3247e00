/** The code of a slip: a number that says nothing, short enough to type, with a character that catches a slip of the pen. */
import { createHash, randomInt } from 'node:crypto';

/** 31 letters and digits, a prime number of them; those that look alike are left out. */
const LETTERS = '0123456789ACDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const LOOK_ALIKE: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', B: '8', U: 'V' };

/** A new code: eight letters drawn by lot and the check character. */
export function newCode(): string {
  const drawn = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]!).join('');
  return drawn + checkOf(drawn);
}

/** The check character: weighted by place, so that one wrong letter and two exchanged ones are both caught. */
function checkOf(letters: string): string {
  const sum = [...letters].reduce((total, letter, at) => total + (at + 2) * LETTERS.indexOf(letter), 0);
  return LETTERS[sum % LETTERS.length]!;
}

/** As people read and type it: "7K3-F9Q-WDM". */
export const shownCode = (code: string): string => code.replace(/^(.{3})(.{3})(.{3})$/, '$1-$2-$3');

/** What somebody typed as a code; null when it is none or has a slip in it. */
export function typedCode(typed: string): string | null {
  const code = [...typed.toUpperCase().replaceAll(/[\s-]/g, '')].map(letter => LOOK_ALIKE[letter] ?? letter).join('');
  return code.length === LENGTH + 1 && [...code].every(letter => LETTERS.includes(letter)) && checkOf(code.slice(0, LENGTH)) === code.at(-1) ? code : null;
}

/** Four letters that tell one school's slips from another's. */
export function schoolTag(schoolId: string): string {
  const digest = createHash('sha256').update(`slips ${schoolId}`).digest();
  return [...digest.subarray(0, 4)].map(byte => LETTERS[byte % LETTERS.length]!).join('');
}

/** What the square code holds. `page` is 1 for the page that is signed, 2 for those that follow. */
export const payloadOf = (of: { school: string; code: string; page: 1 | 2 }): string => `CS-${schoolTag(of.school)}-${of.code}-${of.page}`;

/** A payload that was read; null when it is not one of ours. */
export function readPayload(text: string): { tag: string; code: string; page: number } | null {
  const [, tag, typed, page] = /^CS-(\w{4})-(\w{9})-([12])$/.exec(text) ?? [];
  const code = typed ? typedCode(typed) : null;
  return code && tag ? { tag, code, page: Number(page) } : null;
}
