import { describe, expect, it } from 'vitest';
import { isServerTrouble, judgeHandOver, type HandOver, type Judgement } from './judge-hand-over.ts';

type Broken = Extract<HandOver, { kind: 'broken' }>;

const broken = (fields: Partial<Broken>): Broken => ({
  kind: 'broken',
  handedOver: false,
  command: 'CONN',
  replyCode: null,
  hopeless: false,
  words: '',
  ...fields,
});

describe('what an attempt means', () => {
  it.each<[string, HandOver, Judgement]>([
    ['taken', { kind: 'accepted', words: '250 Ok', refused: [] }, 'sent'],
    [
      'taken for some',
      { kind: 'accepted', words: '250 Ok', refused: [{ address: 'bo@x.example', words: '550' }] },
      'sent',
    ],
    ['no connection', broken({}), 'later'],
    ['greeted with 421', broken({ replyCode: 421 }), 'later'],
    ['greeted with 554: about the connection, not the message', broken({ replyCode: 554 }), 'later'],
    [
      'our password is wrong: ours to mend, no fault of the message',
      broken({ command: 'AUTH PLAIN', replyCode: 535 }),
      'later',
    ],
    ['STARTTLS refused', broken({ command: 'STARTTLS', replyCode: 554 }), 'later'],
    ['sender deferred', broken({ command: 'MAIL FROM', replyCode: 451 }), 'later'],
    ['sender refused', broken({ command: 'MAIL FROM', replyCode: 550 }), 'failed'],
    ['recipient deferred', broken({ command: 'RCPT TO', replyCode: 450 }), 'later'],
    ['recipient refused', broken({ command: 'RCPT TO', replyCode: 550 }), 'failed'],
    ['commands out of order: the session, not the message', broken({ command: 'RCPT TO', replyCode: 503 }), 'later'],
    ['signing in demanded: ours to mend', broken({ command: 'MAIL FROM', replyCode: 530 }), 'later'],
    ['message deferred', broken({ command: 'DATA', handedOver: true, replyCode: 452 }), 'later'],
    ['message refused', broken({ command: 'DATA', handedOver: true, replyCode: 554 }), 'failed'],
    ['silence after the end', broken({ handedOver: true }), 'unknown'],
    ['silence after the end, even of what seemed hopeless', broken({ handedOver: true, hopeless: true }), 'unknown'],
    ['an attachment is lost', broken({ command: 'API', hopeless: true }), 'failed'],
  ])('%s', (_, handOver, judgement) => {
    expect(judgeHandOver(handOver)).toBe(judgement);
  });
});

describe('whose fault it is', () => {
  it.each<[string, HandOver, boolean]>([
    ['taken', { kind: 'accepted', words: '250 Ok', refused: [] }, false],
    ['nobody answers', broken({}), true],
    ['our password is wrong', broken({ command: 'AUTH PLAIN', replyCode: 535 }), true],
    ['signing in demanded', broken({ command: 'MAIL FROM', replyCode: 530 }), true],
    ['greeted with 421', broken({ replyCode: 421 }), true],
    ['one recipient is refused', broken({ command: 'RCPT TO', replyCode: 550 }), false],
    ['one message hangs after its end', broken({ handedOver: true }), false],
    ['one attachment is lost', broken({ command: 'API', hopeless: true }), false],
  ])('the server’s, or one message’s: %s', (_, handOver, server) => {
    expect(isServerTrouble(handOver)).toBe(server);
  });
});
