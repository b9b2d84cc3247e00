/** The words of mail that leaves. */

/** One mail to put into the outbox. Never a pupil's name in the subject; the body is thin and leads to the sign-in. */
export interface Letter {
  /** `reminder`, `digest`: what lists call it. */
  readonly kind: string;
  readonly person: string | null;
  readonly to: string;
  readonly subject: string;
  /** Plain text; `{site}` stands for the address of the software, which the sender knows. */
  readonly body: string;
  /** The same word twice is one mail. */
  readonly once: string;
  /** Not worth sending after this. */
  readonly expiresAt?: Date;
  /** Whether the body opens something: it is shown to nobody and forgotten as soon as the mail is done with. */
  readonly secret?: boolean;
  /** Whether no list of mails and no count shows it: that it exists tells too much. */
  readonly unlisted?: boolean;
}

export type MailState = 'rests' | 'sent' | 'failed';
export const MAIL_STATES: readonly MailState[] = ['rests', 'sent', 'failed'];

/** A mail as the list shows it: neither its address nor its body. */
export interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly person: string | null;
  readonly subject: string;
  readonly state: MailState;
  readonly secret: boolean;
  readonly tries: number;
  readonly madeAt: Date;
  readonly nextTry: Date;
  readonly doneAt: Date | null;
  readonly fault: string | null;
}

/** A mail on its way out. */
export interface Outgoing {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** This try included. */
  readonly tries: number;
}

/** Minutes to wait after each try that was refused or never answered; after the last there is no other. */
export const WAITS_MINUTES: readonly number[] = [1, 5, 15, 60, 240, 720];
export const MOST_TRIES = WAITS_MINUTES.length + 1;

