/** A real mail server on the loopback, for one test: it keeps what it takes, and refuses what it is told to. */
import { SMTPServer } from 'smtp-server';

export interface Taken {
  readonly to: string;
  /** Head and body as they came over the wire, lines unfolded and quoted-printable undone. */
  readonly text: string;
  readonly messageId: string;
  readonly subject: string;
}

export interface PostOffice {
  readonly url: string;
  readonly taken: Taken[];
  /** Answers the next mails with these codes, one each, and takes those after. */
  readonly refuse: (...codes: number[]) => void;
  readonly close: () => Promise<void>;
}

const unquoted = (text: string): string => text.replaceAll('=\r\n', '').replaceAll(/(?:=[0-9A-F]{2})+/g, bytes => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
const header = (text: string, name: string): string => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';

export async function openPostOffice(): Promise<PostOffice> {
  const taken: Taken[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift();
      done(code ? Object.assign(new Error(code < 500 ? 'come back later' : 'nobody of that name'), { responseCode: code }) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        taken.push({ to: session.envelope.rcptTo[0]!.address, text: unquoted(raw), messageId: header(raw, 'Message-ID'), subject: header(raw, 'Subject') });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, taken, refuse: (...codes) => void refusals.push(...codes), close: () => new Promise(resolve => { server.close(() => resolve()); }) };
}
