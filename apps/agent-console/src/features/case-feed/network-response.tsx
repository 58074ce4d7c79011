import { socialAccountsApi } from '@bureau/contracts';
import type { SocialPost } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Link } from '@bureau/ui';
import { handleOf } from '../../pieces/post/index.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { feedWords as words } from './case-feed.words.ts';

/** Of a thread that was cut short: how many posts stand there, of how many, and why no more. */
const PARTLY = /^(\d+) of (\d+) posts stand there\. (.*)$/s;
const FOR_ADMINISTRATORS = /\badministrator\b|\bthe account was (?:disconnected|removed)\b/i;

/** Why a post did not get through and what to do about it; for those who can do it, the way there. */
export function NetworkResponse({ post, children }: { post: SocialPost; children: string }) {
  const session = useSession();
  const [, done, of, why = children] = PARTLY.exec(children) ?? [];
  const isForMe = FOR_ADMINISTRATORS.test(why) && can(session, socialAccountsApi.update);
  return (
    <p className="feed-delivery-response">
      {done !== undefined && of !== undefined && <strong>{words.post.partly(Number(done), Number(of))} </strong>}
      {sentenceInWords(why)}
      {isForMe && (
        <>
          {' '}
          <Link href={`/admin/social-accounts/${post.accountId}`}>
            {words.post.account(handleOf({ handle: post.accountHandle }, post.network))}
          </Link>
        </>
      )}
    </p>
  );
}
