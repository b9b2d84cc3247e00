/** Accounts that are not open: one that was taken from a teacher, one that a parent limited and IT has to set. */
import { askBack, beginHold, takeAway, type By } from '../../src/school/accounts/deeds.ts';
import type { TestSchool } from '../support/school.ts';
import { findHold, stepsOf } from '../../src/school/accounts/store.ts';
import type { Person } from './people.ts';

export function accountThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const pupil = people.get('pupil')!;
  const as = (by: Person): By => ({ school: school.school, by: people.get(by)!, at: school.now(), today: school.today(), vocabulary: school.shared.vocabulary });
  /** Something was decided about an account of this person, who asks to have it back where `asks` says so. */
  const held = async (person: string, asks: boolean): Promise<string> => school.change(async tx => {
    const id = await takeAway(tx, as('network-manager'), { person, facility: 'internet', how: 'suspended', cause: 'decision', clause: 'prep-school/cyberbullying#internet-switched-off', reason: 'Until we know what happened.', untilOn: '2027-01-08' });
    if (asks) await askBack(tx, { ...as('pupil'), by: person }, { hold: (await findHold(tx, id))!, words: 'It was not me.' });
    return id;
  });
  return {
    accountholder: async () => pupil,
    accounthold: () => held(pupil, true),
    accountheld: () => held(pupil, false),
    accountstep: () => school.change(async tx => {
      const open = async () => (await stepsOf(tx, [pupil])).find(step => step.ended === null)?.id;
      // Why several: what IT has already seen to in an earlier row needs no further step.
      for (const facility of ['email', 'network', 'learning-platform']) {
        const step = await open();
        if (step) return step;
        await beginHold(tx, as('parent'), { person: pupil, facility, how: 'inside-only', cause: 'parent', clause: 'prep-school/middle-senior-code#inside-mail-only' });
      }
      return (await open())!;
    }),
  };
}
