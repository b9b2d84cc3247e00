/** What each sort of entry is called in the chronology. Whoever adds a sort adds its name here. */
export const ENTRY_SORT: Readonly<Record<string, string>> = {
  report: 'Told',
  added: 'Added to the report',
  note: 'Note',
  'restricted-note': 'Note for a few',
  question: 'Question to whoever told it',
  answer: 'Answer of whoever told it',
  done: 'Done',
  'to-reporter': 'Said to whoever told it',
  'phone-checked': 'Looked up whether the phone may be here',
  'pictures-on-hold': 'Pictures on hold',
  shared: 'Shared',
  opened: 'Opened',
  closed: 'Closed',
  reopened: 'Opened again',
  'handed-on': 'Handed on',
};
