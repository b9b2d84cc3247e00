/** Letters that were lost because a file was written in another encoding than UTF-8. */
import type { Complaint } from './desk.ts';

/** What is said of a text that was not written in UTF-8. */
export const NOT_UTF_8: Complaint = { code: 'not-utf-8', message: 'The file is not text in UTF-8, so letters of it are lost.', remedy: 'Save it again as text in UTF-8; a Word or PDF document goes through "countersign import" first.' };

/** Where the first lost letter stands; undefined where every letter was read. */
export function firstBadLetter(text: string): number | undefined {
  const at = text.search(/[\ufffd\0]/);
  return at < 0 ? undefined : at;
}
