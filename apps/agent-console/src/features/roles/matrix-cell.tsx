import { Icon } from '@bureau/ui';
import { rolesWords as words } from './roles.words.ts';

export interface MatrixCellProps {
  label: string;
  isOn: boolean;
  isChanged: boolean;
  /** It cannot be changed: the role may do everything, or one may not change roles. */
  isFixed: boolean;
  onChange: (isOn: boolean) => void;
}

/** One tick of the matrix. A fixed one can be reached by the keyboard too, so that it can be read. */
export function MatrixCell({ label, isOn, isChanged, isFixed, onChange }: MatrixCellProps) {
  return (
    <td data-changed={isChanged || undefined}>
      <label className="matrix-cell" data-fixed={isFixed || undefined}>
        <input
          type="checkbox"
          className="bu-hidden"
          aria-label={isChanged ? words.changedCell(label) : label}
          aria-disabled={isFixed || undefined}
          checked={isOn}
          onChange={(event) => {
            if (!isFixed) onChange(event.target.checked);
          }}
        />
        <span className="matrix-box" aria-hidden="true">
          {isOn && <Icon name="check" size={14} />}
        </span>
      </label>
    </td>
  );
}
