/** Pupils and their families: brothers and sisters, parents together and apart, and one who may not be contacted. */
import { addDays } from '../platform/days.ts';
import { addAdult, septemberOf, type Casting, type Member } from './casting.ts';
import { pick } from './names.ts';

const NEW_FAMILY_DAYS = 4;

/** Every pupil, by class in the order of the plan, and the family that has two of them. */
export interface Pupils {
  readonly byClass: readonly (readonly Member[])[];
  /** A parent with a child in the oldest class asked for and one in the youngest. */
  readonly twoCodes: { readonly parent: Member; readonly older: Member; readonly younger: Member };
}

/** Fills every class. The first family has a child in Year 8 (or the top class) and one in the youngest class. */
export function addFamilies(casting: Casting): Pupils {
  const { classes, pupilsInAClass } = casting.plan;
  const byClass: Member[][] = classes.map(() => []);
  const room = (place: number) => pupilsInAClass - byClass[place]!.length;
  const seat = (place: number, family: string): Member => {
    const child = addPupil(casting, place, family);
    byClass[place]!.push(child);
    return child;
  };
  const eight = classes.findIndex(({ yearGroup }) => yearGroup === 'Year 8');
  const top = eight >= 0 ? eight : classes.length - 1;
  const twoCodes = addFirstFamily(casting, family => [seat(top, family), seat(0, family)]);
  for (let place = 0; place < classes.length; place++) {
    while (room(place) > 0) {
      const family = casting.names.family();
      const children = [seat(place, family)];
      const siblings = classes.map((_, index) => index).filter(index => index > place && room(index) > 0);
      if (siblings.length > 0 && casting.chance() < 0.35) children.push(seat(pick(casting.chance, siblings), family));
      addParents(casting, children, family);
    }
  }
  return { byClass, twoCodes };
}

function addPupil(casting: Casting, place: number, family: string): Member {
  const { kind, ...where } = casting.plan.classes[place]!;
  const yearsHere = Math.min(place, 6);
  casting.people.push({ givenName: casting.names.given(family), familyName: family, email: null, joinedOn: septemberOf(casting.today, yearsHere), kinds: [kind], place: where });
  return casting.people.length - 1;
}

/** The family of the parent with two codes: new here this week, so that both codes are still to be signed. */
function addFirstFamily(casting: Casting, seatBoth: (family: string) => Member[]): Pupils['twoCodes'] {
  const family = casting.names.family();
  const [older, younger] = seatBoth(family) as [Member, Member];
  const parent = addAdult(casting, { kind: 'parent', family, daysHere: NEW_FAMILY_DAYS });
  const other = addAdult(casting, { kind: 'parent', family, daysHere: NEW_FAMILY_DAYS });
  for (const child of [older, younger]) {
    casting.people[child] = { ...casting.people[child]!, joinedOn: addDays(casting.today, -NEW_FAMILY_DAYS) };
    tie(casting, child, parent, 'Parent');
    tie(casting, child, other, 'Parent');
  }
  return { parent, older, younger };
}

/** Six families in ten have two parents at one address, two one parent, one is apart, one has a carer. */
function addParents(casting: Casting, children: readonly Member[], family: string): void {
  const shape = casting.chance();
  const one = addParent(casting, family);
  if (shape < 0.25) return children.forEach(child => tie(casting, child, one, shape < 0.05 ? 'Grandparent and carer' : 'Parent'));
  const apart = shape > 0.85;
  const other = addParent(casting, apart ? casting.names.family() : family);
  const isFirstApart = apart && !casting.families.some(({ noContact }) => noContact);
  for (const child of children) {
    tie(casting, child, one, 'Parent');
    tie(casting, child, other, apart ? 'Parent, lives apart' : 'Parent', { mayAgree: !isFirstApart, noContact: isFirstApart });
  }
}

const addParent = (casting: Casting, family: string): Member => addAdult(casting, { kind: 'parent', family, yearsHere: 0 });

function tie(casting: Casting, child: Member, parent: Member, relation: string, limits = { mayAgree: true, noContact: false }): void {
  casting.families.push({ child, parent, relation, ...limits });
}
