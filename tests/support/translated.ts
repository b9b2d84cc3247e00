/** A policy in force with an approved Welsh translation of our own making: every clause begins with "Yn Gymraeg:". */
import { takeInTranslation, latestApproved } from '../../src/school/policies/index.ts';
import { withoutRules } from '../../src/school/policies/translations/decisions.ts';
import type { TestSchool } from './school.ts';

export const IN_WELSH = 'Yn Gymraeg:';

/** Puts it into the school: the title says so too. */
export async function inWelsh(school: TestSchool, policy: string, title: string): Promise<void> {
  await school.change(async tx => {
    const edition = (await latestApproved(tx, policy))!;
    const markdown = withoutRules(edition.markdown).replace(/^title: .*$/m, `title: ${title}`).split('\n').map(line => (/\{#[a-z0-9-]+\}\s*$/.test(line) && !/^#/.test(line) ? line.replace(/^((?:\s*(?:[-*]|\d+\.)\s+)?)/, `$1${IN_WELSH} `) : line)).join('\n');
    const done = await takeInTranslation(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { edition, language: 'cy', markdown, approved: true });
    if (!done.ok) throw new Error(`the translation was not taken in: ${JSON.stringify(done.fault)}`);
  });
}
