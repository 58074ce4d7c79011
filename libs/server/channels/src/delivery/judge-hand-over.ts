/** A recipient that the receiver refused while it took the message for others. */
export interface RefusedRecipient {
  address: string;
  words: string;
}

/** What came of one attempt to hand a message over, as facts. */
export type HandOver =
  | { kind: 'accepted'; words: string; refused: RefusedRecipient[] }
  | {
      kind: 'broken';
      /** Whether the end of the message may have left this machine, so that the receiver may have taken it. */
      handedOver: boolean;
      /** What the SMTP session was about: the last command, CONN before any. */
      command: string;
      /** The receiver's reply code; null when there was none. */
      replyCode: number | null;
      /** True when the mail itself cannot be sent, whatever the receiver says: a bad address, a lost attachment. */
      hopeless: boolean;
      words: string;
    };

/** `sent` and `failed` are ends; `later` is tried again; `unknown` waits for a person. */
export type Judgement = 'sent' | 'failed' | 'later' | 'unknown';

/** Commands that are about this message. A refusal of any other one is about the connection, and may pass. */
const ABOUT_THE_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * Decides what an attempt means. An answer is believed (RFC 5321 §4.2.1: 4yz not now, 5yz never); without one, the
 * message is tried again only if its end cannot have reached the receiver: at most one copy ever arrives.
 */
export function judgeHandOver(handOver: HandOver): Judgement {
  if (handOver.kind === 'accepted') return 'sent';
  const { handedOver, replyCode, command, hopeless } = handOver;
  if (replyCode === null) {
    if (handedOver) return 'unknown';
    return hopeless ? 'failed' : 'later';
  }
  // 503 says that the session went wrong, not the message (RFC 5321 §4.2.4).
  const never = replyCode >= 500 && replyCode !== 503;
  return never && ABOUT_THE_MESSAGE.has(command) ? 'failed' : 'later';
}
