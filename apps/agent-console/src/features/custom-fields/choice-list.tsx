import { Button, FormField, IconButton, TextField } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { customFieldsWords as words } from './custom-fields.words.ts';

interface ChoiceListProps {
  choices: readonly string[];
  errorOf: (path: string) => string | undefined;
  onChange: (choices: string[]) => void;
}

/**
 * The choices of a list, one a line, moved by Alt-Up and Alt-Down or the buttons. Enter begins the next; several lines
 * pasted become several choices.
 */
export function ChoiceList({ choices, errorOf, onChange }: ChoiceListProps) {
  const place = useRef<HTMLOListElement>(null);
  const focused = useRef<number | null>(null);
  useEffect(() => {
    if (focused.current === null) return;
    place.current?.querySelectorAll('input')[focused.current]?.focus();
    focused.current = null;
  });
  const put = (next: string[], focus: number) => {
    focused.current = Math.min(Math.max(focus, 0), next.length - 1);
    onChange(next);
  };
  const add = (at: number) => put([...choices.slice(0, at), '', ...choices.slice(at)], at);
  const remove = (at: number) =>
    put(
      choices.filter((_, other) => other !== at),
      at,
    );
  const move = (at: number, to: number) => {
    const choice = choices[at];
    if (choice === undefined || to < 0 || to >= choices.length) return;
    const others = choices.filter((_, other) => other !== at);
    put([...others.slice(0, to), choice, ...others.slice(to)], to);
  };
  const byKey = (event: KeyboardEvent, at: number) => {
    const acts: Record<string, () => void> = {
      ...(event.altKey ? { ArrowUp: () => move(at, at - 1), ArrowDown: () => move(at, at + 1) } : {}),
      ...(event.ctrlKey || event.metaKey ? {} : { Enter: () => add(at + 1) }),
      ...(choices[at] === '' && choices.length > 1 ? { Backspace: () => remove(at) } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const paste = (event: ClipboardEvent, at: number) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .flatMap((line) => line.trim() || []);
    if (lines.length < 2) return;
    event.preventDefault();
    const before = choices.slice(0, at).concat(choices[at] ? [choices[at]] : []);
    put([...before, ...lines, ...choices.slice(at + 1)], before.length + lines.length - 1);
  };
  return (
    <FormField label={words.choices} help={words.choicesHelp} error={errorOf('choices')}>
      {({ id: _, ...described }) => (
        <div className="field-choices" role="group" {...described}>
          <ol ref={place}>
            {choices.map((choice, at) => (
              // A place is all that a line has: two may say the same while somebody types.
              <li key={at} onKeyDown={(event) => byKey(event, at)} onPaste={(event) => paste(event, at)}>
                <TextField
                  aria-label={words.choice(at + 1)}
                  error={errorOf(`choices.${at}`)}
                  maxLength={200}
                  value={choice}
                  onChange={(next) => onChange(choices.map((one, other) => (other === at ? next : one)))}
                />
                <IconButton
                  icon="chevron-up"
                  size="small"
                  label={words.moveUp(choice || words.newChoice)}
                  isDisabled={at === 0}
                  onPress={() => move(at, at - 1)}
                />
                <IconButton
                  icon="chevron-down"
                  size="small"
                  label={words.moveDown(choice || words.newChoice)}
                  isDisabled={at === choices.length - 1}
                  onPress={() => move(at, at + 1)}
                />
                <IconButton
                  icon="close"
                  size="small"
                  label={words.removeChoice(choice || words.newChoice)}
                  onPress={() => remove(at)}
                />
              </li>
            ))}
          </ol>
          <Button size="small" icon="plus" onPress={() => add(choices.length)}>
            {words.addChoice}
          </Button>
        </div>
      )}
    </FormField>
  );
}
