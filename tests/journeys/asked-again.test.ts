import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { adopt } from '../../src/school/policies/index.ts';
import { latestApproved } from '../../src/school/policies/index.ts';
import { formToSign } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const VISITORS_WAIT = 'Guests sign in at the gate each morning.';
const CODE = '/prep-school/agreements/staff-code';

/** The next edition of a policy: its text with one clause more, in force today. */
async function whenAClauseForGuestsIsAdded(school: TestSchool): Promise<void> {
  await school.change(async tx => {
    const edition = (await latestApproved(tx, 'staff-code'))!;
    const clause = `\n${VISITORS_WAIT} {#guests-at-the-gate}\n\n::must[sign-policy]{who="visitor supply"}\n`;
    const by = { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() };
    await adopt(tx, by, { markdown: edition.markdown + clause, inForce: school.today() });
  });
}

test('a new edition asks again only those whom its new duty binds, and shows them only that', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const [supply, teacher] = [await school.as('supply'), await school.as('teacher')];
    for (const reader of [supply, teacher]) {
      await readWhatBelongsTo(reader, CODE);
      const shown = await reader.get(CODE);
      if (shown.status === 200) await reader.post(CODE, { ...formToSign(shown.html), typedName: 'A name' });
    }
    await whenAClauseForGuestsIsAdded(school);
    match((await teacher.get(CODE)).location ?? '', /\/agreements\/seal\//);
    const again = await supply.get(CODE);
    equal(again.status, 200);
    match(again.html, new RegExp(VISITORS_WAIT));
    match(again.html, /This was not there\./);
    match(again.html, /In short, for you: [A-Z]/);
    ok(!again.html.includes('I have read this part'), 'the whole document is not shown again');
    const signed = await supply.postAndFollow(CODE, { ...formToSign(again.html), typedName: 'A name' });
    match(signed.html, /what was new \(1\)/);
    match((await supply.get('/prep-school/agreements')).html, /stands/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

test('an edition that comes into force while somebody reads is shown, not signed unseen', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const supply = await school.as('supply');
    await readWhatBelongsTo(supply, CODE);
    const open = await supply.get(CODE);
    await whenAClauseForGuestsIsAdded(school);
    const sent = await supply.post(CODE, { ...formToSign(open.html), typedName: 'A name' });
    equal(sent.status, 409);
    match(sent.html, /These rules changed while you were reading/);
    match(sent.html, new RegExp(VISITORS_WAIT));
    match(sent.html, /value="A name"/);
    equal((await supply.post(CODE, { ...formToSign(sent.html), typedName: 'A name' })).status, 303);
  } finally {
    await school.close();
  }
});

test('pressing the button twice leads to the same certificate', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const supply = await school.as('supply');
    await readWhatBelongsTo(supply, CODE);
    const form = { ...formToSign((await supply.get(CODE)).html), typedName: 'A name' };
    const [first, second] = await Promise.all([supply.post(CODE, form), supply.post(CODE, form)]);
    equal(first.status, 303);
    equal(first.location, second.location);
  } finally {
    await school.close();
  }
});
