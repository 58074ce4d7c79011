import { articleButtonGerman } from '../features/case-articles/article-button.words.de.ts';
import { articleDialogGerman } from '../features/case-articles/article-dialog.words.de.ts';
import { knowledgeGerman } from '../features/knowledge/knowledge.words.de.ts';
import { richTextGerman } from '../pieces/rich-text/rich-text.words.de.ts';
import { insertArticleGerman } from '../pieces/insert-article/insert-article.words.de.ts';
import { linkFormGerman } from '../pieces/link-form/link-form.words.de.ts';
import { businessHoursGerman } from '../features/business-hours/business-hours.words.de.ts';
import { macroButtonGerman } from '../features/macros/macro-button.words.de.ts';
import { macroDialogGerman } from '../features/macros/macro-dialog.words.de.ts';
import { macroPagesGerman } from '../features/macros/macro-pages.words.de.ts';
import { macrosGerman } from '../pieces/macros/macros.words.de.ts';
import { lastChangeGerman } from '../pieces/last-change/last-change.words.de.ts';
import { absenceGerman } from '../pieces/absence/absence.words.de.ts';
import { routingGerman } from '../pieces/routing/routing.words.de.ts';
import { routingPageGerman } from '../features/routing/routing-page.words.de.ts';
import { browserGerman } from '../plain/browser-name.words.de.ts';
import { germanWords } from '@bureau/ui/german';
import { caseFeedbackGerman } from '../features/case-feedback/case-feedback.words.de.ts';
import { feedbackReportGerman } from '../features/feedback-report/feedback-report.words.de.ts';
import { questionsGerman } from '../features/questions/questions.words.de.ts';
import { surveysGerman } from '../features/surveys/surveys.words.de.ts';
import { personFeedbackGerman } from '../pieces/person-feedback/person-feedback.words.de.ts';
import { copyableGerman } from '../pieces/copyable/copyable.words.de.ts';
import { syncedFieldsGerman, syncedValuesGerman } from '../pieces/synced-fields/synced-fields.words.de.ts';
import { postGerman } from '../pieces/post/post.words.de.ts';
import { ratingGerman } from '../pieces/rating/rating.words.de.ts';
import { adminGerman } from '../app/admin.words.de.ts';
import { webFormGerman } from '../pieces/web-form-fields/web-form-fields.words.de.ts';
import { linksGerman } from '../features/case-links/case-links.words.de.ts';
import { historyGerman } from '../features/case-history/case-history.words.de.ts';
import { mergeGerman } from '../features/case-merge/case-merge.words.de.ts';
import { splitGerman } from '../features/case-split/case-split.words.de.ts';
import { companiesGerman } from '../features/companies/companies.words.de.ts';
import { customersGerman } from '../features/customers/customers.words.de.ts';
import { customFieldInputGerman } from '../pieces/custom-field-inputs/custom-field-inputs.words.de.ts';
import { newCaseGerman } from '../features/new-case/new-case.words.de.ts';
import { personCasesGerman } from '../pieces/person-cases/person-cases.words.de.ts';
import { formGerman } from '../pieces/form/form.words.de.ts';
import { feedGerman } from '../features/case-feed/case-feed.words.de.ts';
import { eventGerman } from '../pieces/event-sentence/event-sentence.words.de.ts';
import { errorsGerman } from './errors.de.ts';
import { sentencesGerman } from './sentences.de.ts';
import { problemGerman } from '../plain/problem.words.de.ts';
import { preferencesGerman } from '../pieces/preferences/preferences.words.de.ts';
import { membersGerman } from '../pieces/members/members.words.de.ts';
import { permissionGerman } from '../pieces/permissions/permissions.words.de.ts';
import { whatLinksHereGerman } from '../pieces/what-links-here/what-links-here.words.de.ts';
import { actionsGerman } from '../features/case-actions/case-actions.words.de.ts';
import { fieldsGerman } from '../features/case-fields/case-fields.words.de.ts';
import { lockGerman } from '../features/case-lock/case-lock.words.de.ts';
import { propertiesGerman } from '../features/case-properties/case-properties.words.de.ts';
import { tabsGerman } from '../features/case-tabs/case-tabs.words.de.ts';
import { changeGerman } from '../pieces/change-case/change-case.words.de.ts';
import { caseGerman } from '../routes/case.words.de.ts';
import { bulkGerman } from '../features/bulk/bulk.words.de.ts';
import { caseListGerman } from '../features/case-list/case-list.words.de.ts';
import { listOptionsGerman } from '../features/case-list/list-options.words.de.ts';
import { listCursorGerman } from '../pieces/list-cursor.words.de.ts';
import { ticksGerman } from '../pieces/ticks/ticks.words.de.ts';
import { frameGerman } from '../app/words.de.ts';
import { railGerman } from '../app/rail.words.de.ts';
import { filtersGerman } from '../features/filters/filters.words.de.ts';
import { paletteGerman } from '../features/palette/palette.words.de.ts';
import { nextCaseGerman } from '../pieces/next-case/next-case.words.de.ts';
import { notificationsGerman } from '../features/notifications/notifications.words.de.ts';
import { composerGerman } from '../features/composer/composer.words.de.ts';
import { systemMessageGerman } from '../features/system-message/system-message.words.de.ts';
import { siteGerman } from '../features/site/site.words.de.ts';
import { labelsGerman } from '../features/labels/labels.words.de.ts';
import { customFieldsGerman } from '../features/custom-fields/custom-fields.words.de.ts';
import { actionsFieldGerman } from '../pieces/actions/actions.words.de.ts';
import { effectsGerman } from '../pieces/action-effects/action-effects.words.de.ts';
import { rulesGerman } from '../features/rules/rules.words.de.ts';
import { whyMenuGerman } from '../features/rule-runs/why-menu.words.de.ts';
import { ruleTroubleGerman } from '../pieces/rule-trouble/rule-trouble.words.de.ts';
import { seenGerman } from '../pieces/say-conditions/say-seen.words.de.ts';
import { ruleRunsGerman } from '../features/rule-runs/rule-runs.words.de.ts';
import { integrationPaneGerman } from '../features/integration-pane/integration-pane.words.de.ts';
import { integrationUrlsGerman } from '../features/integration-urls/integration-urls.words.de.ts';
import { webhooksGerman } from '../features/webhooks/webhooks.words.de.ts';
import { placeholdersGerman } from '../pieces/placeholders/placeholders.words.de.ts';
import { templatesGerman } from '../features/templates/templates.words.de.ts';
import { checklistGerman } from '../features/checklist/checklist.words.de.ts';
import { settingsGerman } from '../features/account/settings.words.de.ts';
import { filterEditorGerman } from '../features/filter-editor/filter-editor.words.de.ts';
import { conditionSentenceGerman } from '../pieces/condition-sentence/condition-sentence.words.de.ts';
import { conditionsGerman } from '../pieces/conditions/conditions.words.de.ts';
import { checkGerman } from '../features/mailboxes/check.words.de.ts';
import { mailboxGerman } from '../features/mailboxes/mailboxes.words.de.ts';
import { wizardGerman } from '../features/mailboxes/wizard/wizard.words.de.ts';
import { groupsGerman } from '../features/groups/groups.words.de.ts';
import { rolesGerman } from '../features/roles/roles.words.de.ts';
import { signInSettingsGerman } from '../features/sign-in-settings/sign-in-settings.words.de.ts';
import { accountGerman } from '../features/account/account.words.de.ts';
import { sessionsGerman } from '../features/account/sessions.words.de.ts';
import { twoFactorGerman } from '../features/account/two-factor.words.de.ts';
import { forgottenPasswordGerman } from '../features/sign-in/forgotten-password.words.de.ts';
import { invitationGerman } from '../features/sign-in/invitation.words.de.ts';
import { mailedLinkGerman } from '../features/sign-in/mailed-link.words.de.ts';
import { newPasswordGerman } from '../features/sign-in/new-password.words.de.ts';
import { resetPasswordGerman } from '../features/sign-in/reset-password.words.de.ts';
import { signInGerman } from '../features/sign-in/sign-in.words.de.ts';
import { setUpGerman } from '../features/set-up/set-up.words.de.ts';
import { customerPaneGerman } from '../features/customer-pane/customer-pane.words.de.ts';
import { postReplyGerman } from '../features/composer/post/post-reply.words.de.ts';
import { salesforceChatterGerman } from '../features/salesforce/salesforce-chatter.words.de.ts';
import { firstSyncGerman } from '../features/salesforce/first-sync.words.de.ts';
import { salesforceObjectsGerman } from '../features/salesforce/salesforce-objects.words.de.ts';
import { salesforcePaneGerman } from '../features/salesforce-pane/salesforce-pane.words.de.ts';
import { salesforceSectionsGerman } from '../features/salesforce/salesforce-sections.words.de.ts';
import { salesforceTrafficGerman } from '../features/salesforce/salesforce-traffic.words.de.ts';
import { salesforceGerman } from '../features/salesforce/salesforce.words.de.ts';
import { accountsGerman } from '../features/social-accounts/social-accounts.words.de.ts';
import { systemLogGerman } from '../features/system-log/system-log.words.de.ts';
import { intakeGerman } from '../features/intake/intake.words.de.ts';
import { searchGerman } from '../features/search/search.words.de.ts';
import { usersGerman } from '../features/users/users.words.de.ts';
import { brandGerman } from '../features/brands/brands.words.de.ts';
import { centerGerman } from '../features/support-centers/support-centers.words.de.ts';
import { deliveriesGerman } from '../features/deliveries/deliveries.words.de.ts';
import { programsGerman } from '../features/account/programs.words.de.ts';
import { authorizationGerman } from '../features/authorization/authorization.words.de.ts';
import { applicationsGerman } from '../features/applications/applications.words.de.ts';
import { auditLogGerman } from '../features/audit-log/audit-log.words.de.ts';
import { seededNamesGerman } from '../plain/seeded-names.words.de.ts';
import type { Catalogue } from './words.ts';

/** Every text of the console in German, by the id of its place. */
export const german: Catalogue = new Map<string, object>([
  ['macros', macrosGerman],
  ['macro-button', macroButtonGerman],
  ['macro-dialog', macroDialogGerman],
  ['macro-pages', macroPagesGerman],
  ['checklist', checklistGerman],
  ['templates', templatesGerman],
  ['placeholders', placeholdersGerman],
  ['action-effects', effectsGerman],
  ['rules', rulesGerman],
  ['webhooks', webhooksGerman],
  ['integration-pane', integrationPaneGerman],
  ['integration-urls', integrationUrlsGerman],
  ['rule-runs', ruleRunsGerman],
  ['rule-trouble', ruleTroubleGerman],
  ['say-seen', seenGerman],
  ['why-menu', whyMenuGerman],
  ['actions-field', actionsFieldGerman],
  ['custom-fields', customFieldsGerman],
  ['labels', labelsGerman],
  ['site', siteGerman],
  ['system-message', systemMessageGerman],
  ['frame', frameGerman],
  ['rail', railGerman],
  ['filters', filtersGerman],
  ['palette', paletteGerman],
  ['next-case', nextCaseGerman],
  ['admin', adminGerman],
  ['case-history', historyGerman],
  ['case-links', linksGerman],
  ['web-form-fields', webFormGerman],
  ['case-merge', mergeGerman],
  ['case-split', splitGerman],
  ['companies', companiesGerman],
  ['custom-field-inputs', customFieldInputGerman],
  ['customers', customersGerman],
  ['form', formGerman],
  ['members', membersGerman],
  ['audit-log', auditLogGerman],
  ['applications', applicationsGerman],
  ['authorization', authorizationGerman],
  ['programs', programsGerman],
  ['users', usersGerman],
  ['sign-in-settings', signInSettingsGerman],
  ['roles', rolesGerman],
  ['groups', groupsGerman],
  ['permissions', permissionGerman],
  ['what-links-here', whatLinksHereGerman],
  ['new-case', newCaseGerman],
  ['person-cases', personCasesGerman],
  ['case-feed', feedGerman],
  ['event-sentence', eventGerman],
  ['errors', errorsGerman],
  ['sentences', sentencesGerman],
  ['problem', problemGerman],
  ['preferences-saved', preferencesGerman],
  ['ui', germanWords],
  ['case-actions', actionsGerman],
  ['case-fields', fieldsGerman],
  ['case-lock', lockGerman],
  ['case-page', caseGerman],
  ['case-properties', propertiesGerman],
  ['case-tabs', tabsGerman],
  ['change-case', changeGerman],
  ['bulk', bulkGerman],
  ['case-list', caseListGerman],
  ['list-options', listOptionsGerman],
  ['list-cursor', listCursorGerman],
  ['ticks', ticksGerman],
  ['notifications', notificationsGerman],
  ['composer', composerGerman],
  ['account-settings', settingsGerman],
  ['condition-sentence', conditionSentenceGerman],
  ['conditions', conditionsGerman],
  ['filter-editor', filterEditorGerman],
  ['mailboxes', mailboxGerman],
  ['mailbox-check', checkGerman],
  ['connect-mailbox', wizardGerman],
  ['account', accountGerman],
  ['sessions', sessionsGerman],
  ['two-factor', twoFactorGerman],
  ['forgotten-password', forgottenPasswordGerman],
  ['invitation', invitationGerman],
  ['mailed-link', mailedLinkGerman],
  ['new-password', newPasswordGerman],
  ['reset-password', resetPasswordGerman],
  ['sign-in', signInGerman],
  ['set-up', setUpGerman],
  ['customer-pane', customerPaneGerman],
  ['system-log', systemLogGerman],
  ['intake', intakeGerman],
  ['search', searchGerman],
  ['brands', brandGerman],
  ['support-centers', centerGerman],
  ['business-hours', businessHoursGerman],
  ['deliveries', deliveriesGerman],
  ['seeded-names', seededNamesGerman],
  ['browser', browserGerman],
  ['last-change', lastChangeGerman],
  ['absence', absenceGerman],
  ['routing', routingGerman],
  ['routing-page', routingPageGerman],
  ['article-button', articleButtonGerman],
  ['article-dialog', articleDialogGerman],
  ['knowledge', knowledgeGerman],
  ['rich-text', richTextGerman],
  ['link-form', linkFormGerman],
  ['insert-article', insertArticleGerman],
  ['copyable', copyableGerman],
  ['post', postGerman],
  ['salesforce', salesforceGerman],
  ['salesforce-chatter', salesforceChatterGerman],
  ['salesforce-first-sync', firstSyncGerman],
  ['salesforce-objects', salesforceObjectsGerman],
  ['salesforce-pane', salesforcePaneGerman],
  ['salesforce-sections', salesforceSectionsGerman],
  ['salesforce-traffic', salesforceTrafficGerman],
  ['synced-fields', syncedFieldsGerman],
  ['synced-values', syncedValuesGerman],
  ['social-accounts', accountsGerman],
  ['post-reply', postReplyGerman],
  ['rating', ratingGerman],
  ['case-feedback', caseFeedbackGerman],
  ['person-feedback', personFeedbackGerman],
  ['surveys', surveysGerman],
  ['questions', questionsGerman],
  ['feedback-report', feedbackReportGerman],
]);
