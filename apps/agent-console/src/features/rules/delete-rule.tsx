import { rulesApi } from '@bureau/contracts';
import type { Rule } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshRules } from './refresh-rules.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.delete;

/** Deletes a rule, once it is said what goes with it and what stays. */
export function DeleteRule({ rule, go }: { rule: Rule; go: AdminPageProps['go'] }) {
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(rulesApi.delete);
  const run = () =>
    remove.mutate(
      { params: { ruleId: rule.id } },
      {
        onSuccess: () => {
          toasts.show({ text: words.deleted(rule.name) });
          setAsking(false);
          go({});
          void refreshRules(queries);
        },
        onError: (error) => {
          setAsking(false);
          toasts.show({ text: words.failed, detail: problemText(error), tone: 'danger' });
        },
      },
    );
  return (
    <>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {words.action}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={run}
        isPending={remove.isPending}
        title={words.title(rule.name)}
        losses={words.losses}
        confirmLabel={words.confirm}
      >
        <p>{words.stays}</p>
        {rule.enabled && <p>{words.offInstead}</p>}
      </ConfirmDialog>
    </>
  );
}
