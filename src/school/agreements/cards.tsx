/** What agreements shows on a reader's start page. */
import { ButtonLink, Card, counted, Figure } from '../../page-parts/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import type { StartCard } from '../feature.ts';
import { inStepRemembered, placeOf } from './in-step.ts';
import { waitingIn, type FamilyProps } from './pages/family.tsx';
import { AskCard, type ToSign } from './pages/mine.tsx';
import { registerHref } from './pages/register.tsx';
import { countsOf, listAsks, registerRows } from './reads.ts';
import { familyView } from './family/view.ts';
import { keepsRegister, toSignOf } from './views.ts';
import { WORTH_A_SITTING } from './sitting/decisions.ts';
import { FamilySittingCard } from './sitting/family/pages.tsx';
import { SittingCard } from './sitting/pages.tsx';
import type { PolicyCounts } from './words.ts';

const MOST_CARDS = 3;
const MOST_NAMES = 5;

/** What I am asked to sign; for a parent each child; for those who keep the register who is missing; for governors the counts. */
export const startCards = ({ vocabulary }: { readonly vocabulary: Vocabulary }) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null) return [];
  const keeper = keepsRegister(reader);
  const counting = keeper || ['governor', 'trustee'].some(kind => reader.kinds.includes(kind)) || reader.offices.includes('chair-of-governors');
  const known = await inStepRemembered(asked, vocabulary, { key: `signature cards ${reader.person} ${counting}`, work: async tx => {
    const place = placeOf(asked, vocabulary);
    const mine = (await toSignOf(tx, await listAsks(tx, [reader.person!]), { place, offices: reader.offices })).filter(card => !card.ask.signedOn);
    const family = reader.kinds.includes('parent') ? await familyView(tx, { reader, place, week: false }) : null;
    const counts = counting ? await countsOf(tx, asked.today) : [];
    const late = keeper && counts.some(row => row.overdue > 0) ? await registerRows(tx, { today: asked.today, state: 'overdue', sort: 'due', down: false, limit: MOST_NAMES, offset: 0 }) : [];
    return { mine, family, counts, names: late.map(row => row.name) };
  } });
  return [...ownCards(school.slug, known.mine, reader.kinds.includes('pupil-ks1')), ...familyCards(school.slug, known.family), ...countCards(school.slug, known.counts, { names: known.names, keeper })];
};

function ownCards(slug: string, mine: readonly ToSign[], kid: boolean): StartCard[] {
  const cards: StartCard[] = mine.slice(0, MOST_CARDS).map(item => ({ order: 10, card: <AskCard slug={slug} item={item} kid={kid} /> }));
  const inWalk = mine.filter(item => item.state !== 'declined').length;
  if (!kid && inWalk >= WORTH_A_SITTING) cards.unshift({ order: 9, card: <SittingCard slug={slug} count={inWalk} /> });
  const rest = mine.length - MOST_CARDS;
  return rest > 0 ? [...cards, { order: 11, card: <Card title={`And ${counted(rest, 'more to sign', 'more to sign')}`}><ButtonLink href={`/${slug}/agreements`} tone="quiet">See them all</ButtonLink></Card> }] : cards;
}

function familyCards(slug: string, family: FamilyProps | null): StartCard[] {
  if (!family) return [];
  const waiting = waitingIn(family.children);
  const together: StartCard[] = waiting >= WORTH_A_SITTING ? [{ order: 4, card: <FamilySittingCard slug={slug} count={waiting} /> }] : [];
  return [...together, ...family.children.map(child => {
    const open = child.rules.filter(rules => rules.toSign);
    return {
      order: 5, card: (
        <Card title={child.name} tone={open.length > 0 ? 'ask' : 'yes'}>
          <p>{open.length > 0 ? `${counted(open.length, 'set of rules', 'sets of rules')} to read and countersign: ${open.map(rules => rules.policy.title).join(', ')}.` : 'Nothing to sign just now.'}</p>
          <ButtonLink href={open[0] ? `/${slug}/family/${child.id}/${open[0].ask.policy}` : `/${slug}/family`} tone={open[0] ? 'main' : 'quiet'}>{open[0] ? 'Read and sign' : 'My family'}</ButtonLink>
        </Card>
      ),
    };
  })];
}

function countCards(slug: string, counts: readonly PolicyCounts[], of: { names: readonly string[]; keeper: boolean }): StartCard[] {
  if (counts.length === 0) return [];
  const sum = (what: 'bound' | 'signed' | 'waiting' | 'overdue' | 'declined') => counts.reduce((total, row) => total + row[what], 0);
  const href = (state: 'waiting' | 'overdue' | 'declined') => (of.keeper && sum(state) > 0 ? { href: registerHref(slug, { state }) } : {});
  const card = (
    <Card title="Signatures">
      <p>{sum('signed').toLocaleString('en-GB')} of {sum('bound').toLocaleString('en-GB')} are in.</p>
      <div class="figures">
        <Figure value={sum('waiting')} label="waiting" {...href('waiting')} />
        <Figure value={sum('overdue')} label="overdue" {...href('overdue')} {...(sum('overdue') > 0 ? { tone: 'bad' as const } : {})} />
        <Figure value={sum('declined')} label="declined: talk" {...href('declined')} {...(sum('declined') > 0 ? { tone: 'warn' as const } : {})} />
      </div>
      {of.names.length > 0 && <p>Longest overdue: {of.names.join(', ')}.</p>}
      <ButtonLink href={`/${slug}/agreements/register`} tone="quiet">Who has signed</ButtonLink>
    </Card>
  );
  return [{ order: 20, card }];
}
