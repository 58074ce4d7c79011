import {
  applicationsApi,
  auditApi,
  integrationUrlsApi,
  salesforceConnectionApi,
  systemLogApi,
} from '@bureau/contracts';
import { late } from '../pieces/late/index.ts';
import type { AdminPlace } from './admin-place.ts';
import { adminWords } from './admin.words.ts';

const { places: labels } = adminWords;

/** Pages about programs that work with the desk, and about what happened. */
export const outsidePlaces: readonly AdminPlace[] = [
  {
    id: 'salesforce',
    section: 'api',
    label: labels.salesforce,
    icon: 'split',
    route: salesforceConnectionApi.get,
    page: late(
      () => import('../features/salesforce/index.ts'),
      (m) => m.SalesforcePage,
    ),
  },
  {
    id: 'applications',
    section: 'api',
    label: labels.applications,
    icon: 'code',
    route: applicationsApi.list,
    page: late(
      () => import('../features/applications/index.ts'),
      (m) => m.ApplicationsPage,
    ),
  },
  {
    id: 'integration-urls',
    section: 'api',
    label: labels.integrationUrls,
    icon: 'link',
    route: integrationUrlsApi.list,
    page: late(
      () => import('../features/integration-urls/index.ts'),
      (m) => m.IntegrationUrlsPage,
    ),
  },
  {
    id: 'audit-log',
    section: 'log',
    label: labels.auditLog,
    icon: 'clock',
    route: auditApi.list,
    page: late(
      () => import('../features/audit-log/index.ts'),
      (m) => m.AuditLogPage,
    ),
  },
  {
    id: 'system-log',
    section: 'log',
    label: labels.systemLog,
    icon: 'info',
    route: systemLogApi.list,
    page: late(
      () => import('../features/system-log/index.ts'),
      (m) => m.SystemLogPage,
    ),
  },
];
