import type { Notification, Preferences } from '@bureau/contracts';

/** What the reader's windows are doing when something happens. */
export interface Situation {
  /** She takes new cases. */
  isAvailable: boolean;
  /** She types in one of the windows. */
  isWriting: boolean;
  /** One of the windows is in front. */
  isInFront: boolean;
  /** The cases that she looks at. */
  openCases: readonly number[];
}

export interface Call {
  /** A notification of the browser. */
  browser: boolean;
  sound: boolean;
}

const silence: Call = { browser: false, sound: false };

/**
 * How a notification calls: as its kind is set, never for a case that is being looked at, and not at all while the
 * reader wants quiet. What is in front needs no notification of the browser.
 */
export function waysToCall(
  { kind, case: { id } }: Pick<Notification, 'kind' | 'case'>,
  { notifications, quietWhileAway, quietWhileWriting }: Preferences,
  { isAvailable, isWriting, isInFront, openCases }: Situation,
): Call {
  if (openCases.includes(id)) return silence;
  if (quietWhileAway && !isAvailable) return silence;
  if (quietWhileWriting && isWriting) return silence;
  const { browser, sound } = notifications[kind];
  return { browser: browser && !isInFront, sound };
}
