import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import { openSchool } from '../support/school.ts';

test('a class behind one address may ask and sign in at once, and one person who sends too much holds up nobody else', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const at = '/village-primary';
    const pupil = await school.as('pupil');
    for (let asked = 0; asked < 90; asked += 1) equal((await pupil.post(`${at}/may-i`, { question: 'Can I play a game online at break?' })).status, 200, `question ${asked}`);
    for (let came = 0; came < 40; came += 1) {
      const guest = school.guest();
      equal((await guest.get(`${at}/sign-in/provider`)).status, 404, 'no provider is set up here');
      equal((await guest.get(`${at}/set-password/used-up`)).status, 410);
      equal((await guest.post(`${at}/sign-in/link`, { email: `parent-${came}@homes.example` })).status, 200);
    }
    const teacher = await school.as('teacher');
    const press = `${at}/agreements/no-such-policy`;
    for (let sent = 0; sent < 60; sent += 1) await teacher.post(press, {});
    const held = await teacher.post(press, {});
    equal(held.status, 429);
    match(held.html, /Too many at once/);
    equal((await (await school.as('office')).post(press, {})).status, 404, 'somebody else goes on');
    equal((await school.guest().post(press, {})).status, 404);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});
