import type { Network } from '@bureau/contracts';
import { AccountUnavailable, type NetworkFailure, type WhyUnavailable } from '../network-failure.ts';

const NAMES: Record<Network, string> = { x: 'X', facebook: 'Facebook' };

/** What a network's refusal means for whoever wrote, and what to do about it (external-apis.md 1.7, 2.7). */
export function failureInWords(network: Network, failure: NetworkFailure): string {
  const name = NAMES[network];
  const said = sentence(failure.words);
  switch (failure.kind) {
    case 'auth':
      return `${name} does not let this account in any more: ${said} An administrator connects it again; this leaves then.`;
    case 'rate':
      return `${said} It leaves by itself when ${name} allows more.`;
    case 'spent':
      return `The plan of this desk’s app at ${name} is used up: ${said} It leaves when there is more; an administrator can extend the plan.`;
    case 'window':
      return 'Facebook’s time for private answers is over. Wait for the customer’s next message, reply in public, or write an e-mail.';
    case 'duplicate':
      return `${name} takes no text twice from one account. Change the words and send it again.`;
    case 'gone':
      return `What this answers is not there any more: its writer or ${name} took it down. Write in another way.`;
    case 'permission':
      return network === 'x' ? permissionOfX(failure, said) : permissionOfFacebook(failure, said);
    case 'transient':
      return `${name} did not say whether it took this: ${said}`;
    case 'permanent':
      return permanent(name, failure, said);
  }
}

function permissionOfX({ words, code }: NetworkFailure, said: string): string {
  if (/not been mentioned|engaged by the author|reply to this conversation/i.test(words)) {
    return 'X lets this account answer only people who have mentioned or quoted it. Send a direct message, or answer in the app of X.';
  }
  if (/permission to DM|cannot send messages/i.test(words)) {
    return 'This person takes no direct messages from the account. Answer in public and ask for a message.';
  }
  if (/too long/i.test(words)) return 'X finds this text too long. Shorten it, or split it into several posts.';
  if (code === 'client-forbidden' || code === 'not-authorized-for-resource') {
    return `X does not allow this desk’s app to do that: ${said} An administrator checks its permissions and plan at X.`;
  }
  return `X refused it: ${said}`;
}

function permissionOfFacebook({ code }: NetworkFailure, said: string): string {
  if (code === '10/2018300')
    return 'Another app is talking with this person on Messenger. Answer there, or take the conversation over.';
  return `Facebook does not allow this: ${said} An administrator connects the page again and grants what is missing.`;
}

function permanent(name: string, { code }: NetworkFailure, said: string): string {
  if (code.startsWith('551')) return 'This person cannot be reached on Messenger. Reply in public, or write an e-mail.';
  if (code.startsWith('368')) return `Facebook has blocked this page from posting for a while: ${said}`;
  return `${name} refused it: ${said}`;
}

const UNAVAILABLE: Record<WhyUnavailable, string> = {
  paused: 'The account is paused; this leaves when an administrator resumes it.',
  reconnect: 'The account must be connected again by an administrator; this leaves then.',
  'not-configured': 'The network is not configured on this desk; this leaves when it is.',
  disconnected: 'The account was disconnected. Take the message back into the editor and send it from another one.',
  gone: 'The account was removed. Take the message back into the editor and send it from another one.',
};

export function unavailableInWords({ why }: AccountUnavailable): string {
  return UNAVAILABLE[why];
}

/** Whether waiting helps. */
export function mayComeBack({ why }: AccountUnavailable): boolean {
  return why === 'paused' || why === 'reconnect' || why === 'not-configured';
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
