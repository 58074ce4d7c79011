import './case-properties.css';
import type { Case } from '@bureau/contracts';
import { Avatar, Button, Icon, Menu, PriorityMark, StatusMark, useShortcuts } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { propertiesWords as words } from './case-properties.words.ts';
import { usePropertyMenus } from './use-property-menus.ts';

/** Status, priority, group and assignee of a case, each to be changed by button or key. */
export function CaseProperties({ supportCase }: { supportCase: Case }) {
  const menus = usePropertyMenus(supportCase);
  const status = useRef<HTMLButtonElement>(null);
  const assignee = useRef<HTMLButtonElement>(null);
  const isClosed = supportCase.status === 'closed';
  usePropertyShortcuts({ status, assignee, toggleResolved: menus.toggleResolved, isClosed });

  const assigneeName = supportCase.assignee?.name ?? words.unassigned;
  return (
    <div className="properties" role="group" aria-label={words.properties}>
      <Property buttonRef={status} name={words.status} groups={menus.status} isDisabled={isClosed}>
        <NameOf property={words.status} />
        <StatusMark status={supportCase.status} />
      </Property>
      <Property name={words.priority} groups={menus.priority} isDisabled={isClosed}>
        <PriorityMark level={supportCase.priority} />
      </Property>
      <Property name={words.group} groups={menus.group} isDisabled={isClosed}>
        <NameOf property={words.group} />
        <Icon name="group" size={14} />
        <span className="bu-truncate">{supportCase.group?.name ?? words.noGroup}</span>
      </Property>
      <Property buttonRef={assignee} name={words.assignee} groups={menus.assignee} isDisabled={isClosed}>
        <NameOf property={words.assignee} />
        {supportCase.assignee ? <Avatar name={assigneeName} size={16} isDecoration /> : <Icon name="user" size={14} />}
        <span className="bu-truncate">{assigneeName}</span>
      </Property>
    </div>
  );
}

interface PropertyProps {
  name: string;
  groups: readonly MenuGroup[];
  isDisabled: boolean;
  buttonRef?: RefObject<HTMLButtonElement | null>;
  children: ReactNode;
}

function Property({ name, groups, isDisabled, buttonRef, children }: PropertyProps) {
  return (
    <Menu
      label={name}
      groups={groups.filter(({ actions }) => actions.length > 0)}
      trigger={
        <Button ref={buttonRef} variant="quiet" size="small" isDisabled={isDisabled} className="property">
          {children}
          <Icon name="chevron-down" size={12} />
        </Button>
      }
    />
  );
}

/** Says to a screen reader which property the button shows. */
function NameOf({ property }: { property: string }) {
  return <span className="bu-hidden">{`${property}: `}</span>;
}

interface PropertyKeys {
  status: RefObject<HTMLButtonElement | null>;
  assignee: RefObject<HTMLButtonElement | null>;
  toggleResolved: () => void;
  isClosed: boolean;
}

function usePropertyShortcuts({ status, assignee, toggleResolved, isClosed }: PropertyKeys): void {
  const { section, ...does } = words.shortcuts;
  const toggle = () => {
    if (!isClosed) toggleResolved();
  };
  useShortcuts([
    { id: 'case.resolve', keys: 'e', section, description: does.resolve, run: toggle },
    { id: 'case.assign', keys: 'a', section, description: does.assign, run: () => openMenu(assignee.current) },
    { id: 'case.status', keys: 's', section, description: does.status, run: () => openMenu(status.current) },
  ]);
}

/** Opens a menu from its button the way the arrow key does: with the first entry in focus. */
function openMenu(button: HTMLButtonElement | null): void {
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
}
