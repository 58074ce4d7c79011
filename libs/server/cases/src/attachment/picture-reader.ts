import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import type { ThumbnailAnswer } from './thumbnail.worker.ts';

/** Beside this file in development and tests, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './thumbnail.worker.ts' : './thumbnail.worker.js',
  import.meta.url,
);

/** Milliseconds for one picture, the start of the thread included. */
const PATIENCE = 20_000;

/** Makes pictures small in a thread of its own, one at a time, with limits of pixels, time and memory. */
@Injectable()
export class PictureReader implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** WebP of at most 320 pixels a side; null when the bytes are no picture, or too much of one. */
  small(image: Uint8Array): Promise<Uint8Array | null> {
    const turn = this.last.then(() => this.ask(image));
    this.last = turn;
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private ask(image: Uint8Array): Promise<Uint8Array | null> {
    const worker = this.start();
    return new Promise((resolve) => {
      const settle = (picture: Uint8Array | null) => {
        clearTimeout(timer);
        worker.off('message', hear).off('error', giveUp).off('exit', giveUp).unref();
        resolve(picture);
      };
      const hear = ({ picture }: ThumbnailAnswer) => settle(picture);
      const giveUp = () => {
        this.worker = undefined;
        settle(null);
        void worker.terminate();
      };
      const timer = setTimeout(giveUp, PATIENCE);
      worker.on('message', hear).on('error', giveUp).on('exit', giveUp).ref();
      worker.postMessage(image);
    });
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(WORKER, {
      // No secrets of the server, none of its flags.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    // Between two pictures too: a thread that ends is replaced by the next one, and takes nobody along.
    worker
      .on('error', () => undefined)
      .on('exit', () => {
        if (this.worker === worker) this.worker = undefined;
      });
    this.worker = worker;
    return worker;
  }
}
