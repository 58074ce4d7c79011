import type { FeedItem, FeedMessage } from '@bureau/contracts';
import { Button, Checkbox, InfoPopover } from '@bureau/ui';
import { momentWords } from '../../plain/days.ts';
import { composerWords } from './composer.words.ts';
import { authorOf } from './conflict-panel.tsx';
import type { Writing } from './writing.ts';

const words = composerWords.forward;

/** As many messages can be chosen from; the whole conversation is one choice. */
const OFFERED = 50;

export interface ForwardChoiceProps {
  feed: readonly FeedItem[];
  writing: Writing;
  isReadOnly: boolean;
  onChange: (changes: Pick<Writing, 'messageIds'> | Pick<Writing, 'withAttachments'>) => void;
}

/** What is forwarded below the words: the whole conversation or some of its messages, with their files or without. Notes never. */
export function ForwardChoice({ feed, writing, isReadOnly, onChange }: ForwardChoiceProps) {
  const { messageIds, withAttachments } = writing;
  const messages = feed.filter(isForwardable).slice(-OFFERED).reverse();
  const chosen = new Set(messageIds ?? []);
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange({ messageIds: next.size === 0 ? null : [...next] });
  };
  return (
    <div className="composer-forward">
      <InfoPopover
        label={words.choose}
        placement="top start"
        trigger={
          <Button size="small" icon="forward" isDisabled={isReadOnly}>
            {messageIds === null ? words.whole : words.some(messageIds.length)}
          </Button>
        }
      >
        <div className="composer-forward-list">
          <Checkbox isSelected={messageIds === null} onChange={() => onChange({ messageIds: null })}>
            {words.whole}
          </Checkbox>
          {messages.map((message) => (
            <Checkbox key={message.id} isSelected={chosen.has(message.id)} onChange={() => toggle(message.id)}>
              <span className="composer-forward-message">
                <strong>{authorOf(message)}</strong> {momentWords(message.at)}
                <span>{message.text.slice(0, Math.min(message.visibleLength, 120)).trim()}</span>
              </span>
            </Checkbox>
          ))}
        </div>
      </InfoPopover>
      <Checkbox
        isSelected={withAttachments}
        isDisabled={isReadOnly}
        onChange={(on) => onChange({ withAttachments: on })}
      >
        {words.withFiles}
      </Checkbox>
      <span className="composer-forward-note">{words.unseen}</span>
    </div>
  );
}

function isForwardable(item: FeedItem): item is FeedMessage {
  return item.kind === 'message' && item.id !== 0 && item.erasedAt === null && item.delivery?.state !== 'cancelled';
}
