import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  CreateIntegrationUrl,
  IntegrationSecret,
  IntegrationUrl,
  integrationUrlParams,
  RenderedUrl,
  ReorderIntegrationUrls,
  ShownIntegration,
  SignedRequest,
  TryIntegrationUrl,
  UpdateIntegrationUrl,
} from './integration-urls.ts';

const caseParams = z.object({ caseId: IdParam });

export const integrationUrlsApi = {
  list: route('GET', '/integration-urls', {
    summary: 'List the pages of other programs that are shown beside cases, in their order.',
    allow: 'integrations:manage',
    response: z.object({ items: z.array(IntegrationUrl) }),
  }),
  create: route('POST', '/integration-urls', {
    summary: 'Show a page of another program beside cases.',
    allow: 'integrations:manage',
    body: CreateIntegrationUrl,
    response: IntegrationUrl,
    status: 201,
    idempotent: true,
  }),
  try: route('POST', '/integration-urls/try', {
    summary: 'Show where an address would lead from a case, without saving it.',
    allow: 'integrations:manage',
    body: TryIntegrationUrl,
    response: RenderedUrl,
  }),
  reorder: route('PUT', '/integration-urls/order', {
    summary: 'Put integrations in order.',
    allow: 'integrations:manage',
    body: ReorderIntegrationUrls,
  }),
  get: route('GET', '/integration-urls/:integrationUrlId', {
    summary: 'Read an integration.',
    allow: 'integrations:manage',
    params: integrationUrlParams,
    response: IntegrationUrl,
    versioned: true,
  }),
  update: route('PATCH', '/integration-urls/:integrationUrlId', {
    summary: 'Change an integration.',
    allow: 'integrations:manage',
    params: integrationUrlParams,
    body: UpdateIntegrationUrl,
    response: IntegrationUrl,
    versioned: true,
  }),
  delete: route('DELETE', '/integration-urls/:integrationUrlId', {
    summary: 'Delete an integration, with the secret of its app.',
    allow: 'integrations:manage',
    params: integrationUrlParams,
  }),
  renewSecret: route('POST', '/integration-urls/:integrationUrlId/secret', {
    summary: 'Give a canvas app a new secret and receive it; requests are signed with it from now on.',
    allow: 'integrations:manage',
    secret: true,
    params: integrationUrlParams,
    response: IntegrationSecret,
  }),
  ofCase: route('GET', '/cases/:caseId/integration-urls', {
    summary: 'List the integrations that I see beside a case, with the addresses that they have there.',
    allow: 'cases:view',
    params: caseParams,
    response: z.object({ items: z.array(ShownIntegration) }),
  }),
  sign: route('POST', '/cases/:caseId/integration-urls/:integrationUrlId/signed-request', {
    summary: 'Sign the request with which a canvas app beside a case is opened, for me and for now.',
    allow: 'cases:view',
    secret: true,
    idempotent: false,
    params: caseParams.extend(integrationUrlParams.shape),
    response: SignedRequest,
  }),
};
