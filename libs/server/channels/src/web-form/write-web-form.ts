import { Injectable } from '@nestjs/common';
import type { Actor, WebFormField, WriteWebForm as Input } from '@bureau/contracts';
import { AuditLog, BrandRepository } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { WebFormRepository } from './web-form.repository.ts';

/** What the e-mail form of a brand asks for. To whoever does not serve the brand, it does not exist. */
@Injectable()
export class WriteWebForm {
  constructor(
    private readonly forms: WebFormRepository,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws brand.not-found. */
  async read(actor: Actor, brandId: number): Promise<{ fields: WebFormField[] }> {
    await this.brandOf(actor, brandId);
    return this.presented(brandId);
  }

  /** Throws brand.not-found, request.invalid naming a field that there is not. */
  @Transactional()
  async run(actor: Actor, brandId: number, { fields }: Input): Promise<{ fields: WebFormField[] }> {
    const { name } = await this.brandOf(actor, brandId);
    const before = await this.presented(brandId);
    const unknown = await this.forms.write(brandId, fields);
    if (unknown.length > 0) {
      const errors = unknown.map((index) => ({
        path: `fields.${index}.customFieldId`,
        message: 'No such field of cases.',
      }));
      throw new InvalidInput(errors);
    }
    const after = await this.presented(brandId);
    const told = ({ fields: asked }: typeof before) => ({
      webForm: asked.map(({ label, required }) => (required ? `${label} *` : label)),
    });
    const entry = { noun: 'brand', id: brandId, name, action: 'changed' } as const;
    await this.audit.record(actor, { ...entry, before: told(before), after: told(after) });
    return after;
  }

  private async presented(brandId: number): Promise<{ fields: WebFormField[] }> {
    const asked = await this.forms.asked(brandId);
    return { fields: asked.map(({ id, label, required }) => ({ customFieldId: id, label, required })) };
  }

  private async brandOf(actor: Actor, brandId: number): Promise<{ name: string }> {
    const served = 'access' in actor ? actor.access.brandIds : null;
    const brand = served === null || served.includes(brandId) ? await this.brands.find(brandId) : null;
    if (!brand) throw new ProblemError('brand.not-found');
    return brand;
  }
}
