import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startTestDesk } from '../fixtures/desk.ts';
import { until } from '../setup/until.ts';

it('answers who was in the middle of a request, and stops although they keep the connection', async () => {
  const desk = await startTestDesk();
  onTestFinished(() => rm(desk.dataDir, { recursive: true, force: true }));
  const client = connect({ port: desk.running.httpPort, host: '127.0.0.1' });
  onTestFinished(() => void client.destroy());
  let heard = '';
  client.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const body = JSON.stringify({ email: desk.agent.email, password: desk.agent.password });
  const head = ['POST /api/v3/session HTTP/1.1', 'host: desk.example', 'content-type: application/json'];
  client.write([...head, `content-length: ${body.length}`, 'expect: 100-continue', '', ''].join('\r\n'));
  await until(() => heard.includes('100 Continue'), { what: 'the request has begun', withinMs: 5_000 });

  const stopping = desk.stop();
  const refused = () =>
    desk.anybody.fetch('/health/live').then(
      () => false,
      () => true,
    );
  await until(refused, { what: 'nobody new is let in', withinMs: 10_000 });
  client.write(body);
  await until(() => /HTTP\/1\.1 201/.test(heard), { what: 'the request is answered', withinMs: 5_000 });

  const start = performance.now();
  await stopping;
  expect(performance.now() - start).toBeLessThan(5_000);
  await desk.database.drop();
});
