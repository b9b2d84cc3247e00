/** Files of people, sent as a browser sends them. */
import { setTimeout as wait } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { findPerson } from '../../src/school/people/index.ts';
import { sayColumns, takeFile } from '../../src/school/people/import/deeds.ts';
import { lookAtTable, readAndCompare } from '../../src/school/people/import/job.ts';
import { SESSION_COOKIE } from '../../src/sign-in/index.ts';
import type { Answered, Client, TestSchool } from './school.ts';

/** Sends a form with one file in it; `bytes` undefined sends the form as it is when no file was chosen. */
export async function sendFile(school: TestSchool, client: Client, file: { name: string; bytes: Uint8Array | string | undefined }): Promise<Answered> {
  const form = new FormData();
  form.append('file', new Blob(file.bytes === undefined ? [] : [file.bytes as Uint8Array<ArrayBuffer>]), file.name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const answer = await school.app.inject({
    method: 'POST', url: `/${school.school.slug}/people/import`, payload: Buffer.from(await request.arrayBuffer()),
    headers: { host: 'localhost', origin: 'http://localhost', cookie: `${SESSION_COOKIE}=${client.session()}`, 'content-type': request.headers.get('content-type')! },
  });
  return { status: answer.statusCode, html: answer.body, bytes: answer.rawPayload, location: answer.headers.location, headers: answer.headers };
}

/** Opens an import's page when its work is done. */
export async function whenDone(client: Client, at: string): Promise<Answered> {
  for (let tries = 0; tries < 2_000; tries++) {
    const answer = await client.get(at);
    if (!answer.headers['refresh']) return answer;
    await new Promise(resolve => { setTimeout(resolve, 50); });
  }
  throw new Error(`the work at ${at} did not end`);
}

export type Table = readonly (readonly string[])[];
const csvOf = (rows: Table): string => `${rows.map(row => row.map(cell => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;

const USERS = 'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'.split(',');
const ROLES = 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId'.split(',');

export interface RosterPerson {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly role: string;
  readonly email?: string;
  readonly grade?: string;
  readonly room?: string;
  readonly agents?: readonly string[];
}

/** A OneRoster zip as another system makes it. */
export function rosterZip(people: readonly RosterPerson[]): Uint8Array {
  const rooms = [...new Set(people.flatMap(one => one.room ?? []))];
  const files: Record<string, Table> = {
    'manifest.csv': [['propertyName', 'value'], ['manifest.version', '1.0'], ['oneroster.version', '1.2'], ...['orgs', 'users', 'roles', 'classes', 'enrollments'].map(file => [`file.${file}`, 'bulk']), ['file.demographics', 'absent']],
    'orgs.csv': [['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'], ['o1', '', '', 'Any school', 'school', '', '']],
    'users.csv': [USERS, ...people.map(one => USERS.map(column => ({ sourcedId: one.id, enabledUser: 'true', username: one.id, givenName: one.given, familyName: one.family, email: one.email ?? '', grades: one.grade ?? '', agentSourcedIds: (one.agents ?? []).join(',') })[column] ?? ''))],
    'roles.csv': [ROLES, ...people.map(one => [`r-${one.id}`, '', '', one.id, 'primary', one.role, '', '', 'o1', ''])],
    'classes.csv': [['sourcedId', 'status', 'dateLastModified', 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId', 'termSourcedIds', 'subjects', 'subjectCodes', 'periods'], ...rooms.map(room => [`c-${room}`, '', '', room, '', '', '', 'homeroom', '', 'o1', '', '', '', ''])],
    'enrollments.csv': [['sourcedId', 'status', 'dateLastModified', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'], ...people.filter(one => one.room).map(one => [`e-${one.id}`, '', '', `c-${one.room}`, 'o1', one.id, 'student', '', '', ''])],
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, strToU8(csvOf(rows))])));
}

/** A list that waits to be read, of one volunteer who is here already. */
export async function sentList(school: TestSchool, by: string): Promise<string> {
  const person = (await school.read(tx => findPerson(tx, by, school.today())))!;
  const bytes = strToU8(`number,given,family\n${by},${person.givenName},${person.familyName}\n`);
  for (let left = 600; left > 0; left--) {
    const id = await school.change(tx => takeFile(tx, { school: school.school.id, by, at: school.now() }, { name: 'list.csv', bytes, source: 'spreadsheet' }));
    if (id) return id;
    // Why: while a file is being applied, in a process of its own, no other is taken in.
    await wait(100);
  }
  throw new Error('the file before this one is still being applied');
}

/** The same, waiting for its columns. */
export async function aList(school: TestSchool, by: string): Promise<string> {
  const id = await sentList(school, by);
  await lookAtTable({ db: school.db, school: school.school, vocabulary: school.shared.vocabulary, doing: { school: school.school.id, by, at: school.now() }, today: school.today(), id });
  return id;
}

/** The same, compared. */
export async function comparedList(school: TestSchool, by: string): Promise<string> {
  const id = await aList(school, by);
  const doing = { school: school.school.id, by, at: school.now() };
  const everybody = (await school.read(tx => findPerson(tx, by, school.today())))!.kinds[0]!;
  await school.change(tx => sayColumns(tx, doing, { id, mapping: { columns: { key: 'number', givenName: 'given', familyName: 'family' }, everybody, whole: false } }));
  await readAndCompare({ db: school.db, school: school.school, vocabulary: school.shared.vocabulary, doing, today: school.today(), id });
  return id;
}
