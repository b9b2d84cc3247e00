/** What people of the model schools ask of IT, take out for a task, and open for a lesson. Every word of it is invented. */
import type { DeclarationGiven } from '../../school/permissions/index.ts';
import type { Role, When } from './words.ts';

/** What people ask IT in their own words: a fault that waits, and a question that was answered. */
export const QUESTIONS_TO_IT: Readonly<Record<string, readonly { readonly asker: Role; readonly sort: 'question' | 'fault'; readonly words: string; readonly at: When; readonly answer?: { readonly at: When; readonly words: string } }[]>> = {
  'village-primary': [
    { asker: 'teacher', sort: 'fault', words: 'The board in Rowan class goes dark after ten minutes.', at: 130 },
    { asker: 'support-staff 1', sort: 'question', words: 'How do I print on both sides from the library?', at: [3, '09:15'], answer: { at: [2, '12:30'], words: 'Choose “Both sides” under “More”. I have put a note beside the printer.' } },
  ],
  'town-school': [{ asker: 'teacher 1', sort: 'fault', words: 'The loudspeaker in the hall hums when the lights are on.', at: 190 }, { asker: 'supply', sort: 'question', words: 'Which computer may I use for the register?', at: [2, '08:35'], answer: { at: [2, '08:50'], words: 'The one at the front of your room, with the sign-in that the office gave you.' } }],
  'day-school': [{ asker: 'teacher', sort: 'fault', words: 'The printer in the geography corridor takes two sheets at once.', at: 140 }, { asker: 'teacher 1', sort: 'question', words: 'Can the mailbox of the debating club have a second reader?', at: [4, '13:10'], answer: { at: [3, '10:05'], words: 'Yes. I have added you. The club’s own teacher was told.' } }],
  'academy-trust': [{ asker: 'teacher', sort: 'fault', words: 'Two of the laptops in trolley C do not charge.', at: 120 }, { asker: 'support-staff 1', sort: 'question', words: 'Who may see the shared calendar of the sports hall?', at: [3, '11:20'], answer: { at: [2, '09:40'], words: 'All staff. People from outside see only whether it is free.' } }],
  'prep-school': [{ asker: 'teacher', sort: 'fault', words: 'The sound is missing from the film in the computer room.', at: 100 }, { asker: 'support-staff 1', sort: 'question', words: 'May the boarders’ tablets update at night?', at: [3, '15:00'], answer: { at: [2, '09:30'], words: 'Yes, between two and four. I have set it so.' } }],
};

interface DeclarationScript extends Omit<DeclarationGiven, 'goneBy'> {
  readonly person: Role;
  readonly at: When;
  /** In so many days; below zero it is overdue. */
  readonly goneIn: number;
}

/** One that should be back by now, and one that is still out. Where the rules want a yes first, there is none. */
export const DECLARATIONS: Readonly<Record<string, readonly DeclarationScript[]>> = {
  'town-school': [
    { person: 'teacher 1', sort: 'off-site', facts: { media: 'paper', 'data-kind': 'pupil-data', necessary: 'yes' }, task: 'Marking the spelling tests', what: 'Thirty tests of Osprey class', goesTo: 'My home', at: [6, '15:50'], goneIn: -2 },
    { person: 'teacher', sort: 'off-site', facts: { media: 'external-drive', 'data-kind': 'school-data', necessary: 'yes' }, task: 'Writing the reports', what: 'Notes on the term', goesTo: 'My home', at: [1, '16:00'], goneIn: 3 },
  ],
  'day-school': [
    { person: 'teacher 1', sort: 'paper', facts: { 'data-kind': 'school-data', app: 'sims', necessary: 'yes' }, task: 'The fire drill', what: 'A list of Year 9 with form rooms', goesTo: 'My clipboard', at: [5, '09:00'], goneIn: -1 },
    { person: 'teacher', sort: 'export', facts: { store: 'school-system', 'data-kind': 'school-data', place: 'school-site', app: 'sims', necessary: 'yes' }, task: 'Seating for the mock exams', what: 'Candidate numbers of Year 11', goesTo: 'The exams folder', at: [1, '11:15'], goneIn: 9 },
  ],
  'academy-trust': [
    { person: 'teacher 1', sort: 'stick', facts: { media: 'memory-stick', 'data-kind': 'pupil-data', encrypted: 'yes' }, task: 'A talk at the partner school', what: 'Names for the badges', goesTo: 'Our partner school', at: [6, '14:00'], goneIn: -2 },
    { person: 'teacher', sort: 'paper', facts: { 'data-kind': 'pupil-data' }, task: 'The away match', what: 'Numbers to ring for eleven players', goesTo: 'The team bag', at: [1, '12:00'], goneIn: 2 },
  ],
  'prep-school': [
    { person: 'teacher 1', sort: 'off-site', facts: { media: 'memory-stick', 'data-kind': 'pupil-data', 'password-protected': 'yes' }, task: 'Planning the ski week', what: 'Sizes of boots and skis', goesTo: 'The hire shop', at: [7, '15:30'], goneIn: -3 },
    { person: 'teacher', sort: 'stick', facts: { media: 'memory-stick', 'data-kind': 'school-file', 'password-protected': 'yes' }, task: 'The slides for the parents’ evening', what: 'Slides and a timetable', goesTo: 'The hall computer', at: [1, '13:10'], goneIn: 4 },
  ],
};

/** What a teacher opens for a lesson, where the rules leave it to the teacher. */
export const OPENINGS: Readonly<Record<string, readonly { readonly by: Role; readonly act: string; readonly class: string; readonly lesson: string; readonly what: string; readonly reason: string; readonly minutes: number }[]>> = {
  'prep-school': [
    { by: 'teacher', act: 'play-online-game', class: '8A', lesson: 'Maths, before break', what: 'A game of angles', reason: 'Practice in pairs', minutes: 35 },
    { by: 'teacher', act: 'wear-headphones', class: '5A', lesson: 'French, after lunch', what: '', reason: 'A listening exercise, each at their own pace', minutes: 30 },
  ],
};
