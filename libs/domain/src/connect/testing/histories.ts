import type { RawValues } from './organisation.ts';

/**
 * What can happen to a desk and an organisation that are kept in step. Records are named by a number, counted around what
 * there is. The same histories run against the model of this folder and against the real engine.
 */
export type HistoryCommand =
  | { do: 'desk makes'; values: RawValues }
  | { do: 'desk edits'; record: number; values: RawValues }
  | { do: 'desk deletes'; record: number }
  | { do: 'salesforce makes'; values: RawValues; delayMs: number }
  | { do: 'salesforce edits'; record: number; values: RawValues; delayMs: number }
  | { do: 'salesforce deletes'; record: number }
  | { do: 'salesforce undeletes'; record: number }
  | { do: 'salesforce merges'; record: number; loser: number }
  | { do: 'unlink'; record: number }
  | { do: 'relink'; record: number }
  | { do: 'time'; ms: number }
  /** A worker begins (unless it is at work) and does so many steps. */
  | { do: 'poll'; worker: number; steps: number }
  | { do: 'push'; worker: number; steps: number }
  | { do: 'work'; worker: number; steps: number }
  /** A worker is killed between two steps. */
  | { do: 'crash'; worker: number };

/** What becomes of a call: null, it works. */
export type Fault = null | 'request lost' | 'answer lost' | 'locked' | 'unavailable';

export interface History {
  commands: HistoryCommand[];
  /** Of each call in turn, over and over, until everything is well again. */
  faults: Fault[];
  /** By how much the desk's clock differs from Salesforce's. */
  skewMs: number;
}
