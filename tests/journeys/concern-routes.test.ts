import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eyesOn } from '../../src/school/concerns/store.ts';
import { holderOf } from '../support/concerns.ts';
import { hiddenFields } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

/** One school, in which its teacher tells things. */
function inSchoolOf(pack: string, work: (told: (given: Form, more?: Form) => Promise<Told>, school: () => TestSchool) => void): void {
  let school: TestSchool;
  let teacher: Client;
  before(async () => {
    school = await openSchool({ pack });
    teacher = await school.as('teacher');
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const told = async (given: Form, more: Form = {}): Promise<Told> => {
    const second = await teacher.post(`/${pack}/something-happened`, { danger: 'no', narrative: 'This is what happened.', ...given });
    equal(second.status, 200, second.html);
    const sent = await teacher.post(`/${pack}/something-happened/send`, { ...hiddenFields(second.html), ...more });
    equal(sent.status, 303, sent.html);
    const receipt = await teacher.get(sent.location!);
    const ids = [...receipt.html.matchAll(/my-reports\/[0-9a-f-]{36}\/([0-9a-f-]{36})"/g)].map(found => found[1]!);
    const eyes = await school.read(tx => eyesOn(tx, ids));
    return { second: second.html, receipt: receipt.html, ids, offices: ids.map(id => eyes.filter(eye => eye.concern === id).map(eye => eye.office ?? '').sort()) };
  };
  work(told, () => school);
}

interface Told { readonly second: string; readonly receipt: string; readonly ids: readonly string[]; readonly offices: readonly (readonly string[])[] }

describe('where the village primary sends what is told', () => {
  inSchoolOf('village-primary', (told, school) => {
    test('a worry about how staff use technology goes to the safeguarding lead or the head, as the teacher chooses', async () => {
      const kind = 'report-tech-misuse';
      deepEqual((await told({ kinds: kind }, { [`${kind}.office`]: 'dsl' })).offices, [['dsl']]);
      deepEqual((await told({ kinds: kind }, { [`${kind}.office`]: 'head' })).offices, [['head']]);
      const about = await told({ kinds: kind, about: await holderOf(school(), 'head') }, { [`${kind}.office`]: 'head' });
      deepEqual(about.offices, [['chair-of-governors']]);
    });

    test('a worry about a child goes to the safeguarding lead or the head, with numbers to ring above it', async () => {
      const worry = await told({ danger: 'yes' });
      deepEqual(worry.offices, [['dsl', 'head']]);
      match(worry.second, /Ring now, before you write[^]*tel:999/);
    });
  });
});

describe('where the town school sends what is told', () => {
  inSchoolOf('town-school', told => {
    test('a bad page opened by accident goes to the online safety officer with its incident sheet, and nobody is blamed', async () => {
      const kind = 'report-accidental-access';
      const accident = await told({ kinds: kind }, { [`${kind}.date`]: '2026-11-20', [`${kind}.time`]: 'about ten', [`${kind}.web-address`]: 'bad.example', [`${kind}.device`]: 'Board in room 3', [`${kind}.witnesses`]: '4B' });
      deepEqual(accident.offices, [['online-safety-officer']]);
      match(accident.second, /You are not in trouble for this/);
      match(accident.second, /Who else saw it\?[^]*What did you do then\?/);
    });

    test('a virus goes to the helpdesk and to the office in one report, and what was done may be added later', async () => {
      const virus = await told({ kinds: 'report-virus' }, { 'report-virus.virus-name': 'Conficker' });
      deepEqual(virus.offices, [['helpdesk', 'office']]);
      match(virus.second, /take the device off the network/);
      match(virus.receipt, /Still needed[^]*What has been done about it so far\?/);
    });
  });
});

describe('where the day school sends what is told', () => {
  inSchoolOf('day-school', told => {
    test('a worry about data goes to the data protection officer', async () => {
      deepEqual((await told({ kinds: 'report-data-breach' })).offices, [['dpo']]);
    });

    test('a breach of security reaches the academic deputy, the data protection officer and the network manager together', async () => {
      deepEqual((await told({ kinds: 'report-security-breach' })).offices, [['deputy-head-academic', 'dpo', 'network-manager']]);
    });

    test('nasty mail and mail that may not be genuine go to the network manager, who is told how to find it and gets no copy', async () => {
      const nasty = await told({ kinds: 'report-inappropriate-email' }, { 'report-inappropriate-email.reference': 'Subject: you', 'report-inappropriate-email.content': 'racist' });
      deepEqual(nasty.offices, [['network-manager']]);
      match(nasty.second, /Do not forward the message/);
      deepEqual((await told({ kinds: 'query-suspect-email' })).offices, [['network-manager']]);
    });

    test('a mistake in a record goes to the data manager, and one on the platform to the data manager and the network manager', async () => {
      const kind = 'report-record-correction';
      const right = { [`${kind}.wrong`]: 'Born 4 March', [`${kind}.right`]: 'Born 4 May' };
      deepEqual((await told({ kinds: kind }, { ...right, [`${kind}.app`]: 'sims' })).offices, [['data-manager']]);
      deepEqual((await told({ kinds: kind }, { ...right, [`${kind}.app`]: 'firefly' })).offices, [['data-manager', 'network-manager']]);
    });
  });
});

describe('where the trust sends what is told', () => {
  inSchoolOf('academy-trust', told => {
    test('a worry about a child goes to the safeguarding lead, whom the trust put in the place of nobody', async () => {
      deepEqual((await told({ kinds: 'report-safeguarding-concern' })).offices, [['dsl']]);
    });

    test('a data breach in each of its forms goes to the trust’s data protection lead', async () => {
      for (const trigger of ['device-lost', 'third-party-hacked', 'misdirected', 'received-in-error']) {
        const breach = await told({ kinds: 'report-data-breach' }, { 'report-data-breach.trigger': trigger });
        deepEqual(breach.offices, [['data-protection-lead']], trigger);
      }
    });

    test('lost equipment with personal data that is not encrypted is a data breach as well', async () => {
      const loss = (encrypted: string) => told({ kinds: 'report-device-loss' }, { 'report-device-loss.device': 'Laptop 7', 'report-device-loss.personal-data': 'yes', 'report-device-loss.encrypted': encrypted });
      equal((await loss('yes')).ids.length, 1);
      const open = await loss('no');
      equal(open.ids.length, 2);
      ok(open.offices.some(offices => offices.includes('data-protection-lead')));
    });
  });
});

describe('where the prep school sends what is told', () => {
  inSchoolOf('prep-school', (told, school) => {
    test('bad material met by accident reaches the head of IT, the deputy head and the network manager, and the safeguarding lead hears of it', async () => {
      deepEqual((await told({ kinds: 'report-accidental-access' })).offices, [['deputy-head', 'dsl', 'ict-lead', 'network-manager']]);
    });

    test('an unsuitable site goes to the IT department with address, day, time and what was on it, and the safeguarding lead hears of it', async () => {
      const kind = 'report-unsuitable-site';
      const site = await told({ kinds: kind }, { [`${kind}.web-address`]: 'bad.example', [`${kind}.date`]: '2026-11-20', [`${kind}.time`]: '10:15' });
      deepEqual(site.offices, [['dsl', 'it-support']]);
    });

    test('a rule that has children tell any adult they trust does not send to that adult what a member of staff tells', async () => {
      const person = await holderOf(school(), 'dsl');
      deepEqual((await told({ kinds: 'report-phone-sighting' })).offices, [['dsl']]);
      deepEqual((await told({ kinds: 'report-image-concern' })).offices, [['dsl']]);
      deepEqual((await told({ kinds: 'report-image-concern', about: person })).offices, [['head']]);
    });

    test('unlawful material is told without a copy to IT or a senior leader and to whoever speaks to the police', async () => {
      const unlawful = await told({ kinds: 'report-unlawful-material' });
      deepEqual(unlawful.offices, [['dsl', 'it-support', 'senior-leader']]);
      match(unlawful.receipt, /the designated safeguarding lead/);
      doesNotMatch(unlawful.second + unlawful.receipt, /outside agency/, 'nobody outside is told by itself, and nobody is told that they are');
      match(unlawful.second, /Do not look again, copy, send, print or delete it/);
      equal(unlawful.receipt.includes('Add a file'), false);
    });

    test('staff tell a senior leader of nasty mail, and the head of IT of a lost or broken device', async () => {
      deepEqual((await told({ kinds: 'report-inappropriate-email' }, { 'report-inappropriate-email.content': 'abusive' })).offices, [['senior-leader']]);
      deepEqual((await told({ kinds: 'report-device-loss' }, { 'report-device-loss.device': 'Tablet 3', 'report-device-loss.personal-data': 'no' })).offices, [['ict-lead']]);
    });
  });
});
