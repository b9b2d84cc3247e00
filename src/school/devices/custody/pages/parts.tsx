/** Parts that several pages of custody share. */
import { Chip, longDay } from '../../../../page-parts/index.ts';
import type { Body } from '../../../../platform/web/index.ts';
import type { Quoted } from '../reads.ts';
import type { CustodyState, Entry } from '../words.ts';

export type Errors = Readonly<Record<string, string>>;
export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const STATE: Readonly<Record<CustodyState, string>> = { held: 'Held', returned: 'Given back', 'handed-on': 'Handed on', struck: 'Struck out' };
const TONE = { held: 'ask', returned: 'yes', 'handed-on': 'tell', struck: 'plain' } as const;

export const StateChip = ({ state }: { state: CustodyState }) => <Chip tone={TONE[state]}>{STATE[state]}</Chip>;

/** A clause in its own words. */
export const Quote = ({ clause }: { clause: Quoted }) => (
  <blockquote class="quote"><p>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>
);

export const Quotes = ({ clauses }: { clauses: readonly Quoted[] }) => <>{clauses.map(clause => <Quote key={clause.href} clause={clause} />)}</>;

/** When it goes back and to whom, in a sentence. */
export const WhenBack = ({ entry }: { entry: Pick<Entry, 'toWhom' | 'dueOn'> }) => (entry.toWhom === 'parent'
  ? <>A parent or carer collects it, on {longDay(entry.dueOn)} or later.</>
  : <>It goes back to the pupil by the end of {longDay(entry.dueOn)}.</>);
