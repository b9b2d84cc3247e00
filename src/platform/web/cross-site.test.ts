import { equal } from 'node:assert/strict';
import test from 'node:test';
import { crossSite } from './cross-site.ts';

test('a form of our own page is let through', () => equal(crossSite('POST', { 'sec-fetch-site': 'same-origin' }), false));
test('a form on another site is refused', () => equal(crossSite('POST', { 'sec-fetch-site': 'cross-site' }), true));
test('a neighbouring subdomain is another site too', () => equal(crossSite('POST', { 'sec-fetch-site': 'same-site' }), true));
test('an older browser is judged by its Origin', () => {
  equal(crossSite('POST', { origin: 'https://elsewhere.example', host: 'school.example' }), true);
  equal(crossSite('POST', { origin: 'https://school.example', host: 'school.example' }), false);
  equal(crossSite('POST', { origin: 'null', host: 'school.example' }), true);
});
test('reading from anywhere is fine', () => equal(crossSite('GET', { 'sec-fetch-site': 'cross-site' }), false));
