import type { AccountKeys } from '@bureau/channels';
import type { SocialImports } from '@bureau/contracts';
import type { BrandKey } from './story.ts';

export interface DemoAccount {
  brand: BrandKey;
  externalId: string;
  handle: string;
  name: string;
  keys: AccountKeys;
  imports: SocialImports;
}

const X: SocialImports = {
  ...{ network: 'x', mentions: true, replies: true, quotes: true, directMessages: true, searches: [] },
};
const FACEBOOK: SocialImports = {
  ...{ network: 'facebook', visitorPosts: true, companyPosts: false, comments: true, privateMessages: true },
};

/** The brands on the X and the Facebook of the sandbox, with the keys that it begins with (apps/sandbox/README.md). */
export const SOCIAL_ACCOUNTS: readonly DemoAccount[] = [
  {
    ...{ brand: 'larkspur', externalId: '1001', handle: 'larkspurcoffee', name: 'Larkspur Coffee', imports: X },
    keys: {
      kind: 'oauth1',
      accessToken: '1001-SandboxLarkspurCoffee',
      accessSecret: 'sandbox-secret-of-larkspurcoffee',
    },
  },
  {
    ...{ brand: 'tideline', externalId: '1002', handle: 'tidelinegear', name: 'Tideline Gear', imports: X },
    keys: { kind: 'oauth1', accessToken: '1002-SandboxTidelineGear', accessSecret: 'sandbox-secret-of-tidelinegear' },
  },
  {
    ...{ brand: 'larkspur', externalId: '104260571300001', handle: 'larkspurcoffee', name: 'Larkspur Coffee' },
    ...{ imports: FACEBOOK, keys: { kind: 'page', accessToken: 'EAAKSandboxTokenOfTheLarkspurCoffeePage' } },
  },
  {
    ...{ brand: 'tideline', externalId: '104260571300002', handle: 'tidelinegear', name: 'Tideline Gear' },
    ...{ imports: FACEBOOK, keys: { kind: 'page', accessToken: 'EAAKSandboxTokenOfTheTidelineGearPage' } },
  },
];
