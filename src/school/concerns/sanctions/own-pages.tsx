/** The pages of sanctions outside a case: one’s own, the appeal, and what is switched off for whom. */
import { Button, ButtonLink, Card, Chip, Empty, ErrorSummary, longDay, Table, TextArea } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { textIn } from '../case/form-pages.tsx';
import { Spell, What, type Errors } from './pages.tsx';
import { FACILITY, STATE } from './phrases.ts';
import type { Mine, SanctionView, SwitchLine } from './reads.ts';
import type { Facility } from './words.ts';

/** What somebody was told about themselves and their children. */
export function MinePage({ list, base, today }: { list: readonly Mine[]; base: string; today: string }) {
  return (
    <>
      <h1>What was decided</h1>
      <p>Whatever stands here, you can always <a href={`${base.replace(/\/sanctions$/, '')}/tell-someone`}>tell someone</a>, read the rules, and sign in with your class.</p>
      {list.length === 0 && <Empty title="Nothing is decided about you"><p>If something is ever decided because of a broken rule, somebody tells you first. Then it stands here, with the reason and what you can do.</p></Empty>}
      {list.map(mine => <MineCard key={mine.sanction.id} mine={mine} base={base} today={today} />)}
    </>
  );
}

function MineCard({ mine: { sanction, name, theirs }, base, today }: { mine: Mine; base: string; today: string }) {
  const answer = sanction.turns.find(turn => turn.turn === 'appeal-kept' || turn.turn === 'appeal-lifted');
  const appealed = sanction.turns.find(turn => turn.turn === 'appealed');
  return (
    <Card title={name ?? 'You'}>
      <p><strong><What sanction={sanction} /></strong> <Chip>{STATE[sanction.state]}</Chip></p>
      <p><Spell sanction={sanction} /></p>
      <p><strong>Why:</strong> {sanction.words.reason}</p>
      <p>You were told on {longDay(sanction.toldOn!)}.</p>
      {theirs ? <p><strong>You appealed:</strong> {theirs}</p> : appealed && <p>Somebody has said that it is wrong.</p>}
      {answer && <p><strong>The answer:</strong> {answer.text}</p>}
      {mayStill(sanction, today) && <p><ButtonLink href={`${base}/${sanction.id}/appeal`} tone="quiet">Say that it is wrong</ButtonLink> You can do so until {longDay(sanction.appealBy!)}.</p>}
    </Card>
  );
}

const mayStill = (sanction: SanctionView, today: string): boolean => (sanction.state === 'told' || sanction.state === 'in-force') && sanction.appealBy !== null && today <= sanction.appealBy && !sanction.turns.some(turn => turn.turn === 'appealed');

export const AppealPage = ({ mine, action, back, raw, errors, hearer }: { mine: Mine; action: string; back: string; raw: Body; errors: Errors; hearer: string }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Say that it is wrong</h1>
    <p><strong><What sanction={mine.sanction} /></strong>. {mine.sanction.words.reason}</p>
    <p>What you write goes to {hearer}. You read the answer here.</p>
    <form method="post" action={action}><TextArea name="text" label="What is wrong about it?" value={textIn(raw, 'text')} error={errors['text']} /><Button>Send it</Button></form>
    <p><a href={back}>Back</a></p>
  </>
);

/** What is switched off for whom: for those who switch, and for the teachers of the class. */
export function SwitchedPage({ lines, toDo, switches }: { lines: readonly SwitchLine[]; toDo: string; switches: boolean }) {
  return (
    <>
      <h1>Switched off for somebody</h1>
      <p>{switches ? 'What was decided and has begun or ended. Why it was decided is not for this page.' : 'Pupils of your classes who are without something for a time. Why is not for this page. They can always tell someone, read the rules and sign in with their class.'}</p>
      {switches && <p class="no-print"><a href={toDo}>What IT has to switch off or on again</a></p>}
      {lines.length === 0 ? <Empty title="Nothing is switched off for anybody here" /> : <Table caption="Switched off" rows={lines}
        columns={[
          { head: 'Who', cell: line => line.name }, { head: 'What', cell: line => FACILITY[line.facility as Facility] },
          { head: 'From', cell: line => (line.from === null ? '' : longDay(line.from)) }, { head: 'Last day', cell: line => (line.until === null ? 'No last day' : longDay(line.until)) },
          { head: 'How it stands', cell: line => <SwitchState line={line} /> },
        ]} />}
    </>
  );
}

function SwitchState({ line }: { line: SwitchLine }) {
  if (line.due === 'off') return <>To be switched off</>;
  if (line.due === 'on') return <>To be switched on again</>;
  return line.inForce ? <>Off</> : <>On again</>;
}
