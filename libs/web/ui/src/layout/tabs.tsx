import './tabs.css';
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
  return (
    <AriaTabs className="bu-tabs" selectedKey={selected} onSelectionChange={choose}>
      <TabList className="bu-tab-list" aria-label={label}>
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
