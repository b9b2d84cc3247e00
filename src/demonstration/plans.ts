/** How large each model school is and how its year groups are called. A pack without a plan of its own gets the primary's. */

/** A class with its year group, its phase and what its pupils are in the words of the vocabulary. */
export interface ClassPlan {
  readonly yearGroup: string;
  readonly class: string;
  readonly phase: string;
  readonly kind: string;
}

export interface Plan {
  /** The part of made-up mail addresses after the @; the ending is reserved for examples. */
  readonly mail: string;
  readonly classes: readonly ClassPlan[];
  readonly pupilsInAClass: number;
  /** Kind → how many besides those whom school.yaml names. */
  readonly adults: Readonly<Record<string, number>>;
  /** Names that the guide to the demonstration uses. */
  readonly named?: Readonly<Record<string, string>>;
}

const years = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => `Year ${from + index}`);

const classesOf = (yearGroups: readonly string[], of: { names?: readonly string[]; phase: string; kind: string }): ClassPlan[] =>
  yearGroups.map((yearGroup, index) => ({ yearGroup, class: of.names?.[index] ?? `${yearGroup.replace('Year ', '')}A`, phase: of.phase, kind: of.kind }));

const primary = (early: readonly string[], later: readonly string[]): ClassPlan[] => [
  ...classesOf(['Reception'], { names: early.slice(0, 1), phase: 'Early Years', kind: 'pupil-ks1' }),
  ...classesOf(years(1, 2), { names: early.slice(1), phase: 'Key Stage 1', kind: 'pupil-ks1' }),
  ...classesOf(years(3, 6), { names: later, phase: 'Key Stage 2', kind: 'pupil' }),
];

const LITTLE: readonly string[] = ['Acorn', 'Beech', 'Cedar'];
const JUNIOR: readonly string[] = ['Elder', 'Hazel', 'Maple', 'Rowan'];

const village: Plan = {
  mail: 'larkmead.example', classes: primary(LITTLE, JUNIOR), pupilsInAClass: 5,
  adults: { teacher: 7, 'support-staff': 6, supply: 2, governor: 5, volunteer: 2, contractor: 1 },
  named: { supply: 'Amina Rahman' },
};

export const PLANS: Readonly<Record<string, Plan>> = {
  'village-primary': village,
  'town-school': {
    mail: 'weaverstreet.example', classes: primary(['Kingfisher', 'Otter', 'Heron'], ['Falcon', 'Merlin', 'Osprey', 'Kestrel']), pupilsInAClass: 5,
    adults: { teacher: 8, 'support-staff': 7, supply: 2, governor: 5, volunteer: 2, contractor: 1 },
  },
  'day-school': {
    mail: 'wrenmoor.example', pupilsInAClass: 3,
    classes: [
      ...primary(['RA', '1A', '2A'], ['3A', '4A', '5A', '6A']),
      ...classesOf(years(7, 9), { phase: 'Key Stage 3', kind: 'pupil-senior' }),
      ...classesOf(years(10, 11), { phase: 'Key Stage 4', kind: 'pupil-senior' }),
      ...classesOf(years(12, 13), { phase: 'Sixth form', kind: 'pupil-senior' }),
    ],
    adults: { teacher: 14, 'support-staff': 6, supply: 2, ict: 1, governor: 6, volunteer: 1, contractor: 2 },
  },
  'academy-trust': {
    mail: 'threerivers.example', pupilsInAClass: 8,
    classes: [...classesOf(years(7, 9), { phase: 'Key Stage 3', kind: 'pupil-senior' }), ...classesOf(years(10, 11), { phase: 'Key Stage 4', kind: 'pupil-senior' })],
    adults: { teacher: 14, 'support-staff': 7, supply: 3, ict: 2, governor: 5, trustee: 4, volunteer: 2, visitor: 1, contractor: 1 },
  },
  'prep-school': {
    mail: 'wrenfold.example', pupilsInAClass: 5,
    classes: [
      ...classesOf(['Reception'], { names: ['Robins'], phase: 'Early Years', kind: 'pupil-ks1' }),
      ...classesOf(years(1, 2), { names: ['Wrens', 'Larks'], phase: 'Key Stage 1', kind: 'pupil-ks1' }),
      ...classesOf(years(3, 5), { phase: 'Middle school', kind: 'pupil-senior' }),
      ...classesOf(years(6, 8), { phase: 'Senior school', kind: 'pupil-senior' }),
    ],
    adults: { teacher: 10, 'support-staff': 5, supply: 2, governor: 5, volunteer: 2, photographer: 1, contractor: 1 },
  },
};

/** The plan of a pack. */
export const planOf = (pack: string): Plan => PLANS[pack] ?? village;

/** A school with about this many people, for measuring: as the village primary, with larger classes. */
export function planFor(people: number): Plan {
  // Why 2.35: each pupil comes with a good one and a third of a parent.
  return { ...village, mail: 'bench.example', pupilsInAClass: Math.max(1, Math.round((people - 60) / (2.35 * village.classes.length))), adults: { ...village.adults, teacher: 20, 'support-staff': 20 } };
}
