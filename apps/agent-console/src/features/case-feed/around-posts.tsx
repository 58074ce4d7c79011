import { socialPostsApi } from '@bureau/contracts';
import type { Network, ThreadPost } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Button, ErrorState, Icon, RelativeTime, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import { PostAuthor, PostText, postWords } from '../../pieces/post/index.ts';
import { feedWords } from './case-feed.words.ts';
import { anchorOf } from './use-linked-message.ts';

const words = feedWords.post.around;

/** As many as the desk tells. */
const MOST = 200;

/** What was said around the posts of a case, folded away until somebody wants to know. */
export function AroundPosts({ caseId, network }: { caseId: number; network: Network }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="feed-around" aria-label={words.title}>
      <Button
        variant="quiet"
        size="small"
        icon={isOpen ? 'chevron-down' : 'chevron-right'}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? words.hide : words.show}
      </Button>
      {isOpen && <Thread caseId={caseId} network={network} />}
    </section>
  );
}

function Thread({ caseId, network }: { caseId: number; network: Network }) {
  const thread = useRoute(socialPostsApi.thread, { params: { caseId } });
  if (thread.isPending) return <Skeleton rows={3} shape="text" />;
  if (thread.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void thread.refetch()}
        isRetrying={thread.isFetching}
      />
    );
  }
  const { items } = thread.data;
  if (items.every(({ messageId }) => messageId !== null)) return <p className="feed-around-note">{words.empty}</p>;
  return (
    <>
      <p className="feed-around-note">
        {words.about} {items.length >= MOST && words.latest}
      </p>
      <ol className="feed-around-posts">
        {items.map((post) => (
          <Around key={post.externalId} post={post} network={network} />
        ))}
      </ol>
    </>
  );
}

/** A post with its writer; what belongs to the case leads to where it stands there. */
function Around({ post, network }: { post: ThreadPost; network: Network }) {
  const { author, text, at, deletedAt, messageId, url, kind } = post;
  return (
    <li
      className="feed-around-post"
      data-here={messageId !== null || undefined}
      data-deleted={deletedAt !== null || undefined}
    >
      <p className="feed-around-head">
        <PostAuthor author={author} network={network} />
        <span className="feed-channel">{feedWords.post.kinds[kind]}</span>
        <RelativeTime at={at} />
        {messageId !== null && <a href={`#${anchorOf(messageId)}`}>{words.here}</a>}
        {deletedAt !== null && (
          <Badge tone="caution" icon="trash">
            {words.deleted}
          </Badge>
        )}
        {url !== null && deletedAt === null && (
          <a href={url} target="_blank" rel="noopener noreferrer" className="post-see">
            {postWords.see[network]} <Icon name="external" size={12} />
          </a>
        )}
      </p>
      <PostText text={text} network={network} />
    </li>
  );
}
