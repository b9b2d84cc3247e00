import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import test, { describe } from 'node:test';
import { decide, type BoundRule, type Rulebook } from '../../src/rulebook/index.ts';
import { addDays, endOfDay } from '../../src/platform/days.ts';
import { askFeature } from '../../src/school/answers.ts';
import { listPeople, readerOf } from '../../src/school/people/index.ts';
import { rulesInForce } from '../../src/school/policies/index.ts';
import { weighRequest } from '../../src/school/permissions/ask/asking.ts';
import { seated } from '../../src/school/permissions/seats.ts';
import { turn } from '../../src/school/permissions/deeds.ts';
import { findRequest, listPermissions } from '../../src/school/permissions/store.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** Every rule that says "ask", of each of the five schools: asked, decided, allowed, and over again. */
describe('every rule that says ask', { concurrency: 1 }, () => {
  const walks = (pack: string) => async () => {
    const school = await openSchool({ pack });
    try {
      const { rulebook } = await school.read(tx => rulesInForce(tx, { school: school.school, vocabulary: school.shared.vocabulary, today: school.today() }));
      const rules = rulebook.rules.filter(rule => rule.verb === 'ask' && rule.period === undefined);
      ok(rules.length > 4);
      const walked: string[] = [];
      const before = new Set<string>();
      for (const rule of rules) walked.push(await walk(school, rulebook, { rule, before }));
      deepEqual(walked, rules.map(rule => rule.clauseId));
      deepEqual(school.errors, []);
    } finally {
      await school.close();
    }
  };

  test('each ask rule of the village school is a form, somebody decides it, and the yes counts for that situation alone until its end', walks('village-primary'));
  test('each ask rule of the town school is a form, somebody decides it, and the yes counts for that situation alone until its end', walks('town-school'));
  test('each ask rule of the day school is a form, somebody decides it, and the yes counts for that situation alone until its end', walks('day-school'));
  test('each ask rule of the academy trust is a form, somebody decides it, and the yes counts for that situation alone until its end', walks('academy-trust'));
  test('each ask rule of the prep school is a form, somebody decides it, and the yes counts for that situation alone until its end', walks('prep-school'));
});

interface Asker { readonly id: string; readonly who: readonly string[] }

/** From the form to the day after the permission's last. Returns the clause. */
async function walk(school: TestSchool, rulebook: Rulebook, { rule, before }: { readonly rule: BoundRule; readonly before: Set<string> }): Promise<string> {
  const asker = await askerFor(school, rule, before);
  const facts = situationOf(rulebook, rule, asker.who, school.today());
  const about = `${rule.clauseId} ${JSON.stringify(facts)} ${asker.who.join(' ')}`;
  const id = await ask(school, { asker, rule, facts, about });
  await decideIt(school, { rulebook, id, about });
  const says = async (at: Date, person: string, who: readonly string[]) => {
    const permissions = await school.read(tx => askFeature('livePermissions', tx, person, at));
    const use = permissions.find(one => one.act === rule.subject)?.use;
    const answer = (more: object) => decide(rulebook, { who, act: rule.subject, facts, on: school.today(), permissions, ...more }).says;
    // Where no fact tells what it was given for, it counts for whoever says that it is for this, and for nothing else.
    if (use !== undefined) deepEqual([answer({}), answer({ use: '' })], ['depends', 'ask'], about);
    return answer(use === undefined ? {} : { use });
  };
  ok(['yes', 'tell'].includes(await says(school.now(), asker.id, asker.who)), `${about}: ${await says(school.now(), asker.id, asker.who)}`);
  const request = (await school.read(tx => findRequest(tx, id)))!;
  ok(['yes', 'tell'].includes(await says(new Date(endOfDay(request.until).getTime() - 1), asker.id, asker.who)), about);
  equal(await says(endOfDay(request.until), asker.id, asker.who), 'ask', about);
  const elsewhere = elsewhereOf(rulebook, rule, facts);
  if (elsewhere) notEqual(decide(rulebook, { who: asker.who, act: rule.subject, facts: elsewhere, on: school.today(), permissions: await school.read(tx => askFeature('livePermissions', tx, asker.id, school.now())) }).says, 'yes', `${about} but ${JSON.stringify(elsewhere)}`);
  return rule.clauseId;
}

/** Somebody of the school whom the rule binds, who holds no office and has not asked for the same before. */
async function askerFor(school: TestSchool, rule: BoundRule, before: Set<string>): Promise<Asker> {
  const people = await school.read(tx => listPeople(tx, { day: school.today(), limit: 2000 }));
  for (const person of people.filter(one => one.offices.length === 0 && !before.has(`${one.id} ${rule.subject}`))) {
    const reader = await school.read(tx => readerOf(tx, { person: person.id, today: school.today(), vocabulary: school.shared.vocabulary }));
    const who = reader ? [...reader.kinds, ...reader.offices] : [];
    const bound = rule.binds.kinds.length === 0 || rule.binds.kinds.some(kind => who.includes(kind));
    if (!bound || rule.binds.except.some(kind => who.includes(kind))) continue;
    before.add(`${person.id} ${rule.subject}`);
    return { id: person.id, who };
  }
  throw new Error(`${rule.clauseId}: nobody at ${school.school.name} may ask`);
}

/** A situation in which the rule asks and says why: what it names, and what the other rules want to know beside. */
function situationOf(rulebook: Rulebook, rule: BoundRule, who: readonly string[], on: string): Record<string, string> {
  const ways = (fact: string): string[] => {
    const known = rulebook.vocabulary.facts.get(fact)!;
    if (known.type === 'yes/no') return ['yes', 'no'];
    return known.type === 'enum' ? [...known.values.keys(), 'something-else'] : known.type === 'number' ? ['25', '1'] : ['2 days'];
  };
  const search = (facts: Record<string, string>, depth: number): Record<string, string> | null => {
    const weighed = weighRequest(rulebook, { who, act: rule.subject, facts, on });
    if (weighed.kind === 'ask') return weighed.because.includes(rule.clauseId) ? facts : null;
    if (weighed.kind !== 'unclear' || depth === 0) return null;
    for (const value of ways(weighed.missing[0]!)) {
      const found = search({ ...facts, [weighed.missing[0]!]: value }, depth - 1);
      if (found) return found;
    }
    return null;
  };
  const begins = rule.when.reduce<Record<string, string>[]>((all, { fact, operator, values }) => all.flatMap(facts => (operator === '>' ? [{ ...facts, [fact]: '25' }] : values.map(value => ({ ...facts, [fact]: value })))), [{}]);
  for (const facts of begins) {
    const found = search(facts, 7);
    if (found) return found;
  }
  throw new Error(`${rule.clauseId}: there is no situation in which it asks`);
}

/** The same with one fact of the rule turned another way; null where it tests none with another value. */
function elsewhereOf(rulebook: Rulebook, rule: BoundRule, facts: Record<string, string>): Record<string, string> | null {
  const test = rule.when.find(one => one.operator === '=' && rulebook.vocabulary.facts.get(one.fact)?.type === 'yes/no');
  return test ? { ...facts, [test.fact]: facts[test.fact] === 'yes' ? 'no' : 'yes' } : null;
}

interface Asked { readonly asker: Asker; readonly rule: BoundRule; readonly facts: Record<string, string>; readonly about: string }

/** Opens the form that the rule makes, fills it in and sends it. Returns the request's id. */
async function ask(school: TestSchool, { asker, rule, facts, about }: Asked): Promise<string> {
  const base = `/${school.school.slug}`;
  const client = await school.asPerson(asker.id);
  match((await client.get(`${base}/ask`)).html, new RegExp(`/ask/${rule.subject}\\?`), about);
  const query = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`fact.${fact}`, value]));
  const form = await client.get(`${base}/ask/${rule.subject}?${new URLSearchParams(query)}`);
  equal(form.status, 200, about);
  match(form.html, /name="reason"/, about);
  ok(form.html.includes(`${rule.clauseId.split('/')[1]!.replace('#', '#')}"`), `${about}: the clause stands on the form`);
  const given: Record<string, string> = { ...query, reason: 'We need it for the science week in our class', from: school.today(), until: /name="until" value="([^"]*)"/.exec(form.html)?.[1] || addDays(school.today(), 3) };
  for (const [, name] of form.html.matchAll(/name="(shown\.[^"]+)"/g)) given[unquoted(name!)] = 'What it is about';
  for (const [, name, first] of form.html.matchAll(/<select[^>]*name="(named\.file-owner)"[^>]*>.*?<option value="([0-9a-f-]{36})"/g)) given[name!] = first!;
  const empty = await client.post(`${base}/ask/${rule.subject}`, { ...given, reason: '' });
  equal(empty.status, 422, about);
  const sent = await client.post(`${base}/ask/${rule.subject}`, given);
  equal(sent.status, 303, `${about} ${sent.html.match(/<main[^]*?<\/main>/)?.[0].replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 1500) ?? ''}`);
  return sent.location!.split('/').at(-1)!.split('?')[0]!;
}

const unquoted = (text: string): string => text.replaceAll('&#39;', '’').replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** One yes of each group, from somebody who may; the conditions accepted where the rule wants that. */
async function decideIt(school: TestSchool, { rulebook, id, about }: { readonly rulebook: Rulebook; readonly id: string; readonly about: string }): Promise<void> {
  const base = `/${school.school.slug}`;
  const request = (await school.read(tx => findRequest(tx, id)))!;
  const [one] = await school.read(tx => seated(tx, [request], { rulebook, today: school.today() }));
  for (const group of one!.seats) {
    ok(group.length > 0 && group.every(seat => seat.person !== request.asker), `${about}: somebody else decides`);
    const decider = await school.asPerson(group[0]!.person);
    const list = await decider.get(`${base}/requests`);
    ok(list.html.includes(id), `${about}: it stands on the decider's list`);
    const form: Record<string, string> = { says: 'grant' };
    for (const [, name] of list.html.slice(list.html.indexOf(`id="request-${id}"`)).split('</article>')[0]!.matchAll(/name="(limit\.[^"]+|checked[A-Za-z]+)"/g)) form[name!] = name === 'checkedOn' ? school.today() : name === 'checkedUntil' ? addDays(school.today(), 365) : 'As agreed';
    equal((await decider.post(`${base}/requests/${id}`, form)).status, 303, about);
  }
  equal((await school.read(tx => findRequest(tx, id)))!.state, 'granted', about);
  const asker = await school.asPerson(request.asker!);
  const mine = await asker.get(`${base}/my-requests/${id}`);
  if (/Accept the conditions/.test(mine.html)) equal((await asker.post(`${base}/my-requests/${id}/accept`)).status, 303, about);
  // What IT has to carry out counts once it is done: tasks have their own journey.
  const [permission] = await school.read(tx => listPermissions(tx, { now: school.now(), today: school.today(), requests: [id], states: ['waiting'], limit: 1 }));
  if (permission) await school.change(tx => turn(tx, { school: school.school, by: null, at: school.now(), today: school.today() }, { permission: permission.id, turn: 'carried-out', reason: '' }));
}
