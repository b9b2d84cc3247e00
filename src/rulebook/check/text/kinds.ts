/** The kinds of people a text names. */

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['families of staff', /\b(?:(?:children|families|partners|spouses|family members|relatives)(?: (?:and|or) (?:children|families|partners|spouses))? of (?:school )?(?:staff|employees|teachers)|staff(?:'s|’s)? (?:families|partners|children)|family members of staff)\b/gi],
  ['supply staff', /\b(?:supply|agency|cover|temporary|peripatetic)(?: and (?:supply|agency|temporary))?[ -](?:staff|teachers?|workers?|cover)\b|\bsupply\b(?! (?:chain|of|a\b|the\b|your|evidence|details|information|proof))/gi],
  ['governors', /\bgovernors?\b/gi],
  ['trustees', /\btrustees?\b/gi],
  ['volunteers', /\bvolunteers?\b|\bhelpers\b/gi],
  ['contractors', /\bcontractors?\b|\bconsultants\b/gi],
  ['visitors', /\bvisitors?\b|\bguests?\b/gi],
  ['pupils', /\b(?:pupils?|students?|learners?|child(?:ren)?)\b/gi],
  ['parents', /\b(?:parents?|carers?|guardians?)\b/gi],
  ['staff', /\b(?:staff|employees?|teachers?|teaching assistants?|colleagues)\b/gi],
];

export interface NamedKind { readonly kind: string; readonly at: number }

/** The kinds named in a text, each at its first place. */
export function kindsIn(text: string): readonly NamedKind[] {
  const found: NamedKind[] = [];
  let left = text;
  for (const [kind, pattern] of KINDS) {
    const matches = [...left.matchAll(pattern)];
    if (matches.length > 0) found.push({ kind, at: matches[0]!.index });
    // Why: "partners of staff" must not count as staff too.
    for (const match of matches) left = left.slice(0, match.index) + ' '.repeat(match[0].length) + left.slice(match.index + match[0].length);
  }
  return found.sort((a, b) => a.at - b.at);
}
