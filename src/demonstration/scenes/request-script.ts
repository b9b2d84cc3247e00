/** What people of the model schools ask for, and what becomes of it. Every word of it is invented. */
import type { Role, When } from './words.ts';

export type NextScript =
  | { readonly does: 'grant'; readonly by: Role; readonly at: When; readonly conditions?: string }
  | { readonly does: 'refuse' | 'ask-back' | 'withdraw'; readonly by: Role; readonly at: When; readonly words: string }
  | { readonly does: 'take-back' | 'hand-on'; readonly at: When }
  | { readonly does: 'claim'; readonly by: Role; readonly at: When }
  | { readonly does: 'finish'; readonly by: Role; readonly at: When; readonly words: string; readonly device: string };

export interface RequestScript {
  readonly asker: Role;
  readonly act: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, string>>;
  /** For an office that is one person's in this matter: whose files they are. */
  readonly named?: Readonly<Record<string, Role>>;
  readonly reason: string;
  readonly at: When;
  /** First and last day, counted from today. */
  readonly days: readonly [number, number];
  readonly next?: readonly NextScript[];
}

const handedOn: NextScript = { does: 'hand-on', at: [2, '07:30'] };

export const REQUESTS: Readonly<Record<string, readonly RequestScript[]>> = {
  'village-primary': [
    { asker: 'teacher', act: 'install-software', facts: { 'device-owner': 'school' }, shown: { software: 'Letter Forest, from a maker of phonics games', device: 'The six tablets of Hazel class' }, reason: 'Six children practise letters better with a finger than with a pen', at: 40, days: [0, 200] },
    { asker: 'teacher 1', act: 'carry-personal-device', facts: { place: 'classroom', exceptional: 'yes' }, shown: { what: 'My phone, on silent, in my bag' }, reason: 'My father has an operation today and the hospital will ring me', at: 95, days: [0, 1] },
    { asker: 'teacher', act: 'take-data-off-site', facts: { 'data-kind': 'school-data', media: 'electronic', encrypted: 'yes' }, shown: { data: 'Reading ages of Rowan class', medium: 'School laptop 31', destination: 'My home, and back on Monday' }, reason: 'I write the reports at home this weekend', at: [2, '15:40'], days: [0, 6], next: [{ does: 'ask-back', by: 'head', at: [1, '08:20'], words: 'Is laptop 31 encrypted, and could you write them at school on Friday afternoon instead?' }] },
    { asker: 'teacher 2', act: 'install-hardware', facts: { 'device-owner': 'school' }, shown: { item: 'A camera that shows a page to the whole class', device: 'The computer in Beech class' }, reason: 'The children at the back cannot see what I hold up', at: [6, '09:10'], days: [0, 300], next: [handedOn] },
    { asker: 'teacher 1', act: 'use-personal-device', facts: { purpose: 'school-business' }, shown: { device: 'My own sound recorder' }, reason: 'Bird song for the school play', at: [8, '12:30'], days: [-10, 12], next: [{ does: 'grant', by: 'head', at: [7, '16:05'], conditions: 'For the sounds of the play alone. No child is recorded on it.' }] },
    { asker: 'support-staff 1', act: 'publish-image', facts: { destination: 'outside-school', consent: 'parent' }, shown: { content: 'A picture of the harvest table, with four children, for the parish letter' }, reason: 'The parish gave the apples', at: [5, '10:00'], days: [0, 20], next: [{ does: 'refuse', by: 'head', at: [4, '08:30'], words: 'For one of the four we have no consent. Take a picture of the table alone and ask again.' }] },
    { asker: 'teacher 3', act: 'use-personal-device', facts: { purpose: 'school-business' }, shown: { device: 'My own camera' }, reason: 'Pictures of models in design week', at: [9, '11:15'], days: [-12, 25], next: [{ does: 'grant', by: 'head', at: [8, '16:20'], conditions: 'Things alone, no people.' }, { does: 'withdraw', by: 'head', at: [1, '15:50'], words: 'The school camera is back from the mender’s. Please use that one.' }] },
  ],
  'town-school': [
    { asker: 'supply', act: 'use-school-ict', facts: { purpose: 'personal', facility: 'internet' }, shown: { what: 'One of the staffroom computers' }, reason: 'I have to book a train home before the last one is full', at: 30, days: [0, 0] },
    { asker: 'teacher', act: 'use-personal-device', facts: {}, shown: { device: 'My own drawing tablet' }, reason: 'Mending the maps for the geography wall', at: [2, '12:10'], days: [0, 30], next: [{ does: 'ask-back', by: 'head', at: [1, '08:15'], words: 'Will it be joined to the school network, or stand alone?' }] },
    { asker: 'teacher 1', act: 'use-personal-device', facts: {}, shown: { device: 'A metronome on my phone' }, reason: 'Choir practice in the hall', at: 150, days: [0, 14] },
    { asker: 'teacher', act: 'install-software', facts: {}, shown: { software: 'Spelling Orchard, from a maker of word games', device: 'The laptops of Osprey class' }, reason: 'Ten minutes of spelling a day', at: [3, '09:30'], days: [0, 240], next: [{ does: 'grant', by: 'head', at: [2, '16:00'], conditions: 'Without accounts for the children.' }] },
    { asker: 'teacher 2', act: 'install-hardware', facts: {}, shown: { item: 'A microscope with a cable', device: 'Computer 14 in the science room' }, reason: 'Pond water in Year 5', at: [8, '10:20'], days: [-9, 200], next: [{ does: 'grant', by: 'head', at: [7, '15:45'] }, { does: 'claim', by: 'it-support', at: [6, '09:00'] }, { does: 'finish', by: 'it-support', at: [5, '11:30'], words: 'It is in and shows a picture. The cable stays with it.', device: 'Computer 14' }] },
    { asker: 'teacher 3', act: 'use-social-media', facts: { place: 'school-site' }, shown: { what: 'A page of my own for Kestrel class' }, reason: 'Parents asked to see the week', at: [4, '13:00'], days: [0, 100], next: [{ does: 'refuse', by: 'head', at: [3, '08:40'], words: 'The school’s own page does this. Send three sentences to the office on Fridays.' }] },
    { asker: 'teacher 3', act: 'install-software', facts: {}, shown: { software: 'A timer that fills the screen', device: 'The class computer of Kestrel' }, reason: 'Everybody sees how long is left', at: [6, '14:20'], days: [0, 200], next: [handedOn] },
    { asker: 'support-staff 1', act: 'use-personal-device', facts: {}, shown: { device: 'My own hearing loop' }, reason: 'Meetings in the hall', at: [9, '09:00'], days: [-12, 4], next: [{ does: 'grant', by: 'head', at: [8, '15:30'], conditions: 'We look at a loop of the school’s own meanwhile.' }] },
    { asker: 'teacher 4', act: 'use-personal-device', facts: {}, shown: { device: 'My own projector' }, reason: 'The one in Heron class was dark', at: [9, '08:20'], days: [-12, 40], next: [{ does: 'grant', by: 'head', at: [9, '08:45'] }, { does: 'withdraw', by: 'head', at: [2, '15:10'], words: 'The lamp in Heron class is new.' }] },
  ],
  'day-school': [
    { asker: 'teacher 1', act: 'connect-to-network', facts: { 'device-kind': 'phone', 'device-owner': 'personal', encrypted: 'yes' }, shown: { device: 'My own phone, blue' }, reason: 'The signal in the sports hall is too weak for the register', at: 25, days: [0, 120] },
    { asker: 'teacher', act: 'publish-school-content', facts: { authorised: 'no' }, shown: { content: 'Six pictures of the chess match, none of them of a face' }, reason: 'The match was our first away win', at: 110, days: [0, 5] },
    { asker: 'teacher 2', act: 'download-software', facts: {}, shown: { software: 'A tool that draws chemical structures', device: 'Laptop 212' }, reason: 'Worksheets for Year 11', at: [3, '11:00'], days: [0, 200], next: [{ does: 'ask-back', by: 'network-manager', at: [2, '09:20'], words: 'Does it need an account, and who would keep the password?' }] },
    { asker: 'teacher 3', act: 'install-software', facts: {}, shown: { software: 'A planner for the school concert', device: 'The music office computer' }, reason: 'Ninety players and four rehearsals', at: [6, '13:40'], days: [0, 100], next: [handedOn] },
    { asker: 'teacher 1', act: 'use-remote-access', facts: { network: 'vpn' }, shown: { device: 'School laptop 188' }, reason: 'Reports while I am at the training course', at: [5, '10:10'], days: [-7, 6], next: [{ does: 'grant', by: 'network-manager', at: [4, '08:50'], conditions: 'From the school laptop alone.' }] },
    { asker: 'teacher 2', act: 'send-attachment', facts: { 'over-size-limit': 'yes' }, shown: { files: 'A film of the physics demonstration', recipients: 'Year 12' }, reason: 'They missed it for the museum trip', at: [4, '15:00'], days: [0, 5], next: [{ does: 'refuse', by: 'network-manager', at: [3, '08:30'], words: 'Put it into the shared folder of Year 12 and send them where it is.' }] },
    { asker: 'teacher', act: 'access-others-files', facts: {}, shown: { files: 'The question bank for Year 9 geography' }, named: { 'file-owner': 'teacher 4' }, reason: 'I take over the class after the holiday', at: [7, '12:20'], days: [-9, 60], next: [{ does: 'grant', by: 'teacher 4', at: [6, '16:10'], conditions: 'To read and copy. Please leave the originals as they are.' }] },
    { asker: 'teacher 5', act: 'connect-to-network', facts: { 'device-kind': 'phone', 'device-owner': 'personal', encrypted: 'yes' }, shown: { device: 'My own phone, green' }, reason: 'The fire drill list on duty', at: [9, '08:40'], days: [-12, 90], next: [{ does: 'grant', by: 'network-manager', at: [8, '09:00'] }, { does: 'withdraw', by: 'network-manager', at: [2, '14:30'], words: 'The school’s own duty phone has the list now.' }] },
  ],
  'academy-trust': [
    { asker: 'teacher', act: 'photograph-pupils', facts: { 'device-owner': 'personal', purpose: 'school-business', consent: 'parent-written' }, shown: { event: 'The science fair, this afternoon', device: 'My own camera' }, reason: 'The school camera went with the hockey team', at: 50, days: [0, 0] },
    { asker: 'teacher 3', act: 'arrange-live-session', facts: { 'arranged-with': 'school' }, shown: { group: 'Year 11 history, Thursday at four', platform: 'The school’s own meeting room', 'second-adult': 'The head of humanities' }, reason: 'Revision for those who were at the dentist’s and on trips', at: 170, days: [0, 10] },
    { asker: 'teacher 1', act: 'import-pupil-data-to-app', facts: { 'data-kind': 'pupil-data', authorised: 'no' }, shown: { software: 'A maths practice site', data: 'First names and classes of Year 8' }, reason: 'So that each starts at their own level', at: [3, '10:30'], days: [0, 200], next: [{ does: 'ask-back', by: 'head', at: [2, '08:10'], words: 'In which country does the maker keep the names, and could the pupils have numbers instead?' }] },
    { asker: 'teacher', act: 'install-software', facts: { 'device-owner': 'school' }, shown: { software: 'A score editor', device: 'The four computers in the music room' }, reason: 'Composition in Year 9', at: [4, '12:00'], days: [0, 250], next: [{ does: 'grant', by: 'head', at: [3, '16:15'], conditions: 'On these four computers alone.' }] },
    { asker: 'teacher 2', act: 'install-hardware', facts: { 'device-owner': 'school' }, shown: { item: 'A card reader for the cutter', device: 'The computer beside the workshop door' }, reason: 'Pupils bring their drawings on a card', at: [9, '09:40'], days: [-12, 200], next: [{ does: 'grant', by: 'head', at: [8, '15:20'] }, { does: 'claim', by: 'ict-lead', at: [7, '08:40'] }, { does: 'finish', by: 'ict-lead', at: [6, '10:10'], words: 'It reads cards and nothing else.', device: 'Workshop computer 2' }] },
    { asker: 'teacher 1', act: 'teach-via-personal-system', facts: { 'remote-lesson': 'yes' }, shown: { platform: 'My own account with a meeting service', event: 'Lessons on the two days when the heating is mended' }, reason: 'I know it well', at: [5, '13:30'], days: [0, 4], next: [{ does: 'refuse', by: 'deputy', at: [4, '08:25'], words: 'Use the school’s own meeting room: it keeps a list of who was there. I show you tomorrow at break.' }] },
    { asker: 'teacher 4', act: 'set-up-school-system', facts: {}, shown: { system: 'A page for the eco club', data: 'None', owner: 'I do' }, reason: 'The club wants to show what it planted', at: [6, '15:30'], days: [0, 200], next: [handedOn] },
    { asker: 'teacher 5', act: 'arrange-live-session', facts: { 'arranged-with': 'school' }, shown: { group: 'Year 10 French, with our partner school', platform: 'The school’s own meeting room', 'second-adult': 'The language assistant' }, reason: 'The exchange begins with a talk', at: [7, '11:50'], days: [-8, 5], next: [{ does: 'grant', by: 'deputy', at: [6, '08:30'], conditions: 'Cameras on at our side, no recording.' }] },
    { asker: 'teacher 6', act: 'install-hardware', facts: { 'device-owner': 'school' }, shown: { item: 'A second screen', device: 'The computer in room 12' }, reason: 'Registers beside the lesson', at: [9, '12:40'], days: [-12, 60], next: [{ does: 'grant', by: 'head', at: [8, '15:25'] }, { does: 'withdraw', by: 'head', at: [1, '15:00'], words: 'Room 12 is painted next week. Ask again when it is done.' }] },
  ],
  'prep-school': [
    { asker: 'teacher', act: 'contact-parent', facts: { channel: 'school-email', 'recipient-count': '25' }, shown: { recipients: 'The parents of 6A', 'the text of the e-mail': 'Dear parents, the museum visit begins at nine. Please send a packed lunch and a coat.' }, reason: 'The coach comes half an hour earlier than we wrote', at: 20, days: [0, 0] },
    { asker: 'teacher 1', act: 'keep-phone-on', facts: { 'phone-mode': 'low-volume', moment: 'school-hours' }, shown: { what: 'My own phone' }, reason: 'My son is at home with a fever and a sitter', at: 75, days: [0, 1] },
    { asker: 'pupil 1', act: 'bring-phone', facts: { 'device-kind': 'connected-watch' }, shown: { device: 'A watch that rings my parents' }, reason: 'I walk the last mile home alone', at: [1, '16:10'], days: [0, 200] },
    { asker: 'teacher 2', act: 'email-delicate-matter', facts: { topic: 'sensitive-matter' }, shown: { recipients: 'The parents of one pupil', text: 'Thank you for coming in. We agreed three things, and I write them down so that nothing is forgotten.' }, reason: 'They asked for it in writing', at: [2, '14:00'], days: [0, 4], next: [{ does: 'ask-back', by: 'head', at: [1, '08:35'], words: 'Could you read it to them on the telephone, and send only the three things?' }] },
    { asker: 'teacher 3', act: 'visit-site', facts: { purpose: 'teaching', content: 'inappropriate', intent: 'deliberate' }, shown: { 'addresses, class, dates and reason': 'Posters of the 1930s in the national archive, 8A, this month' }, reason: 'History: how posters turned people against their neighbours', at: [5, '11:30'], days: [-6, 18], next: [{ does: 'grant', by: 'head', at: [4, '08:20'], conditions: 'Shown by you from the board; pupils do not search themselves.' }] },
    { asker: 'teacher 2', act: 'access-others-files', facts: {}, shown: { files: 'The timetable of the swimming gala' }, named: { 'file-owner': 'teacher 4' }, reason: 'I stand in as the starter', at: [6, '09:20'], days: [0, 1], next: [handedOn] },
    { asker: 'parent', act: 'photograph-pupils', facts: { place: 'hall' }, shown: { event: 'The carol concert', device: 'My own camera' }, reason: 'A keepsake of the two of them singing', at: [4, '19:20'], days: [0, 20], next: [{ does: 'refuse', by: 'deputy', at: [3, '08:30'], words: 'Our own photographer takes pictures of every row, and you may have one of your two.' }] },
    { asker: 'teacher 5', act: 'keep-phone-on', facts: { 'phone-mode': 'low-volume', moment: 'school-hours' }, shown: { what: 'My own phone' }, reason: 'The surveyor rings about our flood', at: [8, '08:15'], days: [-9, 10], next: [{ does: 'grant', by: 'deputy', at: [8, '08:30'], conditions: 'In the staffroom and in corridors.' }, { does: 'withdraw', by: 'head', at: [2, '16:00'], words: 'You told me that the surveyor has been. Thank you.' }] },
  ],
};
