import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The network between a screen and its desk: it can be cut, and it can fall silent without anybody being told. */
export interface FlakyLine {
  /** Where the screen believes the desk to be. */
  url: string;
  /** Every connection breaks, and none can be made until `mend`. */
  cut(): void;
  /** Nothing gets through, but connections stay open: what a dead access point looks like. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openFlakyLine(port: number): Promise<FlakyLine> {
  let state: 'open' | 'cut' | 'silent' = 'open';
  const pairs = new Set<[Socket, Socket]>();
  const line = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect({ port, host: '127.0.0.1' });
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
      if (state === 'silent') from.pause();
    }
    near.on('close', () => pairs.delete(pair));
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const address = line.address();
  const all = () => [...pairs].flat();

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    cut: () => {
      state = 'cut';
      for (const socket of all()) socket.destroy();
    },
    silence: () => {
      state = 'silent';
      for (const socket of all()) socket.pause();
    },
    mend: () => {
      state = 'open';
      for (const socket of all()) socket.resume();
    },
    close: async () => {
      for (const socket of all()) socket.destroy();
      line.close();
      await once(line, 'close');
    },
  };
}
