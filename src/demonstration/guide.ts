/** What is to be seen as whom, for the list of links. Every line of it is played by the scenes. */

const EVERYWHERE: Readonly<Record<string, string>> = {
  head: 'Requests that wait for a yes, one of them handed on because nobody opened it; a complaint with its days.',
  deputy: 'What falls to the deputy, and the register of permissions.',
  'ict-lead': 'A lost device, a virus, and what people ask of IT.',
  'network-manager': 'Requests that wait, what people ask of IT, and what is to be switched off or on again.',
  'it-support': 'What was granted and has to be carried out, and accounts to switch off.',
  helpdesk: 'Faults and questions that wait.',
  dsl: 'A concern that nobody has opened, one in hand with its chronology, a bullying case that is almost done, and a pupil without a name who waits for an answer.',
  'deputy-dsl': 'The same list, for whoever stands in.',
  dpo: 'A breach whose 72 hours run, one about which nothing was owed, and data that is not back.',
  'data-protection-lead': 'A breach whose 72 hours run, and one about which nothing was owed.',
  office: 'Who has signed, who has not, and who is on site.',
  chair: 'What the rules are doing today, and where there are gaps.',
  teacher: 'What became of each request, a permission that ends soon, and a note sent in confidence.',
  supply: 'What to sign before the first lesson.',
  governor: 'What the rules are doing today, and who has signed.',
  trustee: 'What the rules are doing today, and who has signed.',
  inspector: 'The policies in force and the proof, without names.',
  pupil: '“Tell someone”, and under it what an adult answered.',
  junior: '“Tell someone”, in plain words.',
  reception: '“Tell someone”, for the smallest.',
  parent: 'Each child, and a complaint under way with its days.',
};

/** Where a school has something of its own. */
const OF_PACK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'town-school': { chair: 'A concern about the head, which the head does not see.' },
  'academy-trust': { governor: 'A code to sign, and who has signed.' },
  'village-primary': { dpo: 'A breach whose 72 hours run, and one about which nothing was owed.', governor: 'A code to sign, another opinion asked for, and who has signed.' },
  'prep-school': { office: 'Who has signed, who has not, who is on site, and phones that were taken.', 'network-manager': 'An account to switch off, and what people ask of IT.', 'it-support': 'An account to switch off, and what people ask of IT.', teacher: 'A request that waits, and games open for 8A until the lesson ends.', parent: 'Two children’s codes to countersign, a request that was refused with its reason, and a complaint under way.', pupil: 'A code to sign, a game open until the lesson ends, and “tell someone” with an answer.', reception: 'Rules with pictures, read aloud.', governor: 'A policy to sign, another to give an opinion on, and who has signed.' },
};

/** Whole sentences; '' where there is nothing to say. */
export const seenAs = (pack: string, persona: string): string => OF_PACK[pack]?.[persona] ?? EVERYWHERE[persona] ?? '';
