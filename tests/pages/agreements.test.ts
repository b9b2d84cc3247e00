import { test } from 'node:test';
import { pagesOf } from './pages-of.ts';

pagesOf('agreements', ({ open }) => {
  test('agreements', async () => {
    await open({ as: 'supply' }, [['agreements-mine', '/prep-school/agreements'], ['sign', '/prep-school/agreements/staff-code']]);
    await open({ as: 'teacher' }, [['agreements-signed', '/prep-school/agreements'], ['seal', '/prep-school/agreements/seal/{seal}'], ['withdraw', '/prep-school/agreements/seal/{seal}/withdraw']]);
    await open({ as: 'parent' }, [['family-before', '/prep-school/family'], ['countersign-decline', '/prep-school/family/{child}/middle-senior-code/decline'], ['what-i-allow', '/prep-school/family/{child}/allowed/permit-internet-email--facility--email'], ['family-sitting-before', '/prep-school/family/sitting'], ['family-sitting-open', '/prep-school/family/sitting/{familydocument}'], ['family-sitting-so-far', '/prep-school/family/sitting/done/{familysitting}']]);
    await open({ as: 'office' }, [
      ['register-nobody', '/prep-school/agreements/register?class=nobody'], ['signature-sheet-groups', '/prep-school/agreements/sheet/staff-code'], ['signature-sheet', '/prep-school/agreements/sheet/staff-code?group=kind-teacher'],
      ['paper-nobody', '/prep-school/agreements/paper'], ['paper-starters', '/prep-school/agreements/paper/starters'], ['paper-none-to-look-at', '/prep-school/agreements/paper/look'], ['paper-pile', '/prep-school/agreements/paper/piles/{pile}'], ['paper-slip', '/prep-school/agreements/paper/pages/{slippage}'],
      ['told-whom', '/prep-school/agreements/told'], ['told', '/prep-school/agreements/told/{person}/{today}'],
    ]);
  });

  test('signing with a class', () => open({ as: 'office' }, [['class-list', '/prep-school/agreements/class'], ['class-board-older', '/prep-school/agreements/class/8A/middle-senior-code/read'], ['cards-again', '/prep-school/agreements/class/Robins/cards/again'], ['class-teachers', '/prep-school/agreements/class-teachers']]));

  test('chasing, and mail', async () => {
    await open({ as: 'office' }, [
      ['chase', '/prep-school/agreements/chase'], ['chase-group', '/prep-school/agreements/chase/group?kind=pupil'], ['chase-class', '/prep-school/agreements/chase/group?class=8A'],
      ['chase-office', '/prep-school/agreements/chase/office'], ['clause-by-clause', '/prep-school/agreements/clauses/staff-code'],
      ['mail', '/prep-school/mail'], ['mail-none', '/prep-school/mail?state=sent'],
    ]);
    await open({}, [['sign-in-link', '/prep-school/sign-in/link'], ['sign-in-link-use', '/prep-school/sign-in/link/{maillink}'], ['sign-in-link-used', '/prep-school/sign-in/link/used', 410]]);
  });
});
