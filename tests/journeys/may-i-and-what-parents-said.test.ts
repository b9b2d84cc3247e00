import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { at, signsBeside, theFamily } from '../support/family.ts';
import { openSchool, type Client } from '../support/school.ts';

const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const asks = async (client: Client, facts: Record<string, string> = {}) =>
  words((await client.post(`${at}/may-i`, { question: 'May I let my child use internet and e-mail at school?', act: 'permit-internet-email', ...facts })).html);

test('May I knows what the parents said: no until one has said yes, and then yes to what they allowed', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum } = await theFamily(school);
    const [parent, pupil] = [await school.asPerson(mum.id), await school.asPerson(child.id)];
    match(await asks(parent), / No We need your yes[^]*what the parents have told the school so far/);
    await signsBeside(parent, child, 'Quillon Chukwu', { internet: 'yes', email: 'yes' });
    match(await asks(parent), / Yes We need your yes[^]*what the parents have told the school so far/);
    match(await asks(pupil), /what the parents have told the school so far/);
    await parent.post(`${at}/family/${child.id}/allowed/permit-internet-email--facility--email`, { answer: 'no' });
    match(await asks(pupil, { 'fact.facility': 'internet' }), / Yes We need your yes/);
    match(await asks(pupil, { 'fact.facility': 'email' }), / No We need your yes/);
    const teacher = await school.as('teacher');
    match(await asks(teacher), /May I let my child/);
    deepEqual(/what the parents have told the school/.test(await asks(teacher)), false, 'nobody else is told what a family said');
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
