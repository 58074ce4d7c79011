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
      /** True when the desk itself stopped it: it could not write down that the end leaves, or its worker went down. */
      ours?: boolean;
      /** Before then another attempt makes no sense: a network says so, or shows late what it has. */
      notBefore?: Date;
      /** It may have arrived in part or whole; whoever tries again looks first. */
      mayStand?: boolean;
      words: string;
    };

/** `sent` and `failed` are ends; `later` is tried again; `unknown` waits for a person. */
export type Judgement = 'sent' | 'failed' | 'later' | 'unknown';

/** Commands that are about this message. A refusal of any other one is about the connection, and may pass. */
const ABOUT_THE_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** 503: commands out of order; 530, 534, 535, 538: not signed in (RFC 4954 §6). Ours to mend, whatever they answer. */
const ABOUT_THE_SESSION = new Set([503, 530, 534, 535, 538]);

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
  const never = replyCode >= 500 && !ABOUT_THE_SESSION.has(replyCode);
  return never && ABOUT_THE_MESSAGE.has(command) ? 'failed' : 'later';
}

/** Whether the server, or the way to it, is at fault, so that every other message fares alike. */
export function isServerTrouble(handOver: HandOver): boolean {
  if (handOver.kind === 'accepted' || handOver.handedOver || handOver.hopeless || handOver.ours) return false;
  const { replyCode, command } = handOver;
  return replyCode === null || ABOUT_THE_SESSION.has(replyCode) || !ABOUT_THE_MESSAGE.has(command);
}
