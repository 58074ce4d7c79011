import { systemLogApi } from '@bureau/contracts';
import { expect, it } from 'vitest';
import { aDesk } from '../../../../../test/fixtures/desk.ts';
import type { HandOver } from './judge-hand-over.ts';
import { WatchOutboundServer } from './watch-outbound-server.ts';

const UNREACHABLE: HandOver = {
  kind: 'broken',
  handedOver: false,
  command: 'CONN',
  replyCode: null,
  hopeless: false,
  words: 'connect ECONNREFUSED',
};
const TAKEN: HandOver = { kind: 'accepted', words: '250 Ok', refused: [] };

it('tells administrators once that the outbound server is down, and once that it works again', async () => {
  const desk = await aDesk();
  const watch = desk.running.get(WatchOutboundServer);
  for (const handOver of [UNREACHABLE, TAKEN, ...Array<HandOver>(6).fill(UNREACHABLE), TAKEN, TAKEN])
    await watch.note(handOver);

  const { items } = await desk.as(desk.administrator).call(systemLogApi.list, { query: { limit: 20 } });
  expect(items.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    expect.stringContaining('info: The outbound mail server 127.0.0.1:9 works again'),
    expect.stringContaining('error: The outbound mail server 127.0.0.1:9 cannot be used: connect ECONNREFUSED'),
  ]);
});
