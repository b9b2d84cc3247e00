/** The words of a page as a reader meets them, and in which language each is said to be. */

export interface Text {
  readonly words: string;
  /** As the nearest `lang` attribute says. */
  readonly language: string;
  /** Where it stands: an element's name, or an attribute. */
  readonly where: string;
}

const READ = ['title', 'alt', 'placeholder', 'aria-label', 'data-head', 'label'];
const VOID = new Set(['meta', 'link', 'input', 'br', 'img', 'hr', 'path', 'rect', 'circle', 'wbr', 'col']);
const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll(/\s+/g, ' ').trim();

/** Every text and every attribute that is read out, in order. Code and what people typed into fields are left out. */
export function textsOf(html: string): Text[] {
  const found: Text[] = [];
  const open: { name: string; language: string }[] = [{ name: '', language: '' }];
  for (const [, words, closes, name = '', attributes = ''] of html.matchAll(/([^<]+)|<(\/?)([a-z][\w-]*)((?:\s[^>]*)?)\/?>/gi)) {
    const here = open.at(-1)!;
    if (words !== undefined) {
      if (plain(words) && !['script', 'style', 'code', 'textarea', 'kbd'].includes(here.name)) found.push({ words: plain(words), language: here.language, where: here.name });
    } else if (closes) {
      const at = open.findLastIndex(one => one.name === name);
      if (at > 0) open.length = at;
    } else {
      const language = / lang="([^"]*)"/.exec(attributes)?.[1] ?? here.language;
      for (const [, attribute, value] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) if (READ.includes(attribute!) && plain(value!)) found.push({ words: plain(value!), language, where: attribute! });
      if (!VOID.has(name) && !attributes.endsWith('/')) open.push({ name, language });
    }
  }
  return found;
}
