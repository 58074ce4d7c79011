import { Checkbox } from '@bureau/ui';
import { formatNumber } from '../../../language/format.ts';
import { MOST_POSTS, nearness } from './measure.ts';
import type { Measure } from './measure.ts';
import { postReplyWords as words } from './post-reply.words.ts';
import type { PostReply } from './use-post-reply.ts';

/** Where so few characters fit, every one is counted; elsewhere only the last. */
const SHORT = 1_000;

/** How many characters are left, as the network counts them. Spoken when the end comes near, not at every key. */
export function PostCounter({ measure, isSplit }: { measure: Measure; isSplit: boolean }) {
  if (isSplit) return null;
  const near = nearness(measure);
  const left = measure.limit - measure.length;
  const isShown = near !== 'far' || measure.limit <= SHORT;
  return (
    <>
      {isShown && (
        <span className="composer-count bu-figures" data-nearness={near}>
          <span aria-hidden="true">{formatNumber(left)}</span>
          <span className="bu-hidden">
            {left < 0 ? words.over(formatNumber(-left)) : words.left(formatNumber(left))}
          </span>
        </span>
      )}
      <span className="bu-hidden" role="status">
        {words.said[near]}
      </span>
    </>
  );
}

export interface PostSplitProps {
  post: PostReply;
  isReadOnly: boolean;
  onSplit: (isSplit: boolean) => void;
}

/** A text that is too long: shortened, or where a network has threads, cut into one that is seen before it leaves. */
export function PostSplit({ post: { measure, isSplit }, isReadOnly, onSplit }: PostSplitProps) {
  if (measure === null || measure.over === 0) return null;
  const { parts } = measure;
  if (parts.length > MOST_POSTS) return <p className="composer-post-note composer-wrong">{words.tooManyParts}</p>;
  const canSplit = parts.length > 1;
  const wayOut = canSplit ? words.shortenOrSplit : words.shorten;
  return (
    <div className="composer-split">
      {!isSplit && <p className="composer-wrong">{wayOut(formatNumber(measure.over))}</p>}
      {canSplit && (
        <Checkbox isSelected={isSplit} isDisabled={isReadOnly} onChange={onSplit}>
          {words.split(parts.length)}
        </Checkbox>
      )}
      {isSplit && (
        <ol className="composer-parts" aria-label={words.parts}>
          {parts.map((part, index) => (
            <li key={index}>{part}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
