import './post.css';
import type { SocialPost } from '@bureau/contracts';
import { Badge, Icon, RelativeTime } from '@bureau/ui';
import { postWords as words } from './post.words.ts';

/** What became of a post since, and the way to it. */
export function PostMarks({ post }: { post: SocialPost }) {
  return (
    <p className="post-marks">
      {post.reaction !== null && (
        <span className="post-reaction" title={words.reaction(post.reaction)}>
          <span aria-hidden="true">{post.reaction}</span>
          <span className="bu-hidden">{words.reaction(post.reaction)}</span>
        </span>
      )}
      {post.kind === 'message' && post.author.ours && <Badge icon="lock">{words.isPrivate}</Badge>}
      {post.parts > 1 && <span>{words.parts(post.parts)}</span>}
      {post.editedAt !== null && (
        <span>
          {words.edited} <RelativeTime at={post.editedAt} show="ago" />
        </span>
      )}
      {post.hiddenAt !== null && (
        <Badge icon="eye">
          {words.hidden} <RelativeTime at={post.hiddenAt} show="ago" />
        </Badge>
      )}
      {post.deletedAt !== null && (
        <Badge tone="caution" icon="trash">
          {words.deleted} <RelativeTime at={post.deletedAt} show="ago" />
        </Badge>
      )}
      {post.url !== null && post.deletedAt === null && (
        <a href={post.url} target="_blank" rel="noopener noreferrer" className="post-see">
          {words.see[post.network]} <Icon name="external" size={12} />
        </a>
      )}
    </p>
  );
}
