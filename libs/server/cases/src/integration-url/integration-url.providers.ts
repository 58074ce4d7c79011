import { CanvasQueries } from './canvas.queries.ts';
import { CheckIntegration } from './check-integration.ts';
import { IntegrationLinks } from './integration-links.ts';
import { IntegrationUrlRepository } from './integration-url.repository.ts';
import { SaveIntegration } from './save-integration.ts';
import { ShowIntegrations } from './show-integrations.ts';
import { SignRequest } from './sign-request.ts';

/** What other islands ask for. */
export const INTEGRATIONS_OF_OTHERS = [IntegrationUrlRepository, SaveIntegration, ShowIntegrations];

/** What the module provides for integrations. */
export const INTEGRATIONS = [CanvasQueries, CheckIntegration, IntegrationLinks, SignRequest, ...INTEGRATIONS_OF_OTHERS];
