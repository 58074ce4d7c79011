import './filter-editor.css';
import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Banner, Button, Dialog } from '@bureau/ui';
import { DeleteFilter } from './delete-filter.tsx';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { FilterFields } from './filter-fields.tsx';
import { FilterPreview } from './filter-preview.tsx';
import { newValues, valuesOf } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';
import { useFilterForm } from './use-filter-form.ts';

/** What the editor is opened with: a filter to change, or what a new one begins with. */
export type FilterWish =
  | { filter: Filter }
  | {
      begins: Partial<FilterValues>;
      /** What of its beginning could not be kept as it was, to be told. */
      notes?: readonly string[];
    };

export interface FilterDialogProps {
  wish: FilterWish;
  onClose: () => void;
  /** Goes to the filter that was made or changed. */
  onSaved: (filter: Filter) => void;
  onDeleted?: () => void;
}

/** Makes a filter, or changes one, above the list, with what it would find. */
export function FilterDialog({ wish, onClose, onSaved, onDeleted }: FilterDialogProps) {
  const session = useSession();
  const filter = 'filter' in wish ? wish.filter : null;
  const begins = 'filter' in wish ? valuesOf(wish.filter) : newValues(session, wish.begins);
  const fields = useRoute(filtersApi.fields, {});
  const form = useFilterForm({ filter, begins, onSaved, isUnguarded: true });
  const notes = 'filter' in wish ? [] : (wish.notes ?? []);
  const actions = (
    <>
      {filter && onDeleted && <DeleteFilter filter={filter} onDeleted={onDeleted} />}
      <span className="filter-dialog-gap" />
      <Button onPress={onClose}>{words.cancel}</Button>
      {filter && <Button onPress={() => void form.saveAsNew()}>{words.saveAsNew}</Button>}
      <Button variant="primary" isPending={form.isSaving} onPress={() => void form.submit()}>
        {filter ? words.save : words.create}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="wide"
      role="alertdialog"
      onClose={onClose}
      title={filter ? words.editTitle(filter.name) : words.newTitle}
      actions={actions}
    >
      <div className="filter-dialog">
        {form.error && <Banner tone="danger">{form.error}</Banner>}
        {notes.length > 0 && <Banner tone="caution">{notes.join(' ')}</Banner>}
        <FilterFields form={form} fields={fields}>
          <FilterPreview values={form.values} fields={fields.data?.items ?? []} />
        </FilterFields>
      </div>
    </Dialog>
  );
}
