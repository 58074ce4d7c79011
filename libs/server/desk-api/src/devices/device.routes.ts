import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { USERS } from '../users/user.source.ts';
import { MOBILE_DEVICE_SETTINGS, MOBILE_DEVICES } from './device.source.ts';
import { DeviceBody, DeviceSettingBody, DeviceWrites } from './device.writes.ts';

export const DEVICE_ROUTES: DeskRoute[] = [
  list('/users/:user/mobile_devices', {
    summary: 'List the telephones and tablets that one has named; of others nothing is told.',
    allow: 'signed-in',
    within: USERS,
    reads: MOBILE_DEVICES,
  }),
  create('/users/:user/mobile_devices', {
    summary: 'Name a telephone or tablet of one’s own: `token`, `type` `ios` or `android`.',
    allow: 'signed-in',
    within: USERS,
    reads: MOBILE_DEVICES,
    body: DeviceBody,
    by: DeviceWrites,
    run: (writes, wish) => writes.register(wish),
  }),
  show('/users/:user/mobile_devices/:device', {
    summary: 'Read a device of one’s own.',
    allow: 'signed-in',
    reads: MOBILE_DEVICES,
  }),
  remove('/users/:user/mobile_devices/:device', {
    summary: 'Forget a device of one’s own.',
    allow: 'signed-in',
    reads: MOBILE_DEVICES,
    by: DeviceWrites,
    run: (writes, wish) => writes.forget(wish),
  }),
  list('/users/:user/mobile_devices/:device/settings', {
    summary: 'List what a device of one’s own is to be told of.',
    allow: 'signed-in',
    within: MOBILE_DEVICES,
    reads: MOBILE_DEVICE_SETTINGS,
  }),
  show('/users/:user/mobile_devices/:device/settings/:deviceSetting', {
    summary: 'Read whether a device is to be told of something.',
    allow: 'signed-in',
    reads: MOBILE_DEVICE_SETTINGS,
  }),
  change('/users/:user/mobile_devices/:device/settings/:deviceSetting', {
    summary: 'Say by `value` whether a device is to be told of something.',
    allow: 'signed-in',
    reads: MOBILE_DEVICE_SETTINGS,
    body: DeviceSettingBody,
    by: DeviceWrites,
    run: (writes, wish) => writes.set(wish),
  }),
];
