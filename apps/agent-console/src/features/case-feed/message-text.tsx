import { Button } from '@bureau/ui';
import { useState } from 'react';
import { Clamped } from './clamped.tsx';
import { feedWords as words } from './case-feed.words.ts';
import { linkParts } from './link-parts.ts';

/** A plain-text message: what is new, with the quoted rest folded behind "…". */
export function MessageText({ text, visibleLength }: { text: string; visibleLength: number }) {
  const [isQuotedShown, showQuoted] = useState(false);
  const visible = text.slice(0, visibleLength).trimEnd();
  const quoted = text.slice(visibleLength).trim();
  return (
    <>
      <Clamped>
        <div className="feed-text">
          {visible === '' && quoted === '' ? <em>{words.emptyMessage}</em> : <Linked text={visible} />}
        </div>
      </Clamped>
      {quoted !== '' && <QuoteFold isShown={isQuotedShown} onToggle={showQuoted} />}
      {isQuotedShown && (
        <div className="feed-text feed-quoted">
          <Linked text={quoted} />
        </div>
      )}
    </>
  );
}

/** The "…" behind which quoted history waits. */
export function QuoteFold({ isShown, onToggle }: { isShown: boolean; onToggle: (isShown: boolean) => void }) {
  return (
    <Button
      variant="quiet"
      size="small"
      className="feed-fold"
      aria-expanded={isShown}
      aria-label={isShown ? words.hideQuoted : words.showQuoted}
      onPress={() => onToggle(!isShown)}
    >
      …
    </Button>
  );
}

function Linked({ text }: { text: string }) {
  return linkParts(text).map(({ text: part, href }, index) =>
    href === undefined ? (
      part
    ) : (
      <a key={index} href={href} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ),
  );
}
