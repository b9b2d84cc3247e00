import { test } from 'node:test';
import { pagesOf } from './pages-of.ts';

pagesOf('permissions', ({ open }) => {
  test('a device in custody', async () => {
    await open({ as: 'teacher' }, [['custody', '/prep-school/devices/custody?x={custody}'], ['custody-new', '/prep-school/devices/custody/new'], ['custody-entry', '/prep-school/devices/custody/{custody}']]);
    await open({ as: 'office' }, [['custody-settings', '/prep-school/devices/custody/settings?x={custodyplace}']]);
    await open({ as: 'parent' }, [['custody-held', '/prep-school/devices/held'], ['custody-receipt', '/prep-school/devices/custody/{custody}/receipt']]);
  });

  test('data taken out, for a task', () => open({ as: 'teacher' }, [['declarations', '/prep-school/declarations'], ['declaration-new', '/prep-school/declarations/new/stick'], ['declaration', '/prep-school/declarations/{declared}'], ['ask-it', '/prep-school/ask-it'], ['opening-class', '/prep-school/openings/new?class=8A']]));

  test('the register of permissions', async () => {
    await open({ as: 'head' }, [['permission', '/prep-school/permissions/{granted}'], ['permissions', '/prep-school/permissions'], ['permissions-none', '/prep-school/permissions?search=zebra'],
      ['standing-none', '/prep-school/permissions/standing?search=zebra'], ['roles', '/prep-school/permissions/roles'], ['role', '/prep-school/permissions/roles?role=staff-parent&x={named}'], ['standing-rules', '/prep-school/permissions/standing/new'], ['standing-new', `/prep-school/permissions/standing/new?rule=${encodeURIComponent('prep-school/mobile-devices#staff-phone-low keep-phone-on')}`]]);
    await open({ as: 'teacher' }, [['at-the-gate', '/prep-school/permissions/at-the-gate'], ['permissions-own', '/prep-school/permissions?x={granted}']]);
    await open({ as: 'governor' }, [['permissions-counted', '/prep-school/permissions']]);
  });

  test('trips', () => open({ as: 'teacher' }, [
    ['trip', '/prep-school/trips/{trip}?x={carrier}{camera}'], ['trips', '/prep-school/trips'], ['trips-none', '/prep-school/trips?search=zebra'], ['trip-new', '/prep-school/trips/new'], ['trip-people', '/prep-school/trips/{trip}/people'], ['trip-list', '/prep-school/trips/{trip}/list'],
  ]));

  test('recordings', async () => {
    await open({ as: 'teacher' }, [
      ['recording', '/prep-school/recordings/{recording}'], ['recordings', '/prep-school/recordings'], ['recordings-none', '/prep-school/recordings?search=zebra'], ['recording-new', '/prep-school/recordings/new'],
      ['recording-said', '/prep-school/recordings/{recording}/people/{child}/said'], ['recording-people', '/prep-school/recordings/{recording}/people'], ['recording-list', '/prep-school/recordings/{recording}/list'], ['recordings-asked-none', '/prep-school/recordings/asked'],
    ]);
    await open({ as: 'parent' }, [['recording-asked-parent', '/prep-school/recordings/asked/{recording}'], ['recordings-asked', '/prep-school/recordings/asked']]);
    await open({ as: 'dsl' }, [['recording-own-word', '/prep-school/recordings/settings']]);
  });

  test('pictures on hold', async () => {
    await open({ as: 'dsl' }, [['picture-hold', '/prep-school/pictures-on-hold/{picturehold}'], ['pictures-on-hold', '/prep-school/pictures-on-hold'], ['pictures-on-hold-none', '/prep-school/pictures-on-hold?search=zebra'], ['picture-places', '/prep-school/pictures-on-hold/settings']]);
    await open({ as: 'teacher' }, [['picture-check', '/prep-school/picture-check?group=8A']]);
  });
});
