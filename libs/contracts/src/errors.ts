import { z } from 'zod';

/** Every error that the API can answer with: one code, one status, one sentence that says what to do. */
export const ERRORS = {
  'request.invalid': { status: 422, message: 'Some fields are missing or wrong; see errors.' },
  'request.malformed': { status: 400, message: 'The body is not valid JSON.' },
  'request.too-large': { status: 413, message: 'The request is larger than this desk accepts.' },
  'request.cross-site': { status: 403, message: 'Requests from another site are refused.' },
  'request.rate-limited': { status: 429, message: 'Too many requests; wait and try again.' },
  'request.key-reused': { status: 422, message: 'This Idempotency-Key was used for another request; use a new key.' },
  'request.in-progress': { status: 409, message: 'The same request is still being carried out; try again shortly.' },
  'request.precondition-failed': {
    status: 412,
    message: 'Somebody changed this since you read it; read it again and repeat your change.',
  },
  'route.not-found': { status: 404, message: 'There is nothing at this address.' },
  'session.required': { status: 401, message: 'Sign in first.' },
  'session.refused': { status: 401, message: 'E-mail address or password is wrong.' },
  'session.throttled': { status: 429, message: 'Too many attempts; wait a few minutes and try again.' },
  'permission.denied': { status: 403, message: 'Your role does not allow this; ask an administrator.' },
  'password.wrong': { status: 422, message: 'The current password is not right.' },
  'setup.done': { status: 409, message: 'This desk is already set up; sign in.' },
  'case.not-found': { status: 404, message: 'There is no such case, or you may not see it.' },
  'case.closed': { status: 409, message: 'This case is closed for good; open a new one.' },
  'case.moved-on': { status: 409, message: 'Somebody was faster: the case has changed since you read it.' },
  'case.no-recipient': { status: 422, message: 'The customer of this case has no e-mail address to write to.' },
  'case.transition': { status: 409, message: 'The case cannot go from its present status to that one.' },
  'customer.not-found': { status: 404, message: 'There is no such customer.' },
  'user.not-found': { status: 404, message: 'There is no such user.' },
  'group.not-found': { status: 404, message: 'There is no such group.' },
  'attachment.not-found': { status: 404, message: 'There is no such attachment, or you may not see it.' },
  'upload.not-found': { status: 422, message: 'An attachment of this reply is gone; attach it again.' },
  'draft.not-found': { status: 404, message: 'There is no draft.' },
  'delivery.not-found': { status: 404, message: 'There is no such delivery.' },
  'delivery.under-way': { status: 409, message: 'It is too late to undo: the message is on its way.' },
  'delivery.not-failed': { status: 409, message: 'Only a delivery that failed or is unknown can be tried again.' },
  'mailbox.not-found': { status: 404, message: 'There is no such mailbox.' },
  'mailbox.address-taken': { status: 409, message: 'Another mailbox already has this address.' },
  'brand.not-found': { status: 404, message: 'There is no such brand.' },
  'intake.not-found': { status: 404, message: 'There is no such intake item.' },
  'intake.settled': { status: 409, message: 'This item already became a message; it is not run twice.' },
  'image.refused': { status: 404, message: 'This image cannot be shown.' },
  'storage.unavailable': { status: 503, message: 'The desk cannot store files at the moment; nothing was saved.' },
  'desk.unavailable': { status: 503, message: 'The desk is not available at the moment; nothing was saved.' },
  'desk.failure': { status: 500, message: 'Something went wrong in the desk; it was logged.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** `application/problem+json` (RFC 9457) as this API sends it. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  errors: z.array(FieldError).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
