import { connect, type Socket } from 'node:net';

export interface Transmission {
  port: number;
  from: string;
  to: string;
  /** With CRLF line ends. */
  raw: string;
  /** Where this client hangs up: in the middle of the text, or after the final dot without hearing the answer. */
  hangUp?: 'before-dot' | 'after-dot' | undefined;
}

const PATIENCE_MS = 25_000;

/** Sends one mail as a plain SMTP client (RFC 5321). True when it was acknowledged; false for anything else. */
export async function transmit({ port, from, to, raw, hangUp }: Transmission): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.on('error', () => undefined); // Told by the answers that do not come.
  const answers = answersOf(socket);
  const say = async (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    return answers();
  };
  try {
    const greeted = [await answers(), await say('EHLO mx.cafemail.example')];
    const accepted = [...greeted, await say(`MAIL FROM:<${from}>`), await say(`RCPT TO:<${to}>`), await say('DATA')];
    if (!accepted.every((answer) => /^[23]/.test(answer))) return false;

    const text = raw.replace(/^\./gm, '..');
    if (hangUp === 'before-dot') return await leave(socket, text.slice(0, Math.floor(text.length / 2)));
    if (hangUp === 'after-dot') return await leave(socket, `${text}\r\n.\r\n`);
    return /^250/.test(await say(`${text}\r\n.`));
  } finally {
    socket.destroy();
  }
}

/** Writes and is gone; whatever the server says now, nobody hears it. */
async function leave(socket: Socket, text: string): Promise<false> {
  if (socket.writable) await new Promise<void>((resolve) => void socket.write(text, () => resolve()));
  return false;
}

/** Gives the last line of each answer; empty once the connection has ended. */
function answersOf(socket: Socket): () => Promise<string> {
  let heard = '';
  let wake = (): void => undefined;
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
    wake();
  });
  socket.on('close', () => wake());
  return async () => {
    for (;;) {
      const answer = /^(?:\d{3}-.*\r\n)*(\d{3}(?: .*)?)\r\n/.exec(heard);
      if (answer) {
        heard = heard.slice(answer[0].length);
        return answer[1] ?? '';
      }
      if (socket.closed) return '';
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}
