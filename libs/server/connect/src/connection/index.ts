import type { Provider, Type } from '@nestjs/common';
import { BeginSignIn } from './begin-sign-in.ts';
import { ChangeConnection } from './change-connection.ts';
import { CheckConnection } from './check-connection.ts';
import { ConnectionHealth } from './connection-health.ts';
import { ConnectionController } from './connection.controller.ts';
import { ConnectionQueries } from './connection.queries.ts';
import { ConnectionRealtime } from './connection.realtime.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { FinishSignIn } from './finish-sign-in.ts';
import { GiveKeysBackOnConnectDisconnected } from './give-keys-back.on-connect-disconnected.ts';
import { KeepOrganisation } from './keep-organisation.ts';
import { RemoveLinks } from './remove-links.ts';
import { SignInRepository } from './sign-in.repository.ts';

export const CONNECTION_CONTROLLERS: Type[] = [ConnectionController];

export const CONNECTION_PROVIDERS: Provider[] = [
  ...[BeginSignIn, ChangeConnection, CheckConnection, ConnectionHealth, ConnectionQueries, ConnectionRealtime],
  ...[ConnectionRepository, FinishSignIn, GiveKeysBackOnConnectDisconnected, KeepOrganisation, RemoveLinks],
  SignInRepository,
];
