import type { z } from 'zod';
import { Problem } from '../web/problem.ts';
import { appScopedIdOf } from './ids.ts';
import { isGranular, PERMISSIONS } from './permissions.ts';
import { pagesOf } from './login.ts';
import * as Input from './play-input.ts';
import { Person } from './state.ts';
import { issueToken, killTokens } from './tokens.ts';
import { PAGE_FIELDS, PERMISSION_FIELDS } from './webhook-event.ts';
import { verifyCallback } from './webhook-verify.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

/** What Facebook, and people towards Facebook, do to the app: sign in, take back, change roles, end sessions. */
export class Authority {
  readonly #world: World;
  readonly #webhooks: Webhooks;

  constructor(world: World, webhooks: Webhooks) {
    this.#world = world;
    this.#webhooks = webhooks;
  }

  /** As if somebody had gone through the whole dialog and ticked everything: their 60-day token. */
  connect(person: string): string {
    const pages = pagesOf(this.#world, this.#person(person).id).map(({ id }) => id);
    this.#world.state.grants[person] = { person, granted: Object.keys(PERMISSIONS), declined: [], pages };
    return issueToken(this.#world, { kind: 'user', person, longLived: true }).token;
  }

  savePerson(given: z.input<typeof Input.SavePerson>): Person {
    const before = this.#world.state.people[given.id];
    const person = Person.parse({ name: given.id, ...before, ...given });
    this.#world.state.people[person.id] = person;
    this.#world.save();
    return person;
  }

  changeTokens(given: z.input<typeof Input.TokenChange>): void {
    const { person: id, kind } = Input.TokenChange.parse(given);
    const person = this.#person(id);
    if (kind === 'remove-app') this.#removeApp(id);
    if (kind === 'new-password') killTokens(this.#world, id, 460);
    if (kind === 'sign-out') killTokens(this.#world, id, 467);
    if (kind === 'checkpoint' || kind === 'checkpoint-passed') person.checkpoint = kind === 'checkpoint';
    if (kind === 'expire') this.#expire(id);
    this.#world.tell(`${person.name}: ${WORDS[kind]}`);
    this.#world.save();
  }

  changePermission(given: z.input<typeof Input.PermissionChange>): void {
    const { person, permission, granted } = Input.PermissionChange.parse(given);
    const grant = this.#world.state.grants[this.#person(person).id];
    if (!grant) throw new Problem({ status: 409, code: 'not-connected', message: `${person} has not let the app in.` });
    const without = (all: string[]) => all.filter((one) => one !== permission);
    grant.granted = granted ? [...without(grant.granted), permission] : without(grant.granted);
    grant.declined = granted ? without(grant.declined) : [...without(grant.declined), permission];
    this.permissionsChanged(person, { verb: granted ? 'granted' : 'revoked', permissions: [permission] });
    this.#world.save();
  }

  /** No tasks: no role any more, and the page's token from this person dies (190/492). */
  changeRole(given: z.input<typeof Input.RoleChange>): void {
    const { person, page: pageId, tasks } = Input.RoleChange.parse(given);
    const page = this.#world.state.pages[pageId];
    if (!page) throw new Problem({ status: 404, code: 'not-found', message: `There is no page ${pageId}.` });
    const others = page.roles.filter((role) => role.person !== person);
    page.roles = tasks.length === 0 ? others : [...others, { person: this.#person(person).id, tasks }];
    this.#world.tell(
      `${this.#person(person).name} ${tasks.length === 0 ? 'lost the role' : 'has a role'} on ${page.name}.`,
    );
    this.#world.save();
  }

  changeApp(given: z.input<typeof Input.AppChange>): void {
    Object.assign(this.#world.state.app, Input.AppChange.parse(given));
    this.#world.save();
  }

  /** The developer's dashboard: verifies the address of the app and subscribes it. Throws 409 with Facebook's words. */
  async dashboard(given: z.input<typeof Input.Dashboard>): Promise<void> {
    const { object, callbackUrl, verifyToken, fields = fieldsOf(object) } = Input.Dashboard.parse(given);
    await verifyCallback(callbackUrl, verifyToken).catch((error: unknown) => {
      throw new Problem({ status: 409, code: 'refused', message: error instanceof Error ? error.message : 'Refused.' });
    });
    const { app } = this.#world.state;
    const others = app.subscriptions.filter((one) => one.object !== object);
    app.subscriptions = [...others, { object, callbackUrl, verifyToken, fields, active: true }];
    this.#world.tell(`Facebook will tell ${callbackUrl} what happens.`);
    this.#world.save();
  }

  /** Tells the app on its `permissions` webhook; without a list, everything the person now grants. */
  permissionsChanged(person: string, given: { verb: 'granted' | 'revoked'; permissions?: string[] }): void {
    const grant = this.#world.state.grants[person];
    this.#webhooks.permissionsChanged({
      uid: appScopedIdOf(this.#world.state.app.id, person),
      verb: given.verb,
      permissions: (given.permissions ?? grant?.granted ?? []).filter(isGranular),
      pages: grant?.pages ?? [],
      at: this.#world.now(),
    });
  }

  #removeApp(person: string): void {
    this.permissionsChanged(person, { verb: 'revoked' });
    killTokens(this.#world, person, 458);
    delete this.#world.state.grants[person];
  }

  #expire(person: string): void {
    const theirs = Object.values(this.#world.state.tokens).filter((token) => token.person === person);
    for (const token of theirs) token.expiresAt = this.#world.now() - 1000;
  }

  #person(id: string): Person {
    const person = this.#world.state.people[id];
    if (person) return person;
    throw new Problem({ status: 404, code: 'not-found', message: `Nobody on Facebook has the id “${id}”.` });
  }
}

const WORDS: Record<z.infer<typeof Input.TokenChange>['kind'], string> = {
  'remove-app': 'removed the app; its tokens are dead.',
  'new-password': 'changed the password; tokens are dead.',
  'sign-out': 'signed out everywhere; tokens are dead.',
  checkpoint: 'has to pass a security check first.',
  'checkpoint-passed': 'passed the security check.',
  expire: 'tokens expired.',
};

function fieldsOf(object: 'page' | 'permissions'): string[] {
  return object === 'page' ? PAGE_FIELDS : PERMISSION_FIELDS;
}
