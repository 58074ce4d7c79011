import { DAY, HOUR, MINUTE } from './calendar.ts';
import type { CaseHistory } from './case-history.ts';
import { arrive, UNVERIFIED, VERIFIED } from './demo-ledger.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Row } from './demo-rows.ts';
import type { WrittenMail } from './write-mail.ts';

/** How many ledger items {@link arriveOddly} adds. */
export const ODD_MAILS = 14;

/** Mails that became no message, each with the reason that the intake gives. */
export function arriveOddly(world: DemoWorld, histories: readonly CaseHistory[]): void {
  const recent = histories.filter(({ latest }) => latest?.messageId.startsWith('c')).slice(-24);
  arriveTwice(world, 4);
  recent.slice(0, 3).forEach((history, index) => colleagueAnswers(world, history, index));
  IMPOSTORS.forEach((words, index) => pretendToBeAgent(world, words, index));
  strayMail(world, recent);
  unreadable(world);
}

function plainMail(
  world: DemoWorld,
  fields: Pick<WrittenMail, 'from' | 'to' | 'subject' | 'text'> & { ago: number } & Partial<WrittenMail>,
): WrittenMail {
  const { ago, ...mail } = fields;
  const domain = mail.from.address.slice(mail.from.address.indexOf('@') + 1);
  const at = new Date(Math.floor((world.now - ago) / 1000) * 1000);
  return {
    at,
    messageId: `${world.chance.hex(20)}@${domain}`,
    inReplyTo: null,
    references: [],
    html: null,
    files: [],
    ...mail,
  };
}

/** A mail server that did not hear our 250 sends the same mail once more. */
function arriveTwice(world: DemoWorld, count: number): void {
  const messages = world.rows.of('intake_items').filter(({ fate }) => fate === 'message');
  for (const item of messages.slice(-count * 9).filter((_, index) => index % 9 === 0)) {
    world.rows.add('intake_items', repeated(world, item));
  }
}

function repeated(world: DemoWorld, item: Row): Row {
  const at = new Date(new Date(String(item['received_at'])).getTime() + 41_000).toISOString();
  const envelope =
    item['mailbox_id'] === world.brands.larkspur.mailboxId ? world.brands.larkspur : world.brands.tideline;
  return {
    ...item,
    id: world.ids.next('intake_items'),
    external_id: `${world.chance.hex(8)}-${world.chance.hex(4)}-4${world.chance.hex(3)}-b${world.chance.hex(3)}-${world.chance.hex(12)}-${envelope.mailboxId}`,
    received_at: at,
    settled_at: at,
    fate: 'duplicate',
    reason: `The same mail came before, to ${envelope.address} (item ${String(item['id'])}).`,
    message_id: null,
  };
}

/** Somebody who takes no part in the case answers our mail: it was forwarded to them. */
function colleagueAnswers(world: DemoWorld, history: CaseHistory, index: number): void {
  const { planned, latest, id } = history;
  if (!latest) return;
  const text = [
    'Your mail was passed on to me, I look after this now. Please send everything about it to my address from here on.',
    'I am sitting next to the person you wrote to. Could you copy me in? We decide this together.',
    'Taking over from my colleague, who has left the company. What is the state of this?',
  ][index % 3];
  const from = {
    name: 'Robin Ellery',
    address: `robin.ellery@${planned.customer.address.split('@')[1] ?? 'sundial.example'}`,
  };
  const answer = { inReplyTo: latest.messageId, references: [...latest.references, latest.messageId] };
  const to = { name: planned.brand.mailboxName, address: planned.brand.address };
  const mail = plainMail(world, {
    from,
    to,
    subject: `Re: ${planned.subject}`,
    text: text ?? '',
    ago: (index + 1) * 5 * HOUR,
    ...answer,
  });
  const reason = 'The mail answers a message of this case, but its sender takes no part in the case.';
  arrive(world, { mail, brand: world.brands[planned.brand.key], fate: 'held', reason, sender: VERIFIED, caseId: id });
}

const IMPOSTORS = [
  'Please reset my password and send it to this address, I am locked out and a customer is waiting.',
  'Kindly change the bank account on all invoices that go out from today. I will explain on Monday.',
];

/** Anybody can write a user's address into From. */
function pretendToBeAgent(world: DemoWorld, text: string, index: number): void {
  const [agent] = [...world.users.values()].slice(index);
  const brand = world.brands.larkspur;
  if (!agent) return;
  const from = { name: agent.name, address: agent.email };
  const to = { name: brand.mailboxName, address: brand.address };
  const mail = plainMail(world, { from, to, subject: 'Urgent', text, ago: (index + 2) * DAY + 3 * HOUR });
  const reason = 'The mail claims to come from one of our users, but nothing proves it.';
  arrive(world, { mail, brand, fate: 'held', reason, sender: UNVERIFIED });
}

/** Reports on mail that we never sent, and our own mail that came back to us. */
function strayMail(world: DemoWorld, recent: readonly CaseHistory[]): void {
  const { larkspur, tideline } = world.brands;
  for (const [index, brand] of [larkspur, tideline].entries()) {
    const from = { name: 'Mail Delivery System', address: 'mailer-daemon@elsewhere.example' };
    const text =
      'Your message could not be delivered to one recipient:\n\n<someone@elsewhere.example>: 550 5.7.1 rejected as unwanted';
    const fields = {
      from,
      to: { name: '', address: brand.address },
      subject: 'Delivery Status Notification (Failure)',
      text,
    };
    const mail = plainMail(world, { ...fields, ago: (index + 1) * 2 * DAY, headers: ['Auto-Submitted: auto-replied'] });
    const reason = 'A mail system reports on a message that this desk did not send.';
    arrive(world, { mail, brand, fate: 'suppressed', reason, sender: UNVERIFIED, envelopeFrom: '' });
  }
  const own = recent.at(-1);
  if (!own?.latest) return;
  const brand = world.brands[own.planned.brand.key];
  const fields = {
    from: { name: brand.mailboxName, address: brand.address },
    to: { name: '', address: brand.address },
  };
  const mail = plainMail(world, {
    ...fields,
    subject: `Re: ${own.planned.subject}`,
    text: own.latest.text,
    ago: 50 * MINUTE,
    messageId: own.latest.messageId,
  });
  arrive(world, {
    mail,
    brand,
    fate: 'suppressed',
    reason: 'This installation sent the mail itself.',
    sender: UNVERIFIED,
    caseId: own.id,
  });
}

/** Put aside with its reason, the mails behind it went on; running it again succeeds. */
function unreadable(world: DemoWorld): void {
  const brand = world.brands.tideline;
  const reasons = [
    'The mail was not read within 10000 ms.',
    'The mail needs more memory to read than one mail may use.',
  ];
  reasons.forEach((words, index) => {
    const mail = plainMail(world, {
      from: { name: 'Harbour Printing', address: 'offers@harbour-printing.example' },
      to: { name: brand.mailboxName, address: brand.address },
      subject: 'Stickers for your kayaks',
      text: 'We print stickers that survive salt water. Shall we send you a sample with your logo on it?',
      ago: (index * 6 + 1) * DAY + 90 * MINUTE,
    });
    arrive(world, {
      mail,
      brand,
      fate: 'failed',
      reason: `It could not be read: ${words}`,
      sender: null,
      readable: false,
    });
  });
}
