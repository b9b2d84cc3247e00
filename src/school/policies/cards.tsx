/** What policies put on a reader's start page: a pupil's own rules; for offices proposals that wait for them, drafts, and reviews that are overdue. */
import type { Asked, Body } from '../../platform/web/index.ts';
import { ButtonLink, Card, counted, longDay } from '../../page-parts/index.ts';
import type { Shared, StartCard } from '../feature.ts';
import { approvingBody, mayApprove, mayWrite, reviewOverdue } from './decisions.ts';
import { latestApproved, listOpenEditions, publishedPolicies, readEdition } from './reads.ts';
import { baseOf } from './views.ts';
import type { Edition, Published } from './words.ts';

export async function startCards(asked: Asked<Body>, shared: Shared): Promise<StartCard[]> {
  if (asked.reader.kinds.includes('pupil')) return rulesOfPupil(asked, shared);
  return asked.reader.offices.length === 0 ? [] : cardsOfOffice(asked, shared);
}

const MOST_RULES = 4;

/** A pupil's first line: the rules that bind them, which the pages of the youngest also read aloud. */
async function rulesOfPupil(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { kinds } = asked.reader;
  const published = await asked.remembered({ key: `published ${asked.today}`, work: tx => publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today }) });
  const young = kinds.includes('pupil-ks1');
  const binding = published.filter(({ document }) => document.front.binds.some(kind => kinds.includes(kind)));
  const mine = binding.filter(({ document }) => !young || document.front.readers === 'early-years').slice(0, MOST_RULES);
  return mine.length === 0 ? [] : [{ order: 1, card: (
    <Card title="My rules" kid={young}>
      {young ? <p class="actions">{mine.map(({ document }) => <ButtonLink key={document.id} href={`${baseOf(asked)}/${document.id}`}>{document.front.title}</ButtonLink>)}</p>
        : <ul>{mine.map(({ document }) => <li key={document.id}><a href={`${baseOf(asked)}/${document.id}`}>{document.front.title}</a></li>)}</ul>}
    </Card>
  ) }];
}

async function cardsOfOffice(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { offices } = asked.reader;
  const { waiting, drafts, overdue } = await asked.remembered({ key: `policy cards ${asked.today} ${offices.join(' ')}`, work: async tx => {
    const open = await listOpenEditions(tx);
    const published = await publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today });
    const waiting: Edition[] = [];
    const drafts: Edition[] = [];
    for (const edition of open) {
      const draft = readEdition(edition, vocabulary).document;
      const base = edition.state === 'proposed' ? await latestApproved(tx, edition.policy) : null;
      if (edition.state === 'proposed' && mayApprove(offices, approvingBody(base && readEdition(base, vocabulary).document, draft))) waiting.push(edition);
      else if (edition.state === 'draft' && mayWrite(offices, draft?.front.owner)) drafts.push(edition);
    }
    const mine = published.filter(({ document }) => mayWrite(offices, document.front.owner) || mayApprove(offices, document.front.approved?.by ?? null));
    return { waiting, drafts, overdue: mine.filter(({ document }) => reviewOverdue(document, asked.today)) };
  } });
  const base = baseOf(asked);
  return [...waitingCard(base, waiting), ...overdueCard(base, overdue), ...draftsCard(base, drafts)];
}

const waitingCard = (base: string, waiting: readonly Edition[]): StartCard[] => waiting.slice(0, 5).map(edition => ({ order: 10, card: (
  <Card title="A policy waits for your approval" tone="ask">
    <p><strong>{edition.title}</strong>, edition {edition.number}. {edition.note}</p>
    <ButtonLink href={`${base}/${edition.policy}/proposal`}>See what it changes</ButtonLink>
  </Card>
) }));

const overdueCard = (base: string, overdue: readonly Published[]): StartCard[] => (overdue.length === 0 ? [] : [{ order: 40, card: (
  <Card title={`${counted(overdue.length, 'policy', 'policies')} overdue for review`} tone="no">
    <ul>{overdue.slice(0, 8).map(({ document }) => <li key={document.id}><a href={`${base}/${document.id}`}>{document.front.title}</a>, due {longDay(document.front.review?.next ?? '')}</li>)}</ul>
  </Card>
) }]);

const draftsCard = (base: string, drafts: readonly Edition[]): StartCard[] => (drafts.length === 0 ? [] : [{ order: 60, card: (
  <Card title="Drafts of policies">
    <ul>{drafts.slice(0, 8).map(edition => <li key={edition.id}><a href={`${base}/${edition.policy}/edit`}>{edition.title}, edition {edition.number}</a>{edition.sentBack && ': sent back'}</li>)}</ul>
  </Card>
) }]);
