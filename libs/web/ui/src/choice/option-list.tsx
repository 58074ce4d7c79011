import '../overlay/overlay.css';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import type { Choice } from './choice.ts';

/** The list that drops from a Select or ComboBox. */
export function OptionList() {
  const words = useUiWords();
  return (
    <Popover className="bu-popover" offset={4}>
      <ListBox<Choice>
        className="bu-options"
        renderEmptyState={() => <div className="bu-options-empty">{words.noMatches}</div>}
      >
        {(choice) => <Option choice={choice} />}
      </ListBox>
    </Popover>
  );
}

/** An option of a fixed list. */
export function Option({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} className="bu-option" textValue={choice.label} isDisabled={choice.isDisabled}>
      {choice.icon && <Icon name={choice.icon} />}
      <span className="bu-option-words">
        {choice.label}
        {choice.detail && <span className="bu-option-detail">{choice.detail}</span>}
      </span>
      <Icon name="check" className="bu-option-check" />
    </ListBoxItem>
  );
}
