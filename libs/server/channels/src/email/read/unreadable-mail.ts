/** Why the parser gave up on a mail; `stopped` says nothing about the mail. */
export type UnreadableReason = 'timeout' | 'memory' | 'crash' | 'stopped';

/** A mail that broke its parser: put it into quarantine with this reason and go on with the next. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
