/**
 * A question as a row of stems: lower case, light stemming, number words as figures, sentences counted.
 */
import { plainly } from './spoken.ts';

export interface Token {
  /** The word without its ending: `pictures` and `picture` are one. */
  readonly stem: string;
  /** Which sentence it stands in, from 0. */
  readonly sentence: number;
  /** Which part of the text between commas it stands in: a "not" reaches no further. */
  readonly clause: number;
  /** True in a sentence that ends with a question mark, and everywhere in a text without one. */
  readonly asked: boolean;
  /** Written with a capital inside a sentence: perhaps a name. */
  readonly capital: boolean;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  took: 'take', taken: 'take', gave: 'give', given: 'give', sent: 'send', wrote: 'write', written: 'write', left: 'leave', lost: 'lose',
  brought: 'bring', told: 'tell', said: 'say', says: 'say', kept: 'keep', saw: 'see', seen: 'see', rang: 'ring', rung: 'ring', broke: 'break', broken: 'break',
  stole: 'steal', stolen: 'steal', went: 'go', gone: 'go', goes: 'go', made: 'make', heard: 'hear', got: 'get', bought: 'buy', thought: 'think',
  children: 'child', childrens: 'child', hung: 'hang', forgot: 'forget', forgotten: 'forget', knew: 'know', known: 'know', wore: 'wear', worn: 'wear',
  hid: 'hide', hidden: 'hide', spoke: 'speak', drew: 'draw', held: 'hold', met: 'meet', paid: 'pay', sold: 'sell', found: 'find', lent: 'lend', threw: 'throw',
  using: 'use', used: 'use', uses: 'use', tapes: 'tape', tying: 'tie', lying: 'lie', dying: 'die', has: 'have', had: 'have', does: 'do', did: 'do', done: 'do',
  was: 'be', were: 'be', is: 'be', are: 'be', been: 'be', being: 'be', am: 'be', im: 'be', its: 'its', this: 'this', his: 'his', news: 'news', always: 'always',
  bus: 'bus', during: 'during', something: 'something', nothing: 'nothing', anything: 'anything', everything: 'everything', evening: 'evening',
  morning: 'morning', wedding: 'wedding', sims: 'sims', isams: 'isams', cpoms: 'cpoms', james: 'james', need: 'need', needed: 'need', feed: 'feed', red: 'red',
  bed: 'bed', shared: 'share', sharing: 'share', tired: 'tired', naked: 'naked', nazis: 'nazi', wicked: 'wicked', ring: 'ring', sing: 'sing', bring: 'bring', king: 'king',
  building: 'building', buildings: 'building', lesson: 'lesson', spelling: 'spelling', gaming: 'game', women: 'woman', men: 'man', people: 'people', peoples: 'people',
  address: 'address', addresses: 'address', access: 'access', boss: 'boss', class: 'class', classes: 'class', pass: 'pass', business: 'business', process: 'process',
  virus: 'virus', whatsapp: 'whatsapp', whats: 'whats', sats: 'sats', sports: 'sport', yes: 'yes', us: 'us', thus: 'thus', gas: 'gas', mine: 'mine', charge: 'charge',
  website: 'website', websites: 'website', 'one': 'one', dating: 'dating', bullying: 'bully', bullied: 'bully', bullies: 'bully', meeting: 'meet', stuck: 'stuck',
  cant: 'cannot', outing: 'outing', outings: 'outing', meant: 'meant', means: 'meaning', doing: 'do', going: 'go', having: 'have', isnt: 'isnt', arent: 'isnt', wasnt: 'isnt', dont: 'dont', doesnt: 'dont', didnt: 'dont', hasnt: 'hasnt', havent: 'hasnt', hadnt: 'hasnt',
};

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100,
};

/** The stem of one word (lower case, without apostrophes). Light on purpose: a wrong conflation costs more than a missed one. */
export function stemOf(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]!;
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = /(ss|us|is)$/.test(word) ? word
    : word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y`
      : /(sh|ch|x|ss|zz)es$/.test(word) ? word.slice(0, -2)
        : word.endsWith('s') ? word.slice(0, -1) : word;
  return withoutSilentE(withoutEnding(singular));
}

function withoutEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const base = word.length > 5 && word.endsWith('ing') ? word.slice(0, -3) : word.length > 4 && word.endsWith('ed') ? word.slice(0, -2) : word;
  if (base === word || !/[aeiouy]/.test(base)) return word;
  return /([bdgkmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

function withoutSilentE(word: string): string {
  return word.length > 4 && word.endsWith('e') && !word.endsWith('ee') ? word.slice(0, -1) : word;
}

/** "On my own" where it means alone, and not "on my own phone". */
const ALONE = /\b(?:on (?:my|our|his|her|their|your) own(?=\s*(?:$|[.?!,;:]|(?:in|with|and|at|here|online|today|now|if|because)\b))|(?:all )?by (?:my|him|her)self)/gi;

/** Words to stems. Hyphens part words, apostrophes do not; a full stop, question mark or exclamation mark ends a sentence. */
export function tokensOf(text: string): readonly Token[] {
  const found: Omit<Token, 'asked'>[] = [];
  const asked = new Set<number>();
  let sentence = 0;
  let clause = 0;
  const plain = plainly(text.normalize('NFKC').replace(/['’‘`]/g, '')).replace(ALONE, 'alone');
  for (const [word] of plain.matchAll(/[\p{L}\d]+|[.?!;:,]+(?=\s|$)/gu)) {
    if (/^[.?!;:,]/.test(word)) {
      clause += 1;
      if (word === ',') continue;
      if (word.includes('?')) asked.add(sentence);
      if (found.at(-1)?.sentence === sentence) sentence += 1;
    } else addWord(found, word, { sentence, clause });
  }
  const asking = asked.size > 0 ? asked : sentencesThatAsk(found);
  return found.map((token) => ({ ...token, asked: asking.size === 0 || asking.has(token.sentence) }));
}

const OPENERS: ReadonlySet<string> = new Set(['can', 'may', 'could', 'am', 'shall', 'should', 'must', 'is', 'are', 'do', 'does', 'will', 'who', 'whom', 'what', 'how', 'where']);

/** Most people leave the question mark out: then the sentences that begin as questions do are the ones that ask. */
function sentencesThatAsk(found: readonly Pick<Token, 'stem' | 'sentence'>[]): ReadonlySet<number> {
  const openers = new Set([...OPENERS].map(stemOf));
  return new Set(found.filter((token, at) => found[at - 1]?.sentence !== token.sentence && openers.has(token.stem)).map((token) => token.sentence));
}

/** Adds a word's stem; "twenty" and "five" become one figure. */
function addWord(found: Omit<Token, 'asked'>[], written: string, { sentence, clause }: Pick<Token, 'sentence' | 'clause'>): void {
  const word = written.toLowerCase();
  const capital = word !== written && word.length > 1 && found.at(-1)?.sentence === sentence;
  const figure = Object.hasOwn(NUMBERS, word) ? NUMBERS[word]! : undefined;
  const before = found.at(-1);
  if (figure !== undefined && figure < 10 && before?.sentence === sentence && /^[2-9]0$/.test(before.stem)) found[found.length - 1] = { ...before, stem: String(Number(before.stem) + figure) };
  else found.push({ stem: figure === undefined ? stemOf(word) : String(figure), sentence, clause, capital });
}

/** Stems of the words of the data files, which repeat; never of what people type. */
const DATA_STEMS = new Map<string, string>();

/** The stems of a data file's phrase: as `tokensOf`, for plain lower-case words, and much quicker. */
export function stemsOf(phrase: string): readonly string[] {
  const stems: string[] = [];
  for (const word of phrase.split(' ')) {
    if (word === '') continue;
    const known = DATA_STEMS.get(word);
    if (known !== undefined) {
      stems.push(known);
      continue;
    }
    const found = tokensOf(word);
    if (found.length === 1) DATA_STEMS.set(word, found[0]!.stem);
    stems.push(...found.map((token) => token.stem));
  }
  return stems;
}

/** Words that carry no meaning of their own when an act is looked for. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(tokensOf(`a an the my your his her its our their this that these those i we you he she it they me us him them
 can may could might am is are was were be been do does did have has had to of for and or but so if then than at in on by with from as just only quite really please
 ok okay allow allowed alright fine right all any some there here what who whom which when where why how would should will shall must need want like id ive ill youre
 im its thats theres very too also even still yet now again because about into onto up out off over under let us ask cannot way thing things lot bit much many more
 most one ever never always good nice be not no isnt dont hasnt after before while until till during`.replaceAll('\n', ' ')).map((token) => token.stem));
