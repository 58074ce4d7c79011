import { Controller } from '@nestjs/common';
import { bulkApi, ERRORS, type Actor, type BulkSkip, type Page, type RouteCall } from '@bureau/contracts';
import { Handles, InvalidInput, type RawJson } from '@bureau/platform';
import { BulkRepository } from './bulk.repository.ts';
import { ChangeInBulk } from './change-in-bulk.ts';

@Controller()
export class BulkController {
  constructor(
    private readonly bulk: BulkRepository,
    private readonly changeInBulk: ChangeInBulk,
  ) {}

  @Handles(bulkApi.change)
  async change(actor: Actor, { body }: RouteCall<typeof bulkApi.change>): Promise<RawJson> {
    return this.bulk.read(await this.changeInBulk.run(actor, body));
  }

  @Handles(bulkApi.get)
  async get(actor: Actor, { params }: RouteCall<typeof bulkApi.get>): Promise<RawJson> {
    await this.changeInBulk.demand(actor, params.bulkId);
    return this.bulk.read(params.bulkId);
  }

  @Handles(bulkApi.skips)
  async skips(actor: Actor, { params, query }: RouteCall<typeof bulkApi.skips>): Promise<Page<BulkSkip>> {
    await this.changeInBulk.demand(actor, params.bulkId);
    const { undo, limit, cursor } = query;
    const found = await this.bulk.skips(params.bulkId, { undo, limit: limit + 1, after: placeOf(cursor) });
    const items = found.slice(0, limit).map((skip) => ({ ...skip, message: ERRORS[skip.code].message }));
    return { items, next: found.length > limit ? cursorOf(items.at(-1)) : null };
  }

  @Handles(bulkApi.undo)
  async undo(actor: Actor, { params }: RouteCall<typeof bulkApi.undo>): Promise<RawJson> {
    await this.changeInBulk.undo(actor, params.bulkId);
    return this.bulk.read(params.bulkId);
  }
}

function cursorOf(last: BulkSkip | undefined): string | null {
  return last ? `${last.caseId}~${last.code}` : null;
}

function placeOf(cursor = '0~'): { caseId: number; code: string } {
  const [, caseId, code] = /^(\d{1,15})~([a-z.-]*)$/.exec(cursor) ?? [];
  if (caseId !== undefined && code !== undefined) return { caseId: Number(caseId), code };
  throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
}
