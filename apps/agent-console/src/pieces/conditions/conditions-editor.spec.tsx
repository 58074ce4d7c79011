import type { ConditionField, ConditionGroup } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { aDesk } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import { isComplete } from './edit-conditions.ts';

const text = { type: 'text' as const, choices: [], refersTo: null };
const FIELDS: ConditionField[] = [
  { ...text, key: 'message.subject', label: 'Message subject', operators: ['is', 'contains'] },
  { ...text, key: 'message.headers', label: 'Message headers', operators: ['is', 'contains', 'is-empty'] },
];

function Written({ onChange }: { onChange: (value: ConditionGroup) => void }) {
  const [value, write] = useState<ConditionGroup>({ match: 'all', conditions: [] });
  const change = (next: ConditionGroup) => {
    write(next);
    onChange(next);
  };
  return <ConditionsEditor fields={FIELDS} value={value} onChange={change} errorOf={() => undefined} />;
}

it('asks for any line of the header of a mail by its name', async () => {
  let written: ConditionGroup = { match: 'all', conditions: [] };
  renderPart(
    aDesk({}),
    <Written
      onChange={(value) => {
        written = value;
      }}
    />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /A line of the header/ }));
  expect(isComplete(written, () => undefined)).toBe(false);

  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the header' }), 'X-Tier');
  await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), 'gold');
  expect(written.conditions).toEqual([{ field: 'message.header.x-tier', operator: 'is', value: 'gold' }]);
  expect(isComplete(written, () => undefined)).toBe(true);
  await expectAccessible();
});
