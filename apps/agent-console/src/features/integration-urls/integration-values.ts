import { CreateIntegrationUrl, FRAME_HEIGHT } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';

/** What is written of an integration, complete or not yet. */
export interface IntegrationValues extends Omit<CreateIntegrationUrl, 'height'> {
  height: string;
}

export function valuesOf(integration: IntegrationUrl | null): IntegrationValues {
  const { name, description, kind, markup, visibility, roleIds, height, enabled } = integration ?? NEW;
  return { name, description, kind, markup, visibility, roleIds, height: String(height), enabled };
}

const NEW: CreateIntegrationUrl = {
  ...{ name: '', description: '', kind: 'link', markup: '', visibility: { for: 'everyone' }, roleIds: [] },
  ...{ height: FRAME_HEIGHT.usual, enabled: true },
};

/** As it is sent. */
export function wantedOf({ height, ...values }: IntegrationValues) {
  return { ...values, height: height.trim() === '' ? undefined : Number(height) };
}

/** The contract's own schema, of what is typed. */
export const integrationCheck = {
  safeParse: (values: IntegrationValues) => CreateIntegrationUrl.safeParse(wantedOf(values)),
};
