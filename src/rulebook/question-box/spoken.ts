/**
 * The way people type: run-together words, and everyday words that mean one thing here and another there. Each is put
 * into the words the tables know before anything else is read.
 */

const WAYS: readonly (readonly [RegExp, string])[] = [
  [/\bwanna\b/gi, 'want to'], [/\bgonna\b/gi, 'going to'], [/\bgotta\b/gi, 'have to'], [/\b(?:cos|coz|cuz)\b/gi, 'because'], [/\b(?:pls|plz)\b/gi, 'please'],
  [/\bw(?:\/o|out)\b/gi, 'without'], [/\bu\b(?!\.)/g, 'you'], [/\bur\b/g, 'your'], [/\bpw\b|\bpassword\d+\b/gi, 'password'],
  // A log-in is a thing; to log in is done.
  [/\b(my|your|his|her|hers|their|our|a|the|own|elses|other|anothers|school|work|platform|journal|tapestry) (?:log|sign)[ -](?:in|on)s?\b(?! (?:with|as|to|on|from|and)\b)/gi, '$1 login'],
  // To stick something somewhere is to put it there; a stick carries files.
  [/\b(to|i|we|just|quickly|shall|and) stick (?=\S+ (?:\S+ ){0,8}(?:on|onto|in|into|up)\b)/gi, '$1 put '],
  [/\b(\d{1,2}) ?(?:yrs?|yo)\b(?= old|\b)/gi, '$1 year'], [/\b(\d+) ?gb\b/gi, '$1 gigabytes'], [/\b(\d+) ?mb\b/gi, '$1 megabytes'], [/\by(?:r|ear)? ?(\d{1,2})(s?)\b/gi, 'year $1$2'], [/\bxmas\b/gi, 'christmas'],
  // IT in capitals is a department.
  [/\b(tell|ask|give|let|to|ring|email|with|from) IT\b(?= my| his| her| their|[.,?!]|$)/g, '$1 IT support'],
  // A post-it is paper; to post it is to show it to the world.
  [/\b(a|the|on|yellow|my|with) post[ -]?its?\b(?! (?:on|to|online|there|in)\b)/gi, '$1 sticky note'], [/\bpost-its?\b|\bpostits?\b/gi, 'sticky note'],
];

/** The text in the words of the tables; whatever is written plainly already stays as it is. */
export function plainly(text: string): string {
  return WAYS.reduce((so, [way, word]) => so.replace(way, word), text);
}
