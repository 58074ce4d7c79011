import { Injectable } from '@nestjs/common';
import { MobileSetting, RegisterMobileDevice, userIdOf } from '@bureau/contracts';
import { MobileDevicesService } from '@bureau/identity';
import { InvalidInput, ProblemError } from '@bureau/platform';
import { z } from 'zod';
import { Anything } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const DeviceBody = z.object({ token: Anything, type: Anything });
export const DeviceSettingBody = z.object({ value: Anything });

const Numbered = z.object({ deviceSetting: z.coerce.number().pipe(MobileSetting) });

@Injectable()
export class DeviceWrites {
  constructor(private readonly devices: MobileDevicesService) {}

  /** Throws permission.denied for somebody else's, and request.invalid. */
  async register({ actor, id, body }: Wish<z.output<typeof DeviceBody>>): Promise<number> {
    if (id !== userIdOf(actor)) throw new ProblemError('permission.denied');
    const type = typeof body.type === 'string' ? body.type.toLowerCase() : body.type;
    return this.devices.register(actor, understood(RegisterMobileDevice, { token: body.token, type }));
  }

  async forget({ actor, id }: Wish<unknown>): Promise<void> {
    await this.devices.forget(actor, id);
  }

  /** Throws request.invalid. */
  async set({ actor, id, keys, body }: Wish<z.output<typeof DeviceSettingBody>>): Promise<void> {
    if (body.value === undefined) return;
    const { deviceSetting: setting } = understood(Numbered, keys);
    await this.devices.set(actor, Math.floor(id / 1000), { setting, isOn: whether(body.value) });
  }
}

/** Apps write whether in four ways. */
function whether(value: unknown): boolean {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  if (value === false || value === 0 || value === '0' || value === 'false') return false;
  throw new InvalidInput([{ path: 'value', message: 'Write true or false.' }]);
}
