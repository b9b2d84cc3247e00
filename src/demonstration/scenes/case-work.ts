/** How the cases of a model school were worked on: each a list of what was done and when. */
import { addDays, dayOf } from '../../platform/days.ts';
import type { Work } from '../../school/concerns/index.ts';
import type { ConcernScript } from './concern-script.ts';
import type { Role, Stage, When } from './words.ts';

export interface Parts { readonly stage: Stage; readonly dsl: string }
type Done = readonly (Work & { readonly at: Date })[];
type Person = Extract<Work, { readonly does: 'name' }>['who'];

/** Somebody named in a case; none where the school has nobody for the part. */
function named({ stage }: Parts, of: { readonly key: string; readonly part: Person['part']; readonly role: Role; readonly when: When }): Done {
  const person = stage.who(of.role);
  return person === null ? [] : [{ does: 'name', at: stage.at(of.when), who: { key: of.key, part: of.part, person, name: stage.nameOf(person), pupil: stage.classOf(person) !== '' } }];
}

const found = (severity: 'minor' | 'ordinary' | 'serious', reasons: string, more: { readonly harm?: 'yes' | 'no'; readonly intent?: 'deliberate' | 'accidental' } = {}) =>
  ({ severity, reasons, harm: more.harm ?? 'no', illegal: 'no', intent: more.intent ?? 'accidental' } as const);

/** Told by the pupil of the links: read, weighed, answered, and a talk and an action written down. */
export function inHandWork(parts: Parts, words: ConcernScript['inHand']): Done {
  const { stage, dsl } = parts;
  const name = stage.nameOf(dsl);
  return [
    { does: 'read', at: stage.at([4, '13:05']) },
    { does: 'triage', at: stage.at([4, '13:20']), found: found('serious', words.found, { intent: 'deliberate' }) },
    taken(stage.at([4, '13:21']), dsl),
    ...named(parts, { key: 'friend', part: 'harmed', role: 'pupil 3', when: [4, '13:25'] }),
    { does: 'step', at: stage.at([3, '09:10']), sort: 'talk', words: { with: ['friend'], speaker: name, on: dayOf(stage.at([3, '09:10'])), words: words.spoke, joint: 'no' }, text: words.spoke },
    { does: 'step', at: stage.at([3, '11:30']), sort: 'support', words: { for: 'friend', adult: name, plan: words.plan }, text: words.plan, owner: dsl, due: addDays(stage.today, 4), open: true },
    { does: 'step', at: stage.at([3, '15:45']), sort: 'told', words: { whom: 'The family', on: dayOf(stage.at([3, '15:45'])), words: '' }, text: 'The family' },
    { does: 'step', at: stage.at([1, '09:00']), sort: 'action', words: { what: words.todo, ownerName: '' }, text: words.todo, owner: dsl, due: addDays(stage.today, 1), open: true },
    { does: 'answer', at: stage.at([3, '12:10']), did: words.plan, answer: words.answer },
  ];
}

/** All but done: whoever was harmed is looked in on once more. */
export function bullyingWork(parts: Parts, words: ConcernScript['bullying']): Done {
  const { stage, dsl } = parts;
  const name = stage.nameOf(dsl);
  const day = (when: When) => dayOf(stage.at(when));
  const harmer = stage.who('pupil 5');
  return [
    { does: 'read', at: stage.at([8, '15:40']) },
    { does: 'triage', at: stage.at([8, '16:00']), found: found('ordinary', words.found, { intent: 'deliberate' }) },
    taken(stage.at([8, '16:01']), dsl),
    ...named(parts, { key: 'harmed', part: 'harmed', role: 'pupil 4', when: [8, '16:05'] }),
    ...named(parts, { key: 'harmer', part: 'harmed-others', role: 'pupil 5', when: [8, '16:06'] }),
    { does: 'step', at: stage.at([7, '08:45']), sort: 'talk', words: { with: ['harmer'], speaker: name, on: day([7, '08:45']), words: words.spoke, joint: 'no' }, text: words.spoke },
    { does: 'step', at: stage.at([7, '09:30']), sort: 'support', key: 'support', words: { for: 'harmed', adult: name, plan: words.plan }, text: words.plan, owner: dsl, due: stage.today, open: true },
    { does: 'step', at: stage.at([7, '09:40']), sort: 'post', key: 'post', words: { what: words.post, by: 'harmer', asked: day([7, '08:45']), result: 'asked' }, text: words.post, open: true },
    { does: 'end', at: stage.at([7, '12:00']), key: 'post', sort: 'post-removed', words: { result: 'removed', resultOn: day([7, '12:00']), note: '' }, text: '' },
    { does: 'step', at: stage.at([6, '10:00']), sort: 'amends', key: 'amends', words: { who: 'harmer', amends: words.amends, adult: name, on: day([6, '10:00']) }, text: words.amends, open: true },
    { does: 'end', at: stage.at([4, '10:00']), key: 'amends', sort: 'amends-done', words: { understood: words.amends, understoodOn: day([4, '10:00']) }, text: words.amends },
    { does: 'step', at: stage.at([6, '15:50']), sort: 'told', words: { whom: 'Both families', on: day([6, '15:50']), words: '' }, text: 'Both families' },
    ...(words.follows && harmer ? followed(parts, { person: harmer, kind: 'switch-off', ...words.follows, why: words.found, proposed: [6, '12:00'], told: [5, '08:40'], days: 3 }) : []),
  ];
}

/** Looked into, and closed with its reasons. */
export function closedWork(parts: Parts, words: ConcernScript['closed']): Done {
  const { stage, dsl } = parts;
  return [
    { does: 'read', at: stage.at([9, '09:20']) },
    { does: 'triage', at: stage.at([9, '09:45']), found: found('minor', words.found) },
    { does: 'step', at: stage.at([9, '10:30']), sort: 'action', key: 'did', words: { what: words.did, ownerName: '' }, text: words.did, owner: dsl, due: dayOf(stage.at([9, '10:30'])), open: true },
    { does: 'end', at: stage.at([8, '11:00']), key: 'did', sort: 'action-done', words: { outcome: words.did }, text: words.did },
    { does: 'close', at: stage.at([8, '11:15']), decision: words.decision, reasons: words.reasons },
  ];
}

const taken = (at: Date, owner: string): Work & { readonly at: Date } => ({ does: 'step', at, sort: 'claim', words: {}, text: '', owner, open: true });
const check = (name: string, at: Date, words: string): Work & { readonly at: Date } => ({ does: 'step', at, sort: 'check', words: { check: name, did: 'done', on: dayOf(at), words }, text: words });

/** Within the 72 hours: what it is, and recall tried. Whether the regulator is told is still to be decided. */
export const breachWork = ({ stage }: Parts, words: ConcernScript['breach'], officer: string): Done => [
  { does: 'read', at: stage.at(25 * 60) },
  { does: 'triage', at: stage.at(25 * 60 - 20), found: found('serious', words.found) },
  taken(stage.at(25 * 60 - 25), officer),
  check('recall-tried', stage.at(25 * 60 - 30), words.recall),
  { does: 'pass', at: stage.at(24 * 60), key: 'pass', text: words.found },
];

/** Over: nothing was owed to the regulator, and why. */
export const smallWork = ({ stage }: Parts, words: ConcernScript['small'], officer: string): Done => [
  { does: 'read', at: stage.at([8, '08:30']) },
  { does: 'triage', at: stage.at([8, '08:50']), found: found('minor', words.found) },
  taken(stage.at([8, '08:55']), officer),
  check('recall-tried', stage.at([8, '09:00']), words.recall),
  check('recipient-asked', stage.at([8, '09:10']), words.recall),
  check('deletion-confirmed', stage.at([8, '09:20']), words.recall),
  { does: 'step', at: stage.at([8, '09:25']), sort: 'action', key: 'did', words: { what: words.recall, ownerName: '' }, text: words.recall, owner: officer, due: dayOf(stage.at([8, '09:25'])), open: true },
  { does: 'end', at: stage.at([8, '09:26']), key: 'did', sort: 'action-done', words: { outcome: words.recall }, text: words.recall },
  { does: 'step', at: stage.at([8, '09:30']), sort: 'high-risk', words: { high: 'no', reasons: words.why, told: '', how: '' }, text: words.why },
  { does: 'pass', at: stage.at([8, '09:32']), key: 'pass', text: words.found },
  { does: 'end', at: stage.at([8, '09:38']), key: 'pass', sort: 'pass-done', words: { decision: words.decision, decider: stage.nameOf(stage.who('dpo') ?? officer), reasons: words.why }, text: words.decision },
  { does: 'clock', at: stage.at([8, '09:40']), clock: 'breach', as: 'not-needed', words: words.why },
  { does: 'close', at: stage.at([8, '10:00']), decision: words.decision, reasons: words.why },
];

/** A lost thing or a virus, told so many weekdays ago: read, weighed, and something to do until tomorrow. */
export function thingWork({ stage }: Parts, words: { readonly found: string; readonly todo: string }, weekdays: number, time: string): Done {
  const at = stage.at([weekdays, time]);
  return [
    { does: 'read', at },
    { does: 'triage', at, found: found('ordinary', words.found) },
    { does: 'step', at, sort: 'action', words: { what: words.todo, ownerName: '' }, text: words.todo, owner: stage.who('ict-lead') ?? stage.who('network-manager') ?? '', due: addDays(stage.today, 1), open: true },
  ];
}

/** What follows for somebody under a clause: put to whoever decides, agreed to, told, and begun. It ends by itself. */
function followed({ stage }: Parts, of: { readonly person: string; readonly kind: 'switch-off' | 'looked-into'; readonly clause: string; readonly reason: string; readonly why: string; readonly proposed: When; readonly told: When; readonly days: number }): Done {
  const head = stage.who('head');
  return head === null ? [] : [{
    does: 'sanction', at: stage.at(of.proposed), kind: of.kind, clause: of.clause, told: stage.at(of.told), agreed: [{ by: head, at: stage.at(of.told) }],
    proposal: { person: of.person, permanent: false, startsOn: dayOf(stage.at(of.told)), endsOn: addDays(stage.today, of.days), reviewOn: '', appealBy: addDays(stage.today, 5), appealTo: 'chair-of-governors', reason: of.reason, reasons: of.why, fits: '', intent: 'deliberate' },
  }];
}

/** Somebody's account is shut while it is looked into; IT has still to do it. */
export function accountWork(parts: Parts, words: NonNullable<ConcernScript['account']>): Done {
  const { stage } = parts;
  const person = stage.who('support-staff 3');
  return [
    { does: 'read', at: stage.at([2, '08:05']) },
    { does: 'triage', at: stage.at([2, '08:15']), found: found('ordinary', words.found) },
    ...(person === null ? [] : followed(parts, { person, kind: 'looked-into', clause: words.clause, reason: words.reason, why: words.found, proposed: [2, '08:20'], told: [2, '08:45'], days: 4 })),
  ];
}
