import { Injectable } from '@nestjs/common';

/**
 * Stands in stored texts where a mail has the key of a link: the key is made when the mail leaves, and only its hash is
 * kept, so that nobody who reads the case can answer in the customer's place.
 */
export const FEEDBACK_KEY_MARK = 'key-is-in-the-mail';

/** Whatever asks customers for feedback declares how it is linked. */
export interface FeedbackLinkSource {
  /** Where the customer of a case says what he thinks, with the mark for its key; null: his brand does not ask. */
  addressFor(caseId: number): Promise<string | null>;
  /** A new key for the customer of a case; null: his brand does not ask. */
  keyFor(caseId: number): Promise<string | null>;
}

/** Links with which customers rate a case. Cases do not know how that works: who does declares it. */
@Injectable()
export class FeedbackLinks {
  private source: FeedbackLinkSource = { addressFor: async () => null, keyFor: async () => null };

  declare(source: FeedbackLinkSource): void {
    this.source = source;
  }

  addressFor(caseId: number): Promise<string | null> {
    return this.source.addressFor(caseId);
  }

  /** A mail to the customer of a case, as it leaves: marks have become a key. */
  async withKey<Mail extends { text: string; html: string }>(caseId: number, mail: Mail): Promise<Mail> {
    if (!mail.text.includes(FEEDBACK_KEY_MARK) && !mail.html.includes(FEEDBACK_KEY_MARK)) return mail;
    const key = await this.source.keyFor(caseId);
    if (key === null) return mail;
    const keyed = (words: string) => words.replaceAll(FEEDBACK_KEY_MARK, key);
    return { ...mail, text: keyed(mail.text), html: keyed(mail.html) };
  }
}
