/** Changes single entries of a policy's front matter and leaves every other character as it was written. */
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** What is stamped into a document: set when an edition is begun and when it is approved. */
export interface Stamp {
  readonly edition?: string;
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
  const entries: [string[], string | undefined][] = [
    [['edition'], stamp.edition && JSON.stringify(stamp.edition)], [['approved', 'on'], stamp.approvedOn], [['in-force'], stamp.inForce], [['review', 'next'], stamp.nextReview],
  ];
  let yaml = found[1]!;
  for (const [path, value] of entries) if (value !== undefined) yaml = withEntry(yaml, path, value);
  return `---\n${yaml}\n---${markdown.slice(found[0].length)}`;
}

/** One entry set, one or two names deep: replaced where it stands, else added to its mapping, else added as a line. */
function withEntry(yaml: string, path: readonly string[], value: string): string {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' });
  const top = document.contents;
  if (document.errors.length > 0 || !isMap(top)) return yaml;
  const [name = '', inner] = path;
  const there = document.getIn(path, true);
  if (isScalar(there) && there.range) return splice(yaml, there.range[0], there.range[1], value);
  const map = inner === undefined ? null : top.get(name, true);
  if (isMap(map) && map.range) return addTo(yaml, map, inner!, value);
  return `${yaml}\n${name}: ${inner === undefined ? value : `{ ${inner}: ${value} }`}`;
}

function addTo(yaml: string, map: YAMLMap, name: string, value: string): string {
  const [start, end] = map.range!;
  if (map.flow) {
    const close = yaml.lastIndexOf('}', end);
    const before = yaml.slice(start + 1, close).trimEnd();
    return splice(yaml, start, close + 1, `{${before ? `${before}, ` : ' '}${name}: ${value} }`);
  }
  const indent = ' '.repeat(start - (yaml.lastIndexOf('\n', start - 1) + 1));
  return splice(yaml, end, end, `${yaml[end - 1] === '\n' ? '' : '\n'}${indent}${name}: ${value}${yaml[end - 1] === '\n' ? '\n' : ''}`);
}

const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
