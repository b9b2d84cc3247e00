/** Things on the desk of the front desk; each is made anew, for most are used up. */
import * as deeds from '../../src/school/visitors/deeds.ts';
import { startKiosk } from '../../src/school/visitors/kiosk/deeds.ts';
import { kioskOfToken } from '../../src/school/visitors/kiosk/reads.ts';
import { addSupply } from '../../src/school/visitors/supply/deeds.ts';
import { addWifiCodes, closeCodes, withdrawCode } from '../../src/school/visitors/wifi/deeds.ts';
import { rulesOf } from '../../src/school/visitors/rules.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function kioskThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = (person: Person) => ({ school: school.school.id, by: people.get(person)!, at: school.now() });
  const here = () => ({ school: school.school, vocabulary: school.shared.vocabulary, today: school.today() });
  const kiosk = () => school.change(async tx => (await kioskOfToken(tx, (await startKiosk(tx, doing('office'), 'Main reception')).token, school.now()))!);
  const visit = async (): Promise<string> => {
    const at = { ...here(), kiosk: await kiosk(), at: school.now() };
    return school.change(async tx => {
      const begun = await deeds.beginVisit(tx, at, { givenName: 'Ivo', familyName: 'Brandt', organisation: '', reason: 'delivery', about: '', vehicle: '', host: '', hostId: null, wantsAccess: false });
      if (!('visit' in begun)) throw new Error('nobody was to be chosen');
      const { hash, sheets } = await rulesOf(tx, at, { kind: 'visitor', person: null, wantsAccess: false });
      await deeds.arrive(tx, at, { visit: begun.visit, hash: hash ?? '', said: Object.fromEntries(sheets.map(sheet => [sheet.policy, sheet.says.map((_, n) => n)])), typedName: 'Ivo Brandt', drawing: null });
      return begun.visit;
    });
  };
  const voucher = async (): Promise<string> => {
    const [closed] = await closeCodes(school.shared.sealFolder, ['abc'], { network: 'Guests', validDays: 1, lastDay: null });
    await school.change(tx => addWifiCodes(tx, doing('network-manager'), [closed!]));
    return closed!.id;
  };
  return {
    visit,
    leftvisit: async () => {
      const id = await visit();
      await school.change(tx => deeds.leave(tx, doing('office'), { visit: id, how: 'office' }));
      return id;
    },
    expectedvisit: () => school.change(tx => deeds.expectVisitor(tx, doing('teacher'), { givenName: 'Una', familyName: 'Kent', organisation: '', reason: 'meeting', about: '', day: school.today(), time: null, host: people.get('teacher')! })),
    kiosk: async () => (await kiosk()).id,
    stint: () => school.change(tx => addSupply(tx, here(), doing('office'), { givenName: 'Ruth', familyName: 'Amery', email: 'ruth.amery@home.example', agency: '', from: school.today(), until: school.today(), classes: '', host: null })),
    voucher,
    endedvoucher: async () => {
      const id = await voucher();
      await school.change(tx => withdrawCode(tx, doing('network-manager'), { id, today: school.today() }));
      return id;
    },
  };
}
