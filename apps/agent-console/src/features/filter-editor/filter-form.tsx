import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Switch } from '@bureau/ui';
import { FormFrame } from '../../pieces/form/index.ts';
import { DeleteFilter } from './delete-filter.tsx';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { FilterFields } from './filter-fields.tsx';
import { FilterPreview } from './filter-preview.tsx';
import type { FilterValues } from './filter-values.ts';
import { useFilterForm } from './use-filter-form.ts';

export interface FilterFormProps {
  filter: Filter | null;
  begins: FilterValues;
  /** Leads back to the list of filters. */
  onDone: () => void;
}

/** A filter on a page of its own, with what it finds beside it. */
export function FilterForm({ filter, begins, onDone }: FilterFormProps) {
  const fields = useRoute(filtersApi.fields, {});
  const form = useFilterForm({ filter, begins, onSaved: () => filter === null && onDone() });
  return (
    <div className="filter-page">
      <FormFrame
        form={form}
        isNew={filter === null}
        saveLabel={filter ? undefined : words.create}
        onCancel={filter ? undefined : { label: words.cancel, run: onDone }}
      >
        <FilterFields form={form} fields={fields} />
        <Switch isSelected={form.values.enabled} onChange={(enabled) => form.set({ enabled })} help={words.enabledHelp}>
          {words.enabled}
        </Switch>
        {filter && (
          <div>
            <DeleteFilter filter={filter} onDeleted={onDone} />
          </div>
        )}
      </FormFrame>
      <FilterPreview values={form.values} fields={fields.data?.items ?? []} />
    </div>
  );
}
