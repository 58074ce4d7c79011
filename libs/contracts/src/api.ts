import { socialPostsApi } from './social/social-posts.api.ts';
import { followersApi, historyApi, lockApi, relatedApi, trashApi } from './cases/case-verbs.api.ts';
import { attachmentsApi, casesApi, imagesApi } from './cases/cases.api.ts';
import { draftsApi } from './cases/drafts.api.ts';
import { businessHoursApi } from './automation/business-hours.api.ts';
import { macrosApi } from './automation/macros.api.ts';
import { webhooksApi } from './automation/webhooks.api.ts';
import { bulkApi } from './cases/bulk.api.ts';
import { mergesApi } from './cases/merges.api.ts';
import { messagesApi } from './cases/messages.api.ts';
import { notesApi } from './cases/notes.api.ts';
import { notificationsApi } from './cases/notifications.api.ts';
import { splitsApi } from './cases/splits.api.ts';
import { filtersApi } from './cases/filters.api.ts';
import { integrationUrlsApi } from './cases/integration-urls.api.ts';
import { caseLinksApi } from './channels/case-links.ts';
import { webFormsApi } from './channels/web-forms.ts';
import { deliveriesApi } from './channels/deliveries.ts';
import { feedbackApi } from './feedback/feedback.ts';
import { feedbackReportApi } from './feedback/report.ts';
import { surveysApi } from './feedback/survey.ts';
import { intakeApi } from './channels/intake.ts';
import { rulesApi } from './automation/rules.api.ts';
import { searchApi } from './cases/search.api.ts';
import { changesApi } from './changes/changes.api.ts';
import { questionsApi } from './channels/questions.ts';
import { mailboxesApi } from './channels/mailboxes.ts';
import { templatesApi } from './channels/templates.ts';
import { salesforceChatterApi } from './connect/chatter.ts';
import { salesforceConnectionApi } from './connect/connection.api.ts';
import { salesforceConflictsApi } from './connect/conflict.ts';
import { salesforceFirstSyncApi } from './connect/first-sync.ts';
import { salesforceLinksApi, salesforceTrafficApi } from './connect/link.ts';
import { salesforceLogApi } from './connect/sync-log.ts';
import { salesforceMappingsApi } from './connect/mapping.ts';
import { salesforceSettingsApi } from './connect/object-settings.ts';
import { salesforcePaneApi } from './connect/pane.ts';
import { customFieldsApi } from './custom-fields/custom-fields.api.ts';
import { companiesApi } from './customers/companies.api.ts';
import { customersApi } from './customers/customers.api.ts';
import { auditApi } from './identity/audit.ts';
import { applicationsApi } from './identity/applications.api.ts';
import { authorizationsApi } from './identity/authorizations.api.ts';
import { brandsApi } from './identity/brand.ts';
import { groupsApi } from './identity/group.ts';
import { invitationsApi, passwordResetsApi } from './identity/invitations.ts';
import { preferencesApi } from './identity/preferences.ts';
import { rolesApi } from './identity/role.ts';
import { sessionApi } from './identity/session.api.ts';
import { signInSettingsApi } from './identity/sign-in.ts';
import { setupApi } from './identity/setup.api.ts';
import { routingApi } from './automation/routing.api.ts';
import { twoFactorApi } from './identity/two-factor.api.ts';
import { usersApi } from './identity/users.api.ts';
import { labelsApi } from './labels/labels.api.ts';
import { articlesApi } from './knowledge/articles.api.ts';
import { topicsApi } from './knowledge/topics.api.ts';
import { linksApi } from './platform/links.ts';
import { checklistApi } from './platform/checklist.ts';
import { systemMessageApi } from './platform/system-message.ts';
import { siteApi } from './platform/site.ts';
import { socialAccountsApi } from './social/social-accounts.api.ts';
import { supportCentersApi } from './support-center/support-centers.ts';
import { themesApi } from './support-center/themes.ts';
import { systemLogApi } from './platform/system-log.ts';

/** The native API below /api/v3: every route that there is, by noun. */
export const API = {
  socialPosts: socialPostsApi,
  search: searchApi,
  session: sessionApi,
  setup: setupApi,
  twoFactor: twoFactorApi,
  applications: applicationsApi,
  authorizations: authorizationsApi,
  users: usersApi,
  preferences: preferencesApi,
  groups: groupsApi,
  roles: rolesApi,
  signInSettings: signInSettingsApi,
  brands: brandsApi,
  supportCenters: supportCentersApi,
  themes: themesApi,
  invitations: invitationsApi,
  passwordResets: passwordResetsApi,
  auditLog: auditApi,
  questions: questionsApi,
  surveys: surveysApi,
  feedback: feedbackApi,
  feedbackReport: feedbackReportApi,
  customers: customersApi,
  companies: companiesApi,
  customFields: customFieldsApi,
  labels: labelsApi,
  cases: casesApi,
  merges: mergesApi,
  splits: splitsApi,
  bulk: bulkApi,
  filters: filtersApi,
  drafts: draftsApi,
  notes: notesApi,
  notifications: notificationsApi,
  trash: trashApi,
  locks: lockApi,
  followers: followersApi,
  related: relatedApi,
  history: historyApi,
  attachments: attachmentsApi,
  images: imagesApi,
  deliveries: deliveriesApi,
  messages: messagesApi,
  businessHours: businessHoursApi,
  macros: macrosApi,
  webhooks: webhooksApi,
  integrationUrls: integrationUrlsApi,
  intake: intakeApi,
  caseLinks: caseLinksApi,
  webForms: webFormsApi,
  mailboxes: mailboxesApi,
  socialAccounts: socialAccountsApi,
  salesforceConnection: salesforceConnectionApi,
  salesforceSettings: salesforceSettingsApi,
  salesforceMappings: salesforceMappingsApi,
  salesforceLinks: salesforceLinksApi,
  salesforceConflicts: salesforceConflictsApi,
  salesforceFirstSync: salesforceFirstSyncApi,
  salesforceLog: salesforceLogApi,
  salesforceTraffic: salesforceTrafficApi,
  salesforcePane: salesforcePaneApi,
  salesforceChatter: salesforceChatterApi,
  rules: rulesApi,
  changes: changesApi,
  links: linksApi,
  site: siteApi,
  systemMessage: systemMessageApi,
  templates: templatesApi,
  routing: routingApi,
  checklist: checklistApi,
  systemLog: systemLogApi,
  topics: topicsApi,
  articles: articlesApi,
} as const;
