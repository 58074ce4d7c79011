import type { Mapping, MappingsOfObject, SyncObject } from '@bureau/contracts';
import { Button, Dialog, Select } from '@bureau/ui';
import { useState } from 'react';
import { objectWords } from './salesforce-objects.words.ts';
import { useMappingCommands } from './use-mapping-commands.ts';

const words = objectWords.values;

const NONE = '';

interface ValueTableProps {
  object: SyncObject;
  all: MappingsOfObject;
  mapping: Mapping;
  onClose: () => void;
}

/** Which choice of the desk means the same as which value of a picklist. */
export function ValueTable({ object, all, mapping, onClose }: ValueTableProps) {
  const [partners, setPartners] = useState(() => new Map(mapping.values.map((pair) => [pair.desk, pair.salesforce])));
  const { change, isPending } = useMappingCommands(object);
  const field = all.salesforceFields.find(({ name }) => name === mapping.salesforceField);
  const offered = (field?.values ?? []).filter(({ active }) => active);
  const choices = [{ id: NONE, label: words.none }, ...offered.map(({ value, label }) => ({ id: value, label }))];
  const rows = all.deskFields.find(({ key }) => key === mapping.deskField)?.choices ?? [];
  const save = () => {
    const values = [...partners].flatMap(([desk, salesforce]) =>
      salesforce === NONE || !rows.includes(desk) ? [] : { desk, salesforce },
    );
    change(mapping, { values }, onClose);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(mapping.deskLabel, mapping.salesforceLabel)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isPending={isPending} onPress={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <p className="salesforce-quiet">{words.lead}</p>
      <table className="salesforce-values">
        <thead>
          <tr>
            <th scope="col">{words.desk}</th>
            <th scope="col">{words.salesforce}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((desk) => (
            <tr key={desk}>
              <th scope="row">{desk}</th>
              <td>
                <Select
                  aria-label={words.partnerOf(desk)}
                  choices={choices}
                  value={partners.get(desk) ?? NONE}
                  onChange={(salesforce) => setPartners(new Map(partners).set(desk, salesforce))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
