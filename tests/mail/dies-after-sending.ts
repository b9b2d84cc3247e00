// A program of the mail test: it sends what is due through a real mail server and is killed before it can say so.
import { openDatabase } from '../../src/platform/database/index.ts';
import { sendDue, smtpCarrier } from '../../src/platform/mail/index.ts';

const [databaseUrl = '', smtpUrl = '', now = ''] = process.argv.slice(2);
const carrier = smtpCarrier({ url: smtpUrl, from: 'countersign@school.example' });
await sendDue({
  db: await openDatabase({ url: databaseUrl, connections: 2 }), site: 'https://school.example', now: () => new Date(now),
  carrier: { ...carrier, carry: async parcel => { await carrier.carry(parcel); process.kill(process.pid, 'SIGKILL'); } },
});
