/**
 * Words that make a permission or a consent worth nothing: it is over, refused, supposed, hoped for, heard from others,
 * asked after, given to somebody else, or given for something else. What is hedged may make an answer stricter, never a yes.
 */
import { find, patternOf } from './patterns.ts';
import type { Marked, Pattern } from './patterns.ts';

const patterns = (text: string): readonly Pattern[] => text.split('|').map(patternOf);

/** Said of the whole question: what follows is not how things are. */
const SUPPOSED = patterns('suppose i/we/the/that/my|supposing|imagine|pretend|pretending|hypothetically|what if|if i/we/they had/have|let us say|i am the head|as the head i|as a head i|as head i|allow myself|give myself|gave myself|my own permission');
/** Not said outright: heard, hoped or guessed, or only of some. */
const NOT_OUTRIGHT = patterns('nearly/almost/practically|perhaps/maybe/probably/possibly/presumably|apparently/supposedly/allegedly|i think/believe/guess/suppose/assume/hope/reckon|hopefully|pending|surely|heard|rumour|according to|i/we was/were told|told that|was/were told that|by accident/mistake|is it true|isnt it true|@colleague/friend says/said/thinks .. head/headteacher/manager/permission|@friend says/said/thinks .. head/headteacher/manager/permission|rules/rule say|something like|some parents/of/families/mums|one parent/mum/dad/family/set|half/most the/of/parents/families|nearly all|not all/everyone/everybody/every|all but|except|other parents/child/family/mum/dad|another/other childs|will ask/get/sign|going to ask|about to ask|want to ask|hope to|would/might/could agree/mind/say/have|bound to');
/** A word of these beside a claimed permission ends it. */
const SPENT = patterns('has/did/does/will/would the/my/our head/headteacher/deputy/manager agreed/approved/allowed/agree/approve/allow/say/said|last year/term|used to|years ago|expired|run out|ran out|ended|over now|long ago|once|not|hasnt|dont|never|wont|cannot|no longer|might|would|if|unless|will|said no|refused|until/till last|until/till|yet|but|taken back|took it/that back|withdrew|withdrawn|in the spring/summer/autumn/winter|back in|back then|before he/she/they|old/former/previous/last head/headteacher/deputy/manager|elsewhere|at my old|old/previous/last school');
/** Given to somebody else. */
const FOR_OTHERS = patterns('allowed/permitted/let/lets/gave/given/told/agreed/approved/for/to/has/with him/her/them/somebody/someone/another/others|allowed/permitted/let/lets/gave/given/told/agreed/approved/for/to my/the/a/our @colleague|allowed/permitted/let/lets/gave/given/told/agreed/approved/for/to my/the/a/our @friend|allowed/permitted/let/lets/gave/given/told/agreed/approved/for/to my/the/a/our @relative|allowed/permitted/let/lets/gave/given/told/agreed/approved @colleague|allowed/permitted/let/lets/gave/given/told/agreed/approved .. @other|yes to @other|to our/the/another department|else has|else is');
/** Given for something else: the everyday things of working life that a head approves. */
const FOR_ELSE = patterns('approved/agreed/allowed/granted/cleared .. holiday/leave/absence/timetable/trip/course/budget/plan/club/appointment/promotion|permission/leave .. for another/other|day/time off|permission .. another/other|said yes to my/the holiday/leave/absence/trip/course/plan');
/** A sentence that begins so asks whether there is a permission; it does not say so. */
const ASKING: ReadonlySet<string> = new Set(['have', 'do', 'be']);

/** Not so yet. */
const TO_COME = patterns('will be/have/come|going to be');
/** Beside what would open the way: nearly so, once so, thought to be so, so elsewhere, or not so. */
const DOUBTFUL = patterns('nearly/almost|not quite|or not|whether|i/we thought/believed|should be|ought to be|supposed to be|meant to be|soon|would be/have/come|last trip/year/term/week/time/month|next room/door|used to be/have|half of|but it/he/she/they isnt/dont/hasnt/be/do/have|but .. isnt|not on/in/at|no longer|any more|about to be|just before|another picture/photo/lesson/class/trip/occasion|in between|pretend|sort of|kind of');

const meets = (list: readonly Pattern[], marked: Marked, sentence?: number): boolean => list.some((pattern) => {
  for (let match = find(pattern, marked); match; match = find(pattern, marked, match.start + 1)) {
    if (sentence === undefined || marked.tokens[match.start]!.sentence === sentence) return true;
  }
  return false;
});

/** Whether the question as a whole only supposes what it says. */
export function isSupposed(marked: Marked): boolean {
  return meets(SUPPOSED, marked);
}

/** Whether what a sentence says is heard, hoped, guessed, or true of some only. */
export function isNotOutright(marked: Marked, sentence: number): boolean {
  return isSupposed(marked) || meets(NOT_OUTRIGHT, marked, sentence);
}

/** Whether a permission that a sentence speaks of cannot count for the asker. */
export function isWorthless(marked: Marked, sentence: number): boolean {
  return isNotOutright(marked, sentence) || isAsked(marked, sentence) || [SPENT, FOR_OTHERS, FOR_ELSE].some((list) => meets(list, marked, sentence));
}

/**
 * Whether a sentence leaves it open that things are as its words say. What is still to come is open too, unless it is
 * the asker's own doing: "I will have it locked in the boot".
 */
export function isDoubtful(marked: Marked, sentence: number, isOwnDoing = false): boolean {
  return isSupposed(marked) || meets(DOUBTFUL, marked, sentence) || (!isOwnDoing && meets(TO_COME, marked, sentence));
}

/** "Has the head agreed?" tells nothing. */
function isAsked({ tokens }: Marked, sentence: number): boolean {
  const first = tokens.find((token) => token.sentence === sentence);
  return first !== undefined && first.asked && ASKING.has(first.stem);
}
