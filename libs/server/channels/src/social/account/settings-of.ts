import type { SocialAccountEntity } from './social-account.entity.ts';

/** What an administrator decides about an account, for the audit log; how it fares is no setting, and keys are secret. */
export function settingsOf(account: SocialAccountEntity) {
  const { network, externalId, handle, name, brandId, groupId, isDefault, imports, scopes, state } = account;
  const listens = state === 'paused' || state === 'disconnected' ? state : 'connected';
  return { network, externalId, handle, name, brandId, groupId, isDefault, imports, scopes, state: listens };
}

/** As people call it: @handle, or the name of a page. */
export function nameOfAccount({
  network,
  handle,
  name,
}: Pick<SocialAccountEntity, 'network' | 'handle' | 'name'>): string {
  return network === 'x' ? `@${handle}` : name;
}
