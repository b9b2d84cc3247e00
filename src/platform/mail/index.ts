/** Mail that leaves: the outbox, and the sender that empties it. */
export { sendDue, type Carrier, type Parcel, type Sending } from './sender.ts';
export { smtpCarrier } from './smtp.ts';
export { countMail, exportMail, failedTo, forgetMail, listMail, putInOutbox, tryAgain } from './store.ts';
export { MAIL_STATES, MOST_TRIES, WAITS_MINUTES, type Letter, type Mail, type MailState } from './words.ts';
