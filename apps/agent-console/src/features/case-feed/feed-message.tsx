import type { FeedMessage as FeedMessageFacts } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { Badge, Button, Icon, IconButton } from '@bureau/ui';
import { memo, useState } from 'react';
import { clockWords, momentWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { FileList } from './file-list.tsx';
import { MessageDetails, SenderBadge } from './message-details.tsx';
import { MessageFrame } from './message-frame.tsx';
import { MessageText } from './message-text.tsx';

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
  if (props.message.delivery?.state !== 'cancelled') return <Message {...props} />;
  return (
    <>
      <p className="feed-event">
        <span>{words.takenBack(authorOf(props.message))}</span>
        <Button
          variant="quiet"
          size="small"
          className="feed-fold"
          aria-expanded={isShown}
          onPress={() => show(!isShown)}
        >
          {isShown ? words.hideTakenBack : words.showTakenBack}
        </Button>
        <time dateTime={props.message.at} className="bu-figures">
          {clockWords(props.message.at)}
        </time>
      </p>
      {isShown && <Message {...props} />}
    </>
  );
});

/** Author, channel, time and badge in one row, then the words, the files, the delivery. */
function Message({ message, caseId, caseSubject, onUndo }: FeedMessageProps) {
  const { user } = useSession();
  const [isDetailed, setDetailed] = useState(false);
  const author = authorOf(message);
  const isCancelled = message.delivery?.state === 'cancelled';
  return (
    <article
      className="feed-message"
      data-direction={message.direction}
      data-cancelled={isCancelled || undefined}
      aria-label={`${author}, ${momentWords(message.at)}`}
    >
      <header className="feed-head">
        <strong className="bu-truncate">{author}</strong>
        <span className="feed-channel">{words.channels[message.channel] ?? message.channel}</span>
        <time dateTime={message.at} title={momentWords(message.at)} className="bu-figures">
          {clockWords(message.at)}
        </time>
        {message.sender && <SenderBadge verdict={message.sender.verdict} />}
        {message.automatic && <Badge>{words.automatic[message.automatic]}</Badge>}
        <IconButton
          icon="more"
          size="small"
          label={words.messageDetails}
          aria-expanded={isDetailed}
          className="feed-more"
          onPress={() => setDetailed(!isDetailed)}
        />
      </header>
      {isDetailed && <MessageDetails message={message} />}
      {isOtherSubject(message.subject, caseSubject) && <p className="feed-subject">{message.subject}</p>}
      {message.notices.map((notice) => (
        <p key={notice} className="feed-notice">
          <Icon name="info" size={14} /> {notice}
        </p>
      ))}
      {message.html !== null ? (
        <MessageFrame
          html={message.html}
          foldsQuotes={message.direction === 'in'}
          author={author}
          hasRemoteImages={message.hasRemoteImages}
        />
      ) : (
        <MessageText text={message.text} visibleLength={message.visibleLength} />
      )}
      <FileList attachments={message.attachments} />
      {message.delivery && (
        <DeliveryLine
          delivery={message.delivery}
          caseId={caseId}
          isMine={message.author?.kind === 'user' && message.author.id === user.id}
          onUndo={onUndo}
        />
      )}
    </article>
  );
}

function authorOf({ author, from }: FeedMessageFacts): string {
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
