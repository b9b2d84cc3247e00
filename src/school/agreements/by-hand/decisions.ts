/** Whether an answer given by telephone or on paper may be entered. Pure. */
import { addDays } from '../../../platform/days.ts';
import { BY_HAND_SETTINGS, type Answer, type Fault } from './words.ts';

interface Known {
  readonly today: string;
  /** Who enters it. */
  readonly clerk: string;
  /** The parents and carers of the person the rules are about. */
  readonly family: readonly string[];
  /** Who is on the staff today. */
  readonly isStaff: (person: string) => boolean;
}

export const settingOn = (day: string) => BY_HAND_SETTINGS.findLast(line => line.from <= day) ?? BY_HAND_SETTINGS[0]!;

/** The first thing that speaks against it, or null. Nobody enters, hears or witnesses an answer of their own or of their own child. */
export function faultOf(answer: Pick<Answer, 'by' | 'person' | 'heardBy' | 'witness' | 'channel' | 'givenOn'>, known: Known): Fault | null {
  const { by, person, heardBy, witness } = answer;
  const setting = settingOn(known.today);
  const helpers = [known.clerk, heardBy, ...(witness ? [witness] : [])];
  if (helpers.some(one => one === by || one === person)) return 'own';
  if (helpers.some(one => known.family.includes(one))) return 'family';
  if (witness !== null && witness === heardBy) return 'same';
  if (witness === null && setting.needsWitness.includes(answer.channel)) return 'witness';
  if (helpers.some(one => !known.isStaff(one))) return 'not-staff';
  if (answer.givenOn > known.today) return 'future';
  return answer.givenOn < addDays(known.today, -setting.daysBack) ? 'too-old' : null;
}
