import { Inject, Injectable } from '@nestjs/common';
import type { SetUpDesk as Input } from '@bureau/contracts';
import {
  BrandRepository,
  hashPassword,
  RoleRepository,
  SiteRepository,
  UserRepository,
  type UserEntity,
} from '@bureau/identity';
import {
  CONFIG,
  Database,
  InstallationSecret,
  InvalidInput,
  ProblemError,
  Transactional,
  type Config,
} from '@bureau/platform';
import { MailboxRepository } from '../mailbox/mailbox.repository.ts';

/** What the token signs. */
const SET_UP = 'first administrator';

type Desk = Omit<Input, 'setupToken'>;

/** Makes an empty desk usable: its first administrator, brand and mailbox. It works once. */
@Injectable()
export class SetUpDesk {
  constructor(
    private readonly users: UserRepository,
    private readonly roles: RoleRepository,
    private readonly brands: BrandRepository,
    private readonly mailboxes: MailboxRepository,
    private readonly site: SiteRepository,
    private readonly database: Database,
    private readonly secret: InstallationSecret,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async needed(): Promise<boolean> {
    return !(await this.users.any());
  }

  /** What the link to the set-up page carries: whoever can read the start's output may set the desk up, nobody else. */
  token(): string {
    return this.secret.sign('set-up', SET_UP);
  }

  /** Throws setup.done, request.invalid (a wrong token). */
  run({ setupToken, ...desk }: Input): Promise<UserEntity> {
    if (!this.secret.verify('set-up', SET_UP, setupToken)) {
      throw new InvalidInput([
        { path: 'setupToken', message: 'Open the set-up page with the link that the start printed.' },
      ]);
    }
    return this.create(desk);
  }

  /** Also for unattended set-up from BUREAU_ADMIN_EMAIL. */
  @Transactional()
  async create({ name, email, password, company, mailbox }: Desk): Promise<UserEntity> {
    await this.database.run('SELECT pg_advisory_xact_lock(5271)');
    if (!(await this.needed())) throw new ProblemError('setup.done');
    const user = await this.users.save({
      name,
      email,
      roleId: (await this.roles.standard('administrator')).id,
      passwordHash: await hashPassword(password),
    });
    await this.site.nameCompany(company);
    const brand = await this.brands.save({ name: company, slug: slugOf(company), signature: company });
    await this.mailboxes.save({ brandId: brand.id, address: this.config.mailbox ?? mailbox, name: company });
    return user;
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'desk';
}
