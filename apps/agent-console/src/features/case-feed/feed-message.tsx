import type { FeedMessage as FeedMessageFacts } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { Badge, Button, Icon } from '@bureau/ui';
import { memo, useState } from 'react';
import { handleOf, PostAuthor, PostMarks } from '../../pieces/post/index.ts';
import { clockWords, momentWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { FileList } from './file-list.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageDetails } from './message-details.tsx';
import { MessageMenu } from './message-menu.tsx';
import { SenderBadge } from './sender-badge.tsx';
import { anchorOf } from './use-linked-message.ts';

export interface FeedMessageProps {
  message: FeedMessageFacts;
  caseId: number;
  /** The subject under which the case is known: another one is worth showing. */
  caseSubject: string;
  onUndo: (deliveryId: number) => void;
}

/** One thing that was said; what was taken back before it left is one muted line. */
export const FeedMessage = memo(function FeedMessage(props: FeedMessageProps) {
  const [isShown, show] = useState(false);
  const { message } = props;
  if (message.delivery?.state !== 'cancelled') return <Message {...props} />;
  return (
    <>
      <div className="feed-event">
        <p>
          <span>{words.takenBack(authorOf(message))}</span>{' '}
          <time dateTime={message.at} className="bu-figures">
            {clockWords(message.at)}
          </time>
          <Button
            variant="quiet"
            size="small"
            className="feed-event-more"
            aria-expanded={isShown}
            onPress={() => show(!isShown)}
          >
            {isShown ? words.hideTakenBack : words.showTakenBack}
          </Button>
        </p>
      </div>
      {isShown && <Message {...props} />}
    </>
  );
}, hasSameFacts);

/** The feed is read again at every change of the case; what is equal is not drawn again. */
function hasSameFacts(one: FeedMessageProps, other: FeedMessageProps): boolean {
  return one.message === other.message && one.caseId === other.caseId && one.caseSubject === other.caseSubject;
}

/** Author, channel, time and badge in one row, then the words, the files, the delivery. */
function Message({ message, caseId, caseSubject, onUndo }: FeedMessageProps) {
  const { user } = useSession();
  const [isDetailed, setDetailed] = useState(false);
  const author = authorOf(message);
  return (
    <article
      id={anchorOf(message.id)}
      tabIndex={-1}
      className="feed-message"
      data-direction={message.direction}
      data-cancelled={message.delivery?.state === 'cancelled' || undefined}
      aria-label={`${author}, ${momentWords(message.at)}`}
    >
      <header className="feed-head" data-post={message.post !== null || undefined}>
        <Writer message={message} author={author} />
        <time dateTime={message.at} title={momentWords(message.at)} className="bu-figures">
          {clockWords(message.at)}
        </time>
        <Marks message={message} />
        <MessageMenu
          message={message}
          caseId={caseId}
          isDetailed={isDetailed}
          onDetails={() => setDetailed(!isDetailed)}
        />
      </header>
      {isDetailed && <MessageDetails message={message} />}
      {message.post === null && isOtherSubject(message.subject, caseSubject) && (
        <p className="feed-subject">{message.subject}</p>
      )}
      {message.notices.map((notice) => (
        <p key={notice} className="feed-notice">
          <Icon name="info" size={14} /> {notice}
        </p>
      ))}
      <MessageBody message={message} author={author} />
      <FileList attachments={message.attachments} caseId={caseId} />
      {message.post && <PostMarks post={message.post} />}
      {message.delivery && (
        <DeliveryLine
          delivery={message.delivery}
          post={message.post}
          caseId={caseId}
          isMine={message.author?.kind === 'user' && message.author.id === user.id}
          onUndo={onUndo}
        />
      )}
    </article>
  );
}

/** Who wrote it, and on which channel: as the network shows whom we do not know, as colleagues know those who answered. */
function Writer({ message, author }: { message: FeedMessageFacts; author: string }) {
  const { post, channel } = message;
  const channelWord = words.channels[channel] ?? channel;
  if (post !== null && message.author === null) {
    return (
      <>
        <PostAuthor author={post.author} network={post.network} />
        <span className="feed-channel">{words.post.kinds[post.kind]}</span>
      </>
    );
  }
  return (
    <>
      <strong className="bu-truncate">{author}</strong>
      <span className="feed-channel">
        {post === null ? channelWord : words.post.through(handleOf({ handle: post.accountHandle }, post.network))}
      </span>
    </>
  );
}

/** What sets this message apart: who can trust its sender, whom it went to, who does not see it. */
function Marks({ message }: { message: FeedMessageFacts }) {
  const others = message.to.map(({ name, address }) => name || address);
  return (
    <>
      {message.sender && <SenderBadge sender={message.sender} from={message.from} />}
      {message.automatic && <Badge>{words.automatic[message.automatic]}</Badge>}
      {message.purpose === 'forward' && (
        <Badge icon="forward">{words.forwardedTo(others[0] ?? '', others.length - 1)}</Badge>
      )}
      {message.purpose === 'aside' && <Badge tone="caution">{words.aside}</Badge>}
      {message.hidden && message.purpose === 'message' && <Badge icon="eye">{words.hidden}</Badge>}
    </>
  );
}

/** Whoever wrote a message, by name. */
export function authorOf({ author, from }: FeedMessageFacts): string {
  return author?.name ?? (from.name || from.address);
}

/** Whether a subject differs by more than the "Re:" and "Fwd:" that mail programs put before it. */
function isOtherSubject(subject: string, caseSubject: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^(?:\s*(?:re|aw|sv|fw|fwd|wg|rv|tr|r)\s*(?:\[\d+\])?\s*:)+/i, '')
      .trim()
      .toLowerCase();
  return bare(subject) !== bare(caseSubject) && bare(subject) !== '';
}
