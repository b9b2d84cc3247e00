import { doesNotMatch, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { sql } from '../../src/platform/database/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { at, theFamily } from '../support/family.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** A penalty of the child that the family was told of. */
async function toldOfSanction(school: TestSchool, child: string): Promise<string> {
  const [head, dsl] = [await school.asPerson(await holderOf(school, 'head')), await school.asPerson(await holderOf(school, 'dsl'))];
  const filed = await fileOne(school, { about: [child], kinds: [{ kind: 'handle-bullying', facts: {} }] });
  const here = `${at}/concerns/${filed.concerns[0]!}`;
  await caseOf(dsl, here).send('triage', { kind: 'handle-bullying', severity: 'serious', harm: 'no', illegal: 'no', intent: 'deliberate', reasons: 'A page made to hurt.' });
  const form = (await dsl.get(`${here}/sanctions/new?person=${child}`)).html;
  const provided = [...form.matchAll(/name="provided"[^>]*value="(\d+)".*?<label[^>]*>(.*?)<\/label>(?:<div[^>]*>(.*?)<\/div>)?/gs)].find(([, , label, hint]) => /for a time: the internet at school/.test(wordsOf(`${label} ${hint ?? ''}`)))![1]!;
  await dsl.post(`${here}/sanctions/new`, { person: child, provided, reason: 'A page made fun of another child.', reasons: 'On purpose.', intent: 'deliberate', startsOn: '2026-11-24', endsOn: '2026-12-01', appealBy: '2026-12-07', appealTo: 'chair-of-governors' });
  const id = [...(await dsl.get(here)).html.matchAll(/\/sanctions\/([0-9a-f-]{36})\//g)].at(-1)![1]!;
  await head.post(`${here}/sanctions/${id}/decide`, { says: 'agree', text: '' });
  equal((await dsl.post(`${here}/sanctions/${id}/told`, { on: '2026-11-23', text: 'Spoke with all of them.' })).status, 303);
  return id;
}

test('what one parent writes to the school about a child is read neither by the other parent nor by the child', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    const [first, second, pupil]: Client[] = [await school.asPerson(mum.id), await school.asPerson(dad.id), await school.asPerson(child.id)];
    const asked = await first!.post(`${at}/ask/bring-phone`, { for: child.id, 'fact.device-kind': 'phone', 'shown.device': 'A blue phone', reason: 'Mumsreason: her father is never there on Fridays', from: '2026-11-23', until: '2027-07-01' });
    const request = asked.location!.split('/').at(-1)!.split('?')[0]!;
    const head = await school.asPerson(await holderOf(school, 'head'));
    match((await head.get(`${at}/requests/${request}`)).html, /Mumsreason/, 'whoever decides reads it');
    equal((await head.post(`${at}/requests/${request}`, { says: 'grant', conditions: 'Handed in at the gate.' })).status, 303);
    const permission = (await school.read(tx => sql<{ id: string }>`select id from permission where request_id = ${request}`.execute(tx))).rows[0]!.id;
    const sanction = await toldOfSanction(school, child.id);
    equal((await first!.post(`${at}/sanctions/${sanction}/appeal`, { text: 'Mumsappeal: it was her father who let her.' })).status, 303);

    match((await first!.get(`${at}/permissions/${permission}`)).html, /Mumsreason/);
    match((await first!.get(`${at}/sanctions`)).html, /You appealed:[^]*Mumsappeal/);
    for (const client of [second!, pupil!]) {
      const [granted, decided] = [await client.get(`${at}/permissions/${permission}`), await client.get(`${at}/sanctions`)];
      match(granted.html, /Handed in at the gate/);
      match(decided.html, /Somebody has said that it is wrong/);
      doesNotMatch(granted.html + decided.html, /Mums|You appealed|Quillon/);
    }
    const hers = await pupil!.get(`${at}/my-requests/${request}`);
    match(hers.html, /A blue phone[^]*Handed in at the gate/);
    doesNotMatch(hers.html + (await pupil!.post(`${at}/may-i`, { question: 'May I bring my phone to school?' })).html, /Mums/);
    equal((await second!.get(`${at}/my-requests/${request}`)).status, 404);
    const features = featuresOf({ ...school.shared, personas: async () => [] });
    const kept = async (id: string) => JSON.stringify(await school.read(async tx => { const parts = []; for (const feature of features) parts.push(await feature.exportPerson?.(tx, id)); return parts; }));
    match(await kept(mum.id), /Mumsreason/);
    doesNotMatch(await kept(child.id), /Mums/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});
