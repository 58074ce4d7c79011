import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { RecoveryCodes, TwoFactor, TwoFactorCode, TwoFactorSetup } from './two-factor.ts';

const PasswordAgain = z.string().min(1, 'Write your password.').max(200);

export const ConfirmTwoFactor = z.object({ code: TwoFactorCode });
export type ConfirmTwoFactor = z.infer<typeof ConfirmTwoFactor>;

export const BeginTwoFactor = z.object({ password: PasswordAgain });
export type BeginTwoFactor = z.infer<typeof BeginTwoFactor>;

/** Whoever found a screen unlocked has neither the password nor the code. */
export const ProveTwoFactor = z.object({ password: PasswordAgain, code: TwoFactorCode });
export type ProveTwoFactor = z.infer<typeof ProveTwoFactor>;

// Guesses are counted also when they fail, so none of these runs in the transaction of an Idempotency-Key.
export const twoFactorApi = {
  get: route('GET', '/two-factor', {
    summary: 'Say whether I sign in with a second factor.',
    allow: 'signed-in',
    beforeTwoFactor: true,
    response: TwoFactor,
  }),
  begin: route('POST', '/two-factor', {
    summary: 'Begin to set up a second factor: receive the secret for the authenticator.',
    allow: 'signed-in',
    beforeTwoFactor: true,
    secret: true,
    idempotent: false,
    body: BeginTwoFactor,
    response: TwoFactorSetup,
    status: 201,
  }),
  confirm: route('POST', '/two-factor/confirm', {
    summary: 'Switch the second factor on with a code of the authenticator, and receive the recovery codes.',
    allow: 'signed-in',
    beforeTwoFactor: true,
    secret: true,
    idempotent: false,
    body: ConfirmTwoFactor,
    response: RecoveryCodes,
  }),
  renewRecoveryCodes: route('POST', '/two-factor/recovery-codes', {
    summary: 'Receive new recovery codes; the old ones end.',
    allow: 'signed-in',
    secret: true,
    idempotent: false,
    body: ProveTwoFactor,
    response: RecoveryCodes,
  }),
  disable: route('POST', '/two-factor/disable', {
    summary: 'Switch the second factor off, with password and code.',
    allow: 'signed-in',
    idempotent: false,
    body: ProveTwoFactor,
  }),
  reset: route('DELETE', '/users/:userId/two-factor', {
    summary: 'Take a lost second factor from a user; all sessions of the user end.',
    allow: 'users:manage',
    params: z.object({ userId: IdParam }),
  }),
};
