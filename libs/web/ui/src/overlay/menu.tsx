import './overlay.css';
import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
  type PopoverProps,
} from 'react-aria-components';
import { Icon, type IconName } from '../icon/icon.tsx';
import { Kbd } from '../kbd/kbd.tsx';
import { MenuPopover } from './menu-popover.tsx';

export interface MenuAction {
  id: string;
  label: string;
  /** A quiet second line. */
  detail?: string;
  icon?: IconName;
  /** The shortcut that does the same. */
  keys?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Shows a check mark: this is what holds now. */
  isChecked?: boolean;
  onAction?: () => void;
  /** Opens these beside it instead of doing something. */
  submenu?: readonly MenuGroup[];
  /** What holds now, at the end of the row: "Dark". */
  value?: string;
}

export interface MenuGroup {
  id: string;
  /** Words above the group. */
  title?: string;
  actions: readonly MenuAction[];
}

export interface MenuProps {
  /** What the menu is about, for screen readers. */
  label: string;
  /** A Button or IconButton that opens it. */
  trigger: ReactNode;
  groups: readonly MenuGroup[];
  placement?: PopoverProps['placement'];
  /** Both together, when keys open it too. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** Actions behind a button, in groups divided by hairlines, each with its shortcut. */
export function Menu({ label, trigger, groups, placement = 'bottom start', ...state }: MenuProps) {
  return (
    <MenuTrigger {...state}>
      {trigger}
      <MenuPopover className="bu-popover" offset={4} placement={placement}>
        <Groups label={label} groups={groups} autoFocus="first" />
      </MenuPopover>
    </MenuTrigger>
  );
}

interface GroupsProps extends Pick<MenuProps, 'label' | 'groups'> {
  /** However it was opened, the keyboard stands on an action: a menu without one shows no focus. */
  autoFocus?: 'first';
}

function Groups({ label, groups, autoFocus }: GroupsProps) {
  return (
    <AriaMenu className="bu-options" aria-label={label} {...(autoFocus && { autoFocus })}>
      {groups.map((group) => (
        <MenuSection
          key={group.id}
          // Sections and items share one space of keys; a name in both would send the keyboard round in circles.
          id={`group ${group.id}`}
          className="bu-options-section"
          aria-label={group.title ?? label}
        >
          {group.title && <Header className="bu-options-header">{group.title}</Header>}
          {group.actions.map((action) =>
            action.submenu ? renderSubmenu(action, action.submenu) : renderAction(action),
          )}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

function renderSubmenu(action: MenuAction, groups: readonly MenuGroup[]) {
  return (
    <SubmenuTrigger key={action.id}>
      {renderAction(action)}
      <Popover className="bu-popover" offset={-2}>
        <Groups label={action.label} groups={groups} />
      </Popover>
    </SubmenuTrigger>
  );
}

function renderAction(action: MenuAction) {
  return (
    <MenuItem
      key={action.id}
      id={action.id}
      className="bu-option"
      textValue={action.label}
      isDisabled={action.isDisabled}
      onAction={action.onAction}
      data-danger={action.isDanger || undefined}
    >
      {action.icon && <Icon name={action.icon} />}
      <span className="bu-option-words">
        {action.label}
        {action.detail && <span className="bu-option-detail">{action.detail}</span>}
      </span>
      {action.value && <span className="bu-option-value">{action.value}</span>}
      {action.submenu && <Icon name="chevron-right" />}
      {action.isChecked && <Icon name="check" />}
      {action.keys && <Kbd keys={action.keys} />}
    </MenuItem>
  );
}
