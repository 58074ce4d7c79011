import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Found, inOneLine, type About } from './findings.ts';
import { Wire } from './wire.ts';

/** `code` 0: what came is no SMTP reply. */
export interface SmtpReply {
  code: number;
  words: string;
}

/** The client's side of an SMTP session (RFC 5321), as far as a check needs it. */
export class SmtpTalk {
  #socket: Socket;
  #wire: Wire;
  #offered: string[] = [];

  constructor(
    socket: Socket,
    private readonly manner: { about: About; answerMs: number },
  ) {
    this.#socket = socket;
    this.#wire = new Wire(socket, manner.about, manner.answerMs);
  }

  /** All lines of one reply; the first within `patienceMs`. */
  async reply(patienceMs?: number): Promise<SmtpReply> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#wire.line(patienceMs);
      lines.push(line);
      const match = /^(\d{3})([ -]?)/.exec(line);
      if (!match) return { code: 0, words: lines.join(' ') };
      if (match[2] !== '-') return { code: Number(match[1]), words: lines.join(' ') };
    }
  }

  async ask(line: string): Promise<SmtpReply> {
    this.#wire.say(line);
    return this.reply();
  }

  /** Throws Found `said` for any other reply. */
  async command(line: string, expected: number[]): Promise<void> {
    const { code, words } = await this.ask(line);
    if (!expected.includes(code)) throw new Found('said', { ...this.manner.about, said: inOneLine(words) });
  }

  /** EHLO, and what the server offers. */
  async introduce(name: string): Promise<void> {
    const { code, words } = await this.ask(`EHLO ${name}`);
    if (code !== 250) throw new Found('said', { ...this.manner.about, said: inOneLine(words) });
    this.#offered = words.toUpperCase().split(/\s*250[ -]/);
  }

  offers(extension: string): boolean {
    return this.#offered.some((line) => line === extension || line.startsWith(`${extension} `));
  }

  /** PLAIN, else LOGIN (RFC 4954), whichever the server has. */
  async signIn(user: string, password: string): Promise<SmtpReply> {
    const ways = this.#offered.find((line) => line.startsWith('AUTH ')) ?? '';
    if (/\bPLAIN\b/.test(ways)) return this.ask(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`);
    if (!/\bLOGIN\b/.test(ways)) return { code: 504, words: ways };
    const begun = await this.ask('AUTH LOGIN');
    if (begun.code !== 334) return begun;
    const named = await this.ask(base64(user));
    return named.code === 334 ? this.ask(base64(password)) : named;
  }

  /** Goes on over what `work` makes of the connection; gives it back. */
  async encrypt(work: (socket: Socket) => Promise<TLSSocket>): Promise<TLSSocket> {
    const secure = await work(this.#wire.release());
    this.#socket = secure;
    this.#wire = new Wire(secure, this.manner.about, this.manner.answerMs);
    return secure;
  }

  /** Nobody waits for the answer. */
  leave(): void {
    this.#wire.say('QUIT');
  }

  end(): void {
    this.#socket.destroySoon();
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
