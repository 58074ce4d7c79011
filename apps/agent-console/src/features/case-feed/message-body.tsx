import type { FeedMessage } from '@bureau/contracts';
import { RelativeTime } from '@bureau/ui';
import { useRef } from 'react';
import { PostText } from '../../pieces/post/index.ts';
import { Clamped } from './clamped.tsx';
import { feedWords as words } from './case-feed.words.ts';
import { picturesOf } from './file-list.tsx';
import { MessageFrame } from './message-frame.tsx';
import { MessageText } from './message-text.tsx';
import { useShowPictures } from './feed-pictures.tsx';
import { useNearView } from './use-near-view.ts';

/** What a message says: as text, or as its writer laid it out. Frames are drawn once the reader comes near. */
export function MessageBody({ message, author }: { message: FeedMessage; author: string }) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNearView(place);
  const show = useShowPictures();
  if (message.erasedAt !== null) {
    return (
      <p className="feed-erased">
        {words.contentErased} <RelativeTime at={message.erasedAt} show="exact" />
      </p>
    );
  }
  if (message.post !== null) {
    return (
      <Clamped>
        <PostText text={message.text} network={message.post.network} />
      </Clamped>
    );
  }
  if (message.html === null) return <MessageText text={message.text} visibleLength={message.visibleLength} />;
  const pictures = picturesOf(message.attachments);
  return (
    <div ref={place} className="feed-body" data-waits={!isNear || undefined}>
      {isNear && (
        <MessageFrame
          html={message.html}
          foldsQuotes={message.direction === 'in'}
          author={author}
          hasRemoteImages={message.hasRemoteImages}
          onPicture={(src) => {
            const known = pictures.find((picture) => src.endsWith(picture.src));
            show(known ? pictures : [{ id: src, src, name: words.picture }], known?.id ?? src);
          }}
        />
      )}
    </div>
  );
}
