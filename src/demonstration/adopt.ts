/** The policies of a pack, taken in as its governors approved them. */
import path from 'node:path';
import type { Tx } from '../platform/database/index.ts';
import { read } from '../rulebook/index.ts';
import { adopt, takeInTranslation } from '../school/policies/index.ts';
import type { Filling } from './words.ts';

/** Adopts every policy of the pack on the day its front matter says. A Markdown file that is no policy is left out. */
export async function adoptPolicies(tx: Tx, filling: Filling, holderOf: (office: string) => string | null): Promise<void> {
  const { school, vocabulary, now, today } = filling;
  const documents = filling.policies.flatMap(({ file, text }) => {
    const { policy } = read(text, file, vocabulary);
    return policy ? [{ front: policy.front, text }] : [];
  });
  documents.sort((a, b) => ((a.front.approved?.on ?? '') < (b.front.approved?.on ?? '') ? -1 : 1));
  for (const { front, text } of documents) {
    const evening = new Date(`${front.approved?.on ?? today}T18:30:00Z`);
    const at = evening < now ? evening : now;
    const by = { school, vocabulary, by: holderOf(front.approved?.by ?? ''), at, today };
    const edition = await adopt(tx, by, { markdown: text });
    for (const [language, markdown] of translationsOf(filling, edition.policy)) await takeInTranslation(tx, by, { edition, language, markdown, approved: true });
  }
}

/** Language → the policy in it, by the names of the files: `staff-code.cy.md`. */
const translationsOf = ({ translations }: Filling, policy: string): (readonly [string, string])[] =>
  translations.flatMap(({ file, text }) => {
    const [name, language] = path.basename(file, '.md').split('.');
    return name === policy && language ? [[language, text] as const] : [];
  });
