import { z } from 'zod';
import { Timestamp } from '../ids.ts';

/** Six digits of an authenticator, or a recovery code; blanks and hyphens do not matter. */
export const TwoFactorCode = z.string().trim().min(6, 'Write the six digits, or a recovery code.').max(40);

export const TwoFactor = z.object({
  enabled: z.boolean(),
  /** The role demands it. */
  required: z.boolean(),
  since: Timestamp.nullable(),
  recoveryCodesLeft: z.number().int(),
});
export type TwoFactor = z.infer<typeof TwoFactor>;

/** What an authenticator is given: as a QR code of the URI, or typed by hand. */
export const TwoFactorSetup = z.object({
  /** `otpauth://totp/…` */
  uri: z.string(),
  /** The secret alone, base32. */
  secret: z.string(),
});
export type TwoFactorSetup = z.infer<typeof TwoFactorSetup>;

/** Each signs in once, when the authenticator is lost. Shown this one time. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
