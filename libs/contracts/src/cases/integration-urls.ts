import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { FilterVisibility } from './filters.ts';

/** Pages of other programs that are shown beside a case: as a link, in a frame, or as an app that is told who looks at what. */

const text = (what: string, atMost: number) =>
  z
    .string(`Give the ${what}.`)
    .trim()
    .max(atMost, `At most ${atMost} characters.`)
    .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out characters that are no text.');

/**
 * `link` opens in a tab of its own, `embedded` stands in a frame beside the case, and `canvas` does too, but is sent a signed
 * request that tells it about the user, the case and the customer.
 */
export const IntegrationKind = z.enum(['link', 'embedded', 'canvas']);
export type IntegrationKind = z.infer<typeof IntegrationKind>;

/** Heights of a frame, in CSS pixels. */
export const FRAME_HEIGHT = { least: 80, usual: 240, most: 900 } as const;

const settings = {
  name: text('name', 100).min(1, 'Give the integration a name.'),
  description: text('description', 1000),
  kind: IntegrationKind,
  /** An address with placeholders, such as `https://crm.example/find?q={{customer.email}}`; their values are URL-encoded. */
  markup: text('address', 4000).min(1, 'Write an address such as https://example.com/?q={{customer.email}}.'),
  /** Whose it is: everybody's, a group's, or one user's. */
  visibility: FilterVisibility,
  /** Only users of these roles see it; none: whatever their role. */
  roleIds: z
    .array(Id)
    .max(100, 'At most 100 roles.')
    .refine((ids) => new Set(ids).size === ids.length, 'Name each role once.'),
  /** Of its frame, in CSS pixels. */
  height: z
    .number('Write a whole number.')
    .int('Write a whole number.')
    .min(FRAME_HEIGHT.least, `At least ${FRAME_HEIGHT.least} pixels.`)
    .max(FRAME_HEIGHT.most, `At most ${FRAME_HEIGHT.most} pixels.`),
  enabled: z.boolean(),
};

export const IntegrationUrl = z.object({
  id: Id,
  ...settings,
  /** The one place that its frame may show, such as `https://crm.example`; null for links. */
  origin: z.string().nullable(),
  position: z.number().int(),
  /** When the secret that signs its requests was made; null: there is none yet. The secret itself is never read. */
  secretAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type IntegrationUrl = z.infer<typeof IntegrationUrl>;

export const CreateIntegrationUrl = z.strictObject({
  ...settings,
  description: settings.description.default(''),
  kind: settings.kind.default('link'),
  visibility: settings.visibility.default({ for: 'everyone' }),
  roleIds: settings.roleIds.default([]),
  height: settings.height.default(FRAME_HEIGHT.usual),
  enabled: settings.enabled.default(true),
});
export type CreateIntegrationUrl = z.infer<typeof CreateIntegrationUrl>;

export const UpdateIntegrationUrl = z
  .strictObject({
    name: settings.name.optional(),
    description: settings.description.optional(),
    kind: settings.kind.optional(),
    markup: settings.markup.optional(),
    visibility: settings.visibility.optional(),
    roleIds: settings.roleIds.optional(),
    height: settings.height.optional(),
    enabled: settings.enabled.optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateIntegrationUrl = z.infer<typeof UpdateIntegrationUrl>;

export const ReorderIntegrationUrls = z.strictObject({
  integrationUrlIds: z
    .array(Id)
    .min(1)
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each integration once.'),
});
export type ReorderIntegrationUrls = z.infer<typeof ReorderIntegrationUrls>;

/** An address that is being written, tried on a case; null: on none, where placeholders say nothing. */
export const TryIntegrationUrl = z.strictObject({
  kind: settings.kind,
  markup: settings.markup,
  caseId: Id.nullable().default(null),
});
export type TryIntegrationUrl = z.infer<typeof TryIntegrationUrl>;

/** Where an address leads; `url` is null where it leads nowhere, and `problem` says why. */
export const RenderedUrl = z.object({ url: z.string().nullable(), problem: z.string().nullable() });
export type RenderedUrl = z.infer<typeof RenderedUrl>;

/** What an agent sees of an integration beside a case. */
export const ShownIntegration = RenderedUrl.extend({
  id: Id,
  name: z.string(),
  description: z.string(),
  kind: IntegrationKind,
  origin: z.string().nullable(),
  height: z.number().int(),
});
export type ShownIntegration = z.infer<typeof ShownIntegration>;

/** Shown when it is made, and never again. */
export const IntegrationSecret = z.object({ integrationUrl: IntegrationUrl, secret: z.string() });
export type IntegrationSecret = z.infer<typeof IntegrationSecret>;

/** What a canvas app is posted as `signed_request`: base64 of the HMAC-SHA256, a dot, base64 of the JSON that was signed. */
export const SignedRequest = z.object({ url: z.string(), signedRequest: z.string() });
export type SignedRequest = z.infer<typeof SignedRequest>;

export const integrationUrlParams = z.object({ integrationUrlId: IdParam });
