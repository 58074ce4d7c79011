import { rulesApi } from '@bureau/contracts';
import type { Rule } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { refreshRules } from './refresh-rules.ts';
import { rulesWords as words } from './rules.words.ts';

/** Switches a rule on or off: at once, with undo, and back again, with the reason, when the desk refuses. */
export function useSwitchRule(): (rule: Rule, enabled: boolean) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const update = useCommand(rulesApi.update);
  const show = (rule: Rule) =>
    queries.setQueryData(keyOf(rulesApi.list, {}), (list: { items: readonly Rule[] } | undefined) =>
      list ? { items: list.items.map((one) => (one.id === rule.id ? rule : one)) } : list,
    );
  const run = (rule: Rule, enabled: boolean) => {
    show({ ...rule, enabled, disabledReason: null });
    update.mutate(
      { params: { ruleId: rule.id }, body: { enabled } },
      {
        onSuccess: (answer) => {
          show(answer);
          void refreshRules(queries);
          const said = enabled ? words.switched.on(rule.name) : words.switched.off(rule.name);
          toasts.show({ text: said, onUndo: () => run(answer, !enabled) });
        },
        onError: (error) => {
          show(rule);
          const action = { label: words.again, run: () => run(rule, enabled) };
          toasts.show({ text: words.notSwitched, detail: problemText(error), tone: 'danger', action });
        },
      },
    );
  };
  return run;
}
