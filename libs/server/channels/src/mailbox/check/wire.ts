import type { Socket } from 'node:net';
import { Found, inOneLine, type About } from './findings.ts';

/** More than a mail server says in a whole check; an answer that never ends is cut off here. */
const MOST_SAID = 64 * 1024;

/** A conversation by lines, with a limit to how long an answer may take and how much it may say. */
export class Wire {
  #received = '';
  #said = 0;
  #ended = false;
  #wake: (() => void) | null = null;
  readonly #hear = (chunk: Buffer) => {
    this.#received += chunk.toString('latin1');
    this.#said += chunk.length;
    if (this.#said > MOST_SAID) this.socket.destroy();
    this.#wake?.();
  };
  readonly #end = () => {
    this.#ended = true;
    this.#wake?.();
  };

  constructor(
    readonly socket: Socket,
    private readonly about: About,
    private readonly answerMs: number,
  ) {
    socket.on('data', this.#hear);
    socket.on('close', this.#end);
    socket.on('end', this.#end);
  }

  /** The next line, without its end, within `patienceMs`. Throws Found: no-answer, hung-up. */
  async line(patienceMs = this.answerMs): Promise<string> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const at = this.#received.indexOf('\n');
      if (at >= 0) {
        const line = this.#received.slice(0, at).replace(/\r$/, '');
        this.#received = this.#received.slice(at + 1);
        return line;
      }
      if (this.#ended) throw new Found('hung-up', { ...this.about, ...quoted(this.#received) });
      if (!(await this.#more(until - Date.now()))) throw new Found('no-answer', this.about);
    }
  }

  say(line: string): void {
    this.socket.write(`${line}\r\n`);
  }

  /** Gives the socket away, with nothing of this conversation left on it. */
  release(): Socket {
    this.socket.off('data', this.#hear).off('close', this.#end).off('end', this.#end);
    return this.socket;
  }

  #more(milliseconds: number): Promise<boolean> {
    if (milliseconds <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = (heard: boolean) => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(heard);
      };
      const timer = setTimeout(() => done(false), milliseconds);
      this.#wake = () => done(true);
    });
  }
}

function quoted(received: string): { said?: string } {
  const said = inOneLine(received);
  return said === '' ? {} : { said };
}
