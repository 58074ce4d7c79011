import { BODY_CHANNELS } from '@bureau/contracts';
import type { BodyChannel, ChannelBody, OwnBodies } from '@bureau/contracts';
import { Button, TextArea } from '@bureau/ui';
import { useState } from 'react';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface ChannelBodiesProps {
  /** What goes out now, channel by channel. */
  derived: readonly ChannelBody[];
  value: OwnBodies;
  errorOf: (path: string) => string | undefined;
  onChange: (bodies: OwnBodies) => void;
}

/** What an article says elsewhere than on its page: derived, or in words of its own. */
export function ChannelBodies({ derived, value, errorOf, onChange }: ChannelBodiesProps) {
  const own = BODY_CHANNELS.filter((channel) => value[channel] !== undefined);
  const [isOpen, open] = useState(own.length > 0);
  const write = (channel: BodyChannel, body: string) => onChange({ ...value, [channel]: body });
  const derive = (channel: BodyChannel) => {
    const { [channel]: _, ...rest } = value;
    onChange(rest);
  };
  return (
    <details className="article-bodies" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.bodies(own.length)}</summary>
      <p className="knowledge-quiet">{words.bodiesHelp}</p>
      {BODY_CHANNELS.map((channel) => {
        const shown = derived.find((body) => body.channel === channel && !body.own)?.body;
        const text = value[channel];
        return (
          <div key={channel} className="article-body">
            <div className="article-body-head">
              <span className="bu-field-label">{words.channels[channel]}</span>
              {text === undefined ? (
                <Button
                  size="small"
                  aria-label={words.writeFor(words.channels[channel])}
                  onPress={() => write(channel, shown ?? '')}
                >
                  {words.writeOwn}
                </Button>
              ) : (
                <Button
                  size="small"
                  aria-label={words.deriveFor(words.channels[channel])}
                  onPress={() => derive(channel)}
                >
                  {words.derive}
                </Button>
              )}
            </div>
            {text === undefined ? (
              <p className="article-derived">{shown ? plainOf(shown) : words.derivedLater}</p>
            ) : (
              <TextArea
                aria-label={words.textFor(words.channels[channel])}
                rows={channel === 'email' ? 6 : 3}
                error={errorOf(`bodies.${channel}`)}
                value={text}
                onChange={(body) => write(channel, body)}
              />
            )}
          </div>
        );
      })}
    </details>
  );
}

/** The beginning, without its markup. */
function plainOf(body: string): string {
  const { textContent } = new DOMParser().parseFromString(body, 'text/html').body;
  return (textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 240);
}
