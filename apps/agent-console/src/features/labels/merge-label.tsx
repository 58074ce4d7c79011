import { labelsApi } from '@bureau/contracts';
import type { Label } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, Dialog, useToasts } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { labelsWords } from './labels.words.ts';

const words = labelsWords.merging;

export interface MergeLabelProps {
  label: Label;
  /** All labels of the desk. */
  labels: readonly Label[];
  go: AdminPageProps['go'];
}

/** Makes two labels one, once it is clear what goes over to the other. */
export function MergeLabel({ label, labels, go }: MergeLabelProps) {
  const [isAsking, setAsking] = useState(false);
  const others = labels.filter(({ id }) => id !== label.id);
  if (others.length === 0) return null;
  return (
    <>
      <Button icon="merge" onPress={() => setAsking(true)}>
        {words.open}
      </Button>
      {isAsking && <MergeDialog label={label} labels={others} go={go} onClose={() => setAsking(false)} />}
    </>
  );
}

function MergeDialog({ label, labels, go, onClose }: MergeLabelProps & { onClose: () => void }) {
  const [into, setInto] = useState<string | null>(null);
  const links = useLinks('label', label.id, true);
  const { merge, isPending } = useMerge(label, onClose, go);
  const target = labels.find(({ id }) => String(id) === into);
  const countOf = (noun: string) => links.data?.items.find((link) => link.noun === noun)?.count ?? 0;
  const actions = (
    <>
      <Button onPress={onClose}>{labelsWords.cancel}</Button>
      <Button
        variant="danger"
        isDisabled={!target || links.isPending}
        isPending={isPending}
        onPress={() => target && merge(target)}
      >
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog isOpen role="alertdialog" onClose={onClose} title={words.title(label.name)} actions={actions}>
      <div className="label-merge">
        <ComboBox
          label={words.into}
          choices={labels.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={into}
          onChange={setInto}
        />
        <WhatLinksHere links={links} />
        {links.data && target && <p role="status">{words.preview(target.name, countOf('case'), countOf('filter'))}</p>}
        <p>{words.forGood(label.name)}</p>
      </div>
    </Dialog>
  );
}

function useMerge(label: Label, onClose: () => void, go: AdminPageProps['go']) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const command = useCommand(labelsApi.merge);
  const merge = (target: Label) =>
    command.mutate(
      { params: { labelId: label.id }, body: { intoId: target.id } },
      {
        onSuccess: () => {
          toasts.show({ text: words.done(label.name, target.name) });
          onClose();
          go({ item: String(target.id) });
          for (const route of [labelsApi.list, labelsApi.uses]) {
            void queries.invalidateQueries({ queryKey: keyOf(route) });
          }
          void refreshLists(queries);
        },
        onError: (error) => void toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) }),
      },
    );
  return { merge, isPending: command.isPending };
}
