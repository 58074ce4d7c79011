import type { CreateMacro, Macro } from '@bureau/contracts';

/** What is written of a macro, complete or not yet. */
export type MacroValues = Required<Omit<CreateMacro, 'visibility'>> & Pick<Macro, 'visibility'>;

/** One's own by itself; whoever keeps the macros of others writes for them. */
export function newValues(userId: number, mayShare: boolean): MacroValues {
  return {
    name: '',
    description: '',
    folders: [],
    actions: [],
    visibility: mayShare ? { for: 'everyone' } : { for: 'user', userId },
    enabled: true,
  };
}

export function valuesOf({ name, description, folders, actions, visibility, enabled }: Macro): MacroValues {
  return { name, description, folders, actions, visibility, enabled };
}
