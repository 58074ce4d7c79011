import type { InboundMail } from '@bureau/domain';
import type { MessageTokens, TokenFacts } from './message-token.ts';

type Tokened = Pick<InboundMail, 'inReplyTo' | 'references' | 'to' | 'cc' | 'deliveredTo'>;

/**
 * The token that says which case a mail answers, or null: first the message it directly answers, then the thread from
 * its end, then the address it went to. The subject is never looked at (S2). `recipients` are the envelope's.
 */
export function findToken(mail: Tokened, tokens: MessageTokens, recipients: readonly string[] = []): TokenFacts | null {
  for (const id of [...mail.inReplyTo, ...mail.references.toReversed()]) {
    const facts = tokens.readMessageId(id);
    if (facts) return facts;
  }
  const addressed = [...mail.to, ...mail.cc].map(({ address }) => address);
  for (const address of [...recipients, ...mail.deliveredTo, ...addressed]) {
    const facts = tokens.readReplyAddress(address);
    if (facts) return facts;
  }
  return null;
}
