import { labelsApi } from '@bureau/contracts';
import type { Case, LabelSummary } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, ComboBox } from '@bureau/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { propertiesWords } from './case-properties.words.ts';
import { useChangeCase } from './use-change-case.ts';

const words = propertiesWords.labels;
const NEW = 'new';

/** The labels of a case: each can be taken away, and another one found, or made, by typing. */
export function LabelStrip({ supportCase }: { supportCase: Case }) {
  const [isAdding, setAdding] = useState(false);
  const change = useChangeCase(supportCase.id);
  const { labels } = supportCase;
  const isClosed = supportCase.status === 'closed';
  const to = (next: readonly LabelSummary[], said: string) => ({
    body: { labels: next.map(({ id }) => id), labelAction: 'replace' as const },
    after: { labels: [...next] },
    said,
  });
  const remove = (label: LabelSummary) => {
    const next = labels.filter(({ id }) => id !== label.id);
    void change(to(next, words.removed(label.name)), to(labels, words.added(label.name)));
  };
  const add = (choice: LabelSummary | string) => {
    setAdding(false);
    const isNew = typeof choice === 'string';
    const name = isNew ? choice : choice.name;
    const body = { labels: [isNew ? choice : choice.id], labelAction: 'append' as const };
    const after = isNew ? {} : { labels: [...labels, choice] };
    void change({ body, after, said: words.added(name) }, to(labels, words.removed(name)));
  };
  return (
    <div className="label-strip" role="group" aria-label={words.title}>
      {labels.map((label) => (
        <Badge key={label.id} icon="label" name={label.name} onRemove={isClosed ? undefined : () => remove(label)}>
          {label.name}
        </Badge>
      ))}
      {isAdding && <AddLabel has={labels} onAdd={add} onLeave={() => setAdding(false)} />}
      {!isAdding && !isClosed && (
        <Button variant="quiet" size="small" icon="plus" onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </div>
  );
}

interface AddLabelProps {
  has: readonly LabelSummary[];
  onAdd: (choice: LabelSummary | string) => void;
  onLeave: () => void;
}

function AddLabel({ has, onAdd, onLeave }: AddLabelProps) {
  const session = useSession();
  const [typed, type] = useState('');
  const labels = useRoute(labelsApi.list, { query: { type: 'case', enabled: 'true' } });
  const name = typed.trim();
  const rest = (labels.data?.items ?? []).filter(({ id }) => has.every((one) => one.id !== id));
  const fitting = rest.filter((label) => label.name.toLowerCase().includes(name.toLowerCase())).slice(0, 50);
  const isKnown = [...rest, ...has].some((label) => label.name === name);
  const canMake = name.length >= 2 && !isKnown && can(session, labelsApi.create);
  const choices = [
    ...fitting.map(({ id, name: label }) => ({ id: String(id), label })),
    ...(canMake ? [{ id: NEW, label: words.make(name) }] : []),
  ];
  const choose = (id: string | null) => {
    if (id === NEW) onAdd(name);
    const label = rest.find((one) => String(one.id) === id);
    if (label) onAdd(label);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <div className="label-add" onKeyDown={leave}>
      <ComboBox
        aria-label={words.add}
        placeholder={words.find}
        choices={choices}
        value={null}
        onChange={choose}
        onSearch={type}
      />
      <Button variant="quiet" size="small" onPress={onLeave}>
        {words.leave}
      </Button>
    </div>
  );
}
