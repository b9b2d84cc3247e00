/** What recordings put on a start page: questions to answer, and one's own recordings that wait, changed, or are due to be deleted. */
import { ButtonLink, Card, longDay } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askedRows, ownOpen } from './reads.ts';
import { STATE } from './pages.tsx';
import { askOf } from './routes.tsx';

const SHOWN = 4;

export const recordingCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, today, school } = asked;
  if (reader.person === null) return [];
  const base = `/${school.slug}/recordings`;
  const { waiting, own } = await asked.remembered({ key: `recordings ${today} ${reader.person} ${reader.kinds.join(' ')}`, work: async tx => ({
    waiting: (await askedRows(tx, askOf(asked, shared), { openOnly: true, limit: 50, offset: 0 })).rows.filter(row => row.waits),
    own: await ownOpen(tx, askOf(asked, shared), reader.person!),
  }) });
  return [
    ...waiting.slice(0, SHOWN).map(({ recording, askedByName, own: aboutMe }) => ({ order: 12, card: (
      <Card title={aboutMe ? 'May they record you?' : 'May they record your child?'} tone="ask"><p>{askedByName || 'Somebody'} asks: {recording.title}, on {longDay(recording.onDay)}. Until you say yes, they do not.</p><ButtonLink href={`${base}/asked/${recording.id}`}>Answer</ButtonLink></Card>
    ) })),
    ...own.filter(one => one.recording.keptUntil < today).slice(0, SHOWN).map(({ recording }) => ({ order: 12, card: (
      <Card title="A recording to delete" tone="tell"><p>{recording.title} was to be deleted by {longDay(recording.keptUntil)}.</p><ButtonLink href={`${base}/${recording.id}`} tone="quiet">Say that it is deleted</ButtonLink></Card>
    ) })),
    ...own.filter(one => one.recording.onDay >= today).slice(0, SHOWN).map(({ recording, state, leaveOut }) => ({ order: 30, card: (
      <Card title={recording.title} tone={state === 'agreed' ? 'yes' : 'ask'}><p>{STATE[state]}. {leaveOut > 0 && <>Record without those who are to be left out.</>}</p><ButtonLink href={`${base}/${recording.id}`} tone="quiet">Look at the recording</ButtonLink></Card>
    ) })),
  ];
};
