import type { ArticleState } from '@bureau/contracts';
import { Select, TextField } from '@bureau/ui';
import { useState } from 'react';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface PublishFieldProps {
  /** ISO time at which it appears; null for a draft. */
  value: string | null;
  state: ArticleState;
  /** Whether the reader may publish at all. */
  isAllowed: boolean;
  error: string | undefined;
  onChange: (publishAt: string | null) => void;
}

type Choice = 'draft' | 'now' | 'later';

/** Whether a text can be read: not yet, from now on, or from a time on. */
export function PublishField({ value, state, isAllowed, error, onChange }: PublishFieldProps) {
  const [opened] = useState(() => Date.now());
  const isLater = value !== null && new Date(value).getTime() > opened;
  const chosen: Choice = value === null ? 'draft' : isLater ? 'later' : 'now';
  const choose = (choice: Choice) => {
    if (choice === 'draft') onChange(null);
    else if (choice === 'now') onChange(new Date().toISOString());
    else onChange(new Date(opened + 86_400_000).toISOString());
  };
  if (!isAllowed) return <p className="knowledge-quiet">{words.othersPublish(words.states[state])}</p>;
  return (
    <div className="article-publish">
      <Select
        label={words.publish}
        choices={(['draft', 'now', 'later'] as const).map((id) => ({ id, label: words.publishChoices[id] }))}
        value={chosen}
        error={chosen === 'later' ? undefined : error}
        onChange={choose}
      />
      {chosen === 'later' && value !== null && (
        <TextField
          label={words.publishAt}
          type="datetime-local"
          validationBehavior="aria"
          error={error}
          value={localOf(value)}
          onChange={(typed) => {
            const at = new Date(typed);
            if (!Number.isNaN(at.getTime())) onChange(at.toISOString());
          }}
        />
      )}
    </div>
  );
}

/** As the field wants it: the time of the reader's clock, to the minute. */
function localOf(iso: string): string {
  const at = new Date(iso);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
