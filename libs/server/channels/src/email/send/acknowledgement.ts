/** What the desk says by itself when a mail has opened a case. */
export interface Acknowledgement {
  subject: string;
  text: string;
}

/**
 * Nothing in it was written by the sender, not even the subject: whoever names somebody else's address as theirs must not
 * be able to send them words of their own through us (S6).
 */
export function acknowledgementFor({ caseId, brandName }: { caseId: number; brandName: string }): Acknowledgement {
  return {
    subject: `Re: your request (#${caseId})`,
    text: [
      'Hello,',
      '',
      `thank you for writing to ${brandName}. Your message has arrived, and somebody will read it and answer you.`,
      `Its number is #${caseId}. To add something, just answer this mail.`,
    ].join('\n'),
  };
}
