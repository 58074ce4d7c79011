import { z } from 'zod';

/** What a telephone may be told, by the numbers that the API of Desk.com has for it. */
export const MobileSetting = z.union(
  [z.literal(100), z.literal(200), z.literal(210), z.literal(300), z.literal(400), z.literal(500)],
  'There is no such setting.',
);
export type MobileSetting = z.infer<typeof MobileSetting>;

/** A telephone or tablet of somebody who works here. */
export const RegisterMobileDevice = z.object({
  /** By which its maker reaches it. */
  token: z.string().regex(/^[\x21-\x7e]{1,1000}$/, 'Write the token of the device.'),
  type: z.enum(['ios', 'android']),
});
export type RegisterMobileDevice = z.infer<typeof RegisterMobileDevice>;
