import { test } from 'node:test';
import { pagesOf } from './pages-of.ts';

pagesOf('people', ({ open }) => {
  test('visitors, as the school sees them', async () => {
    await open({ as: 'head' }, [['visitors-past', '/prep-school/visitors/past'], ['visitors-left', '/prep-school/visitors?show=left'], ['visitors-expected-today', '/prep-school/visitors?show=expected'], ['start-visitors', '/prep-school'],
      ['kiosks', '/prep-school/visitors/kiosks'], ['visitors', '/prep-school/visitors'], ['visitors-fire', '/prep-school/visitors/fire'],
    ]);
    await open({ as: 'teacher' }, [['visitors-expected', '/prep-school/visitors/expected?x={expectedvisit}']]);
    await open({ as: 'network-manager' }, [['wifi-given', '/prep-school/visitors/wifi'], ['wifi-add', '/prep-school/visitors/wifi/add']]);
  });

  test('corrections to people', () => open({ as: 'office' }, [
    ['person-name', '/prep-school/people/{person}/name'], ['person-tie', '/prep-school/people/{child}/family/{parent}'],
    ['family-record-plain', '/prep-school/people/{child}/family-record'], ['family-queries-none', '/prep-school/people/family-queries'],
  ]));

  test('people who move', () => open({ as: 'office' }, [
    ['year-groups', '/prep-school/people/years'], ['pupil-codes', '/prep-school/agreements/pupil-codes'], ['without-the-permission', '/prep-school/agreements/allowed'], ['household-add', '/prep-school/people/{person}/household'], ['households', '/prep-school/people/households'], ['person-move', '/prep-school/people/{child}/move'], ['person-moved', '/prep-school/people/{person}?{moved}'],
  ]));
});
