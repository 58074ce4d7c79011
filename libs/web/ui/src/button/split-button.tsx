import type { ReactNode, Ref } from 'react';
import { Menu, type MenuAction } from '../overlay/menu.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { Button, type ButtonVariant } from './button.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';

export interface SplitButtonProps {
  /** What will happen on a press, for example "Send and resolve". */
  children: ReactNode;
  onPress: () => void;
  /** The other ways to do it. */
  actions: readonly MenuAction[];
  /** Name of the menu button; "More actions" when left out. */
  menuLabel?: string;
  variant?: ButtonVariant;
  icon?: IconName;
  keys?: string;
  isPending?: boolean;
  isDisabled?: boolean;
  /** The menu stays open to use while the button itself is not: some of its ways need nothing. */
  isMenuEnabled?: boolean;
  /** To open the menu by a shortcut. */
  menuButton?: Ref<HTMLButtonElement>;
}

/** The likely action on the left, its variants behind the arrow. */
export function SplitButton({ children, onPress, actions, menuLabel, keys, icon, ...props }: SplitButtonProps) {
  const { isMenuEnabled = false, menuButton, ...state } = props;
  const words = useUiWords();
  const label = menuLabel ?? words.moreActions;
  const variant = state.variant ?? 'primary';
  const main = (
    <Button {...state} variant={variant} icon={icon} onPress={onPress}>
      {children}
    </Button>
  );
  return (
    <span className="bu-split" role="group">
      {keys ? (
        <Tooltip text={children} keys={keys}>
          {main}
        </Tooltip>
      ) : (
        main
      )}
      <Menu
        label={label}
        placement="bottom end"
        groups={[{ id: 'actions', actions }]}
        trigger={
          <Button
            variant={variant}
            isDisabled={(state.isDisabled && !isMenuEnabled) || state.isPending}
            ref={menuButton}
            aria-label={label}
          >
            <Icon name="chevron-down" />
          </Button>
        }
      />
    </span>
  );
}
