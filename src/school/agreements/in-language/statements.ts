/** What signers put their names to, in the language spoken here. `decisions.ts` says it in English, and that is what is kept; a test holds the two lists together. */
const SAID: Readonly<Record<string, string>> = {
  'I have been given these rules and I will read them.': 'I have been given these rules and I will read them.',
  'I have been given these rules, I have read them, and I will keep to them.': 'I have been given these rules, I have read them, and I will keep to them.',
  'I have read these rules and I will keep to them.': 'I have read these rules and I will keep to them.',
  'I have read these rules. I promise to keep to them.': 'I have read these rules. I promise to keep to them.',
  'I promise to keep my rules.': 'I promise to keep my rules.',
  'I have read these rules with my child. We will keep to them together.': 'I have read these rules with my child. We will keep to them together.',
  'I have read what my child promises. I will help my child to keep it.': 'I have read what my child promises. I will help my child to keep it.',
  'I have read what is new, shown here.': 'I have read what is new, shown here.',
};

/** A statement in the language spoken here; as it is where it is none of ours. */
export function statementSaid(english: string): string {
  const first = Object.keys(SAID).find(known => english.startsWith(known));
  if (first === undefined) return english;
  const rest = english.slice(first.length).trim();
  return rest === '' ? SAID[first]! : `${SAID[first]!} ${SAID[rest] ?? rest}`;
}

/** What signers declare one by one, beside the statement. */
const DECLARED: Readonly<Record<string, string>> = {
  'I have read these rules.': 'I have read these rules.',
  'I understand these rules.': 'I understand these rules.',
  'I accept these rules.': 'I accept these rules.',
};

/** A declaration in the language spoken here; as it is where it is none of ours. */
export const declarationSaid = (english: string): string => DECLARED[english] ?? english;
