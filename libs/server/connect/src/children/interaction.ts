import type { MailAddress } from '@bureau/contracts';

/** Something said on a channel, as the sync reads it. */
export interface Interaction {
  id: number;
  direction: 'in' | 'out';
  channel: string;
  subject: string;
  text: string;
  html: string | null;
  fromName: string;
  fromAddress: string;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  /** Without angle brackets; null: it never was a mail of its own. */
  messageId: string | null;
  at: Date;
}

/** Where in Salesforce it belongs. */
export interface Place {
  caseId: string;
  contactId: string | null;
}

/** Fields of a row of Salesforce, as it is sent. */
export type Fields = Record<string, string | number | boolean | null>;
