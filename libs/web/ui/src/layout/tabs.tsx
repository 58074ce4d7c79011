import './tabs.css';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  count?: number;
  isDisabled?: boolean;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly TabItem<Id>[];
  /** Leave out, with `onChange`, when nobody else needs to know. */
  selected?: Id;
  onChange?: (id: Id) => void;
}

/** Faces of one thing; arrow keys move between them. */
export function Tabs<Id extends string>({ label, tabs, selected, onChange }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onChange?.(tab.id);
  };
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The tabs are there one frame after their list.
    const frame = requestAnimationFrame(() => reveal(list.current));
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  return (
    <AriaTabs className="bu-tabs" selectedKey={selected} onSelectionChange={choose}>
      <TabList ref={list} className="bu-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="bu-tab" isDisabled={tab.isDisabled}>
            <span className="bu-tab-label" data-label={tab.label}>
              {tab.label}
            </span>
            {tab.count !== undefined && <span className="bu-tab-count bu-figures">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="bu-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Where there are more tabs than room, the one that is open is in sight. */
function reveal(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]');
  if (!list || !tab) return;
  const end = tab.offsetLeft + tab.offsetWidth;
  if (tab.offsetLeft < list.scrollLeft) list.scrollLeft = tab.offsetLeft;
  else if (end > list.scrollLeft + list.clientWidth) list.scrollLeft = end - list.clientWidth;
}
