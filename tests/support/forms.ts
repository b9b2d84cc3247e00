/** Forms as a browser without JavaScript would send them. */

/** The hidden fields of the page, which go with whatever is typed. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: id="[^"]+")? value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
}

/** A signing page as it is sent with everything ticked that is to be said: its hidden fields and its statements. */
export const formToSign = (html: string): Record<string, string> =>
  ({ ...hiddenFields(html), ...Object.fromEntries([...html.matchAll(/type="checkbox" id="(say-\d+)"/g)].map(([, name]) => [name!, 'yes'])) });

/** A page without the keys of its forms: each drawing has others. */
export const withoutKeys = (html: string): string => html.replaceAll(/(name="form-key" value=")[^"]*/g, '$1');
