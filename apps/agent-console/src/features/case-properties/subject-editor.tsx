import './case-properties.css';
import type { Case } from '@bureau/contracts';
import { Tooltip, useActions, useToasts } from '@bureau/ui';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import { toSubject } from './case-changes.ts';
import { propertiesWords as words } from './case-properties.words.ts';

const MOST = 500;

/** The subject as the heading of the case; pressed, it is a field: Enter and leaving save, Esc brings it back. */
export function SubjectEditor({ supportCase }: { supportCase: Case }) {
  const { subject } = supportCase;
  const { frozen, change } = useChangeCase(supportCase);
  const toasts = useToasts();
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const edit = () => {
    if (frozen === null) setTyped(subject);
    else toasts.show({ text: frozen });
  };
  const leave = () => {
    setTyped(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = () => {
    const wanted = typed?.trim() ?? '';
    if (wanted !== '' && wanted !== subject) void change(toSubject(wanted), toSubject(subject));
    setTyped(null);
  };
  const { section, subject: description } = words.shortcuts;
  useActions([{ id: 'case.subject', keys: 'shift+e', section, description, icon: 'pencil', run: edit }]);

  if (typed !== null) {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') save();
      leave();
    };
    return (
      <h1 className="subject">
        <input
          className="bu-input subject-field"
          aria-label={words.subject}
          autoFocus
          maxLength={MOST}
          value={typed}
          placeholder={words.subjectMissing}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={onKeyDown}
        />
      </h1>
    );
  }
  const shown = subject || words.noSubject;
  return (
    <h1 className="subject">
      <Tooltip text={frozen ?? shown} keys={frozen === null ? 'shift+e' : undefined}>
        <Button
          ref={button}
          className="subject-button bu-truncate"
          onPress={edit}
          data-frozen={frozen !== null || undefined}
        >
          {shown}
        </Button>
      </Tooltip>
    </h1>
  );
}
