import { domainOf, parsePeople } from './address.ts';
import type { CustomerMail, CustomerReply, RawMail, SentMail } from './customer-mail.ts';
import type { StoredMail } from './mailboxes.ts';
import { readMail } from './read-mail.ts';
import { NotTaken, submitMail, type Envelope } from './submit-mail.ts';
import { keepMail, type MailWorld } from './world.ts';
import { answerTo, newMessageId, writeMail } from './write-mail.ts';

/** A domain that the sandbox does not own: mail from its envelopes aligns with nobody (RFC 7489 §3.1). */
const FORGER = 'someone@elsewhere.invalid';

/** A person writes a mail; it goes to the desk over SMTP and into their sent folder. Throws NotTaken. */
export async function sendAs(world: MailWorld, address: string, mail: CustomerMail): Promise<SentMail> {
  const person = world.people.meet(address);
  const messageId = mail.messageId ?? newMessageId(world.newId(), person.address);
  const unsigned = await writeMail({ person, mail, messageId, date: world.now() });
  const raw = mail.forged ? unsigned : await world.domains.sign(unsigned, person.address);
  const envelope = {
    from: mail.forged ? FORGER : person.address,
    to: parsePeople([mail.to, mail.cc ?? ''].filter((list) => list !== '').join(', ')).map((one) => one.address),
  };
  return handOver(world, { address: person.address, messageId, envelope, raw });
}

/** A person answers a mail in their mailbox. */
export async function replyAs(world: MailWorld, answered: StoredMail, reply: CustomerReply): Promise<SentMail> {
  const person = world.people.meet(answered.address);
  const content = await readMail(world.mailboxes.raw(answered));
  return sendAs(world, person.address, answerTo(content, person, reply));
}

/** Submits bytes as they are; kept as sent mail when a person of this world is the envelope's sender. */
export async function submitRaw(world: MailWorld, { from, to, raw }: RawMail): Promise<SentMail> {
  const { messageId } = await readMail(raw);
  const address = world.people.find(from)?.address ?? null;
  return handOver(world, { address, messageId, envelope: { from, to }, raw });
}

type HandOver = { address: string | null; messageId: string; envelope: Envelope; raw: Buffer };

async function handOver(world: MailWorld, { address, messageId, envelope, raw }: HandOver): Promise<SentMail> {
  try {
    const response = await submitMail(world.desk, envelope, raw);
    const kept = address === null ? null : await keepMail(world, { address, folder: 'sent', envelope, raw });
    return { id: kept?.id ?? null, messageId, response };
  } catch (error) {
    const words = error instanceof NotTaken ? error.message : String(error);
    const who = address ?? (envelope.from || `nobody at ${domainOf(envelope.to[0] ?? '')}`);
    world.log.add({
      kind: 'send-failed',
      address: who,
      words: `The mail of ${who} was not taken: ${words}`,
      messageId,
    });
    throw error;
  }
}
