import './case-properties.css';
import { labelsApi } from '@bureau/contracts';
import type { Case, Label, LabelSummary } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, Icon, Picker, TintDot, Tooltip, useActions, useToasts } from '@bureau/ui';
import type { PickerChoice } from '@bureau/ui';
import { useState } from 'react';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import { propertiesWords } from './case-properties.words.ts';

const words = propertiesWords.labels;
const MAKE = 'make';
const SHORTEST = 2;

/** The labels of a case, each with its colour: taken away one by one, found or made by typing. */
export function LabelStrip({ supportCase }: { supportCase: Case }) {
  const { labels } = supportCase;
  const { frozen, add, remove } = useLabels(supportCase);
  return (
    <div className="label-strip" role="group" aria-label={words.title}>
      {labels.map((label) => (
        <Badge
          key={label.id}
          tint={label.color}
          name={label.name}
          onRemove={frozen === null ? () => remove(label) : undefined}
        >
          {label.name}
        </Badge>
      ))}
      <LabelPicker has={labels} frozen={frozen} onAdd={add} onRemove={remove} />
    </div>
  );
}

function useLabels(supportCase: Case) {
  const { labels } = supportCase;
  const { frozen, change } = useChangeCase(supportCase);
  const without = (label: LabelSummary) => ({
    body: { labels: [label.id], labelAction: 'remove' as const },
    after: { labels: labels.filter(({ id }) => id !== label.id) },
    said: words.removed(label.name),
  });
  const withLabel = ({ id, name, color }: LabelSummary) => ({
    body: { labels: [id], labelAction: 'append' as const },
    after: { labels: [...labels.filter((one) => one.id !== id), { id, name, color }] },
    said: words.added(name),
  });
  /** The desk makes it; undoing takes it off the case again. */
  const withNew = (name: string) => ({
    body: { labels: [name], labelAction: 'append' as const },
    after: {},
    said: words.added(name),
  });
  const withoutNamed = (name: string) => ({
    body: { labels: [name], labelAction: 'remove' as const },
    after: {},
    said: words.removed(name),
  });
  return {
    frozen,
    add: (label: LabelSummary | string) =>
      typeof label === 'string'
        ? void change(withNew(label), withoutNamed(label))
        : void change(withLabel(label), without(label)),
    remove: (label: LabelSummary) => void change(without(label), withLabel(label)),
  };
}

interface LabelPickerProps {
  has: readonly LabelSummary[];
  frozen: string | null;
  onAdd: (label: LabelSummary | string) => void;
  onRemove: (label: LabelSummary) => void;
}

function LabelPicker({ has, frozen, onAdd, onRemove }: LabelPickerProps) {
  const session = useSession();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const all = useRoute(labelsApi.list, { query: { type: 'case', enabled: 'true' } }).data?.items ?? [];
  const rest = all.filter(({ id }) => has.every((one) => one.id !== id));
  const mayMake = can(session, labelsApi.create);
  const open = (wanted: boolean) => {
    if (wanted && frozen !== null) toasts.show({ text: frozen });
    else setOpen(wanted);
  };
  const { section, label: description } = propertiesWords.shortcuts;
  useActions([{ id: 'case.label', keys: 'l', section, description, icon: 'label', run: () => open(true) }]);

  const makeOf = (name: string): PickerChoice | null => {
    const isKnown = [...all, ...has].some((label) => label.name === name);
    if (!mayMake || name.length < SHORTEST || isKnown) return null;
    return { id: MAKE, label: words.make(name), mark: <Icon name="plus" size={14} /> };
  };
  const choose = (id: string, typed: string) => {
    if (id === MAKE) return onAdd(typed);
    const taken = has.find((one) => String(one.id) === id);
    if (taken) return onRemove(taken);
    const label = rest.find((one) => String(one.id) === id);
    if (label) onAdd(label);
  };
  return (
    <Picker
      label={mayMake ? words.find : words.findOnly}
      isMultiple
      isOpen={isOpen}
      onOpenChange={open}
      groups={[
        { id: 'on', title: has.length > 0 ? words.on : undefined, choices: has.map((one) => choiceOf(one, true)) },
        { id: 'all', title: has.length > 0 ? words.all : undefined, choices: rest.map((one) => choiceOf(one, false)) },
      ]}
      makeOf={makeOf}
      onChoose={choose}
      trigger={
        <Tooltip text={frozen ?? words.find} keys={frozen === null ? 'l' : undefined}>
          <Button
            variant="quiet"
            size="small"
            icon={frozen === null ? 'plus' : 'label'}
            className="label-add"
            data-frozen={frozen !== null || undefined}
          >
            {words.add}
          </Button>
        </Tooltip>
      }
    />
  );
}

function choiceOf(label: LabelSummary | Label, isChecked: boolean): PickerChoice {
  return { id: String(label.id), label: label.name, mark: <TintDot tint={label.color} />, isChecked };
}
