/** What people of the model schools told somebody. Every word of it is invented, and calm. */
import type { Numbers } from '../../school/concerns/index.ts';
import type { Role, When } from './words.ts';

/** A pupil's own words, by the button they pressed. */
interface TellingScript { readonly telling: string; readonly words: string }

export interface ConcernScript {
  /** Nobody has opened it yet. */
  readonly unopened: TellingScript & { readonly by: Role; readonly at: When };
  /** Told without a name, read, and not answered yet. */
  readonly unnamed: TellingScript;
  /** The pupil of the links told it; the safeguarding lead is at work on it. */
  readonly inHand: TellingScript & { readonly found: string; readonly answer: string; readonly plan: string; readonly todo: string; readonly spoke: string };
  readonly bullying: { readonly narrative: string; readonly found: string; readonly plan: string; readonly spoke: string; readonly amends: string; readonly post: string; /** What follows for whoever did it, under a clause that provides it. */ readonly follows?: { readonly clause: string; readonly reason: string } };
  readonly closed: { readonly narrative: string; readonly found: string; readonly did: string; readonly decision: string; readonly reasons: string };
  /** A message or a thing that went astray: the 72 hours run. */
  readonly breach: BreachScript;
  /** Another, about which nothing is owed to the regulator. */
  readonly small: BreachScript & { readonly decision: string; readonly why: string };
  readonly lost: { readonly narrative: string; readonly device: string; readonly found: string; readonly todo: string };
  readonly virus: { readonly narrative: string; readonly name: string; readonly did: string; readonly found: string; readonly todo: string };
  readonly note: { readonly what: string; readonly when: string; readonly context: string };
  readonly complaint: { readonly words: string; readonly wish: string };
  /** About the head: read by whoever stands above the head. */
  readonly aboutHead?: { readonly narrative: string };
  /** An account that is shut while it is looked into. */
  readonly account?: { readonly narrative: string; readonly found: string; readonly reason: string; readonly clause: string };
}

interface BreachScript { readonly narrative: string; readonly data: string; readonly people: string; readonly recipient: string; readonly found: string; readonly recall: string }

/** Whom the schools ring at their council. Ofcom keeps these numbers for plays: they ring nowhere. */
export const OUTSIDE: Numbers = {
  officer: { name: 'Marian Okell', number: '01632 960141', hours: 'Monday to Friday, 9 to 5' },
  care: { number: '01632 960142', hours: 'Monday to Friday, 8:30 to 5:30', night: '01632 960143' },
};

export const CONCERNS: Readonly<Record<string, ConcernScript>> = {
  'village-primary': {
    unopened: { by: 'pupil 1', at: 18, telling: 'screen', words: 'Somebody in a building game asks me every day which school I go to. I have not told them.' },
    unnamed: { telling: 'unkind', words: 'Some of Year 5 have a group where they give marks to what people wear. Please stop it but do not say that it was me.' },
    inHand: { telling: 'friend', words: 'My friend plays at night until one and falls asleep in class. I am worried.', found: 'Tired for two weeks. Both parents work shifts; nobody has seen the tablet at night.', answer: 'Thank you for telling me. I have talked with your friend and their family. You did the right thing.', plan: 'The tablet sleeps in the kitchen. A word with me on Mondays and Thursdays.', todo: 'Ring the family and hear how the week went', spoke: 'They agreed to the kitchen shelf before I had said it.' },
    bullying: { narrative: 'Two messages in the class chat make fun of how somebody reads aloud. The class knows who is meant.', found: 'Two messages, one evening, both deleted since. The writer is sorry.', plan: 'Reads to the little ones on Fridays, and chooses with whom.', spoke: 'That it hurt, that it stops today, and what happens if it does not.', amends: 'A letter, and helping with the reading morning', post: 'Two messages in the class chat' },
    closed: { narrative: 'A child’s name in a quiz game is their full name with the name of our village.', found: 'Set up at home without a thought. Nobody had written to the child.', did: 'The family changed the name with us on the telephone.', decision: 'No further steps.', reasons: 'The name is changed, nobody wrote to the child, and the family knows what to look for.' },
    breach: { narrative: 'The list for the flu vaccination went to the parents of another class, as an attachment.', data: 'Names, birthdays and two allergies', people: '24', recipient: 'Eleven families of the other class', found: 'Sent to the wrong group. Two entries speak of health.', recall: 'Recalled within nine minutes; four had opened it.' },
    small: { narrative: 'A register was left in the church hall after the rehearsal.', data: 'First names and ticks', people: '18', recipient: 'The caretaker of the hall', found: 'In a locked hall overnight, found by the caretaker, handed back in the morning.', recall: 'Fetched at eight. The caretaker had not read it.', decision: 'Not reportable. Registers stay in a folder with a strap.', why: 'First names without anything else, in a locked room, back within fifteen hours: no risk to anybody is likely.' },
    lost: { narrative: 'The school camera that goes on walks was not in the bag when we came back from the mill.', device: 'School camera 2', found: 'Pictures of the walk on the card, no names.', todo: 'Ring the mill and the bus company' },
    virus: { narrative: 'A window said that the computer was locked and gave a number to ring. I pulled the plug and did not ring.', name: 'A false warning in the browser', did: 'Pulled the plug and put a note on it', found: 'A page that frightens people into ringing. Nothing was put in.', todo: 'Clean the library computer and look at the one beside it' },
    note: { what: 'I gave a pupil a lift to the hospital with their broken arm, because the ambulance was an hour away. The office knew.', when: 'Last Tuesday, at two', context: 'The mother said yes on the telephone.' },
    complaint: { words: 'The weekly letter came by a link that does not open on our old telephone. I asked twice at the office.', wish: 'A letter on paper, or one that opens' },
  },
  'town-school': {
    unopened: { by: 'pupil 1', at: 22, telling: 'message', words: 'Someone I do not know sends me hearts and asks for my number. I have not answered.' },
    unnamed: { telling: 'friend', words: 'A girl in my class cries in the toilets after the group chat. She says it is nothing.' },
    inHand: { telling: 'friend', words: 'My friend shows everybody a photo of himself that he should not send round. He thinks it is funny.', found: 'A silly face in pyjamas, nothing worse. It went to a dozen children.', answer: 'Thank you. I have talked with him. The photo is gone from most phones, and we go on until it is gone from all.', plan: 'A talk with the whole class about pictures, without names.', todo: 'Ask the two families who still have it', spoke: 'He had not thought that it could go further than the class.' },
    bullying: { narrative: 'A player is always voted out first in the lunch club’s online game, and three people write about it afterwards.', found: 'One child began it; two went along.', plan: 'A seat with friends at lunch club, and a word with me on Wednesdays.', spoke: 'That leaving one person out every day is bullying, and that it stops.', amends: 'Asks them into the team, and says sorry in person', post: 'A list of nicknames in the club’s chat' },
    closed: { narrative: 'A pupil told the class that a cousin “knows how to get round the filter”.', found: 'Big words: nothing had been got round.', did: 'Looked at the log of the week with the online safety officer.', decision: 'No further steps.', reasons: 'The log shows nothing, and the pupil was glad to be asked.' },
    breach: { narrative: 'I photographed the seating plan with the notes on needs and put it on the wrong shared board. Parents can see that board.', data: 'Names, seats, and words on what helps each child', people: '29', recipient: 'Parents of the class who looked in the evening', found: 'On a board that parents read for about three hours.', recall: 'Taken down at once. The board shows seven visits.' },
    small: { narrative: 'An envelope with dinner money names went home with the wrong brother.', data: 'Two names and an amount', people: '2', recipient: 'The family of the brother', found: 'Opened by a parent who brought it back the same evening.', recall: 'Back at the office at five.', decision: 'Not reportable. Envelopes carry the full name and the class.', why: 'Two names and an amount, seen by one parent of the school: no risk to anybody is likely.' },
    lost: { narrative: 'A tablet from the trolley of Heron class is missing since the book fair.', device: 'Tablet 22', found: 'Encrypted, and locked since it went missing.', todo: 'Look where it last joined the network' },
    virus: { narrative: 'A message with a parcel in it opened a page that wanted my password. I closed it without typing.', name: 'A page that pretends to be a parcel service', did: 'Closed it, switched the laptop off and rang the helpdesk', found: 'No password was typed.', todo: 'Block the page and warn the others' },
    note: { what: 'A pupil’s parent and I play in the same band. I told them on Saturday that I do not talk about school there.', when: 'Saturday evening', context: 'Nothing was said about the child.' },
    complaint: { words: 'My child’s account was opened a week after all the others, and she sat beside somebody else to do the quiz.', wish: 'To know why, and that it does not happen in Year 6' },
    aboutHead: { narrative: 'The head asked for the office’s password at the leavers’ tea, in front of guests, and wrote it on a napkin. I do not think that the rules allow that, and I do not know whom else to tell.' },
  },
  'day-school': {
    unopened: { by: 'pupil 1', at: 12, telling: 'other', words: 'Somebody has made a page with my name and my picture. It says things that I never said.' },
    unnamed: { telling: 'message', words: 'There is a group in Year 9 where people are dared to send things. I want to leave it and they laugh.' },
    inHand: { telling: 'friend', words: 'A friend talks every evening to somebody who says that he is sixteen. He wants to meet her at the station.', found: 'A stranger, a wish to meet, and the wish to keep it secret.', answer: 'Thank you for telling me so soon. Your friend is safe and her family knows. Please tell me if anything more comes.', plan: 'She does not go anywhere alone this week. Her aunt fetches her.', todo: 'Hear from the police what they want us to keep', spoke: 'She was relieved that somebody else knows.' },
    bullying: { narrative: 'Edited pictures of somebody on the hockey team go round in Year 10.', found: 'Three pictures, made by one pupil, seen by about twenty.', plan: 'Changes with the second team for now, as she wished; her tutor sees her each morning.', spoke: 'What it does to somebody, and what follows if there is a fourth.', amends: 'Asked each of the twenty to delete them, with the tutor beside', post: 'Three pictures on a page of the team’s supporters' },
    closed: { narrative: 'A younger pupil had a strange number in a messenger and thought that it was a cousin.', found: 'It was the cousin, with a new telephone.', did: 'Rang the family.', decision: 'No further steps.', reasons: 'The family knows the number, and the pupil did right to ask.' },
    breach: { narrative: 'The timetable of learning support went to all of Year 11 instead of to their tutors.', data: 'Names and what support each has', people: '17', recipient: 'About ninety pupils', found: 'Details of need, sent to a whole year.', recall: 'Recalled after twenty minutes; thirty had it open.' },
    small: { narrative: 'A list of locker numbers stayed on the board after the staff meeting.', data: 'Names and locker numbers', people: '31', recipient: 'The cleaners', found: 'In a locked staffroom, seen by two people who clean it.', recall: 'Wiped before school.', decision: 'Not reportable. The last to leave wipes the board.', why: 'Locker numbers without keys, in a locked room: no risk to anybody is likely.' },
    lost: { narrative: 'My school laptop was in a bag that I left on the train to the conference.', device: 'Laptop 164', found: 'Encrypted. Nothing of pupils was kept on it.', todo: 'Lock it from afar and ring the lost property office' },
    virus: { narrative: 'A spreadsheet asked to “enable content” and then opened many windows.', name: 'A macro in a spreadsheet', did: 'Took it off the network', found: 'One laptop; the shared drives are clean.', todo: 'Clean the laptop and read what the macro did' },
    note: { what: 'A sixth-former found my private page and asked to be a friend. I said no and blocked the request.', when: 'Sunday evening', context: 'My page is closed; the picture on it is open to everybody.' },
    account: { narrative: 'At two at night an account of the library sent three hundred messages with an invoice in them.', found: 'Perhaps somebody else has the password. Until we know, the account is shut.', reason: 'Messages went out from your account at night. It is shut until we know how, and you have done nothing wrong that we know of.', clause: 'staff-ict-code#switch-off-account' },
    complaint: { words: 'My daughter’s report named another child’s illness in the sentence on group work.', wish: 'That the report is written again, and that somebody tells the other family' },
  },
  'academy-trust': {
    unopened: { by: 'pupil 1', at: 15, telling: 'other', words: 'I sent somebody my password because he said he would give me coins. Now he says he will show my messages.' },
    unnamed: { telling: 'photo', words: 'Somebody films people in the changing room for a joke. I do not want to say who I am.' },
    inHand: { telling: 'friend', words: 'My friend is in a group where they tell each other not to eat. She does not want help.', found: 'She has lost weight since September. The group is closed and meets at night.', answer: 'Thank you. It was right to tell. We are with your friend, and her family knows.', plan: 'Lunch with somebody she trusts. The school nurse sees her on Tuesdays.', todo: 'Ask the nurse how the first talk went', spoke: 'She wanted to know who told. I did not say.' },
    bullying: { narrative: 'Somebody’s voice was copied from a lesson and made to say silly things. It plays in the corridor.', found: 'One pupil made it with a free tool; four played it.', plan: 'A quiet place at break, and the tutor knows.', spoke: 'That a voice is somebody’s own, and that it stops today.', amends: 'Deleted it before us and told the four to do the same', post: 'A clip on a page of sounds' },
    closed: { narrative: 'A pupil read about a fight “after school by the bridge” in a group.', found: 'A joke about a film. Two had taken it in earnest.', did: 'Stood by the bridge with a colleague: nobody came.', decision: 'No further steps.', reasons: 'Nobody was there, both families know, and the group has talked about it.' },
    breach: { narrative: 'I sent the pastoral notes of a tutor group to a parent of the same name as a colleague.', data: 'Names, and notes on attendance and mood', people: '26', recipient: 'One parent', found: 'Notes of a sensitive sort, with one parent of the school.', recall: 'Recall failed; the parent answered within the hour.' },
    small: { narrative: 'A sheet with initials for the bus lay in the car park.', data: 'Initials and stops', people: '14', recipient: 'A parent who brought it to the office', found: 'Initials alone, found after ten minutes.', recall: 'Back in the office before the bus had left.', decision: 'Not reportable. The bus sheet is in a wallet with a clip.', why: 'Nobody could tell who is meant: no risk to anybody is likely.' },
    lost: { narrative: 'My tablet was stolen from the bicycle basket in front of the library.', device: 'Tablet 71', found: 'Encrypted, with a code.', todo: 'Wipe it from afar and give the police its number' },
    virus: { narrative: 'A mail from “the trust” asked us all to sign in again. Two of us did.', name: 'A false sign-in page', did: 'Changed both passwords from another computer', found: 'Two accounts were open to somebody for half an hour.', todo: 'Look for other sign-ins on the two accounts' },
    note: { what: 'I tutored a pupil of our sister school for money before I knew that they would move here. I have ended it.', when: 'Until last Friday', context: 'Their family knows why.' },
    complaint: { words: 'Twice my son’s detention was put on the board where the whole class could read it.', wish: 'That such things are told to him alone' },
  },
  'prep-school': {
    unopened: { by: 'pupil 1', at: 20, telling: 'other', words: 'Someone in the boarding house reads my messages when I am at practice. I can see that they were opened.' },
    unnamed: { telling: 'unkind', words: 'They have made a chat for our dormitory without me and talk about me at night.' },
    inHand: { telling: 'friend', words: 'My friend has been told by somebody online to keep a secret from her parents.', found: 'Somebody from a singing app, who wants to be “best friends”. No pictures, no address.', answer: 'Thank you for being brave. Your friend is all right and her parents know. Come and see me whenever you like.', plan: 'The app is gone for now. She sees me on Mondays.', todo: 'Report the account to the makers of the app', spoke: 'She said that it had felt strange for some time.' },
    bullying: { narrative: 'A poll in a chat asks who should not come to the ball. One name leads it.', found: 'One pupil began the poll, six voted.', plan: 'Her houseparent looks in each evening; she chose two friends for the table.', spoke: 'That a poll about a person hurts that person, and that it stops.', amends: 'Took it down, and said sorry to her with the houseparent there', post: 'A poll in the chat of Year 8', follows: { clause: 'cyberbullying#internet-switched-off', reason: 'You began a poll that hurt somebody. The internet is off for you for a week, so that you can think about it.' } },
    closed: { narrative: 'A pupil’s drawing of a teacher went round the middle school.', found: 'A kind drawing. The teacher has it on her wall.', did: 'Spoke with the teacher and the pupil.', decision: 'No further steps.', reasons: 'The teacher likes it, and the pupil asked before the next one.' },
    breach: { narrative: 'The list of dormitory medicines went to the parents of a house by mail instead of to the matron.', data: 'Names and medicines', people: '12', recipient: 'Ten families', found: 'About health, sent to ten families.', recall: 'Recalled in six minutes; three had opened it.' },
    small: { narrative: 'The sheet for music lessons blew out of a window and into a neighbour’s garden.', data: 'First names and times', people: '9', recipient: 'A neighbour', found: 'First names without a surname; the neighbour brought it round.', recall: 'Back within half an hour.', decision: 'Not reportable. The sheet hangs away from the window.', why: 'First names and times, back at once: no risk to anybody is likely.' },
    lost: { narrative: 'The laptop of the stage crew was not in its case after the tour.', device: 'Laptop 9', found: 'Light cues and music. Encrypted.', todo: 'Ring the theatre and look where it last joined the network' },
    virus: { narrative: 'A homework file would not open and asked for money in a language that I do not know.', name: 'It did not say', did: 'Switched it off and put it on my desk', found: 'One file is lost; yesterday’s copy is whole.', todo: 'Put the file back from yesterday’s copy' },
    note: { what: 'A pupil fell asleep against my shoulder on the coach home from the match. A colleague sat opposite.', when: 'Saturday, about six', context: 'I did not want to wake them.' },
    complaint: { words: 'The pictures of sports day were on the screen in the hall for a week, with our son’s full name under one.', wish: 'First names alone, and to be asked' },
  },
};
