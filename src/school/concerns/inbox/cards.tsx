/** What concerns put on a start page: what waits to be opened, what one deals with, and what one is asked. */
import { ButtonLink, Card, counted, longMoment } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { SAFEGUARDING_OFFICE } from '../routing.ts';
import { myReports } from '../report/reads.ts';
import { countMine } from './reads.ts';
import { mineOf } from './routes.tsx';

const LOOKED_AT = 50;
/** Whose first work concerns are. */
const MAIN_WORK: readonly string[] = [SAFEGUARDING_OFFICE, 'deputy-dsl', 'dpo', 'data-protection-lead'];

export async function inboxCards(asked: Asked<Body>, shared: Shared): Promise<StartCard[]> {
  const { reader, school } = asked;
  if (reader.person === null) return [];
  const mine = await mineOf(asked, shared);
  const asking = await askingOf(asked, shared);
  const { unopened, open, next, questions } = await asked.read(async tx => ({ ...await countMine(tx, mine), questions: (await myReports(tx, asking, { limit: LOOKED_AT, offset: 0 })).rows.filter(report => report.asked) }));
  const list = `/${school.slug}/concerns`;
  return [
    ...(unopened > 0 ? [{ order: 1, card: (
      <Card title="Not opened yet" tone="ask">
        <p>{unopened === 1 ? <><strong>{counted(unopened, 'concern')}</strong> came to you and nobody has opened it.</> : <strong>{counted(unopened, 'concern')}.</strong>} {next && <>The first goes on to somebody else at {longMoment(next)}.</>}</p>
        <ButtonLink href={`${list}?state=new`}>Open</ButtonLink>
        {reader.offices.includes(SAFEGUARDING_OFFICE) && <p class="small">If a child is in danger, ring first: {shared.helpLines.slice(0, 1).map(line => <a key={line.name} href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a>)}.</p>}
      </Card>
    ) }] : []),
    // Why two places: it is the work of those who look after safety and information; with others, what their office is for comes first.
    ...(open > unopened ? [{ order: reader.offices.some(office => MAIN_WORK.includes(office)) ? 12 : 24, card: <Card title="Concerns you deal with"><p>{counted(open - unopened, 'concern')} open.</p><ButtonLink href={list} tone="quiet">See them</ButtonLink></Card> }] : []),
    // Why not to pupils: to them it is an answer like any other, and a screen that others see says nothing more.
    ...(questions.length > 0 && !reader.kinds.includes('pupil') ? [{ order: 2, card: <Card title="You are asked something" tone="ask"><p>It is about something you told the school.</p><ButtonLink href={`/${school.slug}/my-reports/${questions[0]!.id}`}>Answer</ButtonLink></Card> }] : []),
  ];
}
