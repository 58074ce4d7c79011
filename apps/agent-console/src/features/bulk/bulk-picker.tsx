import type { UpdateCase } from '@bureau/contracts';
import { IconButton, Picker } from '@bureau/ui';
import type { IconName, PickerGroup } from '@bureau/ui';

/** One property that many cases can be given at once. */
export interface BulkChoice {
  id: string;
  label: string;
  icon: IconName;
  keys: string;
  groups: readonly PickerGroup[];
  /** What a choice changes; null for one that is gone meanwhile. */
  changesOf: (chosen: string) => UpdateCase | null;
}

export interface BulkPickerProps extends BulkChoice {
  isDisabled: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onWish: (changes: UpdateCase) => void;
}

/** A button that opens the choices of a property, found by typing. */
export function BulkPicker({ label, icon, keys, groups, changesOf, isDisabled, onWish, ...state }: BulkPickerProps) {
  const choose = (chosen: string) => {
    const changes = changesOf(chosen);
    if (changes) onWish(changes);
  };
  return (
    <Picker
      {...state}
      label={label}
      placement="top start"
      groups={groups}
      onChoose={choose}
      trigger={<IconButton size="small" icon={icon} label={label} keys={keys} isDisabled={isDisabled} />}
    />
  );
}
