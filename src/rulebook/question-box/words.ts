/**
 * The words of the question box: what its data holds and what it makes of a question.
 */
import type { Answer, Permission, Vocabulary } from '../words.ts';
import type { ClassIndex, Pattern } from './patterns.ts';
import type { KnownWords } from './spelling.ts';

/** One data file of the box; its file name says which. */
export interface BoxText {
  readonly file: string;
  readonly text: string;
}

/** A way of saying an act: its features with their weights. */
export interface Phrase {
  readonly act: string;
  /**
   * `doing` it; leaving it `undone` ("leave my PC on overnight"); or the `duty` itself ("must lock my screen" in the
   * data), which asks to leave it undone only beside words such as "do I have to".
   */
  readonly sense: 'doing' | 'undone' | 'duty';
  readonly features: readonly string[];
  /** The weights of its features, added up. */
  readonly total: number;
}

/**
 * Words that give away a fact. In the data: `~words` guesses, `-words` gives way to any other value of the fact,
 * `*` is a guess where nothing else was said, `**` goes without saying, `{moment=lesson}` is a guess
 * from another fact, `+{consent=parent}` follows from it.
 */
export interface Cue {
  readonly fact: string;
  readonly value: string;
  readonly pattern: () => Pattern;
  /** A guess may make an answer stricter, never a yes. */
  readonly weak: boolean;
  readonly givesWay: boolean;
  /** The fact from which this one follows, instead of words. */
  readonly from?: { readonly fact: string; readonly value: string };
  /** The acts it is about; empty means every act. */
  readonly acts: ReadonlySet<string>;
}

/** Words of harm, and the words beside which they mean something else. */
export interface HarmWord {
  readonly pattern: Pattern;
  /** Whose words they are: empty for everybody's. What is a small thing to an adult may be a child's whole report. */
  readonly who: readonly string[];
  readonly unless: ReadonlySet<string>;
}

/** Everything the box knows about how people speak. Immutable. */
export interface BoxWords {
  readonly classes: ClassIndex;
  readonly phrases: readonly Phrase[];
  /** Feature → phrases that hold it. */
  readonly phrasesByFeature: ReadonlyMap<string, readonly number[]>;
  readonly weights: ReadonlyMap<string, number>;
  /** Feature → act → in how many of its phrases it stands. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Act → how many phrases it has. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Act → word classes of which one has to stand in a question about it: nobody lends a password without naming one. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Cues by what their pattern begins with. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  /** Cues without words: what follows from other facts, and what is taken as read. */
  readonly guesses: readonly Cue[];
  readonly harm: readonly HarmWord[];
  /** A stem as children spell it → the stem that is meant. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Every stem the data know, to put slips of the pen right. */
  readonly known: () => KnownWords;
}

/** Who asks, and what their school speaks of. */
export interface BoxAsker {
  readonly who: string | readonly string[];
  /** Acts of which the school's rulebook speaks: to this asker, or only to others. Missing: every act is as likely. */
  readonly spoken?: ReadonlyMap<string, 'to-asker' | 'to-others'>;
}

export type Facts = Readonly<Record<string, string | readonly string[]>>;

/** What the box made of a question. */
export interface QuestionReading {
  /** The likeliest act, or the empty string when nothing fits at all. */
  readonly act: string;
  readonly facts: Facts;
  /** Facts that are only guessed from the situation: they may make an answer stricter, never a yes. */
  readonly guessed: readonly string[];
  /** Whether the asker wants to leave a duty undone. */
  readonly omit: boolean;
  /** Whether they ask if they have to do it: the answer to leaving it undone must not be put as a plain "no". */
  readonly mustI: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** The best three acts, the likeliest first. */
  readonly alternatives: readonly { readonly act: string; readonly confidence: number }[];
  /** Permissions the asker says they hold. They are reported, not on record. */
  readonly claims: readonly Permission[];
  /** Words of harm were met: *Tell someone now* goes above the answer. */
  readonly safety: boolean;
}

export interface BoxAnswer {
  readonly reading: QuestionReading;
  /** True where the box is not sure of the act: show the best three and ask which is meant. */
  readonly unsure: boolean;
  /** True where the answer is a yes only if what the asker says about a permission is so. */
  readonly onTheirWord: boolean;
  readonly answer: Answer;
}

export type { Vocabulary };
