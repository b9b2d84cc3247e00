/** The pages of the questions that people asked. */
import { Button, counted, Empty, longDay } from '../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../registers/index.ts';
import type { KeptQuestion } from './reads.ts';

const VERDICT_CHOICES = [
  { value: '', text: 'Every answer' }, { value: 'silent', text: 'The rules do not say' }, { value: 'unclear', text: 'Not understood' },
  { value: 'depends', text: 'It depends' }, { value: 'ask', text: 'Ask first' }, { value: 'no', text: 'No' }, { value: 'tell', text: 'Tell' }, { value: 'yes', text: 'Yes' },
];

export const keptFields = (): Fields => ({ search: { label: 'Words' }, filters: [{ name: 'says', label: 'Answer', choices: VERDICT_CHOICES }] });

export const keptColumns = (slug: string): ListColumn<KeptQuestion>[] => [
  { head: 'Asked on', inFile: row => row.askedOn }, { head: 'Question', inFile: row => row.words }, { head: 'Act', inFile: row => row.act }, { head: 'Answer', inFile: row => row.says },
  { head: 'Question', cell: row => row.words },
  { head: 'Answer', cell: row => VERDICT_CHOICES.find(choice => choice.value === row.says)?.text ?? row.says },
  { head: 'Asked on', cell: row => longDay(row.askedOn) },
  { head: 'Remove', cell: row => <form method="post" action={`/${slug}/may-i/questions/remove`}><input type="hidden" name="id" value={row.id} /><button class="link-button" type="submit">Remove<span class="govuk-visually-hidden"> “{row.words}”</span></button></form> },
];

/** What people asked: for those who write the policy, so that they see what it does not say. */
export const QuestionsPage = ({ slug, list }: { slug: string; list: Listed<KeptQuestion> }) => (
  <>
    <h1>What people asked</h1>
    <p class="lede">Kept by day, never with the asker. What the rules do not say is what the next edition might.</p>
    <List list={list} caption={counted(list.total, 'question')} empty={<NoQuestions slug={slug} chosen={list.search !== '' || list.chosen['says'] !== ''} />} />
  </>
);

/** Asks once more, for a removed question does not come back. */
export const RemovePage = ({ slug, id, words }: { slug: string; id: string; words: string }) => (
  <>
    <h1>Remove this question?</h1>
    <p class="lede">“{words}”</p>
    <p>Remove it where its words say too much about somebody. It cannot be brought back. The logbook notes that a question was removed, not what it said.</p>
    <form method="post" action={`/${slug}/may-i/questions/remove`} class="actions">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sure" value="yes" />
      <Button tone="warn">Remove it</Button>
      <a href={`/${slug}/may-i/questions`}>Keep it</a>
    </form>
  </>
);

const NoQuestions = ({ slug, chosen }: { slug: string; chosen: boolean }) => (chosen
  ? <Empty title="No question fits"><p><a href={`/${slug}/may-i/questions`}>Show all of them</a></p></Empty>
  : <Empty title="No questions yet"><p>They appear here from the first one on.</p></Empty>);
