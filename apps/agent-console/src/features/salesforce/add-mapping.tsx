import type { MappingsOfObject, SalesforceField, SyncDirection, SyncObject } from '@bureau/contracts';
import { Button, Dialog, Select } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useState } from 'react';
import { objectWords } from './salesforce-objects.words.ts';
import { useMappingCommands } from './use-mapping-commands.ts';

const words = objectWords.add;

type Way = Exclude<SyncDirection, 'off'>;

interface AddMappingProps {
  object: SyncObject;
  all: MappingsOfObject;
  onClose: () => void;
}

/** Pairs a field of the desk with one of the matching type; says of every other why it is not offered. */
export function AddMapping({ object, all, onClose }: AddMappingProps) {
  const [deskKey, setDeskKey] = useState<string | null>(all.deskFields[0]?.key ?? null);
  const [name, setName] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Way>('both');
  const { create, isPending } = useMappingCommands(object);
  const desk = all.deskFields.find(({ key }) => key === deskKey);
  const matching = all.salesforceFields.filter(({ goesWith }) => desk !== undefined && goesWith === desk.type);
  const chosen = matching.find((field) => field.name === name);
  const ways = (chosen?.ways ?? ['both', 'to_salesforce', 'to_desk']).map((id) => ({
    id,
    label: objectWords.directions[id],
  }));
  const direction = ways.find(({ id }) => id === wanted)?.id ?? ways[0]?.id ?? 'both';
  const pair = () => {
    if (desk && chosen) create({ object, deskField: desk.key, salesforceField: chosen.name, direction }, onClose);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!desk || !chosen} isPending={isPending} onPress={pair}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className="salesforce-pairing">
        <Select
          label={words.desk}
          choices={all.deskFields.map(({ key, label }) => ({ id: key, label }))}
          value={deskKey}
          onChange={(key) => {
            setDeskKey(key);
            setName(null);
          }}
        />
        <ComboBox
          label={words.salesforce}
          help={desk && (matching.length > 0 ? words.matching(words.types[desk.type]) : words.none)}
          choices={matching.map((field) => ({ id: field.name, label: field.label, detail: field.name }))}
          value={name}
          onChange={setName}
          placeholder={words.choose}
          isDisabled={matching.length === 0}
        />
        <Select<Way> label={words.direction} choices={ways} value={direction} onChange={setWanted} />
        <Refused fields={all.salesforceFields.filter((field) => !matching.includes(field))} />
      </div>
    </Dialog>
  );
}

function Refused({ fields }: { fields: readonly SalesforceField[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="salesforce-refused">
      <summary>{words.refused(fields.length)}</summary>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <span>{field.label}</span> <code>{field.name}</code>
            <span className="salesforce-quiet">{whyNot(field)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function whyNot({ refusal, goesWith, setUpType }: SalesforceField): string {
  if (refusal !== null) return objectWords.refusals[refusal];
  return words.otherType(goesWith === null ? setUpType : words.types[goesWith]);
}
