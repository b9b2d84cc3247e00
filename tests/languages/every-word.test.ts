/** A made-up language in which every letter is accented: what stands on a page without an accent did not come from a message file. */
import { deepEqual, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { bare, speakAccented, typedWords, wordsOfTheSchool } from './accented.ts';

let school: TestSchool;
let end: () => void;
let own: Awaited<ReturnType<typeof wordsOfTheSchool>>;

async function walk(client: Client, first: readonly string[], most: number): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const [to, seen] = [[...first], new Set(first)];
  while (to.length > 0 && pages.size < most) {
    const address = to.shift()!;
    const { status, html, headers } = await client.get(address);
    if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
    pages.set(address, html);
    for (const [, link] of html.matchAll(/href="(\/[^"#]+)/g)) {
      const kind = link!.replaceAll(/[0-9a-f-]{36}|\d+|\?.*/g, '*');
      if (link!.startsWith(`/${school.school.slug}/`) && !/logbook\?|sign-out|\.csv|\/pdf/.test(link!) && !seen.has(kind)) {
        seen.add(kind);
        to.push(link!);
      }
    }
  }
  return pages;
}

describe('a made-up language', () => {
  before(async () => {
    end = await speakAccented();
    school = await openSchool();
    own = await wordsOfTheSchool(school, await typedWords(school));
  });
  after(async () => {
    end();
    await school.close();
  });

  for (const persona of ['', 'head', 'office', 'teacher', 'parent', 'pupil']) {
    test(`${persona || 'somebody signed out'} meets no word that came from no message file`, async () => {
      const client = persona ? await school.as(persona) : school.guest();
      await client.post(`/${school.school.slug}/language`, { language: 'he' });
      const pages = await walk(client, [`/${school.school.slug}`], 60);
      ok(pages.size > 5, `${pages.size} pages`);
      for (const html of pages.values()) match(html, /<html lang="he" dir="rtl"/);
      deepEqual(bare(pages, own), []);
    });
  }
});
