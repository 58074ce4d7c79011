import type { IconName } from '../icon/icon.tsx';

/** One of several things to choose from. */
export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  /** A quiet second line. */
  detail?: string;
  icon?: IconName;
  isDisabled?: boolean;
}

/** Brings a key from react-aria back to the choice it stands for. */
export function findChoice<Id extends string>(choices: readonly Choice<Id>[], key: unknown): Id | undefined {
  return choices.find((choice) => choice.id === key)?.id;
}
