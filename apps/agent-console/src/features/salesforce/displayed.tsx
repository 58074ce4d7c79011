import type { MappingsOfObject, SyncObject } from '@bureau/contracts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { FieldChips } from './field-chips.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { useMappingCommands } from './use-mapping-commands.ts';

const words = objectWords.displayed;

/** Fields of any type that people see of the linked record. */
export function Displayed({ object, all }: { object: SyncObject; all: MappingsOfObject }) {
  const { display } = useMappingCommands(object);
  const { displayed, salesforceFields } = all;
  return (
    <AdminSection title={words.title} lead={words.lead}>
      <FieldChips
        label={words.field}
        chosen={displayed}
        offered={salesforceFields.map(({ name, label }) => ({ id: name, label }))}
        onChange={display}
      />
    </AdminSection>
  );
}
