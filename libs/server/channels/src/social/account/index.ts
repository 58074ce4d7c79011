import { FacebookPage } from '../../facebook/facebook-page.ts';
import { FacebookSignIn } from '../../facebook/facebook-sign-in.ts';
import { GraphClients } from '../../facebook/graph-clients.ts';
import { XAccount } from '../../x/x-account.ts';
import { XApp } from '../../x/x-app.ts';
import { XClients } from '../../x/x-client.ts';
import { XKeys } from '../../x/x-keys.ts';
import { XSignIn } from '../../x/x-sign-in.ts';
import { XSubscriptions } from '../../x/x-subscriptions.ts';
import { BeginConnection } from '../connection/begin-connection.ts';
import { CallbacksController } from '../connection/callbacks.controller.ts';
import { ChooseAccounts } from '../connection/choose-accounts.ts';
import { ConnectionPaths } from '../connection/connection-paths.ts';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { ConnectionsQueries } from '../connection/connections.queries.ts';
import { FinishConnection } from '../connection/finish-connection.ts';
import { KeepAccount } from '../connection/keep-account.ts';
import { NetworkSetups } from '../connection/network-setups.ts';
import { SignIns } from '../connection/sign-ins.ts';
import { AccountHealth } from './account-health.ts';
import { AccountKeySeal } from './account-keys.ts';
import { AccountLinks } from './account-links.ts';
import { AccountsAtNetworks } from './accounts-at-networks.ts';
import { ChangeAccount } from './change-account.ts';
import { CheckAccount } from './check-account.ts';
import { GiveKeysBackOnSocialAccountDisconnected } from './give-keys-back.on-social-account-disconnected.ts';
import { KeyRepository } from './key.repository.ts';
import { LookAtAccount } from './look-at-account.ts';
import { NetworkLimits } from './network-limits.ts';
import { SocialAccountRealtime } from './social-account.realtime.ts';
import { SocialAccountRepository } from './social-account.repository.ts';
import { SocialAccountsController } from './social-accounts.controller.ts';
import { SocialAccountsQueries } from './social-accounts.queries.ts';
import { SubscribeAccount } from './subscribe-account.ts';
import { WelcomeAccountOnSocialAccountConnected } from './welcome-account.on-social-account-connected.ts';

export const ACCOUNT_CONTROLLERS = [CallbacksController, SocialAccountsController];

/** What furnishes a demo. */
export const ACCOUNT_EXPORTS = [AccountKeySeal, SocialAccountRepository];

export const ACCOUNT_PROVIDERS = [
  AccountHealth,
  AccountKeySeal,
  AccountLinks,
  AccountsAtNetworks,
  BeginConnection,
  ChangeAccount,
  CheckAccount,
  ChooseAccounts,
  ConnectionPaths,
  ConnectionRepository,
  ConnectionsQueries,
  FacebookPage,
  FacebookSignIn,
  FinishConnection,
  GiveKeysBackOnSocialAccountDisconnected,
  GraphClients,
  KeepAccount,
  KeyRepository,
  LookAtAccount,
  NetworkLimits,
  NetworkSetups,
  SignIns,
  SocialAccountRealtime,
  SocialAccountRepository,
  SocialAccountsQueries,
  SubscribeAccount,
  WelcomeAccountOnSocialAccountConnected,
  XAccount,
  XApp,
  XClients,
  XKeys,
  XSignIn,
  XSubscriptions,
];
