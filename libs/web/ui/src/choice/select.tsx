import '../field/field.css';
import '../overlay/overlay.css';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldLabel, FieldNotice, type FieldWords } from '../field/field-words.tsx';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { findChoice, type Choice } from './choice.ts';
import { Option } from './option-list.tsx';

export interface SelectProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  name?: string;
  'aria-label'?: string;
}

/** One of a few known things. For more than a dozen use ComboBox. It waits while there is none yet. */
export function Select<Id extends string>({ choices, value, onChange, ...props }: SelectProps<Id>) {
  const words = useUiWords();
  const choose = (key: unknown) => {
    const id = findChoice(choices, key);
    if (id !== undefined) onChange(id);
  };
  return (
    <AriaSelect
      className="bu-field"
      value={value}
      onChange={choose}
      placeholder={props.placeholder ?? words.choose}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled || choices.length === 0}
      isRequired={props.isRequired}
      name={props.name}
      aria-label={props['aria-label']}
    >
      <FieldLabel label={props.label} isRequired={props.isRequired} />
      <Button className="bu-input bu-select-button">
        <SelectValue className="bu-select-value" />
        <Icon name="chevron-down" />
      </Button>
      <FieldNotice help={props.help} error={props.error} />
      <Popover className="bu-popover" offset={4}>
        <ListBox className="bu-options">
          {choices.map((choice) => (
            <Option key={choice.id} choice={choice} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
