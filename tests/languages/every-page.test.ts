/** Every address of the software, in the made-up language: what stands there without an accent did not come from a message file. */
import { deepEqual, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { CASE_WORDS } from '../access/desk-cases.ts';
import { deskOf, type Desk } from '../access/desk.ts';
import { SANCTION_WORDS } from '../access/desk-sanctions.ts';
import { LOOK_WORDS } from '../access/desk-looks.ts';
import { sessionFor, whoIsWho, type Person } from '../access/people.ts';
import { TABLE, type Row } from '../access/table.ts';
import { A_STORY } from '../support/concerns.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { bare, speakAccented, typedWords, wordsOfTheSchool } from './accented.ts';

let school: TestSchool;
let desk: Desk;
let end: () => void;
let ids: ReadonlyMap<Person, string>;

describe('every address in a made-up language', () => {
  before(async () => {
    end = await speakAccented();
    school = await openSchool({ pack: 'prep-school', allSchools: true });
    ids = await whoIsWho(school);
    desk = deskOf(school, ids);
    await desk.bring('proposed');
    await desk.approve();
  });
  after(async () => {
    end();
    await school.close();
  });

  const sessions = new Map<Person, string>();
  async function sessionOf(person: Person): Promise<string> {
    const session = sessions.get(person) ?? await sessionFor(school, ids.get(person)!);
    sessions.set(person, session);
    return session;
  }

  let asked = 0;
  async function page(row: Row, person: Person | undefined): Promise<string | null> {
    if (row.open) await desk.bring(row.open);
    const url = await desk.fill(row.at);
    const cookie = person ? { cookie: `${SESSION_COOKIE}=${await sessionOf(person)}` } : {};
    const answer = await school.app.inject({ method: 'GET', url, headers: { host: 'localhost', 'accept-language': 'he', 'x-forwarded-for': `10.8.${Math.floor(++asked / 250)}.${asked % 250}`, ...cookie } });
    return answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('text/html') ? answer.body : null;
  }

  // The first page of a demonstration lists invented people as their schools describe them; the logbook names deeds as it keeps them.
  const toOpen = TABLE.filter(row => row.route.startsWith('GET ') && !['GET /', 'GET /:school/logbook'].includes(row.route) && row.who.length > 0 && !row.ends);

  test('whoever it is for meets no word there that came from no message file', async () => {
    const pages = new Map<string, string>();
    for (const row of toOpen) {
      const known = row.who.filter(one => ids.has(one));
      for (const person of new Set([known[0], known.at(-1)])) {
        const html = await page(row, person);
        if (html !== null) pages.set(`${row.route} as ${person ?? 'nobody'}`, html);
      }
    }
    ok(pages.size > 150, `${pages.size} pages`);
    deepEqual(bare(pages, await wordsOfTheSchool(school, [...await typedWords(school), ...CASE_WORDS, ...SANCTION_WORDS, ...LOOK_WORDS, 'letter.txt', 'They need it.', 'Somebody', 'KB', A_STORY, 'given', 'One line', 'It rang in a', 'Blue case', 'Finding the facts fast'])), []);
  });
});
