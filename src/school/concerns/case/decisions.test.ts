import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { checklist, documentsFor, factsOf, mayClose, passesTo, stepsAsked, type CaseNow } from './decisions.ts';
import type { Step, StepSort, StepWords, TriageWords } from './words.ts';

const rulesOf = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;
let count = 0;
const step = (sort: StepSort, words: StepWords = {}, state: Step['state'] = 'done', id = `s${(count += 1)}`): Step => ({ id, concern: 'c', sort, state, owner: null, due: null, words, by: 'b', at: new Date(0), doneAt: null });
const triaged = (more: Partial<TriageWords> = {}): TriageWords => ({ harm: 'no', illegal: 'no', intent: 'unknown', reasons: 'because', ...more });

interface Given { kind: string; steps?: Step[]; triage?: TriageWords; severity?: CaseNow['concern']['severity']; facts?: Record<string, string>; clocks?: CaseNow['clocks']; acted?: boolean }
const now = (pack: string, { kind, steps = [], triage, severity = 'ordinary', facts = {}, clocks = [], acted = true }: Given): CaseNow => ({
  rulebook: rulesOf(pack), concern: { kind, severity, actedAt: acted ? new Date(0) : null }, narrative: 'It happened.', steps, clocks,
  facts: factsOf({ kind, severity, told: { facts }, triage: triage ?? null, steps }),
});
const left = (of: CaseNow) => checklist(of).filter(one => !one.done).map(one => one.name);

test('a bullying case at the prep school asks for what its policy promises, each with its clause', () => {
  const steps = stepsAsked({ rulebook: rulesOf('prep-school'), kind: 'handle-bullying', facts: factsOf({ kind: 'handle-bullying', severity: 'ordinary', told: { facts: {} }, triage: null, steps: [] }) });
  deepEqual(Object.fromEntries([...steps].map(([name, [clause]]) => [name, clause!.replace('prep-school/cyberbullying#', '')])), {
    claim: 'each-report-counts', decision: 'each-report-counts', 'first-step': 'find-out-fast', narrative: 'write-it-down', told: 'report-it', support: 'help-the-child',
    talk: 'it-has-to-stop', 'talk-to-all': 'each-and-all', amends: 'make-amends', posts: 'take-it-down', 'under-policy': 'taken-gravely',
  });
});

test('bullying by phone or screen is dealt with under the anti-bullying policy, as two policies say', () => {
  deepEqual(documentsFor(rulesOf('prep-school'), 'handle-bullying'), [{ document: 'anti-bullying-policy', clauses: ['prep-school/cyberbullying#taken-gravely', 'prep-school/e-safety#bullying-is-bullying'] }]);
  deepEqual(documentsFor(rulesOf('village-primary'), 'handle-bullying'), []);
});

test('a bullying case cannot be closed before the child is helped and the one who did it was spoken to and made amends', () => {
  const people = [step('person', { part: 'harmed', name: 'Ayo' }, 'done', 'ayo'), step('person', { part: 'harmed-others', name: 'Max' }, 'done', 'max')];
  const begun = [...people, step('claim'), step('told')];
  deepEqual(left(now('prep-school', { kind: 'handle-bullying', steps: begun })), ['support', 'talk', 'amends']);
  const done = [...begun, step('support', { for: 'ayo' }), step('talk', { with: ['max'], joint: 'no' }), step('amends', { who: 'max' })];
  deepEqual(left(now('prep-school', { kind: 'handle-bullying', steps: done })), []);
  deepEqual(left(now('prep-school', { kind: 'handle-bullying', steps: done.map(one => (one.sort === 'amends' ? { ...one, state: 'open' as const } : one)) })), ['amends']);
  equal(mayClose(checklist(now('prep-school', { kind: 'handle-bullying', steps: done, severity: null }))), false);
});

test('of several who bullied, each is spoken to alone and all of them together', () => {
  const people = [step('person', { part: 'harmed', name: 'Ayo' }, 'done', 'ayo'), ...['max', 'lea'].map(id => step('person', { part: 'harmed-others', name: id }, 'done', id))];
  const steps = [...people, step('claim'), step('told'), step('support', { for: 'ayo' }), step('talk', { with: ['max', 'lea'], joint: 'yes' }), step('talk', { with: ['max'], joint: 'no' }), ...['max', 'lea'].map(who => step('amends', { who }))];
  const items = checklist(now('prep-school', { kind: 'handle-bullying', steps }));
  deepEqual(items.find(one => one.name === 'talk'), { name: 'talk', clauses: ['prep-school/cyberbullying#it-has-to-stop'], done: false, missing: ['lea'] });
  deepEqual(left(now('prep-school', { kind: 'handle-bullying', steps: [...steps, step('talk', { with: ['lea'], joint: 'no' })] })), []);
  deepEqual(left(now('prep-school', { kind: 'handle-bullying', steps: [...steps.filter(one => one.words['joint'] !== 'yes'), step('talk', { with: ['lea'], joint: 'no' })] })), ['talk-to-all']);
});

test('support that was planned where no rule asks for it is looked at again, until it is no longer needed', () => {
  const planned = (state: Step['state']) => left(now('prep-school', { kind: 'report-safeguarding-concern', steps: [step('support', { for: 'ayo' }, state)] }));
  deepEqual([planned('open'), planned('done')], [['support-done'], []]);
});

test('where a post was refused, the service provider is asked, and the post is followed until it is gone', () => {
  const post = (result: string, state: Step['state']) => step('post', { what: 'a page', result }, state);
  const asked = (steps: Step[]) => left(now('prep-school', { kind: 'handle-bullying', steps })).filter(name => name === 'posts' || name === 'provider-removal');
  deepEqual(asked([post('asked', 'open')]), ['posts']);
  deepEqual(asked([post('refused', 'open')]), ['posts', 'provider-removal']);
  deepEqual(asked([post('unable', 'open')]), ['posts', 'provider-removal']);
  deepEqual(asked([post('provider-asked', 'open')]), ['posts']);
  deepEqual(asked([post('provider-removed', 'done')]), []);
});

test('in a very grave case the police were told, or somebody wrote why not; where a child may come to harm, so was social care', () => {
  const referrals = (given: Given) => left(now('prep-school', given)).filter(name => name.startsWith('referral:'));
  deepEqual(referrals({ kind: 'handle-bullying', severity: 'serious' }), []);
  deepEqual(referrals({ kind: 'handle-bullying', severity: 'very-serious' }), ['referral:police']);
  deepEqual(referrals({ kind: 'report-safeguarding-concern', triage: triaged({ harm: 'yes' }) }), ['referral:children-social-care']);
  deepEqual(referrals({ kind: 'report-unlawful-material', triage: triaged({ illegal: 'yes' }) }), ['referral:police']);
  deepEqual(referrals({ kind: 'report-safeguarding-concern', triage: triaged({ harm: 'yes' }), steps: [step('referral', { to: 'children-social-care', referred: 'no', reasons: 'known to them already' })] }), []);
});

test('a breach at the trust is passed to the data protection officer, and closed after the decision is written', () => {
  deepEqual(passesTo(rulesOf('academy-trust'), 'report-data-breach'), { offices: ['dpo'], clause: 'academy-trust/acceptable-use#after-a-breach' });
  const breach = (more: Partial<Given>) => left(now('academy-trust', { kind: 'report-data-breach', clocks: [{ clock: 'breach', state: 'running', clauses: [] }], ...more }));
  deepEqual(breach({}), ['pass', 'clock:breach', 'high-risk']);
  deepEqual(breach({ steps: [step('pass', { to: 'dpo' }, 'open'), step('high-risk')] }), ['pass', 'clock:breach']);
  deepEqual(breach({ steps: [step('pass', { to: 'dpo' }), step('high-risk')], clocks: [{ clock: 'breach', state: 'not-needed', clauses: [] }] }), []);
});

test('each of the five forms of a breach asks for its own steps', () => {
  const form = (kind: string, trigger: string, more: Record<string, string> = {}) => checklist(now('academy-trust', { kind, facts: { trigger, ...more } })).filter(one => one.name.startsWith('form:')).map(one => [one.name, ...one.clauses.map(id => id.split('#')[1])]);
  deepEqual(form('report-data-breach', 'device-lost', { encrypted: 'no' }), ['remote-lock', 'what-was-on-it', 'loss-told'].map(name => [`form:${name}`, 'lost-equipment']));
  deepEqual(form('report-data-breach', 'third-party-hacked'), ['supplier-asked', 'whose-data', 'supplier-passwords'].map(name => [`form:${name}`, 'outside-system-hacked']));
  deepEqual(form('report-account-compromise', 'credentials-exposed'), ['password-changed', 'sessions-ended', 'misuse-looked-for'].map(name => [`form:${name}`, 'someone-has-your-password']));
  deepEqual(form('report-data-breach', 'misdirected', { intent: 'accidental' }), [['form:recall-tried', 'sent-to-the-wrong-person', 'recall-the-mail'], ['form:recipient-asked', 'sent-to-the-wrong-person'], ['form:deletion-confirmed', 'sent-to-the-wrong-person']]);
  deepEqual(form('report-data-breach', 'received-in-error'), ['sender-told', 'not-used', 'returned-or-deleted'].map(name => [`form:${name}`, 'received-by-mistake']));
});

test('a lost device that was encrypted is looked at all the same', () => {
  deepEqual(checklist(now('academy-trust', { kind: 'report-data-breach', facts: { trigger: 'device-lost', encrypted: 'yes' } })).filter(one => one.name.startsWith('form:')).map(one => [one.name, one.clauses]), [['form:remote-lock', []], ['form:what-was-on-it', []], ['form:loss-told', []]]);
});

test('a security breach at the day school has somebody who takes it and something that was done', () => {
  deepEqual(left(now('day-school', { kind: 'report-security-breach', facts: { trigger: 'breach' } })), ['claim', 'action']);
  deepEqual(left(now('day-school', { kind: 'report-security-breach', steps: [step('claim'), step('action')] })), []);
});

test('a virus at the town school is closed with what was done about it', () => {
  deepEqual(left(now('town-school', { kind: 'report-virus' })), ['action']);
});

test('a school whose rules ask for nothing more still says how serious it is, and ends what it began', () => {
  deepEqual(left(now('village-primary', { kind: 'handle-bullying', severity: null })), ['triage']);
  deepEqual(left(now('village-primary', { kind: 'handle-bullying', steps: [step('action', {}, 'open'), step('post', { result: 'asked' }, 'open')] })), ['actions-done', 'posts']);
});

test('what was written down by mistake counts for nothing', () => {
  deepEqual(left(now('day-school', { kind: 'report-security-breach', steps: [step('claim'), step('action', {}, 'mistaken')] })), ['action']);
});
