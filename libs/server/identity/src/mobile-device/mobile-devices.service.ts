import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type MobileSetting, type RegisterMobileDevice } from '@bureau/contracts';
import { ProblemError, Transactional } from '@bureau/platform';
import { MobileDeviceRepository } from './mobile-device.repository.ts';

/** Of one person; whoever names more has given the first ones away. */
const DEVICES_AT_MOST = 20;

/** The telephones and tablets of whoever asks. Nobody keeps those of somebody else. */
@Injectable()
export class MobileDevicesService {
  constructor(private readonly devices: MobileDeviceRepository) {}

  /** Its number; the same one when it was named before. Throws permission.denied for who is no user. */
  @Transactional()
  async register(actor: Actor, device: RegisterMobileDevice): Promise<number> {
    const userId = personIn(actor);
    const id = await this.devices.keep(userId, device);
    await this.devices.thinOut(userId, DEVICES_AT_MOST);
    return id;
  }

  /** Throws permission.denied. One that is nobody's, or somebody else's, is left alone. */
  @Transactional()
  async forget(actor: Actor, id: number): Promise<void> {
    await this.devices.forget(personIn(actor), id);
  }

  /** Throws permission.denied. Once more changes nothing. */
  @Transactional()
  async set(actor: Actor, id: number, wanted: { setting: MobileSetting; isOn: boolean }): Promise<void> {
    await this.devices.set(personIn(actor), id, wanted);
  }
}

function personIn(actor: Actor): number {
  const userId = userIdOf(actor);
  if (userId === undefined) throw new ProblemError('permission.denied');
  return userId;
}
