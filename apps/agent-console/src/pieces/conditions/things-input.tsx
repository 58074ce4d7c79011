import { Badge, Button, Picker } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useState } from 'react';
import { conditionsWords as words } from './conditions.words.ts';
import { valuesOf } from './edit-conditions.ts';
import { useKnownThings, useNamesOf, useSoughtThings } from './use-things.ts';
import type { Thing, ThingId } from './use-things.ts';
import type { ValueInputProps } from './value-input.tsx';

/** Any of several people, groups, labels and the like. */
export function ThingsInput(props: ValueInputProps) {
  const { refersTo } = props.field;
  if (refersTo === 'customer' || refersTo === 'company') return <SoughtThings {...props} to={refersTo} />;
  return refersTo && <KnownThings {...props} to={refersTo} />;
}

function idsOf({ condition }: ValueInputProps): ThingId[] {
  return valuesOf(condition).filter((value) => typeof value !== 'boolean');
}

function toggled(ids: readonly ThingId[], id: ThingId): ThingId[] | undefined {
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  return next.length === 0 ? undefined : next;
}

/** Of which there are few enough to list. */
function KnownThings(props: ValueInputProps & { to: 'user' | 'group' | 'brand' | 'mailbox' | 'label' }) {
  const things = useKnownThings(props.to);
  const ids = idsOf(props);
  const nameOf = (id: ThingId) => things.find((one) => one.id === id)?.name ?? words.gone(String(id));
  const choose = (chosen: string) => {
    const thing = things.find(({ id }) => String(id) === chosen);
    if (thing) props.onChange(toggled(ids, thing.id));
  };
  return (
    <Picker
      label={words.value}
      isMultiple
      groups={[{ id: 'things', choices: things.map((thing) => choiceOf(thing, ids)) }]}
      onChoose={choose}
      trigger={
        <Button className="condition-values">
          {ids.length === 0 && <span className="condition-choose">{words.choose}</span>}
          {ids.map((id) => (
            <Badge key={id}>{nameOf(id)}</Badge>
          ))}
        </Button>
      }
    />
  );
}

function choiceOf({ id, name }: Thing, ids: readonly ThingId[]) {
  return { id: String(id), label: name, isChecked: ids.includes(id) };
}

/** Of which there are so many that the desk looks for them. */
function SoughtThings(props: ValueInputProps & { to: 'customer' | 'company' }) {
  const [typed, type] = useState('');
  const found = useSoughtThings(props.to, typed);
  const ids = idsOf(props);
  const nameOf = useNamesOf(props.to, ids);
  const add = (chosen: string | null) => {
    if (chosen !== null && !ids.includes(Number(chosen))) props.onChange([...ids, Number(chosen)]);
  };
  return (
    <span className="condition-sought">
      {ids.map((id) => (
        <Badge key={id} name={nameOf(id)} onRemove={() => props.onChange(toggled(ids, id))}>
          {nameOf(id)}
        </Badge>
      ))}
      <ComboBox
        key={ids.length}
        aria-label={words.value}
        placeholder={words.seek}
        choices={found.map(({ id, name }) => ({ id: String(id), label: name }))}
        value={null}
        onChange={add}
        onSearch={type}
      />
    </span>
  );
}
