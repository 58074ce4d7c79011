import { Service } from '../service/service.ts';
import { serviceControlRoutes } from '../service/control-routes.ts';
import type { Provider } from '../service/provider.ts';
import type { WorldLog } from '../world-log.ts';
import { authorizeEndpoints } from './auth/authorize-endpoint.ts';
import { identityEndpoints } from './auth/identity-endpoints.ts';
import { tokenEndpoints } from './auth/token-endpoint.ts';
import { ingestRoutes } from './bulk/ingest-routes.ts';
import { queryJobRoutes } from './bulk/query-job-routes.ts';
import { salesforceControlRoutes } from './control-routes.ts';
import { salesforcePageRoutes } from './page-routes.ts';
import { placeEndpoints } from './place-endpoints.ts';
import { defaultSfApp, Org, type SfApp } from './org.ts';
import { Api } from './rest/api.ts';
import { changeRoutes } from './rest/change-routes.ts';
import { chatterRoutes } from './rest/chatter-routes.ts';
import { collectionRoutes } from './rest/collection-routes.ts';
import { compositeRoutes } from './rest/composite-routes.ts';
import { queryRoutes } from './rest/query-routes.ts';
import { recordRoutes } from './rest/record-routes.ts';
import { salesforceHandles, type SalesforceHandles } from './salesforce-handles.ts';
import { firstSettings, type Settings } from './settings.ts';
import { Locators } from './soql/locators.ts';
import { cometdEndpoint } from './streaming/cometd-endpoint.ts';

export type OpenSalesforce = {
  dataDir: string;
  host: string;
  log: WorldLog;
  app?: SfApp;
  /** How the organisation is set up on its first day, where it differs from the usual. */
  settings?: Partial<Settings>;
  /** False: an organisation without accounts, contacts and cases. */
  withRecords?: boolean;
  /** Address of the page where one works in Salesforce; known once it listens. */
  page: () => string;
};

/** An organisation of Salesforce, as `external-apis` documents it: as strict as a real one, and kept in its folder. */
export function openSalesforce(given: OpenSalesforce): Provider<SalesforceHandles> {
  const service = new Service({
    name: 'salesforce',
    dataDir: given.dataDir,
    host: given.host,
    variable: 'BUREAU_SANDBOX_SALESFORCE_PORT',
  });
  const tell = (words: string) => given.log.add({ kind: 'service', service: 'salesforce', words });
  const { app = defaultSfApp, withRecords = true } = given;
  const org = new Org({ service, app, tell, withRecords, settings: { ...firstSettings(), ...given.settings } });
  const locators = new Locators(service.clock);
  const api = new Api(org);
  api.add([
    ...changeRoutes(),
    ...recordRoutes(),
    ...queryRoutes(locators),
    ...compositeRoutes(api),
    ...collectionRoutes(),
    ...chatterRoutes(),
    ...ingestRoutes(),
    ...queryJobRoutes(),
  ]);
  const cometd = cometdEndpoint(org);
  const endpoints = [
    cometd.endpoint,
    ...placeEndpoints(org, given.page),
    ...authorizeEndpoints(org),
    ...tokenEndpoints(org),
    ...identityEndpoints(org),
    ...api.endpoints(),
  ];
  const reset = () => {
    locators.clear();
    cometd.clear();
    org.reset();
  };
  const unknown = () => ({
    status: 404,
    json: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  });

  return {
    routes: [
      ...salesforcePageRoutes(org),
      ...salesforceControlRoutes(org),
      ...serviceControlRoutes({ service, reset, tell }),
    ],
    listen: (port) => service.listen(port, { endpoints, unknown }),
    stop: () => service.goDown(),
    handles: () => salesforceHandles(org, reset),
  };
}
