import { attachmentsApi, casesApi, draftsApi, imagesApi } from './cases/cases.api.ts';
import { deliveriesApi } from './channels/deliveries.ts';
import { intakeApi } from './channels/intake.ts';
import { mailboxesApi } from './channels/mailboxes.ts';
import { customersApi } from './customers/customers.api.ts';
import { auditApi } from './identity/audit.ts';
import { sessionApi } from './identity/session.api.ts';
import { setupApi } from './identity/setup.api.ts';
import { usersApi } from './identity/users.api.ts';
import { systemLogApi } from './platform/system-log.ts';

/** The native API below /api/v3: every route that there is, by noun. */
export const API = {
  session: sessionApi,
  setup: setupApi,
  users: usersApi,
  auditLog: auditApi,
  customers: customersApi,
  cases: casesApi,
  drafts: draftsApi,
  attachments: attachmentsApi,
  images: imagesApi,
  deliveries: deliveriesApi,
  intake: intakeApi,
  mailboxes: mailboxesApi,
  systemLog: systemLogApi,
} as const;

export const API_PREFIX = '/api/v3';
