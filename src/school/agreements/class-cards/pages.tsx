/** The cards of a class: who has one, making them, and what to do when one is lost or locked. */
import { Button, Chip, counted, longDay, longMoment, Note, Table } from '../../../page-parts/index.ts';
import type { ClassCard } from '../../../sign-in/index.ts';

interface CardRow {
  readonly id: string;
  readonly name: string;
  readonly card: ClassCard | null;
}

export interface CardsProps {
  readonly slug: string;
  readonly class: string;
  readonly children: readonly CardRow[];
}

export const cardsHref = (of: { slug: string; class: string }, more = ''): string => `/${of.slug}/agreements/class/${encodeURIComponent(of.class)}/cards${more}`;

const Press = ({ action, name, value, children, whom }: { action: string; name: string; value: string; children: string; whom: string }) => (
  <form method="post" action={action}><input type="hidden" name={name} value={value} /><button class="link-button" type="submit">{children}<span class="govuk-visually-hidden"> ({whom})</span></button></form>
);

const State = ({ card }: { card: ClassCard | null }) =>
  card === null ? <Chip>no card</Chip> : card.lockedAt ? <><Chip tone="no">locked</Chip> after too many wrong tries</> : <><Chip tone="yes">works</Chip> until {longDay(card.expiresOn)}</>;

export function CardsPage(props: CardsProps) {
  const { children } = props;
  const missing = children.filter(child => child.card === null).length;
  return (
    <>
      <h1>Class cards: {props.class}</h1>
      <p class="lede">The youngest sign in with a card: a camera reads its square, then the child presses three pictures in the right order. No name, no typing.</p>
      <Table caption="Who has a card" hideCaption rows={children} columns={[
        { head: 'Child', cell: row => row.name },
        { head: 'Card', cell: row => <State card={row.card} /> },
        { head: 'Last used', cell: row => (row.card?.lastUsedAt ? longMoment(row.card.lastUsedAt) : '–') },
        { head: 'Do', cell: row => (
          <div class="no-print">
            <Press action={cardsHref(props, '/make')} name="whose" value={row.id} whom={row.name}>{row.card ? 'Make a new one' : 'Make a card'}</Press>
            {row.card?.lockedAt && <Press action={cardsHref(props, '/unlock')} name="child" value={row.id} whom={row.name}>Unlock</Press>}
            {row.card && <Press action={cardsHref(props, '/end')} name="child" value={row.id} whom={row.name}>Lost: stop this card</Press>}
          </div>
        ) },
      ]} />
      <div class="actions no-print">
        {missing > 0 && <form method="post" action={cardsHref(props, '/make')}><input type="hidden" name="whose" value="missing" /><Button>{missing === children.length ? 'Make cards for the class (PDF)' : `Make ${counted(missing, 'missing card')} (PDF)`}</Button></form>}
        {missing < children.length && <a href={cardsHref(props, '/again')}>Make all cards again</a>}
      </div>
      <Note title="Good to know">
        <p>The paper comes once. What stands on it is kept nowhere, so a lost card cannot be printed again: make a new one, and the old one stops.</p>
        <p>A card opens the child’s own pages for an hour and a half. It ends with the school year. After five wrong tries it is locked until you open it here.</p>
      </Note>
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print this list</button>
    </>
  );
}

/** Asks once more, for every card of the class stops. */
export const AgainPage = (props: CardsProps) => (
  <>
    <h1>Make all cards again?</h1>
    <p class="lede">{counted(props.children.length, 'child of this class gets a new card', 'children of this class get new cards')}. The cards they have now stop working at once.</p>
    <form method="post" action={cardsHref(props, '/make')}>
      <input type="hidden" name="whose" value="all" />
      <div class="actions"><Button tone="warn">Make all again (PDF)</Button><a href={cardsHref(props)}>Leave them as they are</a></div>
    </form>
  </>
);
