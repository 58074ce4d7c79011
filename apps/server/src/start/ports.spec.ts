import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { needPorts } from './ports.ts';

const host = '127.0.0.1';
let squatter: Server | undefined;

afterEach(() => squatter?.close());

async function squat(): Promise<number> {
  squatter = createServer().listen(0, host);
  await once(squatter, 'listening');
  const address = squatter.address();
  return typeof address === 'object' && address ? address.port : 0;
}

it('names who holds a port and the variable that moves ours', async () => {
  const port = await squat();

  await expect(needPorts([{ variable: 'PORT', host, port }])).rejects.toThrow(
    new RegExp(
      `^Port ${port} \\(PORT\\) is taken by process ${process.pid} \\(.*\\): stop it or set PORT=${port + 10}\\.$`,
    ),
  );
});

it('is content with a port that is free again', async () => {
  const port = await squat();
  squatter?.close();
  if (squatter) await once(squatter, 'close');

  await expect(needPorts([{ variable: 'PORT', host, port }])).resolves.toBeUndefined();
});

it('refuses one port for two things', async () => {
  const wanted = ['PORT', 'BUREAU_SMTP_PORT'].map((variable) => ({ variable, host, port: 3999 }));

  await expect(needPorts(wanted)).rejects.toThrow('Port 3999 is given twice; set BUREAU_SMTP_PORT to another number.');
});

it('says when the address is not of this machine', async () => {
  await expect(needPorts([{ variable: 'PORT', host: '203.0.113.7', port: 3998 }])).rejects.toThrow(
    /Cannot listen on 203\.0\.113\.7:3998 .* Set BUREAU_HOST/,
  );
});
