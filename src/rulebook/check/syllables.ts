/**
 * Syllables of English words, by the shapes of their vowels; words that go their own way stand in a list.
 */

/** By the number of their syllables. An s at the end changes nothing. */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  1: 'app does goes shoe toe done none one once gone whole whose home use used real fire wire hire hour our cheque league tongue vague queue plague',
  2: 'uses ai being cafe chaos client cruel diet doing dying tying fuel going ipad jewel lion maybe naive nineteen ninety ok pc people poem poet police quiet react reuse riot ruin saying '
    + 'seeing tired trial trying tv uk unique technique wifi colleague create science giant cd dial hygiene every evening business different interest general several favourite chocolate camera '
    + 'someone something somewhere sometimes homework website online offline software hardware useful user before meanwhile safety safer safely placement basement movement statement cd pe gp ks fluid '
    + 'million billion onion union junior senior brilliant ancient conscience patient patience special social partial minute private climate wednesday dialled fluent language persuade',
  3: 'area agreeing anyone catalogue cereal civilian australian reptilian coincide copying carrying worrying studying diary creating creative creation creator created denial dialogue everyone everything everywhere '
    + 'familiar audience violent violence violate scientist museum reaction reassure recipe simile theatre theory poetry radio audio studio ratio video idea somebody timetable otherwise therefore '
    + 'safeguarding management username vehicle usual casual annual manual virtual sexual visual mutual gradual graduate influence fluently suicide alliance appliance compliance reliant genuine oasis mosaic heroic archaic '
    + 'liable viable liaison media genius serious previous obvious curious various period opinion official financial essential potential sufficient efficient interested interesting separate preamble '
    + 'ict dsl dpo usb vpn dvd ico iwf dfe url memory family history library',
  4: 'anxiety society variety everybody reliable material experience experienced convenient obedient ingredient seriously obviously usually evaluate situation continuous february deliberate immediate associate appreciate '
    + 'cooperate coordinate reality biology apostrophe catastrophe gdpr cctv eyfs coincidence confidential variable advertisement',
  5: 'individual immediately coordinator association inappropriate',
};

const KNOWN: ReadonlyMap<string, number> = new Map(Object.entries(EXCEPTIONS).flatMap(([count, words]) => words.split(' ').map((word) => [word, Number(count)])));

/** Vowels side by side that are two syllables: "cre-ate", "ra-di-o", "play-ing", "rac-is-m". */
const APART = /ia(?!l$|n$|r$|nt$)|io(?!n|u)|iu|ie[nt](?!d|ce$)|[^aeiou]eo|[^gqs]ua(?!r)|uou|[aeou]ing|ying|ism$|thm$|[^lct]ia[nl]$|[^cgstx]ious$|dnt|creat(?!u)|eing|oyee/g;

/** How many syllables a word has; at least one. Capitals read letter by letter count one each. */
export function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/['’]s?$/, '').replace(/[^a-z]/g, '');
  if (plain === '') return 0;
  const known = KNOWN.get(plain) ?? (plain.length > 2 ? KNOWN.get(plain.replace(/s$/, '')) : undefined);
  if (known !== undefined) return known;
  const isSpelt = /^[A-Z]{2,5}$/.test(word) && !/[AEIOU]/.test(word.slice(1, -1));
  return isSpelt ? word.length : byShape(plain);
}

function byShape(word: string): number {
  const groups = (word.replace(/^y/, '').match(/[aeiouy]+/g) ?? []).length;
  return Math.max(1, groups + (singular(word).match(APART) ?? []).length - silentIn(word));
}

function singular(word: string): string {
  return word.replace(/([^s])s$/, '$1');
}

/** The e that is written and not said: at the end ("rule", "rules", "signed") and before an ending ("safely", "notebook"). */
function silentIn(word: string): number {
  const atEnd = /[^aeiouyl]e$|[aeiouy]le$|[^aeiouylcgsxz]es$|[aeiouy]les$|[^cs]hes$|[^aeiouydtl]ed$|[aeiouylrz]led$/.test(word);
  const isSaid = /(?:[^s]ch|sh)es$|(?:^|[^aeiouy])re$|[bcdfgkpt]led$/.test(word) && !/[aeiouy]re$/.test(word);
  const inside = /[aeiouy][^aeiouy]e(?:ly|ful|fully|less|ness|some|ment)s?$/.test(word) && !/[dtrl]ement/.test(word);
  const between = /[aiou][^aeiou]e(?:book|board|line|work|site|time|guard|holder|where|wide|page|place|ware|keep|light)/.test(word);
  return (atEnd && !isSaid ? 1 : 0) + (inside ? 1 : 0) + (between ? 1 : 0);
}
