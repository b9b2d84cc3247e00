/** The way out: a mail server, by nodemailer. */
import type { Carrier, Parcel } from './sender.ts';

/** A mail server by its address (`smtps://name:password@mail.school.example`). The library is loaded with the first mail. */
export function smtpCarrier(of: { url: string; from: string }): Carrier {
  let transport: Promise<{ sendMail: (mail: object) => Promise<unknown>; close: () => void }> | undefined;
  const open = async () => {
    const { default: nodemailer } = await import('nodemailer');
    const bounds = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true };
    return nodemailer.createTransport({ url: of.url, pool: true, maxConnections: 3, maxMessages: Infinity, ...bounds } as object, { from: of.from });
  };
  return {
    domain: of.from.slice(of.from.lastIndexOf('@') + 1).replace(/[^\w.-].*$/, ''),
    rest: async () => {
      const open = transport;
      transport = undefined;
      (await open)?.close();
    },
    carry: async (parcel: Parcel) => {
      transport ??= open();
      await (await transport).sendMail({
        to: { name: '', address: parcel.to }, subject: parcel.subject, text: parcel.text, messageId: parcel.messageId, date: parcel.date,
        // Why: holiday answers must not come back to the school (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
  };
}
