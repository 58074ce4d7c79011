import type { CheckStep, FolderFacts, ImapSettings } from '@bureau/contracts';
import type { TLSSocket } from 'node:tls';
import { encrypt, lookUp, reach, type Manner, type Target } from './dial.ts';
import { Found, inOneLine } from './findings.ts';
import { readMailFolder } from './read-mail-folder.ts';
import { StepTaker, type Went } from './steps.ts';
import { isLoopback, SOON_MS, speaksTls } from './speaks-tls.ts';
import { Wire } from './wire.ts';

export interface ImapToCheck extends ImapSettings {
  /** Null: none is known. */
  password: string | null;
}

export interface ImapFound {
  folders: string[];
  folder: FolderFacts | null;
}

const NOTHING: ImapFound = { folders: [], folder: null };

/**
 * Tries an IMAP server as a fetcher would use it, step by step: its name, the connection, the encryption, the sign-in, the
 * folder. Changes nothing there.
 */
export async function checkImap(
  settings: ImapToCheck,
  manner: Manner,
  tell: (step: CheckStep) => void,
): Promise<ImapFound> {
  const steps = new StepTaker('imap', { secret: settings.password ?? '', tell });
  try {
    const named = await steps.take('name', async () => {
      const target = await lookUp(settings, manner.patience);
      return { target, message: target.address };
    });
    if (!named) return NOTHING;
    if (!(await tryLine(settings, { target: named.target, steps, manner }))) return NOTHING;
    return await readMailFolder(settings, { target: named.target, steps, manner });
  } finally {
    steps.finish();
  }
}

interface Attempt {
  target: Target;
  steps: StepTaker;
  manner: Manner;
}

/** Connects, greets and encrypts, then hangs up: what follows signs in on a connection of its own. */
async function tryLine({ tls }: ImapSettings, { target, steps, manner }: Attempt): Promise<boolean> {
  const { patience } = manner;
  const connected = await steps.take('connect', async () => {
    const socket = await reach(target, manner);
    if (tls) return { socket, wire: null };
    const wire = new Wire(socket, aboutOf(target), patience.answer);
    await greeting(wire, target, manner);
    return { socket, wire };
  });
  if (!connected) return false;
  const { socket, wire } = connected;
  try {
    const encrypted = await steps.take('encryption', async () => {
      if (wire) return onDemand(wire, { target, manner });
      const secure = await encrypt(socket, target, { patience, instead: '993' });
      await greeting(new Wire(secure, aboutOf(target), patience.answer), target, null);
      return { message: versionOf(secure) };
    });
    return encrypted !== null;
  } finally {
    socket.destroy();
  }
}

/** Throws Found where something else, or nobody, greets. */
async function greeting(wire: Wire, target: Target, plain: Manner | null): Promise<void> {
  const line = plain ? await greetingOfPlain(wire, target, plain) : await wire.line();
  if (/^\* (?:OK|PREAUTH)/i.test(line)) return;
  const about = { ...aboutOf(target), said: inOneLine(line) };
  throw /^\* BYE/i.test(line) ? new Found('not-welcome', about) : new Found('other-service', about);
}

/** A port that is encrypted from the first byte says nothing by itself: soon asked, so that nobody waits for it. */
async function greetingOfPlain(wire: Wire, target: Target, manner: Manner): Promise<string> {
  return wire.line(SOON_MS).catch(async (error: unknown) => {
    if (!(error instanceof Found) || error.finding !== 'no-answer') throw error;
    if (await speaksTls(target, manner)) throw new Found('encrypted-port', { ...aboutOf(target), instead: '143' });
    return wire.line();
  });
}

/** STARTTLS where the server has it, as the fetcher does. */
async function onDemand(wire: Wire, { target, manner: { patience } }: Omit<Attempt, 'steps'>): Promise<Went> {
  const capabilities = await ask(wire, 'a1', 'CAPABILITY');
  if (!/\bSTARTTLS\b/i.test(capabilities)) {
    if (/\bLOGINDISABLED\b/i.test(capabilities)) throw new Found('sign-in-not-offered', aboutOf(target));
    return isLoopback(target.address) ? { skipped: true } : { warning: 'not-encrypted', about: aboutOf(target) };
  }
  await ask(wire, 'a2', 'STARTTLS');
  const secure = await encrypt(wire.release(), target, { patience, instead: '993' });
  return { message: versionOf(secure) };
}

/** All lines up to the tagged one. */
async function ask(wire: Wire, tag: string, command: string): Promise<string> {
  wire.say(`${tag} ${command}`);
  const lines: string[] = [];
  for (;;) {
    const line = await wire.line();
    lines.push(line);
    if (line.startsWith(`${tag} `)) return lines.join('\n');
  }
}

function aboutOf({ host, port }: Target) {
  return { host, port, protocol: 'IMAP' };
}

export function versionOf(secure: TLSSocket): string {
  return secure.getProtocol() ?? 'TLS';
}
