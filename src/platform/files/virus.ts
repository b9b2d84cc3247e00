/** Has a file looked at by ClamAV, where the school runs one (clamd's INSTREAM, man clamd(8)). */
import net from 'node:net';

const PATIENCE_MS = 30_000;
const CHUNK = 65_536;

/** `address` is the path of its socket, or host:port. */
export function lookedAt(address: string, bytes: Uint8Array): Promise<'clean' | 'virus' | 'unchecked'> {
  const [, host, port] = /^([^/:]+):(\d+)$/.exec(address) ?? [];
  return new Promise(resolve => {
    const socket = host ? net.connect({ host, port: Number(port) }) : net.connect({ path: address });
    let said = '';
    const done = (found: 'clean' | 'virus' | 'unchecked'): void => { socket.destroy(); resolve(found); };
    socket.setTimeout(PATIENCE_MS, () => done('unchecked'));
    socket.on('error', () => done('unchecked'));
    socket.on('data', part => { said += part.toString('latin1'); });
    socket.on('close', () => done(/\bOK\b/.test(said) ? 'clean' : /\bFOUND\b/.test(said) ? 'virus' : 'unchecked'));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const part = bytes.subarray(at, at + CHUNK);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        socket.write(length);
        socket.write(part);
      }
      socket.end(Buffer.alloc(4));
    });
  });
}
