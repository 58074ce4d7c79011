import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBlobStorage, createLog, WorkerStopping, type BlobStorage } from '@bureau/platform';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isServerTrouble, judgeHandOver } from '../../delivery/judge-hand-over.ts';
import { composeMail } from './compose-mail.ts';
import { aMailToCompose } from './mail-to-compose.factory.ts';
import { ScriptedReceiver, type Script } from './scripted-receiver.fixture.ts';
import { SmtpSender, type HandOverOptions } from './smtp-sender.ts';

const PATIENCE = { connect: 1000, greeting: 300, silence: 300 };
let folder: string;
let storage: BlobStorage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bureau-sender-'));
  storage = createBlobStorage({ dataDir: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function aSender(outboundSmtpUrl: string): SmtpSender {
  const config = { outboundSmtpUrl, publicUrl: 'http://desk.example' };
  const sender = new SmtpSender(storage, config, createLog('silent'), PATIENCE);
  onTestFinished(() => sender.onApplicationShutdown());
  return sender;
}

async function aReceiver(script: Script = {}): Promise<{ receiver: ScriptedReceiver; url: string }> {
  const receiver = new ScriptedReceiver(script);
  onTestFinished(() => receiver.stop());
  return { receiver, url: await receiver.listen() };
}

function handOver(sender: SmtpSender, options: Partial<HandOverOptions & { recipients: string[] }> = {}) {
  const { recipients = ['ana@customer.example'], ...more } = options;
  const mail = composeMail(aMailToCompose({ recipients, mailMessageId: `${crypto.randomUUID()}@larkspur.example` }));
  const signal = new AbortController().signal;
  return sender.handOver(mail, { files: [], beforeEnd: async () => undefined, signal, ...more });
}

describe('what an attempt tells, point by point of the session', () => {
  it.each<{ when: string; script: Script; handedOver: boolean; replyCode: number | null; means: string }>([
    {
      when: 'the receiver hangs up instead of greeting',
      script: { greeting: 'close' },
      handedOver: false,
      replyCode: null,
      means: 'later',
    },
    {
      when: 'the receiver never greets',
      script: { greeting: 'hang' },
      handedOver: false,
      replyCode: null,
      means: 'later',
    },
    {
      when: 'the receiver is full',
      script: { greeting: '421 4.7.0 Too many connections' },
      handedOver: false,
      replyCode: 421,
      means: 'later',
    },
    {
      when: 'the receiver wants nobody',
      script: { greeting: '554 5.7.1 No service for you' },
      handedOver: false,
      replyCode: 554,
      means: 'later',
    },
    { when: 'it says nothing to EHLO', script: { EHLO: 'hang' }, handedOver: false, replyCode: null, means: 'later' },
    {
      when: 'it hangs up after MAIL FROM',
      script: { MAIL: 'close' },
      handedOver: false,
      replyCode: null,
      means: 'later',
    },
    {
      when: 'it defers the sender',
      script: { MAIL: '451 4.3.0 Not now' },
      handedOver: false,
      replyCode: 451,
      means: 'later',
    },
    {
      when: 'it refuses the sender',
      script: { MAIL: '550 5.7.1 Sender refused' },
      handedOver: false,
      replyCode: 550,
      means: 'failed',
    },
    {
      when: 'it greylists',
      script: { RCPT: '451 4.7.1 Greylisted' },
      handedOver: false,
      replyCode: 451,
      means: 'later',
    },
    {
      when: 'nobody lives there',
      script: { RCPT: '550 5.1.1 No such user' },
      handedOver: false,
      replyCode: 550,
      means: 'failed',
    },
    {
      when: 'it says nothing to RCPT TO',
      script: { RCPT: 'hang' },
      handedOver: false,
      replyCode: null,
      means: 'later',
    },
    { when: 'it hangs up at RCPT TO', script: { RCPT: 'close' }, handedOver: false, replyCode: null, means: 'later' },
    { when: 'it says nothing to DATA', script: { DATA: 'hang' }, handedOver: false, replyCode: null, means: 'later' },
    {
      when: 'it refuses at DATA',
      script: { DATA: '554 5.5.1 No valid recipients' },
      handedOver: false,
      replyCode: 554,
      means: 'failed',
    },
    { when: 'it hangs up at DATA', script: { DATA: 'close' }, handedOver: false, replyCode: null, means: 'later' },
    {
      when: 'it defers after the final dot',
      script: { end: '452 4.3.1 Disk full' },
      handedOver: true,
      replyCode: 452,
      means: 'later',
    },
    {
      when: 'it refuses after the final dot',
      script: { end: '550 5.7.1 That is spam' },
      handedOver: true,
      replyCode: 550,
      means: 'failed',
    },
    {
      when: 'it hangs up after the final dot',
      script: { end: 'close' },
      handedOver: true,
      replyCode: null,
      means: 'unknown',
    },
    {
      when: 'it says nothing after the final dot',
      script: { end: 'hang' },
      handedOver: true,
      replyCode: null,
      means: 'unknown',
    },
  ])('$when: $means', async ({ script, handedOver, replyCode, means }) => {
    const { receiver, url } = await aReceiver(script);

    const result = await handOver(aSender(url));

    expect(result).toMatchObject({ kind: 'broken', handedOver, replyCode });
    expect(judgeHandOver(result)).toBe(means);
    expect(receiver.messages.length, 'copies that left').toBe(handedOver ? 1 : 0);
  });

  it('is sent, with the words of the receiver', async () => {
    const { receiver, url } = await aReceiver();
    const result = await handOver(aSender(url));
    expect(result).toEqual({ kind: 'accepted', words: '250 2.0.0 Ok: queued as A1', refused: [] });
    expect(receiver.messages).toHaveLength(1);
  });
});

describe('what leaves, and what does not', () => {
  it('tells who was refused when others were not', async () => {
    const { receiver, url } = await aReceiver({
      RCPT: (recipient) => (recipient.startsWith('bo@') ? '550 5.1.1 No such user' : '250 Ok'),
    });
    const result = await handOver(aSender(url), { recipients: ['ana@customer.example', 'bo@customer.example'] });
    expect(result).toMatchObject({
      kind: 'accepted',
      refused: [{ address: 'bo@customer.example', words: '550 5.1.1 No such user' }],
    });
    expect(receiver.messages).toHaveLength(1);
  });

  it('tries everybody again when one is deferred and nobody was taken', async () => {
    const { url } = await aReceiver({
      RCPT: (recipient) => (recipient.startsWith('bo@') ? '550 5.1.1 No such user' : '451 4.7.1 Greylisted'),
    });
    const result = await handOver(aSender(url), { recipients: ['ana@customer.example', 'bo@customer.example'] });
    expect(judgeHandOver(result)).toBe('later');
  });

  it('does not end a message whose delivery belongs to another worker by now', async () => {
    const { receiver, url } = await aReceiver();
    const beforeEnd = () => Promise.reject(new Error('It is not ours any more.'));
    const result = await handOver(aSender(url), { beforeEnd });
    expect(result).toMatchObject({ kind: 'broken', handedOver: false, words: 'It is not ours any more.' });
    expect(receiver.messages).toEqual([]);
  });

  it('has handed nothing over when the connection breaks in the middle of the message', async () => {
    const { sha256 } = await storage.put(Buffer.alloc(4_000_000, 'coffee '));
    const { receiver, url } = await aReceiver({ body: 'close' });
    const files = [{ fileName: 'beans.bin', contentType: 'application/octet-stream', sha256, contentId: null }];
    const result = await handOver(aSender(url), { files });
    expect(result).toMatchObject({ kind: 'broken', handedOver: false, replyCode: null });
    expect(judgeHandOver(result)).toBe('later');
    expect(receiver.messages).toEqual([]);
  });

  it('says that it cannot be sent when an attachment is lost, and sends nothing', async () => {
    const { receiver, url } = await aReceiver();
    const files = [
      { fileName: 'beans.bin', contentType: 'application/octet-stream', sha256: 'a'.repeat(64), contentId: null },
    ];
    const result = await handOver(aSender(url), { files });
    expect(result).toMatchObject({ kind: 'broken', handedOver: false, hopeless: true });
    expect(judgeHandOver(result)).toBe('failed');
    expect(receiver.messages).toEqual([]);
  });

  it.each([
    { moment: 'before the end', script: { RCPT: 'hang' }, means: 'later' },
    { moment: 'after the end', script: { end: 'hang' }, means: 'unknown' },
  ] as const)('knows where it was when it is stopped $moment', async ({ script, means }) => {
    const { receiver, url } = await aReceiver(script);
    const stopping = new AbortController();
    const sent = handOver(aSender(url), { signal: stopping.signal });
    await expect
      .poll(() => receiver.commands.length + receiver.messages.length)
      .toBeGreaterThan(means === 'later' ? 2 : 4);
    stopping.abort(new WorkerStopping('The worker stops.'));
    const result = await sent;
    expect(judgeHandOver(result)).toBe(means);
    expect(result).toMatchObject({ ours: true });
    expect(isServerTrouble(result)).toBe(false);
  });

  it('sends one mail after the other over the same connection', async () => {
    const { receiver, url } = await aReceiver();
    const sender = aSender(url);
    for (let mail = 1; mail <= 5; mail++) await handOver(sender);
    expect(receiver.messages).toHaveLength(5);
    expect(receiver.commands.filter((line) => line.startsWith('EHLO')).length).toBeLessThan(5);
  });

  it('reaches the next receiver although the one before was refused', async () => {
    const { url } = await aReceiver({ RCPT: (to) => (to.startsWith('bo@') ? '550 5.1.1 No' : '250 Ok') });
    const sender = aSender(url);
    expect(await handOver(sender, { recipients: ['bo@customer.example'] })).toMatchObject({ replyCode: 550 });
    expect(await handOver(sender)).toMatchObject({ kind: 'accepted' });
  });
});

describe('encryption', () => {
  it('sends nothing to a server whose certificate nobody vouches for (S51)', async () => {
    const { port, received } = await aTlsReceiver();
    for (const url of [`smtp://127.0.0.1:${port.startTls}`, `smtps://127.0.0.1:${port.tls}`]) {
      const result = await handOver(aSender(url));
      expect(result).toMatchObject({ kind: 'broken', handedOver: false, replyCode: null });
      expect(judgeHandOver(result)).toBe('later');
    }
    expect(received).toEqual([]);
  });
});

/** Offers encryption with a certificate that it signed itself. */
async function aTlsReceiver(): Promise<{ port: { startTls: number; tls: number }; received: string[] }> {
  const received: string[] = [];
  const ports = await Promise.all(
    [false, true].map(async (secure) => {
      const server = new SMTPServer({
        secure,
        authOptional: true,
        logger: false,
        onRcptTo: ({ address }, _session, done) => {
          received.push(address);
          done();
        },
      });
      server.on('error', () => undefined);
      onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
      server.listen(0, '127.0.0.1');
      await once(server.server, 'listening');
      const address = server.server.address();
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
  return { port: { startTls: ports[0] ?? 0, tls: ports[1] ?? 0 }, received };
}
