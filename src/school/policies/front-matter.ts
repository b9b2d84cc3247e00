/** Changes single entries of a policy's front matter and leaves every other character as it was written. */
import { parseDocument } from 'yaml';

/** What is stamped into a document: set when an edition is begun and when it is approved. */
export interface Stamp {
  readonly edition?: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly inForce?: string;
  readonly nextReview?: string;
}

const FRONT = /^---\n([\s\S]*?)\n---(?=\n|$)/;

/** Line ends of one kind, no byte order mark, one line end at the end. */
export const tidyText = (text: string): string => `${text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\s+$/, '')}\n`;

/** The same document with these entries set. A document without readable front matter comes back as it is. */
export function stamped(markdown: string, stamp: Stamp): string {
  const found = FRONT.exec(markdown);
  if (!found) return markdown;
  const yaml = parseDocument(found[1]!, { schema: 'core', keepSourceTokens: false });
  if (yaml.errors.length > 0) return markdown;
  const set = (path: string[], value: string | undefined) => { if (value !== undefined) yaml.setIn(path, value); };
  set(['edition'], stamp.edition);
  set(['approved', 'by'], stamp.approvedBy);
  set(['approved', 'on'], stamp.approvedOn);
  set(['in-force'], stamp.inForce);
  set(['review', 'next'], stamp.nextReview);
  const text = yaml.toString({ lineWidth: 0, flowCollectionPadding: true }).replace(/\n$/, '');
  return `---\n${text}\n---${markdown.slice(found[0].length)}`;
}
