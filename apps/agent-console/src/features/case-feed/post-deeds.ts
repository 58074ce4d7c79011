import { casesApi, socialPostsApi } from '@bureau/contracts';
import type { FeedMessage, SocialPost } from '@bureau/contracts';
import { ApiProblem, can, keyOf, useCommand, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import type { IconName, MenuAction } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { sentenceInWords } from '../../language/sentences.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedWords as words } from './case-feed.words.ts';

type Deed = 'like' | 'repost' | 'follow' | 'hide';

const icons: Record<Deed, IconName> = { like: 'heart', repost: 'repost', follow: 'user', hide: 'eye' };

/** What can be done with a post on its network itself, in the name of its account. */
export function usePostDeeds({ message, caseId }: { message: FeedMessage; caseId: number }): MenuAction[] {
  const session = useSession();
  const queries = useQueryClient();
  const toasts = useToasts();
  const settled = {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.post.failed, detail: whyNot(error) }),
  };
  const commands = {
    like: useCommand(socialPostsApi.like, settled),
    repost: useCommand(socialPostsApi.repost, settled),
    follow: useCommand(socialPostsApi.follow, settled),
    hide: useCommand(socialPostsApi.hide, settled),
  };
  const remove = useCommand(socialPostsApi.remove, settled);
  const { post } = message;
  if (post === null || post.deletedAt !== null || post.externalId === null || !can(session, socialPostsApi.like)) {
    return [];
  }
  const params = { messageId: message.id };
  const deeds = deedsFor(post, message).map((deed) => {
    const isDone = isDoneOf(post, deed);
    return {
      id: `post-${deed}`,
      icon: icons[deed],
      label: words.post[isDone ? 'undo' : 'do'][deed],
      onAction: () => commands[deed].mutate({ params, body: { on: !isDone } }),
    };
  });
  if (message.direction === 'in' || post.kind === 'message') return deeds;
  return [
    ...deeds,
    {
      id: 'remove-post',
      icon: 'trash',
      label: words.post.remove,
      isDanger: true,
      onAction: () => remove.mutate({ params }),
    },
  ];
}

/** What a network offers for such a post; what is private is for nobody's eyes and needs none of it. */
function deedsFor({ network, kind }: SocialPost, { direction }: FeedMessage): readonly Deed[] {
  if (kind === 'message' || direction === 'out') return [];
  if (network === 'facebook') return kind === 'comment' ? ['like', 'hide'] : ['like'];
  return kind === 'reply' ? ['like', 'repost', 'follow', 'hide'] : ['like', 'repost', 'follow'];
}

function isDoneOf(post: SocialPost, deed: Deed): boolean {
  const moments = { like: post.likedAt, repost: post.repostedAt, follow: post.followedAt, hide: post.hiddenAt };
  return moments[deed] !== null;
}

/** What to do, and the network's own words where it refused. */
function whyNot(error: Error): string {
  const reason = error instanceof ApiProblem ? error.problem.reason : undefined;
  return typeof reason === 'string' ? `${problemText(error)} ${sentenceInWords(reason)}` : problemText(error);
}
