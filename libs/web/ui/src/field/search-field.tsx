import './field.css';
import type { Ref } from 'react';
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components';
import { Icon } from '../icon/icon.tsx';
import { Kbd } from '../kbd/kbd.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  /** What is searched; read aloud, and the placeholder unless one is given. */
  label: string;
  placeholder?: string;
  /** Shown while the field is empty: the shortcut that brings one here. */
  keys?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Enter searches (`onSubmit`), Esc clears. */
export function SearchField({ label, placeholder = label, keys, inputRef, ...props }: SearchFieldProps) {
  const words = useUiWords();
  return (
    <AriaSearchField {...props} aria-label={label} className="bu-field bu-search">
      <div className="bu-field-frame">
        <Icon name="search" />
        <Input ref={inputRef} className="bu-input" placeholder={placeholder} />
        {keys && <Kbd keys={keys} />}
        <Button className="bu-field-end bu-field-end-clear" aria-label={words.clear}>
          <Icon name="close" size={14} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
