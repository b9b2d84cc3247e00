/** The sentences about pages that came back: what is the matter, and what to do. */
import type { PageState, PartRead, Reason } from '../words.ts';

/** Why somebody has to look: `title` says what was seen, `text` what to do. */
export const REASONS: Readonly<Record<Reason, { readonly title: string; readonly text: string }>> = {
  'no-code': { title: 'No code could be read', text: 'Type the short code from the slip, or find the person by name.' },
  'unknown-code': { title: 'The code is not one of this school’s slips', text: 'Compare it with the picture, type it again, or find the person by name.' },
  'other-school': { title: 'This slip is from another school', text: 'Put it aside and send the paper to its school.' },
  'no-signature': { title: 'There is no signature', text: 'Give the slip back to be signed. If you can see a signature on the paper, take it in.' },
  'faint-signature': { title: 'The signature is very faint or very short', text: 'Look at the picture. If it is a signature, take the slip in.' },
  'who-signed': { title: 'It is not clear which parent signed', text: 'Read the name on the slip and choose who signed.' },
  'nobody-may-sign': { title: 'The school knows no parent who may sign for this child', text: 'Add the parent on the child’s page first. Then take the slip in.' },
  'box-empty': { title: 'A statement is not ticked', text: 'Ask the signer. If they agree, take the slip in; if not, give it back.' },
  'box-crossed': { title: 'A box is crossed and not ticked', text: 'It may mean yes or no. Ask the signer before you take it in.' },
  'answered-no': { title: 'A question is answered with no', text: 'The signature counts all the same, and the no is kept with it. Take it in.' },
  'no-answer': { title: 'A question has no clear answer', text: 'The signature counts. What was not answered stays off. Take it in, or ask the signer.' },
  'old-edition': { title: 'It was printed for another text than the one in force', text: 'Take it in for the edition printed on it. What is new since then is asked about again.' },
  'signed-already': { title: 'This has been signed already', text: 'Put the slip aside. The first signature counts.' },
  'not-asked': { title: 'This person is not asked to sign this policy', text: 'Look whether the right person was found. Otherwise put it aside.' },
  twice: { title: 'The same slip is in another page', text: 'Compare the two and put one aside.' },
  'has-left': { title: 'This person has left the school', text: 'Nothing is to be signed any more. Put it aside.' },
  'not-yet': { title: 'This child has not started yet', text: 'The slip is noted as received. Take it in from the first day on.' },
  'second-page': { title: 'This is a further page of a slip', text: 'The signatures are on the first page. Nothing is to be done with this one.' },
  blank: { title: 'The page is empty', text: 'It is the back of a sheet. Nothing is to be done.' },
  crooked: { title: 'The page is bent or stretched', text: 'The boxes may have been read in the wrong place. Look at the picture yourself.' },
};

export const STATES: Readonly<Record<PageState, { readonly title: string }>> = {
  clear: { title: 'Clear' }, look: { title: 'To look at' }, taken: { title: 'Taken in' }, 'said-no': { title: 'Said no' }, 'given-back': { title: 'Given back' }, aside: { title: 'Put aside' },
};

export const Reasons = ({ reasons }: { reasons: readonly Reason[] }) => (
  <ul class="paper-reasons">{reasons.map(reason => <li key={reason}><strong>{REASONS[reason].title}.</strong> {REASONS[reason].text}</li>)}</ul>
);

const ANSWERS: Readonly<Record<PartRead['answers'][number], { readonly title: string }>> = { yes: { title: 'yes' }, no: { title: 'no' }, both: { title: 'yes and no' }, none: { title: 'no answer' } };
export const answerWords = (answer: PartRead['answers'][number]): string => ANSWERS[answer].title;
