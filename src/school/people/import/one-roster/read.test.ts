import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readOneRoster } from './read.ts';

/** A zip written as the examples of the specification are: manifest first, every official file spoken of, empty status and date in bulk. */
const MANIFEST = (modes: Readonly<Record<string, string>>, version = '1.2') => ['propertyName,value', 'manifest.version,1.0', `oneroster.version,${version}`,
  ...['academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItemLearningObjectiveIds', 'lineItems', 'lineItemScoreScales', 'orgs', 'resources',
    'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'roles', 'scoreScales', 'userProfiles', 'userResources', 'users'].map(file => `file.${file},${modes[file] ?? 'absent'}`),
  'source.systemName,Example SIS', 'source.systemCode,example'].join('\r\n');
const ORGS = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\norg-sch-1,,,Hazel Bank School,school,100001,org-dis-1\r\norg-dis-1,,,Hazel Trust,district,,\r\n';
const USERS = `sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
user-1,,,true,jreed,{LDAP:jreed},Jo,Reed,,T-1,jo.reed@hazel.example,,,,,,,,,,org-sch-1,she/her
user-2,,,true,slane,"{LDAP:slane},{FED:2}",Samira,Lane,May,S-2,,,,"user-3,user-4",04,,,Sam,,,org-sch-1,
user-3,,,true,plane,,Petra,Lane,,,petra@home.example,,0123 456,user-2,,,,,,,,
user-4,,,false,"old,man",,Theo,"O'Lane, Jr",,,,,,,,,,,,,,
`;
const ROLES = `sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
role-1,,,user-1,primary,teacher,2024-09-01,,org-sch-1,
role-2,,,user-2,primary,student,2025-09-01,2027-07-20,org-sch-1,
role-3,,,user-3,primary,guardian,,,org-sch-1,
role-4,,,user-4,primary,relative,,,org-sch-1,
`;
const CLASSES = `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
class-1,,,Maths 4,04,course-1,M4,scheduled,room 3,org-sch-1,"term-1,term-2",Mathematics,MA,"1,3"
class-2,,,4B,04,course-2,4B,homeroom,,org-sch-1,term-1,,,
`;
const ENROLLMENTS = `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
en-1,,,class-1,org-sch-1,user-2,student,,,
en-2,,,class-2,org-sch-1,user-2,student,,,
en-3,,,class-2,org-sch-1,user-1,teacher,true,,
`;
const MODES = { orgs: 'bulk', users: 'bulk', roles: 'bulk', classes: 'bulk', enrollments: 'bulk' };
const BULK: Readonly<Record<string, string>> = { 'manifest.csv': MANIFEST(MODES), 'orgs.csv': ORGS, 'users.csv': USERS, 'roles.csv': ROLES, 'classes.csv': CLASSES, 'enrollments.csv': ENROLLMENTS };

const zipOf = (files: Readonly<Record<string, string>>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const read = (files: Readonly<Record<string, string>>) => readOneRoster(zipOf(files), { school: 'Hazel Bank School', kinds: new Set(['teacher', 'governor']) });
const faultsOf = async (files: Readonly<Record<string, string>>) => (await read(files)).faults.map(fault => `${fault.file} ${fault.row} ${fault.column}`);

test('a bulk file tells of people, their year group, their homeroom and their families', async () => {
  const roster = await read(BULK);
  deepEqual(roster.faults, []);
  equal(roster.whole, true);
  deepEqual(roster.people.map(({ key, givenName, familyName, email, roles, yearGroup, class: room, firstDay, lastDay }) => [key, givenName, familyName, email, roles, yearGroup, room, firstDay, lastDay]), [
    ['user-1', 'Jo', 'Reed', 'jo.reed@hazel.example', ['teacher'], '', '', '2024-09-01', null],
    ['user-2', 'Sam', 'Lane', null, ['student'], 'Year 4', '4B', '2025-09-01', '2027-07-20'],
    ['user-3', 'Petra', 'Lane', 'petra@home.example', ['guardian'], '', '', null, null],
    ['user-4', 'Theo', "O'Lane, Jr", null, ['relative'], '', '', null, null],
  ]);
  deepEqual([...new Set(roster.ties.map(tie => `${tie.child} ${tie.parent} ${tie.relation} ${tie.mayAgree}`))], ['user-2 user-3 Guardian true', 'user-2 user-4 Relative false']);
});

test('a byte order mark before the headings changes nothing', async () => {
  const marked = await read(Object.fromEntries(Object.entries(BULK).map(([name, text]) => [name, `\uFEFF${text}`])));
  deepEqual(marked, await read(BULK));
});

test('a delta file tells of changes alone: who is gone, and that nobody else has left', async () => {
  const users = USERS.split('\n')[0];
  const roster = await read({
    'manifest.csv': MANIFEST({ users: 'delta', roles: 'delta' }),
    'users.csv': `${users}\nuser-1,active,2026-11-20T08:00:00.000Z,true,jreed,,Jo,Reed-Hall,,,,,,,,,,,,,,\nuser-4,tobedeleted,2026-11-20T08:00:00.000Z,true,x,,Theo,Lane,,,,,,,,,,,,,,\n`,
    'roles.csv': `${ROLES.split('\n')[0]}\nrole-9,active,2026-11-20T08:00:00.000Z,user-3,secondary,aide,,,org-sch-1,\n`,
  });
  deepEqual([roster.faults, roster.whole, roster.gone], [[], false, ['user-4']]);
  deepEqual(roster.people.map(one => [one.key, one.familyName, one.roles]), [['user-1', 'Reed-Hall', []], ['user-3', '', ['aide']]]);
});

test('a delta row without its status is a fault that stops', async () => {
  const roster = await read({ 'manifest.csv': MANIFEST({ users: 'delta' }), 'users.csv': USERS });
  deepEqual(roster.faults.filter(fault => fault.stops).map(fault => [fault.row, fault.column]), [[2, 'status'], [3, 'status'], [4, 'status'], [5, 'status']]);
});

test('files of version 1.1, with roles among the users, are read too', async () => {
  const roster = await read({
    'manifest.csv': MANIFEST({ users: 'bulk', orgs: 'bulk' }, '1.1'), 'orgs.csv': ORGS,
    'users.csv': 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\nu1,,,true,org-sch-1,student,a,,Ann,Ash,,,,,,,KG,\nu2,,,true,org-sch-1,administrator,b,,Bo,Birch,,,,,,,,\n',
  });
  deepEqual(roster.faults, []);
  deepEqual(roster.people.map(one => [one.roles, one.yearGroup]), [[['student'], 'Reception'], [['siteAdministrator'], '']]);
});

test('of a zip with several schools only ours is read; where none is ours, it is a fault', async () => {
  const orgs = `${ORGS}org-sch-2,,,Other School,school,,\n`;
  const roles = ROLES.replace('user-1,primary,teacher,2024-09-01,,org-sch-1', 'user-1,primary,teacher,2024-09-01,,org-sch-2');
  const roster = await read({ ...BULK, 'orgs.csv': orgs, 'roles.csv': roles });
  deepEqual([roster.faults, roster.people.map(one => one.key)], [[], ['user-2', 'user-3', 'user-4']]);
  deepEqual(await faultsOf({ ...BULK, 'orgs.csv': orgs.replace('Hazel Bank School', 'Third School') }), ['orgs.csv 0 name']);
});

test('each fault names its file, its row and its column', async () => {
  deepEqual(await faultsOf({ ...BULK, 'users.csv': USERS.replace('Petra,Lane', 'Petra,') }), ['users.csv 4 familyName']);
  deepEqual(await faultsOf({ ...BULK, 'users.csv': USERS.replace('user-4,,,false', 'user-1,,,false') }), ['users.csv 5 sourcedId', 'roles.csv 5 userSourcedId']);
  deepEqual(await faultsOf({ ...BULK, 'users.csv': USERS.replace('jo.reed@hazel.example', 'jo reed') }), ['users.csv 2 email']);
  deepEqual(await faultsOf({ ...BULK, 'roles.csv': ROLES.replace('teacher,2024-09-01', 'Teacher,1 Sept') }), ['roles.csv 2 role', 'users.csv 2 sourcedId']);
  deepEqual(await faultsOf({ ...BULK, 'roles.csv': ROLES.replace('2024-09-01', '1.9.2024') }), ['roles.csv 2 beginDate']);
  deepEqual(await faultsOf({ ...BULK, 'enrollments.csv': ENROLLMENTS.replace('class-1', 'class-9') }), ['enrollments.csv 2 classSourcedId']);
  deepEqual(await faultsOf({ ...BULK, 'users.csv': USERS.replace('familyName', 'surname') }), ['users.csv 1 familyName', 'users.csv 1 surname', 'users.csv 2 familyName', 'users.csv 3 familyName', 'users.csv 4 familyName', 'users.csv 5 familyName']);
});

test('a zip that is not as it should be says what to do', async () => {
  const { 'manifest.csv': _none, ...without } = BULK;
  match((await read(without)).faults[0]!.what, /no manifest.csv/);
  match((await read(Object.fromEntries(Object.entries(BULK).map(([name, text]) => [`export/${name}`, text])))).faults[0]!.what, /lie in a folder/);
  match((await read({ ...BULK, 'manifest.csv': MANIFEST(MODES, '2.0') })).faults[0]!.what, /version "2.0"/);
  deepEqual(await faultsOf({ ...BULK, 'manifest.csv': MANIFEST({ ...MODES, courses: 'bulk' }) }), ['manifest.csv 0 file.courses']);
  deepEqual(await faultsOf({ ...BULK, 'manifest.csv': MANIFEST({ ...MODES, users: 'absent' }) }), ['manifest.csv 0 file.users', 'roles.csv 2 userSourcedId', 'roles.csv 3 userSourcedId', 'roles.csv 4 userSourcedId', 'roles.csv 5 userSourcedId']);
  match((await readOneRoster(strToU8('PK no zip at all'), { school: '', kinds: new Set() })).faults[0]!.what, /not a zip/);
});

test('a file as other tools write it is read: columns of their own, and, without roles.csv, the role beside the person', async () => {
  const { 'roles.csv': _, ...files } = BULK;
  const users = 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.tool.homeClass\r\n'
    + 'a-1,active,2026-08-30T09:00:00.000Z,true,org-sch-1,teacher,ar,,Ada,Reeve,,,ada@hazel.example,,,,,,\r\na-2,active,2026-08-30T09:00:00.000Z,true,"org-sch-1",student,bo,,Bo,Lind,,,,,,,04,,4B\r\n';
  const roster = await read({ ...files, 'manifest.csv': MANIFEST({ orgs: 'bulk', users: 'bulk' }), 'users.csv': users, 'orgs.csv': ORGS });
  deepEqual(roster.people.map(one => [one.key, one.roles, one.yearGroup]), [['a-1', ['teacher'], ''], ['a-2', ['student'], 'Year 4']]);
  deepEqual(roster.faults.filter(fault => fault.stops && fault.file === 'users.csv'), []);
});
