import type { SMTPServerError } from 'smtp-server';
import type { Behaviour } from './behaviour.ts';
import type { MailWorld } from './world.ts';

/** An SMTP answer that refuses: code 4yz "not now" or 5yz "never" (RFC 5321 §4.2.1). */
export function refusal(responseCode: number, words: string): SMTPServerError {
  return Object.assign(new Error(words), { responseCode });
}

/** What goes wrong inside the sandbox is put off, never accepted. */
export function refusalOf(error: unknown): SMTPServerError {
  return refusal(451, `4.3.0 The sandbox failed: ${String(error).replaceAll(/[^\x20-\x7e]/g, ' ')}`);
}

/** The answer to RCPT TO when the mailbox refuses there; undefined when it goes on to DATA. */
export function refusalAtRecipient(
  world: MailWorld,
  behaviour: Behaviour,
  pair: { from: string; to: string },
): SMTPServerError | undefined {
  switch (behaviour.kind) {
    case 'greylist':
      return world.behaviours.puttingOff(behaviour, pair, world.now()) ? refusal(451, behaviour.words) : undefined;
    case 'reject':
      return behaviour.at === 'recipient' ? refusal(behaviour.code, behaviour.words) : undefined;
    case 'defer-always':
      return refusal(behaviour.code, behaviour.words);
    case 'tls-fail':
      return refusal(454, '4.7.0 TLS is required and could not be negotiated');
    default:
      return undefined;
  }
}
