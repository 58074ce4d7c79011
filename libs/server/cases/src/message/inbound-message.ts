import type { ActorStamp, AutomaticKind, Channel, MailAddress, SenderCheck } from '@bureau/contracts';

/** A file of a message whose bytes are already durable in the storage. */
export interface StoredFile {
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  contentId: string | null;
  inline: boolean;
}

/** What a channel hands over when a customer says something. */
export interface InboundMessage {
  subject: string;
  text: string;
  /** Characters of `text` that are new. */
  visibleLength: number;
  html: string | null;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  automatic: AutomaticKind | null;
  sender: SenderCheck | null;
  notices: string[];
  author: ActorStamp | null;
  userId: number | null;
  customerId: number | null;
  intakeId: number | null;
  files: StoredFile[];
  /** How it came; by mail when absent. Of the message that opens a case, the case says it. */
  channel?: Channel;
}

const EXCERPT_LENGTH = 200;

/** The beginning of what is new in a message, white space folded, for a row of the list. */
export function excerptOf({ text, visibleLength }: Pick<InboundMessage, 'text' | 'visibleLength'>): string {
  const folded = text.slice(0, Math.max(visibleLength, 1)).slice(0, 2000).replace(/\s+/g, ' ').trim();
  return folded.length > EXCERPT_LENGTH ? `${folded.slice(0, EXCERPT_LENGTH - 1)}…` : folded;
}
