import { createRealtime } from '@bureau/client';
import { casesApi, type Case, type CaseSummary } from '@bureau/contracts';
import { expect, it, onTestFinished } from 'vitest';
import type { ApiClient } from '../fixtures/api-client.ts';
import { aDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail } from '../fixtures/mail.ts';
import { until } from '../setup/until.ts';
import { openFlakyLine, type FlakyLine } from './flaky-line.ts';

/** What is on the screen: the list, and the case that is open. Fetched on every word of the desk, as the console does. */
class Screen {
  shown: { list: CaseSummary[]; open: Case } | undefined;

  constructor(
    private readonly api: ApiClient,
    private readonly caseId: number,
  ) {}

  async refresh(): Promise<void> {
    this.shown = await freshLoad(this.api, this.caseId).catch(() => this.shown);
  }
}

async function freshLoad(api: ApiClient, caseId: number) {
  const { items: list } = await api.call(casesApi.list, { query: { limit: 50 } });
  return { list, open: await api.call(casesApi.get, { params: { caseId } }) };
}

async function cookieOf(desk: TestDesk): Promise<string> {
  const { email, password } = desk.agent;
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  const response = await desk.anybody.fetch('/api/v3/session', { method: 'POST', body, headers });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** promises.md, F33: whatever happened to the line, five seconds later the screen is what a fresh page would show. */
it.each<{ what: string; happens: (line: FlakyLine) => void; badge: string[] }>([
  { what: 'is cut and mended', happens: (line) => line.cut(), badge: ['offline'] },
  {
    what: 'falls silent without anybody being told, and speaks again',
    happens: (line) => line.silence(),
    badge: ['live', 'catching-up'],
  },
])('equals a fresh load within five seconds after the line $what', async ({ happens, badge }) => {
  const desk = await aDesk();
  const line = await openFlakyLine(desk.running.httpPort);
  onTestFinished(() => line.close());
  const agent = desk.as(desk.agent);
  const opening = {
    subject: 'The grinder is stuck',
    text: 'No sound.',
    customer: { address: 'john@customer.example' },
  };
  const { id: caseId } = await agent.call(casesApi.open, { body: opening });

  const screen = new Screen(agent, caseId);
  const realtime = createRealtime({ url: `${line.url}/realtime`, headers: { cookie: await cookieOf(desk) } });
  onTestFinished(() => realtime.close());
  for (const room of ['cases', `case:${caseId}`]) realtime.enter(room, () => screen.refresh());
  const isLive = () => screen.shown !== undefined && realtime.state.get().kind === 'live';
  await until(isLive, { what: 'the screen is live', withinMs: 10_000 });
  await desk.drain();

  happens(line);
  await agent.call(casesApi.update, { params: { caseId }, body: { priority: 9, subject: 'The grinder burns' } });
  for (let n = 0; n < 5; n += 1) await sendMail(desk, { from: `customer-${n}@customer.example`, subject: `Mail ${n}` });
  await desk.drain();
  await until(() => badge.includes(realtime.state.get().kind), {
    what: `the badge says ${badge.join(' or ')}`,
    withinMs: 5_000,
  });
  expect(screen.shown?.open.priority).toBe(4);

  line.mend();
  const mended = performance.now();
  const fresh = await freshLoad(agent, caseId);
  const equal = () => isLive() && JSON.stringify(screen.shown) === JSON.stringify(fresh);
  await until(equal, { what: 'the screen equals a fresh load', withinMs: 5_000 });
  console.info(`Fresh screens: equal ${Math.round(performance.now() - mended)} ms after the line was mended`);
});
