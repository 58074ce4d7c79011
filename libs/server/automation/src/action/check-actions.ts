import { Injectable } from '@nestjs/common';
import type { Actions, Actor, FieldError } from '@bureau/contracts';
import { InvalidInput } from '@bureau/platform';
import { ActionHandlers } from './action-handlers.ts';

/** Whether actions can be kept: what they name exists, their texts can be read, and they can be done at this desk. */
@Injectable()
export class CheckActions {
  constructor(private readonly handlers: ActionHandlers) {}

  /** Throws request.invalid naming each place below `path` that is wrong, and what to do about it. */
  async run(actor: Actor, actions: Actions, path = 'actions'): Promise<void> {
    const errors: FieldError[] = [];
    for (const [index, action] of actions.entries()) {
      const problems = await this.handlers.of(action).check?.(action, actor);
      for (const { at, message } of problems ?? []) errors.push({ path: `${path}.${index}.${at}`, message });
    }
    if (errors.length > 0) throw new InvalidInput(errors);
  }
}
