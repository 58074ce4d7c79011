import { ACCOUNT_CONTROLLERS, ACCOUNT_EXPORTS, ACCOUNT_PROVIDERS } from './account/index.ts';
import { IN_CONTROLLERS, IN_EXPORTS, IN_PROVIDERS } from './in/index.ts';
import { OUT_CONTROLLERS, OUT_PROVIDERS } from './out/index.ts';

export const SOCIAL_CONTROLLERS = [...ACCOUNT_CONTROLLERS, ...IN_CONTROLLERS, ...OUT_CONTROLLERS];

export const SOCIAL_EXPORTS = [...ACCOUNT_EXPORTS, ...IN_EXPORTS];

/** Accounts on X and Facebook. */
export const SOCIAL_PROVIDERS = [...ACCOUNT_PROVIDERS, ...IN_PROVIDERS, ...OUT_PROVIDERS];
