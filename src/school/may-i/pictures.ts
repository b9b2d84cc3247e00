/** What the school knows of recordings and of pictures on hold when somebody asks about them. */
import type { Asked } from '../../platform/web/index.ts';
import { askFeature, type AgreedRecording, type HeldBack } from '../answers.ts';
import { askRules, type Asked as Outcome, type Asking } from './asking.ts';

/** Recording people, and using or publishing their pictures. */
const RECORD = 'record-people';
const USES = ['publish-image', 'use-image', 'choose-image', 'publish-pupil-name', 'publish-school-content'];
/** What somebody says that no recording on record can mend. */
const NOT_AGREED = ['none', 'implied'];

export interface Pictures {
  /** The recordings to which everybody in them has agreed, and on which the answer stands. */
  readonly agreed: readonly AgreedRecording[];
  readonly held: HeldBack | null;
}

/** The recordings that fit what was asked: of the same kind where one was named, and not where it was said that somebody has not agreed. */
export function fitting(situation: string, recordings: readonly AgreedRecording[]): readonly AgreedRecording[] {
  const told = new URLSearchParams(situation);
  if (NOT_AGREED.includes(told.get('fact.consent') ?? '') || told.get('fact.secret') === 'yes') return [];
  const kind = told.get('fact.recording-kind');
  return recordings.filter(one => kind === null || one.kind === kind);
}

/** Asks the rules; where people are to be recorded, with what each of them has said. */
export async function askWithPictures({ read, reader, school, today, now }: Pick<Asked<unknown>, 'read' | 'reader' | 'school' | 'today' | 'now'>, asking: Asking): Promise<{ outcome: Outcome; pictures: Pictures }> {
  const outcome = askRules(asking);
  const { person } = reader;
  const act = outcome.view?.act ?? '';
  if (person !== null && USES.includes(act)) return { outcome, pictures: { agreed: [], held: await read(tx => askFeature('heldBack', tx, { school, reader })) } };
  if (person === null || act !== RECORD) return { outcome, pictures: { agreed: [], held: null } };
  const agreed = fitting(outcome.view!.situation, await read(tx => askFeature('agreedRecordings', tx, { school, person, today, now })));
  if (agreed.length === 0) return { outcome, pictures: { agreed, held: null } };
  return { outcome: askRules({ ...asking, act, facts: { ...asking.facts, consent: 'everyone-recorded', secret: 'no' } }), pictures: { agreed, held: null } };
}
