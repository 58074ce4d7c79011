import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token of ours names. `messageId` is null in reply addresses, which stand for the whole case. */
export interface TokenFacts {
  caseId: number;
  messageId: number | null;
}

/** What is signed into a Message-ID; fixed before the mail is sent, so that every attempt carries the same one. */
export interface MessageIdFacts {
  caseId: number;
  messageId: number;
  /** Domain of the sending mailbox. */
  domain: string;
}

/** Characters of the signature: base32, five bits each. 26 make 130 bits, beyond guessing. */
const SIGNATURE_LENGTH = 26;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const NUMBER = '([1-9]\\d{0,14})';
const MESSAGE_ID = new RegExp(`^c${NUMBER}\\.m${NUMBER}\\.([a-z2-7]{${SIGNATURE_LENGTH}})@[^@\\s]+$`);
const REPLY_ADDRESS = new RegExp(`\\+c${NUMBER}\\.([a-z2-7]{${SIGNATURE_LENGTH}})@[^@\\s]+$`);

/**
 * Signs and recognises the ids of our own mail: Message-IDs like `c1042.m77.<signature>@larkspur.example` and reply
 * addresses like `support+c1042.<signature>@larkspur.example`. The key belongs to one installation, so that nothing of
 * another one ever matches (S1); signatures are compared in constant time (S12). Both forms survive lower-casing.
 */
export class MessageTokens {
  readonly #key: Uint8Array;

  /** `key`: at least 32 bytes, kept secret, the same for the life of the installation. */
  constructor(key: Uint8Array) {
    if (key.length < 32) throw new Error('The key for message tokens is too short: give at least 32 random bytes.');
    this.#key = key;
  }

  /** The Message-ID for one of our messages, without angle brackets. */
  messageId({ caseId, messageId, domain }: MessageIdFacts): string {
    return `c${caseId}.m${messageId}.${this.#sign(`message ${caseId} ${messageId}`)}@${domain}`;
  }

  /** The address that answers to this case go to: `mailbox` with the signed case as its `+detail`. */
  replyAddress(mailbox: string, caseId: number): string {
    const at = mailbox.lastIndexOf('@');
    const local = mailbox.slice(0, at).replace(/\+.*$/, '');
    return `${local}+c${caseId}.${this.#sign(`reply ${caseId}`)}${mailbox.slice(at)}`;
  }

  /** What a Message-ID of ours names; null for every other text, however alike. */
  readMessageId(messageId: string): TokenFacts | null {
    const [, caseId, ours, signature = ''] = MESSAGE_ID.exec(messageId.replace(/^<|>$/g, '').toLowerCase()) ?? [];
    if (!this.#isSignature(signature, `message ${caseId} ${ours}`)) return null;
    return { caseId: Number(caseId), messageId: Number(ours) };
  }

  /** The case a reply address of ours names; null for every other address. */
  readReplyAddress(address: string): TokenFacts | null {
    const [, caseId, signature = ''] = REPLY_ADDRESS.exec(address.replace(/^<|>$/g, '').toLowerCase()) ?? [];
    if (!this.#isSignature(signature, `reply ${caseId}`)) return null;
    return { caseId: Number(caseId), messageId: null };
  }

  #sign(text: string): string {
    const digest = createHmac('sha256', this.#key).update(`bureau mail token 1\n${text}`).digest();
    return base32(digest).slice(0, SIGNATURE_LENGTH);
  }

  #isSignature(signature: string, text: string): boolean {
    const expected = Buffer.from(this.#sign(text));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function base32(bytes: Uint8Array): string {
  let result = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) result += ALPHABET[(buffer >> (bits - 5)) & 31];
  }
  return result;
}
