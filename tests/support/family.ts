/** A pupil of the demonstration with two parents, and what they do. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from '../../src/platform/database/index.ts';
import { findPerson, listGuardians, type Person } from '../../src/school/people/index.ts';
import { formToSign } from './forms.ts';
import { readWhatBelongsTo } from './reading.ts';
import type { Answered, Client, TestSchool } from './school.ts';

export const CODE = 'middle-senior-code';
export const at = '/prep-school';

export interface Family { readonly child: Person; readonly mum: Person; readonly dad: Person }

/** The pupil of the demonstration with her two parents, each with an address of their own. */
export async function theFamily(school: TestSchool): Promise<Family> {
  const found = await school.change(async tx => {
    const pupil = (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'pupil'`.execute(tx)).rows[0]!.id;
    const persona = (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'parent'`.execute(tx)).rows[0]?.id;
    // Why sorted: the parents came in the same moment, and the first is to be the one whom the demonstration signs in.
    const [one, other] = (await listGuardians(tx, { children: [pupil], day: school.today() })).map(tie => tie.parentId).sort((a, b) => Number(b === persona) - Number(a === persona));
    await sql`update person set given_name = 'Quillon', email = 'quillon.first@home-one.example' where id = ${one!}`.execute(tx);
    await sql`update person set given_name = 'Zephyrine', email = 'zephyrine.second@home-two.example' where id = ${other!}`.execute(tx);
    return Promise.all([pupil, one!, other!].map(id => findPerson(tx, id, school.today())));
  });
  const [child, mum, dad] = found as [Person, Person, Person];
  return { child, mum, dad };
}

/** Signs beside the child, after reading what belongs to it, and answers what is asked beside it. */
export async function signsBeside(parent: Client, child: Person, name: string, says: { internet: 'yes' | 'no'; email: 'yes' | 'no' } = { internet: 'yes', email: 'yes' }): Promise<Answered> {
  const address = `${at}/family/${child.id}/${CODE}`;
  await readWhatBelongsTo(parent, address);
  return parent.post(address, { ...formToSign((await parent.get(address)).html), typedName: name, 'allow-0': says.internet, 'allow-1': says.email });
}

/** The pupil promises to keep her code. */
export const pupilPromises = async (school: TestSchool): Promise<void> => {
  const pupil = await school.as('pupil');
  await pupil.post(`${at}/agreements/${CODE}`, { ...formToSign((await pupil.get(`${at}/agreements/${CODE}`)).html), typedName: 'The pupil' });
};

/** Where the pupil's code stands, and how many adults it needs and has. */
export const openAsk = async (school: TestSchool, child: Person) =>
  (await school.read(tx => sql<{ open: boolean; needed: number; signed: number }>`select open, guardians_needed as needed, cardinality(guardian_agreements) as signed from agreement_ask where person_id = ${child.id} and policy = ${CODE}`.execute(tx))).rows[0]!;

/** The words of a PDF. */
export function textOf(pdf: Uint8Array): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-family-'));
  fs.writeFileSync(path.join(folder, 'it.pdf'), pdf);
  const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'it.pdf'), '-'], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  return text;
}
