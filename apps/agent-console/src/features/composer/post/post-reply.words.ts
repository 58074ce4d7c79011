import { words } from '../../../language/words.ts';
import type { Nearness } from './measure.ts';
import type { Span } from './span-of.ts';

const said: Record<Nearness, string> = {
  far: '',
  near: 'Only a few characters are left.',
  over: 'The text is too long for one post.',
};

/** By the code of the error that it would be refused with. */
const refusals: Readonly<Record<string, string>> = {
  'post.window-closed':
    'Facebook takes private answers for seven days after the customer’s last message, and these are over. Answer in public or by e-mail, or wait for the next message.',
  'post.private-reply-used':
    'Facebook allows one private answer to a comment, and it was given. Reply below the comment, or go on when the customer has answered.',
  'post.account-unavailable':
    'This account cannot send: it is paused, disconnected, or must be connected again. Choose another account, or ask an administrator.',
};

/** What the composer says of answers on X and Facebook. */
export const postReplyWords = words('post-reply', {
  head: 'How the answer leaves',
  from: 'From',
  account: 'Account that answers',
  audience: 'Who reads it',
  public: { x: 'Public reply', facebook: 'Public comment' },
  private: { x: 'Direct message', facebook: 'Private message' },
  audienceDetails: { public: 'Everybody can read it.', private: 'Only the customer reads it.' },
  to: (name: string) => `to ${name}`,
  states: {
    ok: '',
    trouble: 'The network does not answer well at the moment',
    reconnect: 'Must be connected again',
    paused: 'Paused',
    disconnected: 'Disconnected',
  },
  answers: (excerpt: string) => `Answers “${excerpt}”`,
  answersOther: 'Answers the message that you chose',
  answersLatest: 'Answer the latest instead',
  byMail: 'Answer by e-mail instead',
  onNetwork: { x: 'Answer on X instead', facebook: 'Answer on Facebook instead' },
  loading: 'How this can be answered is being looked up…',
  failed: 'How this can be answered could not be loaded. Your text is safe.',
  retry: 'Try again',
  noAccount: {
    x: 'No account on X is connected for this brand, so nothing can be sent there.',
    facebook: 'No page on Facebook is connected for this brand, so nothing can be sent there.',
  },
  noWay: {
    x: 'Nothing was said on X that this could answer, and the account of the customer is not known.',
    facebook: 'Nothing was said on Facebook that this account could answer. Choose the account that was written to.',
  },
  refusals,
  otherRefusal: 'The network does not take this answer now. Choose another way to answer.',
  openAccount: 'Open the account',
  span: ({ days, hours, minutes }: Span): string => {
    if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
    return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
  },
  window: (left: string) => `Can be answered for ${left}`,
  peopleOnly: (left: string) =>
    `Only people may answer now, for another ${left}; macros by hand are fine, rules are not`,
  left: (count: string) => `${count} characters left`,
  over: (count: string) => `${count} characters over`,
  said,
  shorten: (count: string) => `${count} characters over. Shorten the text to send it.`,
  shortenOrSplit: (count: string) => `${count} characters over. Shorten the text, or send it as a thread.`,
  split: (count: number) => `Send as a thread of ${count} posts`,
  tooManyParts: 'This would become more than 25 posts. Shorten it.',
  parts: 'The posts of the thread',
  files: {
    'none-at-all': 'This answer takes words alone. Remove the files, or answer in another way.',
    'unknown-type': (name: string, types: string) => `“${name}” cannot be sent here: only ${types}. Remove it to send.`,
    'two-kinds': 'Pictures, animations and films do not go together. Send them apart.',
    'too-many': (most: number) =>
      most === 1
        ? 'One file goes with a text here. Remove the others to send.'
        : `At most ${most} files go with a text here. Remove the others to send.`,
    'too-large': (name: string, size: string) =>
      `“${name}” is larger than the ${size} that are taken here. Make it smaller, or send a link.`,
  },
  limit: (remaining: string, limit: string) => `The network allows this account ${remaining} of ${limit} more for now`,
});
