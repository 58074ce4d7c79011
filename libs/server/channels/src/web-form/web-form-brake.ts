import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  FILES_OF_A_NETWORK,
  FILES_SHARED,
  isWithinItsOwn,
  judgePost,
  POSTS_OF_A_NETWORK,
  POSTS_OF_AN_ADDRESS,
  POSTS_SHARED,
  type PostSigns,
  type PostVerdict,
} from '@bureau/domain';
import { ProblemError, RateLimits } from '@bureau/platform';

/** Keeps forms from becoming a flood: counts posts of networks and addresses, for all processes together. */
@Injectable()
export class WebFormBrake {
  constructor(private readonly limits: RateLimits) {}

  /** Counts a post, and says whether it is taken. Throws request.rate-limited with the seconds to wait. */
  async count(network: string, email: string, signs: PostSigns): Promise<Extract<PostVerdict, { allow: true }>> {
    const ofNetwork = await this.counted(`web-form:network:${network}`, POSTS_OF_A_NETWORK);
    const beyond = ofNetwork.count <= POSTS_OF_A_NETWORK && !isWithinItsOwn(ofNetwork.count);
    const shared = beyond ? await this.counted('web-form:shared', POSTS_SHARED) : { count: 0, resetSeconds: 0 };
    const taken = judgePost({ ofNetwork: ofNetwork.count, ofAddress: 1, shared: shared.count }, signs);
    if (!taken.allow) throw new ProblemError('request.rate-limited', { retryAfterSeconds: ofNetwork.resetSeconds });

    const ofAddress = await this.counted(`web-form:address:${hashOf(email)}`, POSTS_OF_AN_ADDRESS);
    return taken.hold === null ? { ...taken, ...judged({ ...ofAddress, signs }) } : taken;
  }

  /** Counts a form with files, before any of them is kept; says whether they may be. */
  async takesFiles(network: string): Promise<boolean> {
    const { count } = await this.counted(`web-form:files:${network}`, FILES_OF_A_NETWORK);
    if (count > FILES_OF_A_NETWORK) return false;
    if (isWithinItsOwn(count)) return true;
    return (await this.counted('web-form:files:shared', FILES_SHARED)).count <= FILES_SHARED;
  }

  /** Counts something that a page does for a subject of its own, such as `case-link:7`. Throws request.rate-limited. */
  async slow(subject: string, mostAMinute: number): Promise<void> {
    const { exceeded, resetSeconds } = await this.limits.count(subject, mostAMinute);
    if (exceeded) throw new ProblemError('request.rate-limited', { retryAfterSeconds: resetSeconds });
  }

  /** Beyond the limit everything counts alike: one more than it. */
  private async counted(subject: string, limit: number): Promise<{ count: number; resetSeconds: number }> {
    const { remaining, exceeded, resetSeconds } = await this.limits.count(subject, limit);
    return { count: exceeded ? limit + 1 : limit - remaining, resetSeconds };
  }
}

function judged({ count, signs }: { count: number; signs: PostSigns }): { hold: string | null } {
  const verdict = judgePost({ ofNetwork: 0, ofAddress: count, shared: 0 }, signs);
  return { hold: verdict.allow ? verdict.hold : null };
}

/** No address stands in the table of windows. */
function hashOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}
