import type { ConnectionEntity } from './connection.entity.ts';

/** What an administrator decides about the connection, for the audit log; how it fares is no setting, and keys are secret. */
export function settingsOf(connection: ConnectionEntity) {
  const { orgId, orgName, loginUrl, username, signedInBy, enabled, state, disconnectedAt } = connection;
  return {
    ...{ orgId, orgName, loginUrl, username, signedInBy, enabled },
    paused: state === 'paused',
    connected: disconnectedAt === null,
  };
}
