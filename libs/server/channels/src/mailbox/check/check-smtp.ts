import type { CheckStep, SmtpSettings } from '@bureau/contracts';
import { versionOf } from './check-imap.ts';
import { encrypt, lookUp, reach, type Manner, type Target } from './dial.ts';
import { Found, inOneLine } from './findings.ts';
import { wantsAppPassword } from './provider-hints.ts';
import { SmtpTalk } from './smtp-talk.ts';
import { isLoopback, SOON_MS, speaksTls } from './speaks-tls.ts';
import { StepTaker, type Went } from './steps.ts';

export interface SmtpToCheck extends Omit<SmtpSettings, 'tls'> {
  /** `offered`: as soon as the server has it, as the desk's own server is used. */
  tls: SmtpSettings['tls'] | 'offered';
  /** Null: none is known. */
  password: string | null;
  /** What the desk calls itself. */
  helo: string;
  /** The sender. */
  address: string;
}

interface Attempt {
  settings: SmtpToCheck;
  target: Target;
  manner: Manner;
}

/**
 * Tries an SMTP server as a delivery would use it, step by step: its name, the connection, the encryption, the sign-in,
 * the sender. No mail is sent.
 */
export async function checkSmtp(settings: SmtpToCheck, manner: Manner, tell: (step: CheckStep) => void): Promise<void> {
  const steps = new StepTaker('smtp', { secret: settings.password ?? '', tell });
  try {
    const named = await steps.take('name', async () => {
      const target = await lookUp(settings, manner.patience);
      return { target, message: target.address };
    });
    if (!named) return;
    const attempt = { settings, target: named.target, manner };
    const connected = await steps.take('connect', () => open(attempt));
    if (!connected) return;
    const { talk } = connected;
    try {
      await steps.take('encryption', () => secured(talk, attempt));
      await steps.take('sign-in', () => signIn(talk, settings));
      await steps.take('sender', () => offerSender(talk, settings));
      talk.leave();
    } finally {
      talk.end();
    }
  } finally {
    steps.finish();
  }
}

async function open({ settings, target, manner }: Attempt): Promise<Went & { talk: SmtpTalk }> {
  const talk = new SmtpTalk(await reach(target, manner), { about: aboutOf(target), answerMs: manner.patience.answer });
  if (settings.tls === 'implicit') return { talk };
  try {
    await greeted(talk, { settings, target, manner });
    return { talk };
  } catch (error) {
    talk.end();
    throw error;
  }
}

async function greeted(talk: SmtpTalk, { settings, target, manner }: Attempt): Promise<void> {
  const about = aboutOf(target);
  const { code, words } =
    settings.tls === 'implicit' ? await talk.reply() : await greetingOfPlain(talk, target, manner);
  if (code === 0) throw new Found('other-service', { ...about, said: inOneLine(words) });
  if (code !== 220) throw new Found('not-welcome', { ...about, said: inOneLine(words) });
  await talk.introduce(settings.helo);
}

/** A port that is encrypted from the first byte says nothing by itself: soon asked, so that nobody waits for it. */
async function greetingOfPlain(talk: SmtpTalk, target: Target, manner: Manner) {
  return talk.reply(SOON_MS).catch(async (error: unknown) => {
    if (!(error instanceof Found) || error.finding !== 'no-answer') throw error;
    if (await speaksTls(target, manner)) throw new Found('encrypted-port', { ...aboutOf(target), instead: '587' });
    return talk.reply();
  });
}

async function secured(talk: SmtpTalk, attempt: Attempt): Promise<Went> {
  const { settings, target, manner } = attempt;
  const { patience } = manner;
  if (settings.tls === 'implicit') {
    const version = await talk.encrypt((socket) => encrypt(socket, target, { patience, instead: '465' }));
    await greeted(talk, attempt);
    return { message: versionOf(version) };
  }
  if (settings.tls === 'none' || (settings.tls === 'offered' && !talk.offers('STARTTLS'))) {
    return isLoopback(target.address) ? { skipped: true } : { warning: 'not-encrypted', about: aboutOf(target) };
  }
  if (!talk.offers('STARTTLS')) throw new Found('no-starttls', { ...aboutOf(target), instead: '465' });
  await talk.command('STARTTLS', [220]);
  const secure = await talk.encrypt((socket) => encrypt(socket, target, { patience, instead: '465' }));
  await talk.introduce(settings.helo);
  return { message: versionOf(secure) };
}

async function signIn(talk: SmtpTalk, { host, port, user, password }: SmtpToCheck): Promise<Went> {
  if (user === '') return { skipped: true };
  if (password === null) throw new Found('password-missing', { host, port });
  if (!talk.offers('AUTH')) throw new Found('sign-in-not-offered', { host, port });
  const { code, words } = await talk.signIn(user, password);
  if (code === 235) return {};
  const said = inOneLine(words);
  const about = { host, port, said };
  if (code === 504 || code === 502) throw new Found('sign-in-not-offered', about);
  if (code < 530 || code > 539) throw new Found('said', about);
  throw new Found(wantsAppPassword(host, said) ? 'app-password' : 'password-wrong', about);
}

/** The mailbox as sender and as recipient; many servers judge the sender only when they know the recipient. */
async function offerSender(talk: SmtpTalk, { host, port, address }: SmtpToCheck): Promise<Went> {
  for (const command of [`MAIL FROM:<${address}>`, `RCPT TO:<${address}>`]) {
    const { code, words } = await talk.ask(command);
    const about = { host, port, address, said: inOneLine(words) };
    if (code >= 400 && code < 500) return { warning: 'said', about };
    if (code === 530 || (code === 550 && /relay|authent/i.test(words))) throw new Found('sign-in-demanded', about);
    if (code >= 500) throw new Found('sender-refused', about);
  }
  return { message: address };
}

function aboutOf({ host, port }: Target) {
  return { host, port, protocol: 'SMTP' };
}
