/** What was taken from somebody and goes back, and what somebody would like to record. Every word of it is invented. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { fillAccount } from '../../school/accounts/index.ts';
import { fillCustody } from '../../school/devices/index.ts';
import { fillRecording } from '../../school/images/index.ts';
import type { Role, Stage, When } from './words.ts';

interface DeviceScript {
  readonly pupil: Role;
  readonly by: Role;
  readonly at: When;
  readonly place: string;
  readonly why: string;
  readonly marks: string;
  readonly despite?: string;
  readonly back?: When;
}

/** One lies in the office now, one should have gone back by now, one went back. */
const DEVICES: Readonly<Record<string, readonly DeviceScript[]>> = {
  'prep-school': [
    { pupil: 'pupil', by: 'teacher', at: [2, '10:10'], place: 'classroom', why: 'It rang in a maths lesson.', marks: 'Grey phone, blue case', despite: 'It may come to school, but it is handed in at reception until the end of school.', back: [2, '15:50'] },
    { pupil: 'pupil 2', by: 'teacher', at: [1, '11:20'], place: 'grounds', why: 'It was out on the playing field, for the second time this week.', marks: 'Black phone, a crack in one corner' },
    { pupil: 'pupil 3', by: 'teacher 1', at: 65, place: 'hall', why: 'A game at lunch.', marks: 'White phone, no case' },
  ],
};

interface AccountScript {
  readonly person: Role;
  readonly by: Role;
  readonly at: When;
  readonly act: 'revoke-account' | 'suspend-account';
  readonly facility: string;
  readonly reason: string;
  readonly days: number | null;
  readonly askedBack?: { readonly words: string; readonly at: When };
}

/** One account that is not open, where the rules let somebody close it outside a case. */
const ACCOUNTS: Readonly<Record<string, readonly AccountScript[]>> = {
  'village-primary': [{ person: 'support-staff 2', by: 'head', at: [4, '10:30'], act: 'revoke-account', facility: 'learning-platform', reason: 'The password stood on a note beside the class computer.', days: null, askedBack: { words: 'The note is gone and I have a new password. I need the journals for the parents’ evening.', at: [1, '08:50'] } }],
  'day-school': [{ person: 'teacher 6', by: 'network-manager', at: [2, '09:15'], act: 'suspend-account', facility: 'all', reason: 'Somebody signed in with it from abroad at night. We look into it together.', days: 5 }],
};

/** One recording that waits for the last word of some, and from which one is left out. */
const RECORDINGS: Readonly<Record<string, { readonly by: Role; readonly title: string; readonly why: string; readonly place: string; readonly inDays: number; readonly people: readonly Role[]; readonly yes: readonly Role[]; readonly no: readonly Role[] }>> = {
  'prep-school': { by: 'teacher', title: 'Voices for the radio play', why: 'English: a play of our own, for those who are in it.', place: 'The music room', inDays: 9, people: ['pupil', 'pupil 1', 'pupil 3', 'pupil 4'], yes: ['pupil 1'], no: ['pupil 4'] },
};
const KEPT_DAYS = 30;

/** Takes and gives back, closes an account, and asks before a recording. Whoever is not there is left out. */
export async function dealWithBelongings(tx: Tx, stage: Stage): Promise<void> {
  const { school } = stage;
  for (const script of DEVICES[school.pack] ?? []) await takeOne(tx, stage, script);
  for (const { person: role, by: doer, at, days, askedBack, ...of } of ACCOUNTS[school.pack] ?? []) {
    const [person, by] = [stage.who(role), stage.who(doer)];
    if (person && by) await fillAccount(tx, stage, { ...of, person, by, at: stage.at(at), untilOn: days === null ? null : addDays(stage.today, days), ...(askedBack ? { askedBack: { ...askedBack, at: stage.at(askedBack.at) } } : {}) });
  }
  await askBeforeRecording(tx, stage);
}

async function takeOne(tx: Tx, stage: Stage, { pupil: role, by: doer, at, back, why, marks, despite, place }: DeviceScript): Promise<void> {
  const [pupil, by, office] = [stage.who(role), stage.who(doer), stage.who('office')];
  if (!pupil || !by) return;
  await fillCustody(tx, stage, {
    pupil, by, at: stage.at(at), kind: 'phone', place, keptIn: 'Office safe', words: { why, marks, condition: '', off: 'yes', despite: despite ?? '' },
    ...(back && office ? { back: { by: office, at: stage.at(back), name: stage.nameOf(pupil) } } : {}),
  });
}

async function askBeforeRecording(tx: Tx, stage: Stage): Promise<void> {
  const script = RECORDINGS[stage.school.pack];
  const by = script ? stage.who(script.by) : null;
  if (!script || !by) return;
  const onDay = addDays(stage.today, script.inDays);
  const known = (roles: readonly Role[]): string[] => roles.flatMap(role => stage.who(role) ?? []);
  const said = (roles: readonly Role[], says: 'yes' | 'no') => known(roles).map(person => ({ person, says, at: stage.at([1, '12:40']) }));
  await fillRecording(tx, stage, {
    by, at: stage.at([2, '12:30']), people: known(script.people), said: [...said(script.yes, 'yes'), ...said(script.no, 'no')],
    given: { title: script.title, why: script.why, place: script.place, onDay, keptWhere: 'The school’s own drive', keptUntil: addDays(onDay, KEPT_DAYS) },
    planned: { kind: 'audio', owner: 'school', device: 'laptop', purpose: 'teaching' },
  });
}
