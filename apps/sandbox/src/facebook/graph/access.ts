import { gone, mayNot, needsPermission } from '../graph-error.ts';
import type { Page, Task } from '../state.ts';
import { asPage, hasScope, hasTask, type Caller } from '../tokens.ts';
import type { Ask } from './node.ts';

/** Throws 10 when the person behind the token did not grant it. */
export function mustRead(ask: Ask, permission: string): void {
  if (!hasScope(ask.world, ask.caller, permission)) throw needsPermission(permission);
}

/** The page that speaks, with the permission and the role that this kind of writing needs. Throws 210 or 200. */
export function mustWrite(ask: Ask, page: string, { permission, task }: { permission: string; task: Task }) {
  const caller = asPage(ask.caller, page);
  if (!hasScope(ask.world, caller, permission)) {
    throw mayNot(`Permissions error: this call requires the ${permission} permission with the page's token.`);
  }
  if (!hasTask(ask.world, caller, task)) throw mayNot(`The user must have the ${task} task on the page.`);
  return caller;
}

/** The page with this id, if the caller may know of it. Throws 100/33. */
export function pageFor(ask: Ask, id: string): Page {
  const page = ask.world.state.pages[id];
  if (!page || !mayKnow(ask.caller, page)) throw gone(id);
  return page;
}

/** A page's token knows its page; a person's token knows the pages where the person has a role. */
export function mayKnow(caller: Caller, page: Page): boolean {
  if (caller.kind === 'page') return caller.page === page.id;
  return caller.kind === 'user' && page.roles.some(({ person }) => person === caller.person);
}
