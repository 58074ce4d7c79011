import './chip-field.css';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { ComboBox, Input, ListBox, Popover } from 'react-aria-components';
import { Badge } from '../status/badge.tsx';
import { Option } from '../choice/option-list.tsx';
import type { Choice } from '../choice/choice.ts';

export interface Chip {
  /** Unique in the field. */
  value: string;
  label?: string;
  /** Why it cannot stay as it is; shown in the colour of trouble. */
  trouble?: string;
}

export interface ChipFieldProps {
  label: string;
  chips: readonly Chip[];
  isReadOnly?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  /** What may be meant by what was typed; the id is what becomes a chip. */
  suggestions: readonly Choice[];
  onType: (typed: string) => void;
  /** Everything that was typed, chosen or pasted, as it was written. */
  onAdd: (written: string) => void;
  onRemove: (value: string) => void;
}

/** Several short things in one line of text: Enter, Tab or a comma ends one, Backspace takes the last back to be changed. */
export function ChipField({ label, chips, suggestions, onType, onAdd, onRemove, ...props }: ChipFieldProps) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const type = (text: string) => {
    setTyped(text);
    onType(text);
  };
  const add = (written: string) => {
    if (written.trim() !== '') onAdd(written);
    type('');
  };
  const press = (event: KeyboardEvent) => {
    const isChoosing = input.current?.hasAttribute('aria-activedescendant') ?? false;
    if (event.key === 'Backspace' && typed === '') return takeBack(event);
    const ends = event.key === ',' || event.key === ';' || event.key === 'Enter' || event.key === 'Tab';
    if (!ends || typed.trim() === '' || isChoosing) return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
    add(typed);
  };
  const takeBack = (event: KeyboardEvent) => {
    const last = chips.at(-1);
    if (!last || props.isReadOnly) return;
    event.preventDefault();
    onRemove(last.value);
    type(last.value);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[,;\n\t]|@.*>?\s*$/.test(text)) return;
    event.preventDefault();
    add(typed + text);
  };
  return (
    <div className="bu-chips" onKeyDownCapture={press} onPasteCapture={paste}>
      <span className="bu-chips-label" aria-hidden="true">
        {label}
      </span>
      <div className="bu-chips-line">
        {chips.map(({ value, label: words, trouble }) => (
          <span key={value} title={trouble ?? value}>
            <Badge
              name={value}
              tone={trouble ? 'danger' : 'neutral'}
              icon={trouble ? 'alert' : undefined}
              onRemove={props.isReadOnly ? undefined : () => onRemove(value)}
            >
              {words ?? value}
            </Badge>
          </span>
        ))}
        {!props.isReadOnly && (
          <ComboBox<Choice>
            className="bu-chips-entry"
            aria-label={label}
            items={suggestions}
            inputValue={typed}
            onInputChange={type}
            value={null}
            onChange={(key) => key !== null && add(String(key))}
            allowsCustomValue
            allowsEmptyCollection={typed !== ''}
            onBlur={() => add(typed)}
          >
            <Input
              ref={input}
              autoFocus={props.autoFocus}
              placeholder={chips.length === 0 ? props.placeholder : undefined}
            />
            <Popover className="bu-popover bu-chips-offers" offset={4}>
              <ListBox<Choice> className="bu-options">{(choice) => <Option choice={choice} />}</ListBox>
            </Popover>
          </ComboBox>
        )}
      </div>
    </div>
  );
}
