import type { Behaviour, BehaviourOf } from './behaviour.ts';
import { writeBounce } from './bounce.ts';
import { CustomerMail } from './customer-mail.ts';
import { readMail, type MailContent } from './read-mail.ts';
import type { RobotMail } from './robot-post.ts';
import type { MailWorld } from './world.ts';
import { newMessageId, replyAddresses, writeMail } from './write-mail.ts';

/** A mail that was accepted for `recipient`; `sender` is the envelope's, '' for the null sender. */
export type Arrival = { recipient: string; sender: string; raw: Buffer };

/** What a mailbox answers by itself, if anything. */
export async function robotAnswer(
  world: MailWorld,
  behaviour: Behaviour,
  arrival: Arrival,
): Promise<RobotMail | undefined> {
  switch (behaviour.kind) {
    case 'accept-then-bounce':
      return arrival.sender === '' ? undefined : bounce(world, behaviour, arrival);
    case 'auto-reply':
      return absence(world, behaviour, arrival);
    case 'loop':
      return rudeAnswer(world, behaviour, arrival);
    default:
      return undefined;
  }
}

/** To the envelope's sender with a null return path, so that nobody can bounce a bounce (RFC 3464 §2). */
async function bounce(
  world: MailWorld,
  behaviour: BehaviourOf<'accept-then-bounce'>,
  { recipient, sender, raw }: Arrival,
): Promise<RobotMail> {
  const messageId = newMessageId(world.newId(), `postmaster@mx.${recipient.split('@').at(-1)}`);
  const bytes = writeBounce({
    messageId,
    date: world.now(),
    recipient,
    returnTo: sender,
    status: behaviour.status,
    words: behaviour.words,
    original: raw,
  });
  const envelope = { from: '', to: [sender] };
  return { about: 'A bounce', address: recipient, messageId, envelope, raw: bytes };
}

/** A polite absence note: says that it is automatic, and never answers machines (RFC 3834 §2, §3). */
async function absence(
  world: MailWorld,
  behaviour: BehaviourOf<'auto-reply'>,
  arrival: Arrival,
): Promise<RobotMail | undefined> {
  const content = await readMail(arrival.raw);
  if (arrival.sender === '' || isMachineMail(content)) return undefined;

  const headers = { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply', 'X-Auto-Response-Suppress': 'All' };
  const subject = `Automatic reply: ${content.subject}`;
  const written = await write(world, arrival, { to: arrival.sender, subject, text: behaviour.text, headers, content });
  return { ...written, about: 'An absence note', envelope: { from: '', to: [arrival.sender] } };
}

/** What a loop guard must survive: answers everything, machines too, and looks like a person. */
async function rudeAnswer(
  world: MailWorld,
  behaviour: BehaviourOf<'loop'>,
  arrival: Arrival,
): Promise<RobotMail | undefined> {
  const content = await readMail(arrival.raw);
  const to = replyAddresses(content)[0] ?? arrival.sender;
  if (to === '' || answersSoFar(world, arrival.recipient) >= behaviour.limit) return undefined;

  const subject = `Re: ${content.subject.replace(/^(re:\s*)+/i, '')}`;
  const written = await write(world, arrival, { to, subject, text: behaviour.text, headers: {}, content });
  return { ...written, about: 'A robot’s answer', envelope: { from: arrival.recipient, to: [to] } };
}

type Answer = { to: string; subject: string; text: string; headers: Record<string, string>; content: MailContent };

async function write(world: MailWorld, { recipient }: Arrival, { content, ...answer }: Answer) {
  const messageId = newMessageId(world.newId(), recipient);
  const mail = CustomerMail.parse({
    ...answer,
    inReplyTo: content.messageId || undefined,
    references: [...content.references, content.messageId].filter((id) => id !== ''),
  });
  const unsigned = await writeMail({ person: world.people.meet(recipient), mail, messageId, date: world.now() });
  return { address: recipient, messageId, raw: await world.domains.sign(unsigned, recipient) };
}

function isMachineMail({ headers }: MailContent): boolean {
  const automatic = (headers['auto-submitted'] ?? 'no').toLowerCase() !== 'no';
  const bulk = /^(bulk|list|junk|auto_reply)$/i.test(headers['precedence'] ?? '');
  return automatic || bulk || 'list-id' in headers || 'x-auto-response-suppress' in headers;
}

/** A loop must show itself in the counts, not fill the disk. */
function answersSoFar(world: MailWorld, recipient: string): number {
  return world.mailboxes.list(recipient).filter((mail) => mail.folder === 'inbox').length - 1;
}
