/** The other side: a process that does one piece of work for the web and ends. */
import type { Writable } from 'node:stream';
import { withoutRows } from '../database/index.ts';
import type { Order } from './words.ts';

/** One order, and where its answer is written, if it has one. */
export interface Errand extends Order {
  readonly out: Writable;
}

/** Does what the web asks on the first line, and ends with 0, or with the fault on stderr and 1. It ends at once when the web is gone. */
export async function serveParent(how: (errand: Errand) => Promise<void>): Promise<never> {
  try {
    const order = JSON.parse(await firstLine()) as Order;
    await how({ ...order, out: process.stdout });
    await new Promise<void>(resolve => { process.stdout.write('', () => resolve()); });
    process.exit(0);
  } catch (error) {
    console.error(withoutRows(error));
    process.exit(1);
  }
}

function firstLine(): Promise<string> {
  return new Promise(resolve => {
    let text = '';
    process.stdin.setEncoding('utf8');
    process.stdin.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    process.stdin.once('end', () => process.exit(2));
  });
}
