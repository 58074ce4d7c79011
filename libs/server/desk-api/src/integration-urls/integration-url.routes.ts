import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { INTEGRATION_URLS } from './integration-url.source.ts';
import { INTEGRATION_URL_NAMES, IntegrationUrlBody, IntegrationUrlWrites } from './integration-url.writes.ts';

export const INTEGRATION_URL_ROUTES: DeskRoute[] = [
  list('/integration_urls', {
    summary: 'List the integration URLs in their order; `case_id` or `customer_id` says for what they are `rendered`.',
    allow: 'cases:view',
    reads: INTEGRATION_URLS,
  }),
  create('/integration_urls', {
    summary: 'Create an integration URL, which is shown as a link.',
    allow: 'integrations:manage',
    reads: INTEGRATION_URLS,
    body: IntegrationUrlBody,
    names: INTEGRATION_URL_NAMES,
    by: IntegrationUrlWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/integration_urls/:integration', {
    summary: 'Read an integration URL; `case_id` or `customer_id` says for what it is `rendered`.',
    allow: 'cases:view',
    reads: INTEGRATION_URLS,
  }),
  change('/integration_urls/:integration', {
    summary: 'Change an integration URL. `position` moves it.',
    allow: 'integrations:manage',
    reads: INTEGRATION_URLS,
    body: IntegrationUrlBody,
    names: INTEGRATION_URL_NAMES,
    by: IntegrationUrlWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/integration_urls/:integration', {
    summary: 'Delete an integration URL.',
    allow: 'integrations:manage',
    reads: INTEGRATION_URLS,
    by: IntegrationUrlWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
];
