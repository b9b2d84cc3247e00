/** What the scenes say, school by school. Every word of it is invented. */

interface Script {
  readonly posters: readonly { readonly policy: string; readonly title: string; readonly audience: string; readonly places: readonly { readonly place: string; readonly up: number; readonly checked?: number }[]; readonly retired?: number }[];
  readonly questions: readonly { readonly policy: string; readonly clause: string; readonly asked: string; readonly days: number; readonly answer?: { readonly words: string; readonly answer: string } }[];
  readonly trips: readonly TripScript[];
}

export interface TripScript {
  readonly title: string;
  readonly place: string;
  /** In so many days; below zero it is over. */
  readonly inDays: number;
  readonly class: string;
  /** Whose phones: of adults who go along, or of pupils. The first is decided with these words, the others wait. */
  readonly phones: 'adults' | 'pupils';
  readonly words: string;
}

export const SCRIPTS: Readonly<Record<string, Script>> = {
  'village-primary': {
    posters: [
      { policy: 'staff-code', title: 'Phones and photographs at school', audience: 'visitor', places: [{ place: 'Front desk', up: 60, checked: 6 }, { place: 'Staffroom door', up: 60, checked: 6 }, { place: 'Hall, beside the stage', up: 45 }] },
      { policy: 'staff-code', title: 'Before you log in', audience: 'staff', places: [{ place: 'Library', up: 70, checked: 40 }, { place: 'Kitchen corridor', up: 70 }], retired: 10 },
    ],
    questions: [
      { policy: 'staff-code', clause: 'private-calls', asked: 'Does this also go for a call from my own child’s school?', days: 12, answer: { words: 'May I take a call from my own child’s school?', answer: 'Yes. Give the number of our office to that school. The office fetches you, and somebody sits with your class.' } },
      { policy: 'staff-code', clause: 'phones-on-trips', asked: 'Who puts me on the trip’s phone list when I only learn on the day that I go along?', days: 2 },
    ],
    trips: [
      { title: 'Rowan class at the watermill', place: 'The watermill and its meadow', inDays: 8, class: 'Rowan', phones: 'adults', words: 'Keep it in your bag and use it for safety only.' },
      { title: 'Maple class at the farm', place: 'A farm in the next valley', inDays: -10, class: 'Maple', phones: 'adults', words: 'Yes, for the walk along the lane.' },
    ],
  },
  'prep-school': {
    posters: [
      { policy: 'middle-senior-code', title: 'How we behave online', audience: 'pupil-senior', places: [{ place: 'Computer room', up: 50, checked: 5 }, { place: 'Library', up: 50, checked: 5 }, { place: 'Senior common room', up: 30 }] },
      { policy: 'early-years-ks1-code', title: 'My rules for the iPad', audience: 'pupil-ks1', places: [{ place: 'Robins’ classroom', up: 65, checked: 33 }, { place: 'Wrens’ classroom', up: 65 }], retired: 9 },
    ],
    questions: [
      { policy: 'mobile-devices', clause: 'staff-phone-silent', asked: 'Is a watch that shows messages a phone?', days: 11, answer: { words: 'Is a watch that shows messages a phone?', answer: 'Treat it like one between the first bell and the last: switch its messages off.' } },
      { policy: 'mobile-devices', clause: 'phones-on-trips', asked: 'May a pupil ring home from the coach when we are late?', days: 2 },
    ],
    trips: [
      { title: 'Year 8 at the canal museum', place: 'The canal museum', inDays: 8, class: '8A', phones: 'pupils', words: 'At lunch, for ten minutes.' },
      { title: 'Year 7 at the lighthouse', place: 'The lighthouse on the point', inDays: -10, class: '7A', phones: 'pupils', words: 'On the coach home.' },
    ],
  },
};
