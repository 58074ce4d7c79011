import type { Filter } from '@bureau/contracts';
import { Button, ConfirmDialog } from '@bureau/ui';
import { useState } from 'react';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { useDeleteFilter } from './use-delete-filter.ts';

/** Deletes one's own filter at once, with undo; before others lose theirs it says who does. */
export function DeleteFilter({ filter, onDeleted }: { filter: Filter; onDeleted: () => void }) {
  const [isAsking, ask] = useState(false);
  const remove = useDeleteFilter(onDeleted);
  if (filter.key !== null) return null;
  const isShared = filter.visibility.for !== 'user';
  const losses = [filter.visibility.for === 'everyone' ? words.lossEveryone : words.lossGroup];
  if (filter.routes) losses.push(words.lossRoutes);
  return (
    <>
      <Button variant="quiet" icon="trash" onPress={() => (isShared ? ask(true) : void remove(filter))}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        onConfirm={() => void remove(filter).then(() => ask(false))}
        title={words.deleteTitle(filter.name)}
        losses={losses}
        confirmLabel={words.delete}
      >
        {words.casesStay}
      </ConfirmDialog>
    </>
  );
}
