/** What steps, checks and results are called on the page. */
import type { Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../../policies/index.ts';
import type { AddSort } from './forms.ts';
import { TO_DO, type Item, type Part, type PostResult, type StepSort } from './words.ts';

export const PART: Readonly<Record<Part, string>> = { harmed: 'Was harmed', 'harmed-others': 'Harmed others', saw: 'Saw or heard it' };
export const RESULT: Readonly<Record<PostResult, string>> = {
  asked: 'Asked to take it down', removed: 'They took it down', refused: 'They refuse to take it down', unable: 'They cannot take it down',
  'provider-asked': 'The service provider was asked to remove it', 'provider-removed': 'The service provider removed it', 'provider-refused': 'The service provider will not remove it',
};
export const DID = { done: 'It was done', 'not-needed': 'It was not needed', failed: 'It could not be done' } as const;

export const ADD_TITLE: Readonly<Record<AddSort, string>> = {
  person: 'Name somebody who is in it', support: 'Plan support for whoever was harmed', talk: 'Write down a talk', amends: 'Write down what amends were agreed', post: 'List a harmful post',
  provider: 'Ask a service provider to help', referral: 'Police, social care or another agency', told: 'Write down who was told', [TO_DO]: 'Add something to do', check: 'Write down what was seen to',
  pass: 'Pass it on for a decision', 'high-risk': 'Must the people concerned be told?', note: 'Write a note',
};

/** How a step goes on that is open. */
export const GOES_ON: Readonly<Partial<Record<StepSort, string>>> = { support: 'Say how they are', amends: 'Say whether it is understood', post: 'Say how it stands', provider: 'Write down the answer', [TO_DO]: 'It is done', pass: 'Write down the decision' };

export const CHECK: Readonly<Record<string, string>> = {
  'remote-lock': 'The device was locked or wiped from afar', 'what-was-on-it': 'What was on it, and how it was protected', 'loss-told': 'The police, or whoever keeps lost things, were told',
  'supplier-asked': 'The supplier said what happened', 'whose-data': 'Whose data of ours the supplier held', 'supplier-passwords': 'Passwords for that system were changed',
  'password-changed': 'The password was changed', 'sessions-ended': 'The account was signed out everywhere', 'misuse-looked-for': 'Somebody looked for signs of misuse',
  'recall-tried': 'Recall was tried, and how it went', 'recipient-asked': 'Whoever got it was asked to delete it', 'deletion-confirmed': 'They confirmed that it is deleted',
  'sender-told': 'The sender was told', 'not-used': 'It was not used or passed on', 'returned-or-deleted': 'It was sent back or deleted',
  'use-looked-into': 'Somebody looked into what was done with the information', 'put-right': 'What was wrong was put right, or why nothing was', 'outcome-told': 'Whoever complained was told the outcome, and that they can go to the Information Commissioner',
  'nobody-found': 'Nobody was found who did it',
};

const ITEM: Readonly<Record<string, string>> = {
  triage: 'What it is and how serious, with the reasons', claim: 'Somebody has taken it on', 'first-step': 'A first step was taken', narrative: 'What happened is written down, and who was in it',
  told: 'Who was told of it', support: 'Support for whoever was harmed, with a named adult and a day to look again', talk: 'Whoever did it was told that it has to stop',
  'talk-to-all': 'All who did it were spoken to together', amends: 'Amends were made and understood', posts: 'Every harmful post is gone, or followed to its end',
  'provider-removal': 'The service provider was asked to remove what others would not', [TO_DO]: 'Something was done about it', 'actions-done': 'Everything that was to be done is done',
  'support-done': 'Support was looked at again, until it is no longer needed', 'provider-answer': 'The answer of the service provider', pass: 'The decision of whoever it is passed to', 'high-risk': 'Whether the people concerned must be told',
  'clock:breach': 'The regulator was told in time, or why nothing is owed', 'clock:data-complaint': 'The complaint was acknowledged in time', 'clock:subject-access': 'The request was answered in time', 'clock:erasure': 'The request was answered in time',
};

/** An item of the checklist in words. A duty of the school's own stands in the words of its clause. */
export function ItemWords({ item, vocabulary, clauseText }: { item: Item; vocabulary: Vocabulary; clauseText: string }) {
  if (item.name.startsWith('referral:')) return <>Whether {officeWords(item.name.slice(9), vocabulary)} must be brought in</>;
  if (item.name.startsWith('form:')) return <>{CHECK[item.name.slice(5)]}</>;
  if (item.name.startsWith('own:')) return <>{clauseText}</>;
  return <>{ITEM[item.name] ?? 'A time limit was kept'}</>;
}

/** Where an item is seen to: the page that adds what is missing. Null where a list below the page shows it. */
export function addressOf(item: Item, view: { readonly here: string; readonly nobodyHarmed: boolean; readonly nobodyDidIt: boolean; readonly passed: string | null; readonly clocks: readonly { readonly id: string; readonly clock: string }[] }): string | null {
  const { here } = view;
  const add = (sort: AddSort, query = '') => `${here}/add/${sort}${query}`;
  if (item.name.startsWith('referral:')) return add('referral', `?to=${encodeURIComponent(item.name.slice(9))}`);
  if (item.name.startsWith('form:')) return add('check', `?check=${encodeURIComponent(item.name.slice(5))}`);
  if (item.name.startsWith('own:')) return add('check', `?check=${encodeURIComponent(item.name)}`);
  if (item.name.startsWith('clock:')) { const clock = view.clocks.find(one => `clock:${one.clock}` === item.name); return clock ? `${here}/clocks/${clock.id}` : null; }
  switch (item.name) {
    case 'pass': return view.passed === null ? add('pass') : `${here}/steps/${view.passed}`;
    case 'triage': return `${here}/triage`;
    case 'narrative': return add('person');
    case 'support': return view.nobodyHarmed ? add('person') : add('support');
    case 'talk': case 'talk-to-all': case 'amends': return view.nobodyDidIt ? add('person') : add(item.name === 'amends' ? 'amends' : 'talk');
    case 'told': case 'action': case 'high-risk': return add(item.name);
    default: return null;
  }
}
