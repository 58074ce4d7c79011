import { Controller } from '@nestjs/common';
import { changesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { ChangeReader, FIRST_PLACEHOLDER, Handles, type RawJson } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { CASES, LABELS, MESSAGES, NOTES } from './change-sources.ts';

/** Of cases, and of what was said in them, each reader gets what he may see at the time. */
@Controller()
export class CasesChangesController {
  constructor(private readonly changes: ChangeReader) {}

  @Handles(changesApi.cases)
  cases(actor: Actor, { query }: RouteCall<typeof changesApi.cases>): Promise<RawJson> {
    return this.changes.read({ ...CASES, access: caseAccess(actor, FIRST_PLACEHOLDER) }, query);
  }

  @Handles(changesApi.messages)
  messages(actor: Actor, { query }: RouteCall<typeof changesApi.messages>): Promise<RawJson> {
    return this.changes.read({ ...MESSAGES, access: caseAccess(actor, FIRST_PLACEHOLDER) }, query);
  }

  @Handles(changesApi.notes)
  notes(actor: Actor, { query }: RouteCall<typeof changesApi.notes>): Promise<RawJson> {
    return this.changes.read({ ...NOTES, access: caseAccess(actor, FIRST_PLACEHOLDER) }, query);
  }

  @Handles(changesApi.labels)
  labels(_actor: Actor, { query }: RouteCall<typeof changesApi.labels>): Promise<RawJson> {
    return this.changes.read(LABELS, query);
  }
}
