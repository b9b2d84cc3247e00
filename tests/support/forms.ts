/** Forms as a browser without JavaScript would send them. */

/** The hidden fields of the page, which go with whatever is typed. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: id="[^"]+")? value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
}
