import { Injectable } from '@nestjs/common';
import type { Action, ActionType } from '@bureau/contracts';
import type { AnyHandler, DeedHandler, FieldHandler } from './action-handler.ts';
import { AddNote } from './add-note.ts';
import { changePriority } from './change-priority.ts';
import { appendLabels, removeLabels, setLabels } from './labels.ts';
import { SetGroup } from './set-group.ts';
import { setPriority } from './set-priority.ts';
import { setStatus } from './set-status.ts';
import { SetUser } from './set-user.ts';

/** Every kind of action has one. */
type Handlers = { [T in ActionType]?: FieldHandler<T> | DeedHandler<T> };

/** What each kind of action does. */
@Injectable()
export class ActionHandlers {
  private readonly known: ReadonlyMap<string, AnyHandler>;

  constructor(setGroup: SetGroup, setUser: SetUser, addNote: AddNote) {
    const handlers: Handlers = {
      'set-status': setStatus,
      'set-priority': setPriority,
      'change-priority': changePriority,
      'set-group': setGroup,
      'set-user': setUser,
      'set-labels': setLabels,
      'append-labels': appendLabels,
      'remove-labels': removeLabels,
      'add-note': addNote,
    };
    this.known = new Map<string, AnyHandler>(Object.entries(handlers));
  }

  of({ type }: Action): AnyHandler {
    const handler = this.known.get(type);
    if (!handler) throw new Error(`No handler for the action ${type}.`);
    return handler;
  }
}
