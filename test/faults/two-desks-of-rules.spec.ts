import { casesApi, rulesApi, systemLogApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { areAtRest, rowsOf, startTwoDesks, stopDesks, type WholeDesk } from '../fixtures/two-desks.ts';
import { until } from '../setup/until.ts';

let desks: [WholeDesk, WholeDesk];
beforeAll(async () => {
  desks = await startTwoDesks({ acknowledge: false });
});
afterAll(() => stopDesks(desks ?? []));

/** Whatever comes in, it writes to the other desk: the worst that an administrator can wish for. */
async function answerEverything({ api }: WholeDesk, to: WholeDesk): Promise<number> {
  const html = '<p>We have your message {{case.id}}.</p>';
  const { id } = await api.call(rulesApi.create, {
    body: {
      ...{ name: 'Answer everything', type: 'inbound-interaction', enabled: true },
      actions: [{ type: 'send-email', recipient: { to: 'address', address: to.address }, subject: 'We have it', html }],
    },
  });
  return id;
}

/** The Message-IDs of what a desk handed over, and of what it was given and made of it. */
async function mailOf({ database }: WholeDesk) {
  const sent = await rowsOf(
    database,
    `SELECT m.message_id AS id FROM deliveries d JOIN messages m ON m.id = d.message_id WHERE d.state = 'sent' ORDER BY m.id`,
  );
  const received = await rowsOf(database, 'SELECT mail_message_id AS id, fate FROM intake_items ORDER BY id');
  return { sent: sent.map(({ id }) => id), received };
}

/** What an hour allows to a machine that answers: its address may be that of a desk whose rules do the same. */
const TO_A_MACHINE = 3;

async function isTold({ api }: WholeDesk): Promise<boolean> {
  const { items } = await api.call(systemLogApi.list, { query: { part: 'rules' } });
  return items.some(({ message }) => message.includes('Look for a rule that answers itself'));
}

/** promises.md F12, F32. */
it('two desks whose rules answer each other come to rest, lose and double nothing, and tell both administrators', async () => {
  const [north, south] = desks;
  const rules = [await answerEverything(north, south), await answerEverything(south, north)];
  const customer = { name: 'South', address: south.address };
  await north.api.call(casesApi.open, { body: { subject: 'Beans', text: 'Here is our offer.', customer } });

  const told = async () => (await isTold(north)) && isTold(south);
  await until(told, { what: 'both administrators are told', withinMs: 60_000 });
  await until(() => areAtRest(desks), { what: 'both are at rest', withinMs: 60_000 });

  const [ofNorth, ofSouth] = [await mailOf(north), await mailOf(south)];
  for (const [from, to] of [
    [ofNorth, ofSouth],
    [ofSouth, ofNorth],
  ] as const) {
    // Each rule speaks up to its limit and no more; what was sent arrived, once each.
    expect(from.sent).toHaveLength(TO_A_MACHINE);
    expect(to.received.map(({ id }) => id).toSorted()).toEqual(from.sent.toSorted());
    expect(to.received.map(({ fate }) => fate)).toEqual(from.sent.map(() => 'message'));
  }

  // That one machine answers is no reason to take the rule from everybody.
  const [one, other] = [
    await north.api.call(rulesApi.get, { params: { ruleId: rules[0] ?? 0 } }),
    await south.api.call(rulesApi.get, { params: { ruleId: rules[1] ?? 0 } }),
  ];
  expect([one.enabled, other.enabled]).toEqual([true, true]);
}, 240_000);
