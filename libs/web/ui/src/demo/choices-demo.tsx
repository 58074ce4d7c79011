import { useState } from 'react';
import { Checkbox } from '../choice/checkbox.tsx';
import type { Choice } from '../choice/choice.ts';
import { ComboBox } from '../choice/combo-box.tsx';
import { Select } from '../choice/select.tsx';
import { Switch } from '../choice/switch.tsx';

const groups: readonly Choice[] = [
  { id: 'support', label: 'Support', detail: '8 people', icon: 'group' },
  { id: 'billing', label: 'Billing', detail: '2 people', icon: 'group' },
  { id: 'returns', label: 'Returns', detail: 'Nobody yet', icon: 'group', isDisabled: true },
];

const agents: readonly Choice[] = [
  { id: 'mia', label: 'Mia Chen' },
  { id: 'omar', label: 'Omar Haddad' },
  { id: 'lena', label: 'Lena Vogt' },
];

export function ChoicesDemo() {
  const [group, setGroup] = useState<string | null>('support');
  const [agent, setAgent] = useState<string | null>('mia');
  const [none, setNone] = useState<string | null>(null);
  return (
    <>
      <div className="bu-demo-columns">
        <Select label="Group" choices={groups} value={group} onChange={setGroup} />
        <Select label="Group" choices={groups} value={none} onChange={setNone} error="Choose a group." />
        <Select label="Group" choices={groups} value="billing" onChange={setGroup} isDisabled />
        <ComboBox label="Assignee" choices={agents} value={agent} onChange={setAgent} help="Type a name." />
        <ComboBox label="Assignee" choices={agents} value={null} onChange={setAgent} error="Choose a person." />
      </div>
      <br />
      <div className="bu-demo-columns">
        <div>
          <Checkbox defaultSelected>Tell the customer</Checkbox>
          <Checkbox help="Agents see it, customers never do.">Keep as a note</Checkbox>
          <Checkbox isIndeterminate>All cases on this page</Checkbox>
          <Checkbox isDisabled>Forward to Billing</Checkbox>
        </div>
        <div>
          <Switch defaultSelected>Take new cases</Switch>
          <Switch help="From the next message on.">Acknowledge mail</Switch>
          <Switch isDisabled>Chat</Switch>
        </div>
      </div>
    </>
  );
}
