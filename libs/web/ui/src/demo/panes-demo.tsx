import { useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { usePanes } from '../layout/pane-context.ts';
import { Panes, type Pane } from '../layout/panes.tsx';

export function PanesDemo() {
  const [current, setCurrent] = useState('case');
  const panes: readonly Pane[] = [
    {
      id: 'rail',
      name: 'Views',
      width: 140,
      min: 120,
      max: 220,
      givesWay: 2,
      ground: 'sunken',
      content: <Words>Views</Words>,
    },
    {
      id: 'list',
      name: 'Cases',
      width: 220,
      min: 180,
      max: 400,
      givesWay: 3,
      content: (
        <Words>
          Cases <Button onPress={() => setCurrent('case')}>Open a case</Button>
        </Words>
      ),
    },
    { id: 'case', name: 'Case', min: 260, content: <CasePane /> },
    { id: 'context', name: 'Customer', width: 200, min: 160, max: 300, givesWay: 1, content: <Words>Customer</Words> },
  ];
  return (
    <div className="bu-demo-frame">
      <Panes
        storageKey="bureau.demo.panes"
        panes={panes}
        current={current}
        onBack={current === 'case' ? () => setCurrent('list') : undefined}
      />
    </div>
  );
}

function CasePane() {
  const { collapsed, open } = usePanes();
  return (
    <Words>
      Case {collapsed.includes('context') && <Button onPress={() => open('context')}>Show customer</Button>}
    </Words>
  );
}

function Words({ children }: { children: ReactNode }) {
  return <div className="bu-demo-pane">{children}</div>;
}
