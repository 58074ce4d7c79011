import { rulesApi } from '@bureau/contracts';
import type { Rule } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { rulesWords as words } from './rules.words.ts';

/** Puts a rule at a place among those of its type: at once, and back again, with the reason, when the desk refuses. */
export function useOrderRules(): (ofType: readonly Rule[], rule: Rule, place: number) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(rulesApi.list, {});
  const order = useCommand(rulesApi.reorder);
  const show = (rules: readonly Rule[]) =>
    queries.setQueryData(key, (list: { items: readonly Rule[] } | undefined) => {
      const isOther = ({ type }: Rule) => type !== rules[0]?.type;
      return { items: [...(list?.items ?? []).filter(isOther), ...rules] };
    });
  const run = (before: readonly Rule[], after: readonly Rule[], said: string) => {
    const [first] = after;
    if (!first) return;
    show(after);
    order.mutate(
      { body: { type: first.type, ruleIds: after.map(({ id }) => id) } },
      {
        onSuccess: () => toasts.show({ text: said, onUndo: () => run(after, before, said) }),
        onError: (error) => {
          show(before);
          const action = { label: words.again, run: () => run(before, after, said) };
          toasts.show({ text: words.notMoved, detail: problemText(error), tone: 'danger', action });
        },
      },
    );
  };
  return (ofType, rule, place) => {
    const others = ofType.filter(({ id }) => id !== rule.id);
    run(ofType, others.toSpliced(place, 0, rule), words.moved(rule.name));
  };
}
