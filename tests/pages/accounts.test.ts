import { test } from 'node:test';
import { pagesOf } from './pages-of.ts';

pagesOf('accounts and applications', ({ open }) => {
  test('accounts that are not open', async () => {
    const at = '/prep-school/accounts';
    await open({ as: 'network-manager' }, [['accounts', `${at}?x={accounthold}`], ['accounts-to-do', `${at}/to-do?x={accountstep}`], ['accounts-of-one', `${at}/{accountholder}`], ['accounts-take', `${at}/{accountholder}/take`], ['accounts-list', `${at}/list`]]);
    await open({ as: 'pupil' }, [['accounts-mine', '/prep-school/my-accounts']]);
    await open({ as: 'parent' }, [['child-mail', '/prep-school/child-mail']]);
  });

  test('applications', async () => {
    const at = '/prep-school/apps';
    await open({ as: 'head' }, [['apps', `${at}/register?x={app}{proposedapp}{withdrawnapp}`], ['app-kept', `${at}/{app}?x={appuser}`], ['app-proposed', `${at}/{proposedapp}`], ['app-withdrawn', `${at}/{withdrawnapp}`], ['app-edit', `${at}/{app}/edit`], ['app-withdraw', `${at}/{app}/withdraw`], ['app-import', `${at}/import`], ['app-settings', `${at}/settings`]]);
    await open({ as: 'teacher' }, [['apps-mine', at], ['app', `${at}/{app}`], ['apps-none', `${at}/register?search=zebra`]]);
  });
});
