import '../field/field.css';
import '../overlay/overlay.css';
import './picker.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  SearchField,
  useFilter,
  type PopoverProps,
} from 'react-aria-components';
import { Icon } from '../icon/icon.tsx';
import { Kbd } from '../kbd/kbd.tsx';
import { MenuPopover } from '../overlay/menu-popover.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface PickerChoice {
  id: string;
  label: string;
  /** Quiet words below the label. */
  detail?: string;
  /** A quiet word at the end of the row. */
  aside?: string;
  /** A small picture before the label: a status mark, an avatar, a dot. */
  mark?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  /** This is what holds now. */
  isChecked?: boolean;
  isDisabled?: boolean;
}

export interface PickerGroup {
  id: string;
  /** Words above the group. */
  title?: string;
  choices: readonly PickerChoice[];
}

export interface PickerProps {
  /** What is chosen, for screen readers and as the words in the empty search field. */
  label: string;
  /** A Button or IconButton that opens it. */
  trigger: ReactNode;
  groups: readonly PickerGroup[];
  /** `typed` is what stood in the search field. */
  onChoose: (id: string, typed: string) => void;
  /** Both together, when keys open it too. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** What can be made of words that nothing matches, e.g. a new label; null for nothing. */
  makeOf?: (typed: string) => PickerChoice | null;
  /** When given, the choices are taken as already searched (by the server) for what was typed. */
  onSearch?: (typed: string) => void;
  /** Several can be chosen one after the other: it stays open. */
  isMultiple?: boolean;
  placement?: PopoverProps['placement'];
}

/** Choosing by typing: a button, then a search field above the choices. Arrows move, Enter chooses, Esc leaves. */
export function Picker({ trigger, isOpen, onOpenChange, placement = 'bottom start', ...list }: PickerProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <MenuPopover className="bu-popover bu-picker" offset={4} placement={placement}>
        <PickerList {...list} />
      </MenuPopover>
    </MenuTrigger>
  );
}

type PickerListProps = Pick<PickerProps, 'label' | 'groups' | 'onChoose' | 'makeOf' | 'onSearch' | 'isMultiple'>;

function PickerList({ label, groups, onChoose, makeOf, onSearch, isMultiple = false }: PickerListProps) {
  const words = useUiWords();
  const [typed, type] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const made = makeOf?.(typed.trim()) ?? null;
  const filled = groups.filter(({ choices }) => choices.length > 0);
  const shown = made ? [...filled, { id: 'make', choices: [made] }] : filled;
  const search = (next: string) => {
    type(next);
    onSearch?.(next);
  };
  const choose = (id: string) => {
    search('');
    onChoose(id, typed.trim());
  };
  return (
    <Autocomplete filter={onSearch ? undefined : contains} inputValue={typed} onInputChange={search}>
      <SearchField aria-label={label} autoFocus className="bu-picker-search">
        <Icon name="search" size={14} />
        <Input className="bu-picker-input" placeholder={label} />
      </SearchField>
      <Menu
        className="bu-options bu-picker-options"
        aria-label={label}
        shouldCloseOnSelect={!isMultiple}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <div className="bu-options-empty">{words.noMatches}</div>}
      >
        {shown.map(({ id, title, choices }) => (
          // Sections and items share one space of keys; a name in both would send the keyboard round in circles.
          <MenuSection key={id} id={`group ${id}`} className="bu-options-section" aria-label={title ?? label}>
            {title && <Header className="bu-options-header">{title}</Header>}
            {choices.map(renderChoice)}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

function renderChoice({ id, label, detail, aside, mark, keys, isChecked, isDisabled }: PickerChoice) {
  return (
    <MenuItem
      key={id}
      id={id}
      className="bu-option"
      textValue={[label, detail, aside].filter(Boolean).join(' ')}
      isDisabled={isDisabled}
    >
      {mark}
      <span className="bu-option-words">
        <span className="bu-truncate">{label}</span>
        {detail && <span className="bu-option-detail">{detail}</span>}
      </span>
      {aside && <span className="bu-picker-aside">{aside}</span>}
      {isChecked && <Icon name="check" />}
      {keys && <Kbd keys={keys} />}
    </MenuItem>
  );
}
