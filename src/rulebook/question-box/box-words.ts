/**
 * Reads the data of the box: word classes, ways of saying acts, cues for facts, words of harm.
 */
import { readTable } from '../tables.ts';
import type { Row } from '../tables.ts';
import { EVERYDAY } from './beside.ts';
import { beginningsOf, classIndexOf, lazily, mark, patternOf } from './patterns.ts';
import type { ClassIndex, Marked } from './patterns.ts';
import { EMPTY_WORDS, stemOf, stemsOf, tokensOf } from './text.ts';
import { knownWordsOf } from './spelling.ts';
import type { BoxText, BoxWords, Cue, HarmWord, Phrase } from './words.ts';

/** A word that a class already stands for adds this much of its own weight. */
const WORD_UNDER_CLASS = 0.4;
/** The emphasis of a word outside the sentence that asks. */
const LEADING_UP = 0.75;

/**
 * Puts the box's words together from its tables: `word-classes`, `act-words`, `fact-cues`, `harm-words`, `spellings`.
 * Other files are passed over; later files of a name add to earlier ones (a school's own words).
 */
export function readBoxWords(texts: readonly BoxText[]): BoxWords {
  const rows = (table: string, columns: readonly string[]): readonly Row[] => texts
    .filter(({ file }) => file.split(/[\\/]/).at(-1) === `${table}.tsv`)
    .flatMap(({ file, text }) => readTable(text, file, columns).rows);
  const phrasesOf = new Map<string, readonly string[]>();
  for (const row of rows('word-classes', ['class', 'words'])) phrasesOf.set(row.cell('class'), [...(phrasesOf.get(row.cell('class')) ?? []), ...listOf(row.cell('words'))]);
  const classes = classIndexOf(phrasesOf);
  const say = (act: string, sense: Phrase['sense'], text: string): Saying => ({ act, sense, features: featuresOf(text, classes) });
  const ofActs = rows('act-words', ['act', 'phrases', 'undone']);
  const sayings = ofActs.flatMap((row) => [
    ...listOf(row.cell('phrases')).map((text) => say(row.cell('act'), 'doing', text)),
    ...listOf(row.cell('undone')).map((text) => say(row.cell('act'), text.startsWith('must ') ? 'duty' : 'undone', text)),
  ]);
  const counts = countsOf(sayings);
  const weights = weightsOf(counts);
  const phrases: Phrase[] = sayings.map((saying) => ({ ...saying, total: saying.features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0) }));
  return {
    classes, phrases, weights, phrasesByFeature: invert(phrases), ...counts,
    needs: new Map(ofActs.filter((row) => row.cell('needs') !== '').map((row) => [row.cell('act'), listOf(row.cell('needs')).map((name) => `@${name}`)])),
    ...cuesOf(rows('fact-cues', ['fact', 'value', 'cues', 'acts']).flatMap(toCues)),
    harm: rows('harm-words', ['words', 'unless', 'who']).map(toHarmWord),
    spellings: new Map(rows('spellings', ['meant', 'written']).flatMap((row) => listOf(row.cell('written')).map((written) => [stemOf(written), stemOf(row.cell('meant'))] as const))),
    known: lazily(() => knownWordsOf(stemsIn(texts))),
  };
}

/** Every stem in the tables of the box. */
function stemsIn(texts: readonly BoxText[]): ReadonlySet<string> {
  const tables = texts.filter(({ file }) => /(word-classes|act-words|fact-cues|harm-words)\.tsv$/.test(file));
  const words = new Set(tables.flatMap(({ text }) => text.toLowerCase().replaceAll("'", '').match(/[a-z]+/g) ?? []));
  return new Set([...EMPTY_WORDS, ...[...words].flatMap(stemsOf)]);
}

type Saying = Omit<Phrase, 'total'>;

/** What a text says, as features: word classes (`@phone`) and the stems that carry meaning. */
export function featuresOf(text: string, classes: ClassIndex): readonly string[] {
  return featuresOfMarked(mark(stemsOf(text).map((stem) => ({ stem, sentence: 0, clause: 0, asked: true, capital: false })), classes));
}

/** As `featuresOf`, for a text already marked. */
export function featuresOfMarked(marked: Marked): readonly string[] {
  return [...emphasisOf(marked).keys()];
}

/** The features of a question with their emphasis: what stands in the sentence that asks counts more than what leads up to it. */
export function emphasisOf({ tokens, spans }: Marked, passedOver?: ReadonlySet<number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = (feature: string, asked: boolean) => found.set(feature, Math.max(found.get(feature) ?? 0, asked ? 1 : LEADING_UP));
  tokens.forEach(({ stem, asked }, at) => {
    if (passedOver?.has(at)) return;
    for (const { name } of spans[at] ?? []) if (name !== EVERYDAY) note(`@${name}`, asked);
    if (!EMPTY_WORDS.has(stem)) note(stem, asked);
  });
  return found;
}

/** Rarer among the acts weighs more. */
function weightsOf({ counts, sizes }: Pick<BoxWords, 'counts' | 'sizes'>): ReadonlyMap<string, number> {
  return new Map([...counts].map(([feature, acts]) => [feature, Math.log(1 + sizes.size / acts.size) * (feature.startsWith('@') ? 1 : WORD_UNDER_CLASS)]));
}

function invert(phrases: readonly Phrase[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  phrases.forEach(({ features }, at) => features.forEach((feature) => {
    const list = index.get(feature);
    if (list) list.push(at);
    else index.set(feature, [at]);
  }));
  return index;
}

/** How often a feature is said of an act, and how many ways of saying it each act has. */
function countsOf(sayings: readonly Saying[]): Pick<BoxWords, 'counts' | 'sizes'> {
  const sizes = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  for (const { act, features } of sayings) {
    sizes.set(act, (sizes.get(act) ?? 0) + 1);
    for (const feature of features) {
      const acts = counts.get(feature);
      if (acts) acts.set(act, (acts.get(act) ?? 0) + 1);
      else counts.set(feature, new Map([[act, 1]]));
    }
  }
  return { counts, sizes };
}

type Written = Cue & { readonly text: string };

function toCues(row: Row): Written[] {
  const acts = new Set(listOf(row.cell('acts').replaceAll(',', '|')));
  return listOf(row.cell('cues')).map((cell) => {
    const from = cell.includes('{') ? /^\+?\{([a-z-]+)=([a-z0-9-]+)\}$/.exec(cell) : null;
    const text = from || cell === '*' || cell === '**' ? '' : cell.replace(/^[~-]/, '');
    return {
      fact: row.cell('fact'), value: row.cell('value'), text, pattern: lazily(() => patternOf(text)), acts, givesWay: cell.startsWith('-'),
      weak: cell !== '**' && !cell.startsWith('+{') && (cell.startsWith('~') || text === ''), ...(from ? { from: { fact: from[1]!, value: from[2]! } } : {}),
    };
  });
}

function cuesOf(all: readonly Written[]): Pick<BoxWords, 'cues' | 'guesses'> {
  const cues = new Map<string, Cue[]>();
  for (const cue of all) {
    for (const opening of beginningsOf(cue.text)) {
      const list = cues.get(opening);
      if (list) list.push(cue);
      else cues.set(opening, [cue]);
    }
  }
  return { cues, guesses: all.filter((cue) => cue.text === '') };
}

function toHarmWord(row: Row): HarmWord {
  return { pattern: patternOf(row.cell('words')), who: listOf(row.cell('who')), unless: new Set(listOf(row.cell('unless')).flatMap((word) => tokensOf(word).map((token) => token.stem))) };
}

function listOf(cell: string): readonly string[] {
  return cell.split('|').map((part) => part.trim()).filter((part) => part !== '');
}
