/** What the rules say of a recording, whose word it needs, and how it stands. Pure. */
import { decide, type Answer, type ClauseId, type Permission, type Rulebook } from '../../../rulebook/index.ts';
import type { Asked, OwnWord, PersonState, Planned, Recording, RecordingState, Voice, Weighed, Word } from './words.ts';

const RECORD = 'record-people';
/** What is asked besides where a picture is taken, and where the device is somebody's own. */
const PICTURE = 'photograph-pupils';
const PICTURES = ['photo', 'video'];
const OWN_DEVICE = 'use-personal-device';
const OWN_PHONE = 'use-phone';

/** Every yes there could be: what is still forbidden then is forbidden outright. */
const EVERY_YES = ['everyone-recorded', 'pictured-person', 'parent', 'parent-written'];

const actsOf = ({ kind, owner, device }: Planned): string[] => [
  RECORD, ...(PICTURES.includes(kind) ? [PICTURE] : []), ...(owner === 'personal' ? [OWN_DEVICE, ...(device === 'phone' ? [OWN_PHONE] : [])] : []),
];

/** Asks the rules about everything that such a recording is, as if everybody had agreed. One no is enough to forbid it. `permissions` are those of whoever asks. */
export function weigh(rulebook: Rulebook, planned: Planned, on: string, permissions: readonly Permission[] = []): Weighed {
  const facts = { 'recording-kind': planned.kind, 'device-owner': planned.owner, 'device-kind': planned.device, purpose: planned.purpose, secret: 'no', subject: 'pupil', ...planned.facts, consent: EVERY_YES };
  const answers = actsOf(planned).map(act => ({ act, answer: decide(rulebook, { who: planned.who, act, facts, on, permissions }) }));
  const because = unique(answers.filter(({ answer }) => answer.says === 'no').flatMap(({ answer }) => answer.because));
  if (because.length > 0) return { kind: 'forbidden', because };
  const unclear = answers.filter(({ answer }) => answer.says === 'depends');
  if (unclear.length > 0) return { kind: 'unclear', missing: [...new Set(unclear.flatMap(({ answer }) => answer.missing))] };
  return {
    kind: 'open', silent: answers[0]!.answer.says === 'silent', because: unique(answers.flatMap(({ answer }) => answer.because)),
    offices: answers.filter(({ answer }) => answer.says === 'ask').flatMap(({ answer }) => answer.askGroups), asks: answers.filter(({ answer }) => answer.says === 'ask').map(({ act }) => act),
  };
}

const unique = (ids: readonly Answer['because'][number][]): ClauseId[] => [...new Set(ids)];

/** Whether the rules let somebody of these kinds record at all, once everybody agrees. Silence is not enough for a pupil. */
export const mayAskFor = (rulebook: Rulebook, who: readonly string[], on: string): boolean =>
  !who.includes('pupil') || decide(rulebook, { who, act: RECORD, facts: { consent: EVERY_YES, secret: 'no' }, on }).says === 'yes';

/**
 * Whose word somebody needs: an adult their own; a pupil their own, and a parent's too until the year group from which the
 * school takes their own alone. Where the school has not said, or the pupil's year is not known, both are asked.
 */
export function voicesFor(of: { readonly pupil: boolean; readonly yearGroup: string | null }, rule: { readonly ownWord: Pick<OwnWord, 'fromYear'> | null; readonly years: readonly string[] }): Pick<Asked, 'ownWord' | 'parentWord'> {
  if (!of.pupil) return { ownWord: true, parentWord: false };
  const [first, mine] = [rule.years.indexOf(rule.ownWord?.fromYear ?? ''), rule.years.indexOf(of.yearGroup ?? '')];
  return { ownWord: true, parentWord: first < 0 || mine < 0 || mine < first };
}

/** The parents who must each say yes for a child; null where one of them is enough. */
export type MustEach = readonly string[] | null;

/** How one person stands: every voice that is needed has said yes; one no leaves them out, and silence is no yes. */
export function personState(asked: Pick<Asked, 'ownWord' | 'parentWord'>, words: readonly Pick<Word, 'by' | 'voice' | 'says' | 'at'>[], each: MustEach = null): PersonState {
  const last = new Map<string, Pick<Word, 'by' | 'voice' | 'says'>>();
  for (const word of [...words].sort((a, b) => a.at.getTime() - b.at.getTime())) last.set(`${word.voice} ${word.by ?? ''}`, word);
  const said = [...last.values()];
  if (said.some(word => word.says === 'no')) return 'leave-out';
  const yes = (voice: Voice) => said.filter(word => word.voice === voice);
  const own = !asked.ownWord || yes('own').length > 0;
  const parent = !asked.parentWord || (each === null ? yes('parent').length > 0 : each.every(id => yes('parent').some(word => word.by === id)));
  return own && parent ? 'yes' : 'waits';
}

/** How a recording stands on a day: it may be made only on or before its day, once nobody is still to answer. `officeOpen` while an office whose yes the rules ask for has not given it. */
export function recordingState(recording: Pick<Recording, 'onDay' | 'calledOffOn' | 'goneOn'>, people: readonly PersonState[], { today, officeOpen = false }: { readonly today: string; readonly officeOpen?: boolean }): RecordingState {
  if (recording.goneOn !== null) return 'gone';
  if (recording.calledOffOn !== null) return 'called-off';
  if (today > recording.onDay) return 'over';
  if (people.length === 0) return 'nobody';
  if (people.includes('waits')) return 'waits';
  return !people.includes('yes') ? 'nobody-left' : officeOpen ? 'office' : 'agreed';
}

interface Who { readonly person: string | null; readonly offices: readonly string[] }

/** Those who look after recordings besides whoever asked. */
export const OVERSEERS = ['head', 'deputy-head', 'deputy-head-academic', 'dsl', 'dpo'] as const;
export const overseesRecordings = (reader: Who): boolean => OVERSEERS.some(office => reader.offices.includes(office));

/** Whether a reader may read a recording with its people: whoever asked, and those who look after recordings. */
export const readsRecording = (recording: Pick<Recording, 'askedBy'>, reader: Who): boolean => reader.person !== null && (recording.askedBy === reader.person || overseesRecordings(reader));

/** Whether a reader may change it: whoever asked alone, while it is to come. */
export const changesRecording = (recording: Pick<Recording, 'askedBy' | 'calledOffOn' | 'goneOn' | 'erasedAt' | 'onDay'>, reader: Who, today: string): boolean =>
  reader.person !== null && recording.askedBy === reader.person && recording.calledOffOn === null && recording.goneOn === null && recording.erasedAt === null && today <= recording.onDay;
