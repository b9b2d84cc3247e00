/** Reading what belongs to a policy before it is signed, as a browser without JavaScript would. */
import type { Client } from './school.ts';

/** Opens each document that the signing page asks for and says that it was read to its end. Returns their addresses. */
export async function readWhatBelongsTo(client: Client, signing: string): Promise<string[]> {
  const { html } = await client.get(signing);
  const addresses = [...new Set([...html.matchAll(/href="([^"]*\/agreements\/[^"/]+\/with\/[^"]+)"/g)].map(found => found[1]!.replaceAll('&amp;', '&')))];
  for (const address of addresses) {
    const [path, query] = address.split('?') as [string, string | undefined];
    await client.get(address);
    await client.post(path, Object.fromEntries(new URLSearchParams(query ?? '')));
  }
  return addresses;
}
