import path from 'node:path';
import * as z from 'zod';

/** What the school's ICT manager may set from outside. */
export type Config = {
  /** TCP port of the web server. */
  port: number;
  /** Name or address to listen on. 'localhost' means this machine alone, on IPv4 and IPv6. */
  host: string;
  /** Absolute folder of the built-in database and everything else we keep. */
  dataDir: string;
  /** The owner's URL of a PostgreSQL of the school's own; undefined runs the built-in one. */
  databaseUrl: string | undefined;
  /** The address people type, without a slash at the end. */
  publicUrl: string;
  /** Whether this is the real thing: no persona links, secure cookies when the address is https. */
  production: boolean;
  /** The mail server that mail leaves by, `smtps://name:password@host`; undefined lets it rest. */
  smtpUrl: string | undefined;
  /** The address that mail comes from. */
  mailFrom: string;
  /** The hour of the school's day, 0 to 23 in London, from which the day's reminders go out. */
  chaseHour: number;
  /** Where ClamAV listens: the path of its socket or host:port; undefined where there is none. */
  virusScanner: string | undefined;
};

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]*\/[^/?]+/)
    .optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/?$/)
    .optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/)
    .optional(),
  MAIL_FROM: z.email().optional(),
  CHASE_HOUR: z
    .string()
    .regex(/^([01]?\d|2[0-3])$/)
    .transform(Number)
    .default(8),
  CLAMAV: z
    .string()
    .regex(/^(\/[^\s]+|[^\s/:]+:\d+)$/)
    .optional(),
});

const remedies: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: 'a port number from 0 to 65535, such as 4000',
  HOST: 'a name or address to listen on, such as localhost or 0.0.0.0',
  DATA_DIR: 'a folder to keep the data in, such as ./data',
  DATABASE_URL: 'an address like postgres://owner:password@host:5432/database, or leave it out to use the built-in database',
  PUBLIC_URL: 'the address people type, like https://ict.school.example',
  NODE_ENV: 'development, production or test',
  SMTP_URL: 'a mail server like smtps://name:password@mail.school.example, or leave it out and mail rests in the outbox',
  MAIL_FROM: 'the address mail comes from, like ict@school.example',
  CHASE_HOUR: 'an hour from 0 to 23, such as 8',
  CLAMAV: 'where ClamAV listens, like /run/clamav/clamd.ctl or localhost:3310, or leave it out',
};

/**
 * Read and check the settings. This is the only reader of the environment.
 * @throws Error with one line per wrong setting and what it should be
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const named = Object.fromEntries(Object.keys(remedies).map((name) => [name, environment[name] || undefined]));
  const read = Environment.safeParse(named);
  if (!read.success) throw new Error(read.error.issues.map((issue) => complaint(named, String(issue.path[0]))).join('\n'));
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, NODE_ENV, SMTP_URL, MAIL_FROM, CHASE_HOUR, CLAMAV } = read.data;
  const publicUrl = (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
  return {
    port: PORT,
    host: HOST,
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    publicUrl,
    production: NODE_ENV === 'production',
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM ?? `countersign@${new URL(publicUrl).hostname}`,
    chaseHour: CHASE_HOUR,
    virusScanner: CLAMAV,
  };
}

/** The folder a command was typed in: npm runs its scripts in the project and keeps the caller's folder in INIT_CWD. */
export const callerFolder = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** What a child process is given of the environment: all but options meant for this process alone. */
export const environmentOfChild = (): Record<string, string | undefined> => ({ ...process.env, NODE_OPTIONS: '' });

function complaint(environment: Record<string, string | undefined>, name: string): string {
  // Why not shown: these addresses hold passwords, and errors end up in logs.
  const shown = name === 'DATABASE_URL' || name === 'SMTP_URL' ? 'The value given' : JSON.stringify(environment[name]);
  return `${name}: ${shown} will not do. Set ${name} to ${remedies[name as keyof typeof remedies]}.`;
}
