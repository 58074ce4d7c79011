import { badParam, GraphError, mayNot } from '../graph-error.ts';
import type { Subscription } from '../state.ts';
import { appToken, asPage, hasScope, hasTask } from '../tokens.ts';
import { isMessaging, PAGE_FIELDS, PERMISSION_FIELDS } from '../webhook-event.ts';
import { verifyCallback } from '../webhook-verify.ts';
import type { Ask } from './node.ts';

/** `POST /{app}/subscriptions`: where the app hears of things, once the address has answered the challenge. */
export async function subscribeApp(ask: Ask, id: string) {
  const { app } = ask.world.state;
  mustBeApp(ask, id);
  const { object, callback_url: callbackUrl, verify_token: verifyToken } = ask.params;
  if (object !== 'page' && object !== 'permissions')
    throw badParam('Param object must be one of {user, page, permissions, instagram}');
  if (!callbackUrl || !URL.canParse(callbackUrl)) throw badParam('Param callback_url must be a valid URI');
  if (!verifyToken) throw new GraphError({ code: 100, message: '(#100) The parameter verify_token is required' });
  const fields = listOf(ask.params.fields);
  for (const field of fields) {
    if (object === 'page' && !PAGE_FIELDS.includes(field)) throw noSuchField(field, PAGE_FIELDS);
    if (object === 'permissions' && !PERMISSION_FIELDS.includes(field)) throw noSuchField(field, PERMISSION_FIELDS);
  }
  await verifyCallback(callbackUrl, verifyToken);
  const others = app.subscriptions.filter((one) => one.object !== object);
  const made: Subscription = { object, callbackUrl, verifyToken, fields, active: true };
  app.subscriptions = [...others, made];
  ask.world.save();
  return { success: true };
}

export function showSubscriptions(ask: Ask, id: string) {
  mustBeApp(ask, id);
  return {
    data: ask.world.state.app.subscriptions.map(({ object, callbackUrl, fields, active }) => ({
      object,
      callback_url: callbackUrl,
      active,
      fields: fields.map((name) => ({ name, version: ask.version || 'v25.0' })),
    })),
  };
}

export function unsubscribeApp(ask: Ask, id: string) {
  mustBeApp(ask, id);
  const { app } = ask.world.state;
  app.subscriptions = app.subscriptions.filter(
    ({ object }) => ask.params.object !== undefined && object !== ask.params.object,
  );
  ask.world.save();
  return { success: true };
}

function mustBeApp(ask: Ask, id: string): void {
  if (ask.caller.kind === 'app' && id === ask.world.state.app.id) return;
  throw new GraphError({
    code: 15,
    message: `(#15) This method must be called with an app access_token. It looks like ${appToken(ask.world).split('|')[0]}|…`,
  });
}

/** `POST /{page}/subscribed_apps`: what the app hears of this page. */
export function subscribePage(ask: Ask, id: string) {
  const page = pageThatManages(ask, id);
  const fields = listOf(ask.params.subscribed_fields);
  if (fields.length === 0) throw badParam('Param subscribed_fields must be non-empty');
  for (const field of fields) {
    if (!PAGE_FIELDS.includes(field)) throw noSuchField(field, PAGE_FIELDS, 'subscribed_fields[0]');
    const permission = isMessaging(field) ? 'pages_messaging' : 'pages_manage_metadata';
    if (hasScope(ask.world, ask.caller, permission)) continue;
    throw mayNot(`To subscribe to the ${field} field, one of these permissions is needed: ${permission}`);
  }
  page.subscribedFields = fields;
  ask.world.save();
  return { success: true };
}

export function showSubscribed(ask: Ask, id: string) {
  const page = pageThatManages(ask, id);
  const { app } = ask.world.state;
  if (!page.subscribedFields) return { data: [] };
  return {
    data: [
      {
        category: 'Business',
        link: 'https://www.facebook.com/',
        name: app.name,
        id: app.id,
        subscribed_fields: page.subscribedFields,
      },
    ],
  };
}

export function unsubscribePage(ask: Ask, id: string) {
  const page = pageThatManages(ask, id);
  delete page.subscribedFields;
  ask.world.save();
  return { success: true };
}

function pageThatManages(ask: Ask, id: string) {
  const caller = asPage(ask.caller, id);
  const page = ask.world.state.pages[caller.page];
  if (!page || !hasScope(ask.world, caller, 'pages_manage_metadata')) {
    throw mayNot('Requires pages_manage_metadata permission to manage the object');
  }
  if (!hasTask(ask.world, caller, 'MODERATE')) throw mayNot('The user must be able to moderate the page.');
  return page;
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function noSuchField(field: string, fields: string[], param = 'fields'): GraphError {
  return badParam(`Param ${param} must be one of {${fields.join(', ').toUpperCase()}} - got "${field}".`);
}
