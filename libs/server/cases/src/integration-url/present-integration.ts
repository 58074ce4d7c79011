import type { CreateIntegrationUrl, IntegrationUrl } from '@bureau/contracts';
import type { StoredIntegration } from './integration-url.repository.ts';

export function presentIntegration({ version: _, ...integration }: StoredIntegration): IntegrationUrl {
  return integration;
}

/** What can be changed. */
export function settingsOf(integration: IntegrationUrl): CreateIntegrationUrl {
  const { name, description, kind, markup, visibility, roleIds, height, enabled } = integration;
  return { name, description, kind, markup, visibility, roleIds, height, enabled };
}
