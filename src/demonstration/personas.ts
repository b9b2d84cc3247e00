/** The people of the demonstration whom a visitor may be, each by one link. */
import type { Casting, Member } from './casting.ts';
import type { Pupils } from './families.ts';

export interface Persona {
  /** `head`, `supply`, `parent`: the same name in every school that has one. */
  readonly persona: string;
  readonly person: Member;
  /** As the list of links says it: "supply teacher". */
  readonly role: string;
}

/** Personas who hold an office: the persona, the offices that fit (the first one held counts), and what to call them. */
const HOLDERS: readonly (readonly [string, readonly string[], string])[] = [
  ['head', ['head'], 'head'],
  ['deputy', ['deputy-head', 'deputy-head-academic'], 'deputy head'],
  ['ict-lead', ['ict-lead'], 'ICT lead'],
  ['network-manager', ['network-manager'], 'network manager'],
  ['dsl', ['dsl'], 'designated safeguarding lead'],
  ['dpo', ['dpo'], 'data protection officer'],
  ['office', ['office'], 'school office'],
  ['chair', ['chair-of-governors'], 'chair of governors'],
];

/** Personas by what they are, each somebody who holds no office. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ['teacher', 'teacher', 'teacher'],
  ['supply', 'supply', 'supply teacher'],
  ['governor', 'governor', 'governor'],
  ['trustee', 'trustee', 'trustee'],
  ['inspector', 'inspector', 'inspector, for 48 hours'],
];

/** Every persona this school has, in the order of the list. */
export function personasOf(casting: Casting, pupils: Pupils): Persona[] {
  const held = new Set(casting.offices.map(({ person }) => person));
  const holders = HOLDERS.flatMap(([persona, offices, role]) => {
    const found = offices.flatMap(office => casting.offices.filter(holding => holding.office === office))[0];
    return found ? [{ persona, person: found.person, role }] : [];
  });
  const plain = KINDS.flatMap(([persona, kind, role]) => {
    const person = casting.people.findIndex(({ kinds, leftOn }, index) => kinds.includes(kind) && !held.has(index) && (leftOn === undefined || leftOn >= casting.today));
    return person < 0 ? [] : [{ persona, person, role }];
  });
  return [...holders, ...plain, ...familyPersonas(casting, pupils)];
}

function familyPersonas(casting: Casting, { twoCodes }: Pupils): Persona[] {
  const yearOf = (member: Member) => casting.people[member]!.place!.yearGroup;
  const classOf = (member: Member) => casting.people[member]!.place!.class;
  const young = yearOf(twoCodes.younger) === 'Reception' ? [{ persona: 'reception', person: twoCodes.younger, role: `Reception class (${classOf(twoCodes.younger)})` }] : [];
  return [
    { persona: 'pupil', person: twoCodes.older, role: `${yearOf(twoCodes.older)} pupil` },
    ...young,
    { persona: 'parent', person: twoCodes.parent, role: `parent of a ${yearOf(twoCodes.older)} pupil and a ${yearOf(twoCodes.younger)} pupil` },
  ];
}
