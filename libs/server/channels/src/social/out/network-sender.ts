import type { PostRoute } from '@bureau/cases';
import type { OutboundFile } from '../../delivery/delivery.repository.ts';
import type { OutgoingPost, PostedThere, SpeakingAccount } from './outgoing-posts.repository.ts';

/** One post that is to stand on a network. */
export interface PostToSay {
  route: PostRoute;
  account: SpeakingAccount;
  post: OutgoingPost;
  /** Empty for a file that is a message of its own. */
  text: string;
  files: OutboundFile[];
  /** The network's id of what it answers. */
  parent: string | null;
}

/** Of it what stands there for everybody to read. */
export type WordsToPost = Pick<PostToSay, 'account' | 'text' | 'parent'>;

/** Everything but the posting itself is done: this posts it. */
export type Posting = () => Promise<PostedThere>;

/** A network that posts. All methods throw NetworkFailure and AccountUnavailable. */
export interface NetworkSender {
  /** Gets ready whatever nobody sees, such as pictures, and gives back the one step that everybody sees. */
  prepare(post: PostToSay): Promise<Posting>;

  /**
   * Looks whether it stands there since `since`, among what the account posted: null when it does not. Throws when nobody
   * can tell.
   */
  look(post: PostToSay, since: Date): Promise<PostedThere | null>;
}
