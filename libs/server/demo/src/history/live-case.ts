import type { MailFile, WrittenMail } from './write-mail.ts';
import { attach } from '../files/attach.ts';
import type { Line } from '../content/story.ts';
import { DAY, HOUR, inOfficeHours, MINUTE } from './calendar.ts';
import { CaseHistory, type DemoAnswer } from './case-history.ts';
import { UNVERIFIED, VERIFIED } from './demo-ledger.ts';
import type { DemoWorld } from './demo-world.ts';
import { bounceOf, outOfOffice } from './machine-mail.ts';
import type { PlannedCase, PlannedTurn } from './plan-cases.ts';
import { askAndRate } from './rate-case.ts';
import { htmlWithQuote, quoteBelow } from './quote.ts';
import { confer, setAside, takeUp } from './work-case.ts';

/** What befalls the last answer of a case, or the customer's mailbox after it. */
export type Mishap = 'failed' | 'bounced' | 'unknown' | 'away';

/** Plays a planned conversation through, from the first mail to the closing. */
export function liveCase(world: DemoWorld, planned: PlannedCase, mishap: Mishap | null): CaseHistory {
  const history = new CaseHistory(world, planned);
  const firstAnswer = planned.turns.findIndex(({ line }) => line.by === 'agent');
  const lastAnswer = planned.turns.findLastIndex(({ line }) => line.by === 'agent');
  planned.turns.forEach((turn, index) => {
    if (turn.line.by === 'customer') return hear(world, history, turn);
    if (firstAnswer === index) takeUp(world, history, turn.at);
    confer(world, history, turn.at);
    const befalls = index === lastAnswer ? mishap : null;
    history.answer(answerOf(world, history, { turn, befalls, isLast: index === planned.story.lines.length - 1 }));
    if (befalls === 'bounced') history.hear(bounceOf(history, turn.at + 2 * MINUTE));
    if (befalls === 'away') history.hear(outOfOffice(history, turn.at + MINUTE));
  });
  if (planned.story.fate !== undefined) setAside(world, history);
  else if (lastAnswer < 0 && world.chance.happens(0.35)) takeUp(world, history, lateEnough(world, planned));
  wrapUp(world, history);
  return history;
}

function hear(world: DemoWorld, history: CaseHistory, { line, text, at }: PlannedTurn): void {
  const { customer, brand, subject, story } = history.planned;
  const quoting = { quoted: history.latest, language: story.language };
  const files = filesOf(world, history, { line, at });
  const rich = customer.address.length % 3 !== 0;
  const mail: WrittenMail = {
    from: { name: customer.name, address: customer.address },
    to: { name: brand.mailboxName, address: brand.address },
    subject: history.latest ? `Re: ${subject}` : subject,
    at: new Date(at),
    messageId: `${world.chance.hex(20)}@${customer.address.slice(customer.address.indexOf('@') + 1)}`,
    inReplyTo: history.latest?.messageId ?? null,
    references: history.latest ? [...history.latest.references, history.latest.messageId] : [],
    text: quoteBelow(text, quoting),
    html: rich ? htmlWithQuote(text, quoting) : null,
    files,
  };
  history.hear({ mail, sender: customer.address.endsWith('@inkpost.example') ? UNVERIFIED : VERIFIED });
}

/** Some minutes after the last word, but not in the future. */
function lateEnough(world: DemoWorld, { turns }: PlannedCase): number {
  const said = turns.at(-1)?.at ?? world.now;
  return said + Math.min(20 * MINUTE, world.now - said) + MINUTE;
}

function answerOf(
  world: DemoWorld,
  history: CaseHistory,
  { turn, befalls, isLast }: { turn: PlannedTurn; befalls: Mishap | null; isLast: boolean },
): DemoAnswer {
  const status = isLast ? 'resolved' : world.chance.happens(0.7) ? 'pending' : undefined;
  const files = filesOf(world, history, turn);
  return { text: turn.text, at: turn.at, files, status, delivery: deliveryOf(world, history, befalls) };
}

function deliveryOf(world: DemoWorld, { planned }: CaseHistory, befalls: Mishap | null): DemoAnswer['delivery'] {
  const { address } = planned.customer;
  switch (befalls) {
    case 'failed':
      return { state: 'failed', response: `552 5.2.2 <${address}>: the mailbox is full` };
    case 'bounced':
      return { state: 'bounced', response: `${address}: 550 5.1.1 user unknown` };
    case 'unknown':
      return {
        state: 'unknown',
        response: 'The connection broke after the mail was handed over; it may have arrived.',
      };
    default:
      return { state: 'sent', response: `250 2.0.0 Ok: queued as ${world.chance.hex(10).toUpperCase()}` };
  }
}

function filesOf(world: DemoWorld, history: CaseHistory, { line, at }: { line: Line; at: number }): MailFile[] {
  const { brand, customer, facts } = history.planned;
  const about = { chance: world.chance, at: new Date(at), seller: brand.name, buyer: customer.name, facts };
  return (line.files ?? []).map((kind) => attach(kind, about));
}

/** What is left to do when the last word is said: thanks are filed, silence is accepted, old cases are closed. */
function wrapUp(world: DemoWorld, history: CaseHistory): void {
  const { planned } = history;
  const { email } = planned.agent;
  const last = planned.turns.at(-1);
  if (!last || planned.turns.length === 1 || planned.story.fate !== undefined) return;
  const toldAll = planned.turns.length === planned.story.lines.length;
  const thanked = toldAll && last.line.by === 'customer';
  const silent = !toldAll && last.line.by === 'agent' && last.at < world.now - 21 * DAY;

  const filedAt = inOfficeHours(
    last.at + (silent ? 14 * DAY : world.chance.about(3 * HOUR)) + 5 * MINUTE,
    world.chance,
  );
  if ((thanked || silent) && filedAt < world.now) history.update(email, { status: 'resolved' }, filedAt);
  askAndRate(world, history);
  const { status, resolvedAt } = history.state;
  if (status !== 'resolved' || resolvedAt === null) return;
  const closedAt = inOfficeHours(Math.max(resolvedAt.getTime() + 10 * DAY, history.lastAt + MINUTE), world.chance);
  if (closedAt < world.now && world.chance.happens(0.55)) history.update(email, { status: 'closed' }, closedAt);
}
