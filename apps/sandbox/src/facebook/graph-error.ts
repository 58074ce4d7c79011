import { randomBytes } from 'node:crypto';

type Given = {
  code: number;
  message: string;
  subcode?: number;
  status?: number;
  type?: string;
  transient?: boolean;
  userTitle?: string;
  userMessage?: string;
};

/** An answer of the Graph API that says no. Clients decide by `code` and `error_subcode`, not by the HTTP status. */
export class GraphError extends Error {
  readonly given: Given;

  constructor(given: Given) {
    super(given.message);
    this.given = given;
  }

  get status(): number {
    return this.given.status ?? 400;
  }

  body() {
    const { message, type, code, subcode, transient, userTitle, userMessage } = this.given;
    return {
      error: {
        message,
        type: type ?? 'OAuthException',
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(transient !== undefined && { is_transient: transient }),
        ...(userTitle !== undefined && { error_user_title: userTitle }),
        ...(userMessage !== undefined && { error_user_msg: userMessage }),
        fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
      },
    };
  }
}

/** 190: the token does not work any more, and why. */
export function deadToken(subcode: number | undefined, message: string): GraphError {
  return new GraphError({ code: 190, subcode, message: `Error validating access token: ${message}` });
}

/** 100/33: it does not exist, or this token may not know that it does. */
export function gone(id: string, verb = 'get'): GraphError {
  return new GraphError({
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    message:
      `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
      'permissions, or does not support this operation. Please read the Graph API documentation at ' +
      'https://developers.facebook.com/docs/graph-api',
  });
}

/** 100: a parameter is wrong; Facebook's sentences name it. */
export function badParam(message: string, subcode?: number): GraphError {
  return new GraphError({ code: 100, subcode, message: `(#100) ${message}` });
}

/** 10: reading without the permission. */
export function needsPermission(permission: string): GraphError {
  return new GraphError({
    code: 10,
    status: 403,
    message:
      `(#10) This endpoint requires the '${permission}' permission or the 'Page Public Content Access' feature. ` +
      'Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages for details.',
  });
}

/** 200: writing without the permission or the task. */
export function mayNot(message: string): GraphError {
  return new GraphError({ code: 200, status: 403, message: `(#200) ${message}` });
}

export function outsideWindow(): GraphError {
  return new GraphError({
    code: 10,
    subcode: 2018278,
    message:
      '(#10) This message is sent outside of allowed window. Learn more about the new policy here: ' +
      'https://developers.facebook.com/docs/messenger-platform/policy-overview',
  });
}
