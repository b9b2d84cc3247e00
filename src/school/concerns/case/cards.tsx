/** What case work puts on a start page: the clocks that run, and what somebody took on themselves to do. */
import { ButtonLink, Card, counted, longDay } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { clockName, Left } from '../clocks/pages.tsx';
import { clocksFor } from '../clocks/reads.ts';
import { GOES_ON } from './phrases.tsx';
import { dutiesOf, type Duty } from './reads.ts';
import { TO_DO } from './words.ts';

const SHOWN = 4;
/** A start page has room for the beginning; the whole stands in the case. */
const MOST_LETTERS = 90;

/** What was written down to do, as its writer put it; otherwise how that sort of step goes on. */
const DutyWords = ({ duty: { what, sort } }: { duty: Duty }) => (what === '' ? <>{sort === TO_DO ? 'Something to do' : GOES_ON[sort] ?? 'Something to do'}</> : <>{what.length > MOST_LETTERS ? `${what.slice(0, MOST_LETTERS).trimEnd()}…` : what}</>);

export const caseCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null || (reader.offices.length === 0 && !reader.kinds.includes('staff'))) return [];
  const lock = await lockFor(shared, school);
  const { clocks, duties } = await asked.read(async tx => ({ clocks: await clocksFor(tx, asked, lock), duties: await dutiesOf(tx, asked, lock) }));
  const base = `/${school.slug}/concerns`;
  return [
    ...(clocks.length === 0 ? [] : [{ order: 4, card: (
      <Card title="Clocks that run" tone="ask">
        <ul>{clocks.slice(0, SHOWN).map((one, at) => <li key={at}><a href={`${base}/${one.concern}`}>{one.code}</a>: {clockName(one.clock, one.what)}. <Left dueAt={one.dueAt} now={asked.now} /></li>)}</ul>
        {clocks.length > SHOWN && <p>{counted(clocks.length - SHOWN, 'more clock')} after these.</p>}
      </Card>
    ) }]),
    ...(duties.length === 0 ? [] : [{ order: 6, card: (
      <Card title="To do in concerns" tone="tell">
        <ul>{duties.slice(0, SHOWN).map((one, at) => <li key={at}><a href={`${base}/${one.concern}/steps/${one.step}`}><DutyWords duty={one} /></a>{one.due && <>, by {longDay(one.due)}</>} <span class="mono nowrap">{one.code}</span></li>)}</ul>
        <ButtonLink href={base} tone="quiet">All concerns</ButtonLink>
      </Card>
    ) }]),
  ];
};
