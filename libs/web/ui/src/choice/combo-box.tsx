import '../field/field.css';
import { Button, ComboBox as AriaComboBox, Input } from 'react-aria-components';
import { FieldLabel, FieldNotice, type FieldWords } from '../field/field-words.tsx';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { findChoice, type Choice } from './choice.ts';
import { OptionList } from './option-list.tsx';

export interface ComboBoxProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[];
  /** null: nothing chosen. */
  value: Id | null;
  onChange: (id: Id | null) => void;
  /** When given, the choices are taken as already searched (by the server) for what was typed. */
  onSearch?: (typed: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  'aria-label'?: string;
}

/** One of many things, found by typing. */
export function ComboBox<Id extends string>({ choices, value, onChange, onSearch, ...props }: ComboBoxProps<Id>) {
  const words = useUiWords();
  return (
    <AriaComboBox<Choice>
      className="bu-field"
      {...(onSearch ? { items: choices, onInputChange: onSearch } : { defaultItems: choices })}
      value={value}
      onChange={(key) => onChange(findChoice(choices, key) ?? null)}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled}
      isRequired={props.isRequired}
      aria-label={props['aria-label']}
    >
      <FieldLabel label={props.label} isRequired={props.isRequired} />
      <div className="bu-field-frame">
        <Input className="bu-input" placeholder={props.placeholder ?? words.choose} />
        <Button className="bu-field-end">
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldNotice help={props.help} error={props.error} />
      <OptionList />
    </AriaComboBox>
  );
}
