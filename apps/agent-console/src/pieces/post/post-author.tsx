import './post.css';
import type { Network, PostAuthor as PostAuthorFacts } from '@bureau/contracts';
import { Avatar, Icon } from '@bureau/ui';
import { formatNumber } from '../../language/format.ts';
import { postWords as words } from './post.words.ts';

interface PostAuthorProps {
  author: PostAuthorFacts;
  network: Network;
}

/** Who wrote a post: picture, name, handle, and what the network thinks of them. */
export function PostAuthor({ author, network }: PostAuthorProps) {
  return (
    <span className="post-author">
      <PostPicture author={author} />
      <strong className="bu-truncate">{nameOf(author)}</strong>
      {author.verified && (
        <span className="post-verified" title={words.verified}>
          <Icon name="verified" size={14} />
          <span className="bu-hidden">{words.verified}</span>
        </span>
      )}
      {author.handle !== '' && <span className="post-handle bu-truncate">{handleOf(author, network)}</span>}
      {!author.ours && author.followers !== null && (
        <span className="post-followers bu-figures">{words.followers(compact(author.followers))}</span>
      )}
    </span>
  );
}

/** The picture that the desk keeps a copy of, else the initials. */
function PostPicture({ author }: Pick<PostAuthorProps, 'author'>) {
  if (author.avatarUrl === null) return <Avatar name={nameOf(author)} isDecoration />;
  return <img className="post-picture" src={author.avatarUrl} alt="" loading="lazy" />;
}

function nameOf({ name, handle }: PostAuthorFacts): string {
  return name || handle || words.unknownWriter;
}

/** As its network writes it. */
export function handleOf({ handle }: Pick<PostAuthorFacts, 'handle'>, network: Network): string {
  return network === 'x' ? `@${handle}` : handle;
}

function compact(figure: number): string {
  return formatNumber(figure, { notation: 'compact', maximumFractionDigits: 1 });
}
