import { Inject, Injectable } from '@nestjs/common';
import {
  CustomFieldOwner,
  type CreateIntegrationUrl,
  type FieldError,
  type TryIntegrationUrl,
} from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { checkAddress, originOf } from '@bureau/domain';
import { BrandDirectory, UserRepository } from '@bureau/identity';
import { CONFIG, InvalidInput, type Config } from '@bureau/platform';
import { IntegrationUrlRepository } from './integration-url.repository.ts';

/** Whether an integration can be kept: its address leads to one place elsewhere, and who is named is there. */
@Injectable()
export class CheckIntegration {
  constructor(
    private readonly integrations: IntegrationUrlRepository,
    private readonly customFields: CustomFieldRepository,
    private readonly users: UserRepository,
    private readonly brands: BrandDirectory,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** What is wrong with an address, one sentence for each problem. */
  async problemsOf({ markup, kind }: Pick<TryIntegrationUrl, 'markup' | 'kind'>): Promise<string[]> {
    const customFields: { owner: CustomFieldOwner; key: string }[] = [];
    for (const owner of CustomFieldOwner.options) {
      for (const { key } of await this.customFields.definitions(owner)) customFields.push({ owner, key });
    }
    const problems = checkAddress(markup, { kind, customFields });
    if (kind === 'link' || !this.isOurs(originOf(markup))) return problems;
    return [...problems, 'This is the desk itself: a frame shows pages of others.'];
  }

  /** Throws request.invalid naming each field that is wrong. */
  async address(wanted: Pick<TryIntegrationUrl, 'markup' | 'kind'>): Promise<void> {
    refuse((await this.problemsOf(wanted)).map((message) => ({ path: 'markup', message })));
  }

  /** Throws request.invalid naming each field that is wrong. */
  async audience({ visibility, roleIds }: Pick<CreateIntegrationUrl, 'visibility' | 'roleIds'>): Promise<void> {
    const errors: FieldError[] = [];
    if (visibility.for === 'group' && !(await this.users.groupExists(visibility.groupId))) {
      errors.push({ path: 'visibility.groupId', message: 'There is no such group.' });
    }
    if (visibility.for === 'user' && !(await this.integrations.userExists(visibility.userId))) {
      errors.push({ path: 'visibility.userId', message: 'Nobody with this id works here.' });
    }
    if ((await this.integrations.unknownRoles(roleIds)).length > 0) {
      errors.push({ path: 'roleIds', message: 'There is no such role.' });
    }
    refuse(errors);
  }

  /** A frame that may run scripts and is of our own origin could do whatever its reader may. */
  private isOurs(origin: string | null): boolean {
    const own = [
      new URL(this.config.publicUrl).origin,
      ...this.brands.all().map((brand) => this.brands.homeOf(brand).origin),
    ];
    return origin !== null && own.includes(origin);
  }
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new InvalidInput(errors);
}
