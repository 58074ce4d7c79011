import { Injectable } from '@nestjs/common';
import { CreateCompany, UpdateCompany } from '@bureau/contracts';
import { ChangeCompany } from '@bureau/customers';
import { z } from 'zod';
import { Anything, says } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const CompanyBody = z.object({
  name: Anything,
  domains: Anything,
  external_id: Anything,
  custom_fields: Anything,
});
export type CompanyBody = z.output<typeof CompanyBody>;

/** What the verbs call the fields → what clients call them. */
export const COMPANY_NAMES: Record<string, string> = { externalId: 'external_id', customFields: 'custom_fields' };

@Injectable()
export class CompanyWrites {
  constructor(private readonly changeCompany: ChangeCompany) {}

  /** Throws what {@link ChangeCompany.create} throws. */
  async create({ actor, body }: Wish<CompanyBody>): Promise<number> {
    return this.changeCompany.create(actor, understood(CreateCompany, wantedOf(body)));
  }

  /** Throws what {@link ChangeCompany.update} throws. */
  async change({ actor, id, body }: Wish<CompanyBody>): Promise<void> {
    const wanted = wantedOf(body);
    if (says(wanted)) await this.changeCompany.update(actor, id, understood(UpdateCompany, wanted), null);
  }
}

/** `domains` replaces the set; null says nothing of it. */
function wantedOf({ name, domains, external_id: externalId, custom_fields: fields }: CompanyBody) {
  return { name, domains: domains ?? undefined, externalId, customFields: fields ?? undefined };
}
