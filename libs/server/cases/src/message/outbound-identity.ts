/** What mail needs to know of us; the e-mail channel answers. Cases know no channel. */
export abstract class OutboundIdentity {
  /** The Message-ID of a reply, without angle brackets: fixed before it is sent, and proof of the case it belongs to. */
  abstract messageIdFor(reply: { caseId: number; messageId: number; mailboxAddress: string }): string;
}
