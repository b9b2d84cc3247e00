/** What people send, as it may be kept. */

/** The same fields without the character zero: the database keeps none (PostgreSQL, 8.3), and nobody types one. */
export const plain = <T extends Readonly<Record<string, unknown>>>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? without(value) : Array.isArray(value) ? value.map(one => (typeof one === 'string' ? without(one) : one)) : value])) as T;

const without = (text: string): string => text.replaceAll('\0', '');

/** An address that can be taken apart: one with a broken escape is read letter by letter, so that it leads where nothing is, with the page and headers of every other. */
export function readable(url: string): string {
  try {
    decodeURIComponent(url.split('?', 1)[0]!);
    return url;
  } catch {
    return url.replaceAll('%', '%25');
  }
}
