import './case-properties.css';
import type { Case } from '@bureau/contracts';
import { Avatar, Button, Icon, Picker, PriorityMark, StatusMark, Tooltip, useActions, useToasts } from '@bureau/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { propertiesWords as words } from './case-properties.words.ts';
import { useProperties } from './use-properties.tsx';
import type { Properties, PropertyChoices } from './use-properties.tsx';

type Name = 'status' | 'priority' | 'group' | 'assignee';

/** Status, priority, group and assignee of a case, each to be changed by button or key. */
export function CaseProperties({ supportCase }: { supportCase: Case }) {
  const properties = useProperties(supportCase);
  const picking = usePicking(properties);
  const { assignee, group } = supportCase;
  const assigneeName = assignee?.name ?? words.unassigned;
  const groupName = group?.name ?? words.noGroup;
  return (
    <div className="properties" role="group" aria-label={words.properties}>
      <Property {...picking.of('status')} name={words.status} label={words.setStatus} keys="s">
        <StatusMark status={supportCase.status} />
      </Property>
      <Property {...picking.of('priority')} name={words.priority} label={words.setPriority} keys="p" isWordless>
        <PriorityMark level={supportCase.priority} />
      </Property>
      <Property {...picking.of('group')} name={words.group} label={words.setGroup} keys="shift+g" value={groupName}>
        <Icon name="group" size={14} />
        <span className="bu-truncate">{groupName}</span>
      </Property>
      <Property
        {...picking.of('assignee')}
        name={words.assignee}
        label={words.setAssignee}
        keys="a"
        value={assigneeName}
      >
        {assignee ? <Avatar name={assigneeName} size={16} isDecoration /> : <Icon name="user" size={14} />}
        <span className="bu-truncate">{assigneeName}</span>
      </Property>
    </div>
  );
}

interface Picked {
  choices: PropertyChoices;
  frozen: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Which picker is open, and the keys that open them. What cannot be changed says why instead. */
function usePicking(properties: Properties): { of: (name: Name) => Picked } {
  const [open, setOpen] = useState<Name | null>(null);
  const toasts = useToasts();
  const { frozen } = properties;
  const pick = (name: Name) => {
    if (frozen === null) setOpen(name);
    else toasts.show({ text: frozen });
  };
  usePropertyActions(properties, pick);
  return {
    of: (name) => ({
      choices: properties[name],
      frozen,
      isOpen: open === name,
      onOpenChange: (isOpen) => (isOpen ? pick(name) : setOpen(null)),
    }),
  };
}

interface PropertyProps extends Picked {
  name: string;
  /** What choosing does. */
  label: string;
  keys: string;
  /** What it is now, where a narrow head may cut it short. */
  value?: string;
  /** The face says its own name to a screen reader. */
  isWordless?: boolean;
  children: ReactNode;
}

function Property({ name, label, keys, value, isWordless, choices, frozen, children, ...state }: PropertyProps) {
  const hint = frozen ?? (value === undefined ? label : `${name}: ${value}. ${label}`);
  return (
    <Picker
      label={label}
      groups={choices.groups}
      onChoose={choices.choose}
      {...state}
      trigger={
        <Tooltip text={hint} keys={frozen === null ? keys : undefined}>
          <Button variant="quiet" size="small" className="property" data-frozen={frozen !== null || undefined}>
            {!isWordless && <span className="bu-hidden">{`${name}: `}</span>}
            {children}
            {frozen === null && <Icon name="chevron-down" size={12} />}
          </Button>
        </Tooltip>
      }
    />
  );
}

function usePropertyActions({ toggleResolved, assignToMe }: Properties, pick: (name: Name) => void): void {
  const { section, ...does } = words.shortcuts;
  useActions([
    { id: 'case.resolve', keys: 'e', section, description: does.resolve, icon: 'check', run: toggleResolved },
    { id: 'case.assign', keys: 'a', section, description: does.assign, icon: 'user', run: () => pick('assignee') },
    { id: 'case.assign-me', keys: 'm', section, description: does.assignMe, icon: 'user', run: assignToMe },
    { id: 'case.status', keys: 's', section, description: does.status, run: () => pick('status') },
    { id: 'case.priority', keys: 'p', section, description: does.priority, icon: 'chart', run: () => pick('priority') },
    { id: 'case.group', keys: 'shift+g', section, description: does.group, icon: 'group', run: () => pick('group') },
  ]);
}
