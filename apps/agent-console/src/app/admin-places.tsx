import {
  brandsApi,
  businessHoursApi,
  customFieldsApi,
  deliveriesApi,
  filtersApi,
  groupsApi,
  labelsApi,
  macrosApi,
  mailboxesApi,
  questionsApi,
  rolesApi,
  routingApi,
  rulesApi,
  signInSettingsApi,
  surveysApi,
  siteApi,
  socialAccountsApi,
  supportCentersApi,
  systemMessageApi,
  templatesApi,
  usersApi,
  webhooksApi,
} from '@bureau/contracts';
import type { AdminPlace } from './admin-place.ts';
import { adminWords } from './admin.words.ts';
import { outsidePlaces } from './outside-places.tsx';
import { late } from '../pieces/late/index.ts';

const { places: labels } = adminWords;

/** Every page of the administration, in the order of its navigation. */
export const adminPlaces: readonly AdminPlace[] = [
  {
    id: 'site',
    section: 'desk',
    label: labels.site,
    icon: 'settings',
    route: siteApi.change,
    page: late(
      () => import('../features/site/index.ts'),
      (m) => m.SitePage,
    ),
  },
  {
    id: 'system-message',
    section: 'desk',
    label: labels.systemMessage,
    icon: 'note',
    route: systemMessageApi.read,
    page: late(
      () => import('../features/system-message/index.ts'),
      (m) => m.SystemMessagePage,
    ),
  },
  {
    id: 'users',
    section: 'people',
    label: labels.users,
    icon: 'user',
    route: usersApi.invite,
    page: late(
      () => import('../features/users/index.ts'),
      (m) => m.UsersPage,
    ),
  },
  {
    id: 'groups',
    section: 'people',
    label: labels.groups,
    icon: 'group',
    route: groupsApi.create,
    page: late(
      () => import('../features/groups/index.ts'),
      (m) => m.GroupsPage,
    ),
  },
  {
    id: 'roles',
    section: 'people',
    label: labels.roles,
    icon: 'shield-check',
    route: rolesApi.change,
    page: late(
      () => import('../features/roles/index.ts'),
      (m) => m.RolesPage,
    ),
  },
  {
    id: 'sign-in',
    section: 'people',
    label: labels.signIn,
    icon: 'keyboard',
    route: signInSettingsApi.read,
    page: late(
      () => import('../features/sign-in-settings/index.ts'),
      (m) => m.SignInSettingsPage,
    ),
  },
  {
    id: 'filters',
    section: 'cases',
    label: labels.filters,
    icon: 'filter',
    route: filtersApi.list,
    needs: 'filters:manage',
    page: late(
      () => import('../features/filter-editor/index.ts'),
      (m) => m.FiltersPage,
    ),
  },
  {
    id: 'macros',
    section: 'cases',
    label: labels.macros,
    icon: 'bolt',
    // Whoever changes cases may keep macros of her own here; the way to it is beside the macros of a case.
    route: macrosApi.create,
    needs: 'macros:manage',
    page: late(
      () => import('../features/macros/macros-page.tsx'),
      (m) => m.MacrosPage,
    ),
  },
  {
    id: 'labels',
    section: 'cases',
    label: labels.labels,
    icon: 'label',
    route: labelsApi.order,
    page: late(
      () => import('../features/labels/index.ts'),
      (m) => m.LabelsPage,
    ),
  },
  {
    id: 'questions',
    section: 'cases',
    label: labels.questions,
    icon: 'question',
    route: questionsApi.waiting,
    page: late(
      () => import('../features/questions/questions-page.tsx'),
      (m) => m.QuestionsPage,
    ),
  },
  {
    id: 'surveys',
    section: 'cases',
    label: labels.surveys,
    icon: 'chart',
    route: surveysApi.list,
    page: late(
      () => import('../features/surveys/index.ts'),
      (m) => m.SurveysPage,
    ),
  },
  {
    id: 'custom-fields',
    section: 'cases',
    label: labels.customFields,
    icon: 'rows',
    route: customFieldsApi.create,
    page: late(
      () => import('../features/custom-fields/index.ts'),
      (m) => m.CustomFieldsPage,
    ),
  },
  {
    id: 'rules',
    section: 'automation',
    label: labels.rules,
    icon: 'bolt',
    route: rulesApi.list,
    page: late(
      () => import('../features/rules/index.ts'),
      (m) => m.RulesPage,
    ),
  },
  {
    id: 'webhooks',
    section: 'automation',
    label: labels.webhooks,
    icon: 'link',
    route: webhooksApi.list,
    page: late(
      () => import('../features/webhooks/index.ts'),
      (m) => m.WebhooksPage,
    ),
  },
  {
    id: 'business-hours',
    section: 'automation',
    label: labels.businessHours,
    icon: 'clock',
    route: businessHoursApi.create,
    page: late(
      () => import('../features/business-hours/index.ts'),
      (m) => m.BusinessHoursPage,
    ),
  },
  {
    id: 'routing',
    section: 'automation',
    label: labels.routing,
    icon: 'play',
    route: routingApi.board,
    page: late(
      () => import('../features/routing/routing-page.tsx'),
      (m) => m.RoutingPage,
    ),
  },
  {
    id: 'brands',
    section: 'mail',
    label: labels.brands,
    icon: 'globe',
    route: brandsApi.list,
    page: late(
      () => import('../features/brands/index.ts'),
      (m) => m.BrandsPage,
    ),
  },
  {
    id: 'support-centers',
    section: 'mail',
    label: labels.supportCenters,
    icon: 'globe',
    route: supportCentersApi.list,
    page: late(
      () => import('../features/support-centers/index.ts'),
      (m) => m.SupportCentersPage,
    ),
  },
  {
    id: 'mailboxes',
    section: 'mail',
    label: labels.mailboxes,
    icon: 'mail',
    route: mailboxesApi.list,
    page: late(
      () => import('../features/mailboxes/index.ts'),
      (m) => m.MailboxesPage,
    ),
  },
  {
    id: 'social-accounts',
    section: 'mail',
    label: labels.socialAccounts,
    icon: 'chat',
    route: socialAccountsApi.list,
    page: late(
      () => import('../features/social-accounts/index.ts'),
      (m) => m.SocialAccountsPage,
    ),
  },
  {
    id: 'templates',
    section: 'mail',
    label: labels.templates,
    icon: 'reply',
    route: templatesApi.list,
    page: late(
      () => import('../features/templates/index.ts'),
      (m) => m.TemplatesPage,
    ),
  },
  {
    id: 'deliveries',
    section: 'mail',
    label: labels.deliveries,
    icon: 'send',
    route: deliveriesApi.list,
    page: late(
      () => import('../features/deliveries/index.ts'),
      (m) => m.DeliveriesPage,
    ),
  },
  ...outsidePlaces,
];
