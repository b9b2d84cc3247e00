/**
 * How a question is put: does it ask to leave something undone, whom to tell, or for a permission that is already claimed?
 */
import type { Permission, Vocabulary } from '../words.ts';
import { isWorthless } from './hedges.ts';
import { find, patternOf } from './patterns.ts';
import type { Marked, Match, Pattern } from './patterns.ts';

const patterns = (text: string) => text.split('|').map(patternOf);

/** Asks whether something has to be done. */
const HAS_TO = patterns('do/does/did i/we/it/they/he/she have to|do i really/still/always have to|do we .. have to|must i|must we|must it|must my|must governors|need i|need we|do i need to|do we need to|does .. have to|do .. have to|do i/we .. need to|neednt i|must .. really|is it needed|is it necessary|is it really needed/necessary|really needed|really necessary|am i obliged|is it compulsory|should i|should we|is there a need to|compulsory|mandatory|obligatory|are we/governors/parents/staff/pupils/children obliged');
/** Asks to leave something undone. */
const LEFT = patterns('can/may/could i/we do without|can/may/could i/we manage without|can i skip|can we skip|may i skip|can i leave out|get away without|get away with not|ok not to|fine not to|alright not to|is it ok if i dont|may i ignore|can i ignore|can i refuse|may i refuse|do the normal|do .. rules apply|can i put off|can i miss|can i stop|can i opt out|optional|voluntary|can/may/could i/we/you just ignore|can i/we get out of|is it ok/fine/alright to skip/ignore/miss');
/** "Do I need permission" asks about the act itself. */
const LEAVE_TO_DO = patterns('need .. permission|need .. ok|need to ask|have to ask|must i ask|need .. approval|ask first|need .. consent|should i ask|need someone|need anybody|need somebodys');
const TELLING = patterns('@whom-to-tell|what now|now what|what next|what then|whats the drill|what is the drill|what to do now|what am i to do|what do i/we do|what must/should i/we do|what happens next|is/was that the end|is/was that enough|just keep using|where do i complain|who can help|who deals with|is it real/genuine|who do/should/can/must/would i/we tell/ask/talk/call/ring/go/see/inform/contact/pass/report/speak/turn/notify/email/message/forward/send/show/give|whom do/should/can/must i/we tell/ask/talk/call/ring/go/see/inform/contact/pass/report/speak/turn/notify|who has/needs to|who must/should|whom must/should|do the police|where does it go|should i/we tell/report/say/mention|do i/we tell/report/mention|must i/we tell/report/mention|have to tell/report|need to tell/report|shall i tell|may i tell you|is telling');
/** Something that happened, said without asking for anything: it wants to be told to somebody. */
const HAPPENED = patterns('it wasnt/isnt me|someone/somebody has logged/got/used/read/opened/seen/taken|has got/gone/leaked out|been leaked|has leaked|emailed/texted/messaged/dmed me|will hurt/kill me|i never agreed/said/gave|someone/somebody else .. been/used/using/got|i/ive/we/weve left .. on/in/at|was/were/be/been alone with|on his/her/their own with a/one|i didnt/never send/write/post/order/buy/make|lost|stolen|nicked|pinched|got/been/was/were hacked/broken/cracked|gone missing|went missing|sent me|been sent|was sent|i got/received|ive got/had/seen/found/received/lost|i have got/had/seen/found/received/lost|got hold of|came up|popped up|keeps sending/ringing/messaging|smashed|dropped my/the|broke my/the|spilt|spilled|i found/saw|weve had|we had|we have had|got into|sent .. wrong|emailed .. wrong|by mistake|by accident|accidentally|threatened|took my|took a|wrong person/mum/dad/parent/address|someone/somebody/someones/somebodys been|someone/somebody has been|someone/somebody posted/put/shared/took/stole/broke/hacked|someone/somebody .. as me|being mean/nasty/horrible|mean/nasty/horrible/rude to me|called me|said .. to me|hurt me|hit me');
/** Somebody wants to be friends online: it is asked whether to say yes. */
const OFFER = patterns('friend/follow/connection request|added/adding/add me|wants to be friends|followed me|follows me');
/** Words with which people ask for leave, or after a rule. */
const ASKS = patterns('can|could|may|might|shall|should|must|would|will i/we/it/that/this/the/you/my/somebody/someone/anyone/anybody|allowed|ok|okay|alright|fine|permitted|do i/we/they/you|does|is it/this/that/there|any way/chance/hope|are we/they/there|am i|what|whats|how|when|why|right|wont|need i/we|need to|have to|let me|want/wants to|id like');
/** "Do I tell her my code?" asks what may be told, and "what do I do with it?" what becomes of a thing: not whom to tell. */
const TELLS_THEM = patterns('what do/should/must/can/shall i/we do with|do/should/shall/must/may/can i/we tell/give him/her/them it|do/should/shall/must i/we tell/give him/her/them');

/** Whether the words ask to leave a duty undone ("do I have to", "can I skip"). */
export function asksToLeaveUndone(marked: Marked): boolean {
  return [...HAS_TO, ...LEFT].some((pattern) => find(pattern, marked)) && !LEAVE_TO_DO.some((pattern) => find(pattern, marked));
}

/** Whether the words ask if a thing has to be done, so that a plain "no" would say the opposite of what is meant. */
export function asksWhetherDuty(marked: Marked): boolean {
  return HAS_TO.some((pattern) => find(pattern, marked)) && !LEFT.some((pattern) => find(pattern, marked));
}

/** Whether the words ask for nothing and only tell what happened. */
export function onlyTells(marked: Marked): boolean {
  return HAPPENED.some((pattern) => find(pattern, marked)) && !ASKS.some((pattern) => find(pattern, marked));
}

/** Whether the words tell of an offer of friendship online. To an adult it is a question; from a child it stays a thing to tell. */
export function tellsOfAnOffer(marked: Marked): boolean {
  return onlyTells(marked) && OFFER.some((pattern) => find(pattern, marked));
}

/** Whether the words ask whom to tell, or what is to be done now, or only tell what happened. */
export function asksWhomToTell(marked: Marked): boolean {
  return onlyTells(marked) || (TELLING.some((pattern) => find(pattern, marked)) && !TELLS_THEM.some((pattern) => find(pattern, marked)));
}

const AGREED = patterns('agreed|approved|allowed|permitted|okayed|oked|okd|cleared|said yes|said i/we can/could/may|said it is/was ok/fine|said its ok/fine|gave/given .. permission|lets/let me|signed it off');
/** How many words may stand between the office and its yes. */
const REACH = 4;

/** Whether the asker doubts the permission they speak of ("Is that enough?"). */
const DOUBT = patterns('is that enough|does that count|is that ok|is it enough|will that do|is this enough|is that sufficient');

/**
 * Permissions the asker says an office-holder gave: "the network manager has approved my stick". Reported, not on record.
 *
 * @param isAboutIt whether a sentence speaks of the matter asked about: an approval of something else counts for nothing
 */
export function claimsIn(marked: Marked, act: string, vocabulary: Vocabulary, isAboutIt: (sentence: number) => boolean): readonly Permission[] {
  const yeses = AGREED.flatMap((pattern) => everyMatch(pattern, marked));
  if (yeses.length === 0 || DOUBT.some((pattern) => find(pattern, marked))) return [];
  return officePatterns(vocabulary).filter(({ names }) => names.some((name) => everyMatch(name, marked).some((named) => {
    const sentence = marked.tokens[named.start]!.sentence;
    const isFollowed = yeses.some((yes) => yes.start >= named.end && yes.start - named.end <= REACH && marked.tokens[yes.start]!.sentence === sentence);
    return isFollowed && isAboutIt(sentence) && !isWorthless(marked, sentence);
  }))).map(({ office }) => ({ act, office, live: true }));
}

/** The words that name who is said to have agreed: they say nothing of what is asked about. */
export function agreeingNames(marked: Marked, vocabulary: Vocabulary): ReadonlySet<number> {
  const yeses = AGREED.flatMap((pattern) => everyMatch(pattern, marked));
  if (yeses.length === 0) return new Set();
  const named = officePatterns(vocabulary).flatMap(({ names }) => names.flatMap((name) => everyMatch(name, marked)));
  const agreeing = named.filter(({ start, end }) => yeses.some((yes) => yes.start >= end && yes.start - end <= REACH && marked.tokens[yes.start]!.sentence === marked.tokens[start]!.sentence));
  return new Set(agreeing.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}

function everyMatch(pattern: Pattern, marked: Marked): readonly Match[] {
  const found: Match[] = [];
  for (let match = find(pattern, marked); match; match = find(pattern, marked, match.start + 1)) found.push(match);
  return found;
}

/** How people name offices whose title they do not use. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  head: ['head', 'headteacher', 'head teacher', 'headmaster', 'headmistress', 'principal'],
  'deputy-head': ['deputy', 'deputy head'], 'ict-lead': ['head of it', 'ict lead', 'it lead'], 'senior-leader': ['senior leader', 'slt', 'senior leadership team'],
  teacher: ['my/our/the/class teacher', 'miss', 'sir'],
};
const NOBODY_IN_PARTICULAR: ReadonlySet<string> = new Set(['school', 'unassigned', 'everyone', 'parent', 'pictured-person', 'staff-member']);

interface NamedOffice { readonly office: string; readonly names: readonly Pattern[] }
const OFFICES = new WeakMap<Vocabulary, readonly NamedOffice[]>();

function officePatterns(vocabulary: Vocabulary): readonly NamedOffice[] {
  const known = OFFICES.get(vocabulary);
  if (known) return known;
  const offices = [...vocabulary.offices.values()].filter(({ name, outside }) => !outside && !NOBODY_IN_PARTICULAR.has(name))
    .map(({ name, title }) => ({ office: name, names: (ALSO_CALLED[name] ?? [title.toLowerCase()]).map(patternOf) }));
  OFFICES.set(vocabulary, offices);
  return offices;
}
