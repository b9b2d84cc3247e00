/** What accounts, and how they stand, are called. */
import type { VNode } from 'preact';
import { Chip, longDay } from '../../page-parts/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { capital } from '../policies/index.ts';
import type { Standing } from './reads.ts';
import { HERE, type Cause, type Facility, type Hold, type How, type Wanted } from './words.ts';

export const HOW: Readonly<Record<How | 'open', string>> = { open: 'Open', 'inside-only': 'Only inside the school', securing: 'Being made safe', suspended: 'Switched off', revoked: 'Taken away' };
export const CAUSE: Readonly<Record<Cause, string>> = { case: 'Decided in a case', alarm: 'Somebody else may have used it', 'lost-device': 'A device was lost or stolen', decision: 'Decided under a rule', parent: 'A parent asked for it' };
export const TO_DO: Readonly<Record<Wanted, string>> = { open: 'Switch on again', 'inside-only': 'Let it work only inside the school', suspended: 'Switch off', revoked: 'Take away' };
const DONE: Readonly<Record<Wanted, string>> = { open: 'Switched on again', 'inside-only': 'Set to work only inside the school', suspended: 'Switched off', revoked: 'Taken away' };
export const doneWords = (wanted: Wanted): string => DONE[wanted];
const TONE = { open: 'yes', 'inside-only': 'depends', securing: 'ask', suspended: 'no', revoked: 'no' } as const;
const OWN: Readonly<Record<string, string>> = { countersign: 'Countersign, this software', all: 'Everything', email: 'School e-mail', files: 'Files kept at school', network: 'The school network', internet: 'The internet at school', 'learning-platform': 'The learning platform' };

/** What a facility is called here. */
export function facilityWords(key: string, list: readonly Facility[], vocabulary: Vocabulary): string {
  const named = list.find(one => one.key === key)?.name;
  return named || OWN[key] || capital(vocabulary.facts.get('facility')?.values.get(key)?.plain ?? key);
}

export const HowChip = ({ how }: { how: How | 'open' }): VNode => <Chip tone={TONE[how]}>{HOW[how]}</Chip>;

/** How a facility stands. Of what is kept elsewhere the software only knows that nothing holds it. */
export const StandingChip = ({ standing: { facility, how } }: { standing: Pick<Standing, 'facility' | 'how'> }): VNode => (how === 'open' && facility.key !== HERE ? <Chip>Not switched off</Chip> : <HowChip how={how} />);

/** From when, and until when. */
export function SpanOf({ hold }: { hold: Pick<Hold, 'begunOn' | 'untilOn' | 'endedOn'> }): VNode {
  if (hold.endedOn !== null) return <>{longDay(hold.begunOn)} to {longDay(hold.endedOn)}</>;
  return hold.untilOn === null ? <>Since {longDay(hold.begunOn)}</> : <>Since {longDay(hold.begunOn)}, until {longDay(hold.untilOn)}</>;
}

/** What the software saw itself, and what somebody said. */
export function HowWeKnow({ standing, names }: { standing: Standing; names: ReadonlyMap<string, string> }): VNode {
  if (standing.facility.key === HERE) return <><Chip tone="measured">Measured</Chip> The software keeps this itself.</>;
  const { asked, told, cannot } = standing;
  const by = names.get(told?.by ?? '') ?? '';
  return (
    <>
      {told !== null && <><Chip tone="workflow">Reported</Chip> {doneWords(told.wanted)}, {longDay(told.on)}{by && <>, said {by}</>}. </>}
      {asked !== null && <>Asked of IT on {longDay(asked.openedOn)}, not done yet. </>}
      {cannot !== null && <>IT says that it cannot be done. {cannot.words} </>}
      {told === null && asked === null && cannot === null && <>Nobody was asked to change anything.</>}
    </>
  );
}
