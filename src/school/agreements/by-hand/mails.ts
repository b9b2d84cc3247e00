/** What somebody is told whose answer the office put down. No pupil's name stands in a mail. */
import { inWords } from '../../../platform/days.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Answer } from './words.ts';

/** What was noted, as whole sentences, so that each can be said in another language. */
export function notedWords(of: { channel: Answer['channel']; agreed: boolean; givenOn: string; title: string; heard: string }): string {
  const { title, heard } = of;
  const day = inWords(of.givenOn);
  if (of.channel === 'phone') {
    return of.agreed ? `We have noted that on ${day}, by telephone, you agreed to "${title}". ${heard} took your answer.`
      : `We have noted that on ${day}, by telephone, you said no for now to "${title}". ${heard} took your answer.`;
  }
  return of.agreed ? `We have noted that on ${day}, on paper, you agreed to "${title}". ${heard} took your answer.`
    : `We have noted that on ${day}, on paper, you said no for now to "${title}". ${heard} took your answer.`;
}

export function noted(school: School, of: { answer: Answer; title: string; to: string; once: string; heard: string }): Letter {
  const { answer } = of;
  const what = notedWords({ ...answer, title: of.title, heard: of.heard });
  return {
    kind: 'answer-noted', person: answer.by, to: of.to, once: of.once, subject: `What we noted for you, ${school.name}`,
    body: `${what}\n\nIs that wrong? Tell the school office, and it is put right. You can also sign in, read the rules, and take an agreement back:\n{site}/${school.slug}\n`,
  };
}

export const undone = (school: School, of: { person: string; title: string; to: string; once: string }): Letter => ({
  kind: 'answer-undone', person: of.person, to: of.to, once: of.once, subject: `A note was put right, ${school.name}`,
  body: `What we had noted for you about "${of.title}" was noted by mistake. It is undone, and nothing stands in your name from it.\n`,
});
