import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type CreateIntegrationUrl,
  type IntegrationSecret,
  type UpdateIntegrationUrl,
} from '@bureau/contracts';
import { originOf } from '@bureau/domain';
import { AuditLog, newSecret } from '@bureau/identity';
import { checkVersion, Clock, InstallationSecret, ProblemError, seal, Transactional } from '@bureau/platform';
import { CheckIntegration } from './check-integration.ts';
import {
  IntegrationUrlRepository,
  type IntegrationSettings,
  type StoredIntegration,
} from './integration-url.repository.ts';
import { presentIntegration, settingsOf } from './present-integration.ts';

/** Makes and changes what is shown of other programs beside cases. */
@Injectable()
export class SaveIntegration {
  constructor(
    private readonly integrations: IntegrationUrlRepository,
    private readonly check: CheckIntegration,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. Throws request.invalid. */
  @Transactional()
  async create(actor: Actor, input: CreateIntegrationUrl): Promise<number> {
    await this.check.address(input);
    await this.check.audience(input);

    const id = await this.integrations.insert(withOrigin(input), userIdOf(actor) ?? null);
    const { name } = input;
    await this.audit.record(actor, { noun: 'integration-url', id, name, action: 'created', after: input });
    return id;
  }

  /** Throws integration-url.not-found, request.invalid, request.precondition-failed. */
  @Transactional()
  async update(
    actor: Actor,
    id: number,
    { changes, ifMatch }: { changes: UpdateIntegrationUrl; ifMatch: string | null },
  ): Promise<void> {
    const stored = await this.locked(id);
    checkVersion(stored.version, ifMatch);
    const before = settingsOf(stored);
    const after = settingsWith(before, changes);
    if (changes.markup !== undefined || changes.kind !== undefined) await this.check.address(after);
    if (changes.visibility !== undefined || changes.roleIds !== undefined) await this.check.audience(after);

    await this.integrations.update(id, withOrigin(after), userIdOf(actor) ?? null);
    const { name } = after;
    await this.audit.record(actor, { noun: 'integration-url', id, name, action: 'changed', before, after });
  }

  /** Throws integration-url.not-found. */
  @Transactional()
  async delete(actor: Actor, id: number): Promise<void> {
    const stored = await this.locked(id);
    await this.integrations.delete(id);
    const before = settingsOf(stored);
    await this.audit.record(actor, { noun: 'integration-url', id, name: stored.name, action: 'deleted', before });
  }

  /** The named ones come first, in this order. Throws integration-url.not-found. */
  @Transactional()
  async reorder(_actor: Actor, ids: readonly number[]): Promise<void> {
    for (const id of ids.toSorted((a, b) => a - b)) await this.locked(id);
    await this.integrations.reorder(ids);
  }

  /** Sealed, not hashed: signatures are made with it. Throws integration-url.not-found, integration-url.no-app. */
  @Transactional()
  async renewSecret(actor: Actor, id: number): Promise<IntegrationSecret> {
    const stored = await this.locked(id);
    if (stored.kind !== 'canvas') throw new ProblemError('integration-url.no-app');
    const secret = newSecret();
    await this.integrations.setSecret(id, { sealed: seal(this.secret, secret), at: this.clock.now() });
    const after = { secretRenewed: true };
    await this.audit.record(actor, { noun: 'integration-url', id, name: stored.name, action: 'changed', after });
    return { integrationUrl: presentIntegration(await this.locked(id)), secret };
  }

  /** In the open transaction: a group hands over to another one. */
  async regroup(actor: Actor, from: number, to: number): Promise<void> {
    for (const id of await this.integrations.ofGroup(from)) {
      await this.update(actor, id, { changes: { visibility: { for: 'group', groupId: to } }, ifMatch: null });
    }
  }

  private async locked(id: number): Promise<StoredIntegration> {
    const stored = await this.integrations.lock(id);
    if (!stored) throw new ProblemError('integration-url.not-found');
    return stored;
  }
}

/** What was sent takes the place of what was. */
function settingsWith(before: CreateIntegrationUrl, changes: UpdateIntegrationUrl): CreateIntegrationUrl {
  return {
    name: changes.name ?? before.name,
    description: changes.description ?? before.description,
    kind: changes.kind ?? before.kind,
    markup: changes.markup ?? before.markup,
    visibility: changes.visibility ?? before.visibility,
    roleIds: changes.roleIds ?? before.roleIds,
    height: changes.height ?? before.height,
    enabled: changes.enabled ?? before.enabled,
  };
}

function withOrigin(settings: CreateIntegrationUrl): IntegrationSettings {
  return { ...settings, origin: settings.kind === 'link' ? null : originOf(settings.markup) };
}
