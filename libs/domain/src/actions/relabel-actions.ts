import type { Action } from '@bureau/contracts';

/** Actions that name one label name another instead; of a list that names both, one is left. The others are the same. */
export function relabelActions(actions: readonly Action[], from: string, to: string): Action[] {
  return actions.map((action) =>
    'labels' in action && action.labels.includes(from)
      ? { ...action, labels: [...new Set(action.labels.map((name) => (name === from ? to : name)))] }
      : action,
  );
}
