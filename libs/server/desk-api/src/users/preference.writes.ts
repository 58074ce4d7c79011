import { Injectable } from '@nestjs/common';
import { userIdOf } from '@bureau/contracts';
import { AgentSettingsRepository } from '@bureau/automation';
import { ChangePreferences } from '@bureau/identity';
import { InvalidInput, ProblemError } from '@bureau/platform';
import { z } from 'zod';
import { Anything } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { PREFERENCE_NUMBERS } from './preference.source.ts';

export const PreferenceBody = z.object({ value: Anything });
export type PreferenceBody = z.output<typeof PreferenceBody>;

@Injectable()
export class PreferenceWrites {
  constructor(
    private readonly changePreferences: ChangePreferences,
    private readonly agents: AgentSettingsRepository,
  ) {}

  /** Throws request.invalid, and permission.denied for whoever is no user in person. */
  async change({ actor, id, body }: Wish<PreferenceBody>): Promise<void> {
    if (body.value === undefined) return;
    const isOn = whether(body.value);
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    switch (id % 100) {
      case PREFERENCE_NUMBERS.auto_accept_on_route:
        return this.agents.prefer(userId, { autoAccept: isOn });
      case PREFERENCE_NUMBERS.screenpop_sound:
        return this.agents.prefer(userId, { sound: isOn });
      case PREFERENCE_NUMBERS.new_chat_message_sound:
        await this.changePreferences.run(actor, { notifications: { message: { sound: isOn } } });
        return;
      default:
        await this.changePreferences.run(actor, { confirmShortReplies: isOn });
    }
  }
}

/** True and false, or how loud: `"80"`. */
function whether(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const volume = z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .safeParse(value === '' || value === null ? NaN : value);
  if (volume.success) return volume.data > 0;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new InvalidInput([{ path: 'value', message: 'Write true or false, or how loud from 0 to 100.' }]);
}
