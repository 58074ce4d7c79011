import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type Application,
  type ApplicationSecret,
  type CreateApplication,
  type UpdateApplication,
} from '@bureau/contracts';
import { checkVersion, InstallationSecret, ProblemError, RawJson, seal, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { ApplicationRepository, type StoredApplication } from './application.repository.ts';
import { newPublicKey, newSecret } from './new-secret.ts';

/** API applications. Their secrets are sealed, not hashed: signatures of OAuth 1.0a are made with them. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
  ) {}

  async list(): Promise<{ items: Application[] }> {
    return { items: (await this.applications.list()).map(presentApplication) };
  }

  /** Throws application.not-found. */
  async read(id: number): Promise<RawJson> {
    const application = await this.applications.find(id);
    if (!application) throw new ProblemError('application.not-found');
    return new RawJson(JSON.stringify(presentApplication(application)), application.version);
  }

  /** Throws application.name-taken. */
  @Transactional()
  async create(actor: Actor, input: CreateApplication): Promise<ApplicationSecret> {
    const secret = newSecret();
    const keys = { key: newPublicKey(), secretSealed: seal(this.secret, secret), userId: userIdOf(actor) ?? null };
    const created = await this.applications.create(input, keys);
    if (!created) throw new ProblemError('application.name-taken');

    const { id, name } = created;
    await this.audit.record(actor, { noun: 'application', id, name, action: 'created', after: { ...input } });
    return { application: presentApplication(created), secret };
  }

  /** Throws application.not-found, application.name-taken, request.precondition-failed. */
  @Transactional()
  async update(
    actor: Actor,
    id: number,
    { input, ifMatch }: { input: UpdateApplication; ifMatch: string | null },
  ): Promise<RawJson> {
    const before = await this.lock(id);
    checkVersion(before.version, ifMatch);
    const fields = fieldsOf(before);
    const after = { ...fields, ...input };
    if (await this.applications.isNameTaken(after.name, id)) throw new ProblemError('application.name-taken');

    await this.applications.update(id, after);
    const { name } = after;
    await this.audit.record(actor, { noun: 'application', id, name, action: 'changed', before: fields, after });
    return this.read(id);
  }

  /** Throws application.not-found. */
  @Transactional()
  async renewSecret(actor: Actor, id: number): Promise<ApplicationSecret> {
    const application = await this.lock(id);
    const secret = newSecret();
    await this.applications.setSecret(id, seal(this.secret, secret));
    const { name } = application;
    const after = { secretRenewed: true };
    await this.audit.record(actor, { noun: 'application', id, name, action: 'changed', after });
    return { application: presentApplication(application), secret };
  }

  /** Throws application.not-found. */
  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    const application = await this.lock(id);
    await this.applications.remove(id);
    const { name } = application;
    await this.audit.record(actor, { noun: 'application', id, name, action: 'deleted', before: fieldsOf(application) });
  }

  private async lock(id: number): Promise<StoredApplication> {
    const application = await this.applications.lock(id);
    if (!application) throw new ProblemError('application.not-found');
    return application;
  }
}

function presentApplication({ version: _, ...application }: StoredApplication): Application {
  return application;
}

/** What can be changed. */
function fieldsOf({ name, websiteUrl, callbackUrl, supportUrl, rateLimit }: Application): Required<UpdateApplication> {
  return { name, websiteUrl, callbackUrl, supportUrl, rateLimit };
}
