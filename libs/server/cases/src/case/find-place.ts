import { Injectable } from '@nestjs/common';
import type { Actor, OpenCase } from '@bureau/contracts';
import { InvalidInput, ProblemError } from '@bureau/platform';
import { CaseReferenceRepository, type Place } from './case-reference.repository.ts';

/** Where a new case belongs. Without a mailbox or a brand named, the first mailbox answers. */
@Injectable()
export class FindPlace {
  constructor(private readonly references: CaseReferenceRepository) {}

  /** Throws mailbox.not-found (nothing could answer), and request.invalid naming the field. */
  async run(
    actor: Actor,
    { mailboxId, brandId, channel }: Pick<OpenCase, 'mailboxId' | 'brandId' | 'channel'>,
  ): Promise<Place> {
    const brandIds = 'access' in actor ? actor.access.brandIds : null;
    const place = await this.references.place({ mailboxId: mailboxId ?? null, brandId: brandId ?? null, brandIds });
    if (place && (place.mailboxId !== null || channel !== 'email')) return place;
    if (mailboxId === undefined && brandId === undefined) throw new ProblemError('mailbox.not-found');
    const path = mailboxId === undefined ? 'brandId' : 'mailboxId';
    throw new InvalidInput([{ path, message: 'No mailbox of yours that is in use can answer from there.' }]);
  }
}
