import { useState } from 'react';
import { EmptyState } from '../feedback/states.tsx';
import { Tabs } from '../layout/tabs.tsx';
import { Badge } from '../status/badge.tsx';
import { DataTable, type Column } from '../table/data-table.tsx';

interface DemoRule {
  id: string;
  name: string;
  effect: string;
  isOn: boolean;
  runs: number;
}

const rules: readonly DemoRule[] = [
  { id: 'vip', name: 'VIP first', effect: 'Sets priority 9 for Larkspur', isOn: true, runs: 1214 },
  { id: 'spam', name: 'Newsletters', effect: 'Closes bulk mail', isOn: true, runs: 88 },
  { id: 'late', name: 'Late answers', effect: 'Tells the group after 4 hours', isOn: false, runs: 0 },
];

const columns: readonly Column<DemoRule>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  {
    id: 'state',
    header: 'State',
    cell: ({ isOn }) => <Badge tone={isOn ? 'positive' : 'neutral'}>{isOn ? 'On' : 'Off'}</Badge>,
  },
  { id: 'effect', header: 'What it does', cell: ({ effect }) => effect },
  { id: 'runs', header: 'Runs', align: 'end', cell: ({ runs }) => runs.toLocaleString() },
];

export function TableDemo() {
  const [rows, setRows] = useState(rules);
  const [opened, setOpened] = useState('');
  const move = (row: DemoRule, place: number) =>
    setRows((before) => before.filter((one) => one !== row).toSpliced(place, 0, row));
  return (
    <>
      <DataTable
        caption="Rules"
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onOpen={({ name }) => setOpened(name)}
        onMove={move}
      />
      <p>{opened ? `Opened ${opened}.` : 'Press a row to open it.'}</p>
      <DataTable caption="Macros" columns={columns} rows={[]} rowId={({ id }) => id}>
        <EmptyState icon="bolt">No macros yet.</EmptyState>
      </DataTable>
    </>
  );
}

export function TabsDemo() {
  return (
    <Tabs
      label="Customer"
      tabs={[
        { id: 'cases', label: 'Cases', count: 7, content: 'Seven cases, two of them open.' },
        { id: 'details', label: 'Details', content: 'Porto, Portugal.' },
        { id: 'history', label: 'History', isDisabled: true, content: '' },
      ]}
    />
  );
}
