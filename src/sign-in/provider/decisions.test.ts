import { equal } from 'node:assert/strict';
import test from 'node:test';
import { addressFault, addressOf, showedSecondFactor } from './decisions.ts';

const email = 'amina@school.example';

test('an address counts when the provider verified it; a provider vouched for may leave the word out, never say no', () => {
  for (const [claims, plain, trusted] of [
    [{ email, email_verified: true }, email, email],
    [{ email, email_verified: false }, null, null],
    [{ email, email_verified: 'true' }, null, null],
    [{ email }, null, email],
    [{ email: 'amina', email_verified: true }, null, null],
    [{ email_verified: true }, null, null],
  ] as const) {
    equal(addressOf(claims, { trustsMail: false }), plain, JSON.stringify(claims));
    equal(addressOf(claims, { trustsMail: true }), trusted, JSON.stringify(claims));
  }
});

test('a second factor was shown when the provider says so in as many words, or the school does', () => {
  const says = (claims: Record<string, unknown>, asksSecondFactor = false) => showedSecondFactor(claims, { asksSecondFactor });
  equal(says({}), false);
  equal(says({}, true), true);
  equal(says({ amr: ['pwd', 'mfa'] }), true);
  equal(says({ amr: ['pwd'] }), false);
  equal(says({ amr: 'no-mfa' }), false);
  equal(says({ acr: 'urn:school:mfa' }), true);
  equal(says({ acr: 'urn:school:nomfa' }), false);
});

test('a provider’s address is one school’s own and is reached safely', () => {
  equal(addressFault('https://accounts.google.com', false), null);
  equal(addressFault('https://login.microsoftonline.com/9b1d0c8e-0000-4000-8000-000000000000/v2.0', false), null);
  for (const wrong of ['accounts', 'http://accounts.example', 'https://a.example/?x=1', 'https://me@a.example', 'https://login.microsoftonline.com/common/v2.0', 'https://login.microsoftonline.com/organizations', 'http://127.0.0.1:9/']) {
    equal(typeof addressFault(wrong, false), 'string', wrong);
  }
  equal(addressFault('http://127.0.0.1:9/', true), null);
  equal(typeof addressFault('http://10.0.0.1/', true), 'string');
});
