import type { SyncObject } from '@bureau/contracts';
import type { PushRun, PushStep } from '@bureau/domain';
import type { SyncFrame } from '../link/sync-frame.ts';
import type { PushEnd } from './push-end.ts';
import type { PushLook } from './push-facts.ts';

/** One step of one record on its way. */
export interface PushTurn<Step extends PushStep = PushStep> {
  frame: SyncFrame;
  deskId: number;
  look: PushLook;
  run: PushRun;
  step: Step;
  /** Fields were refused in this try, and the object has been looked at again. */
  described: boolean;
}

/** How it goes on: with what is known now (`described`: the object is another than it was), or not at all. */
export type AfterStep = { run: PushRun; salesforceNow?: number; described?: true } | PushEnd;

export type StepOf<Kind extends PushStep['do']> = Extract<PushStep, { do: Kind }>;

/** A name for one record, for locks and waiting. */
export function recordKey({ object, deskId }: { object: SyncObject; deskId: number }): string {
  return `${object}:${deskId}`;
}
