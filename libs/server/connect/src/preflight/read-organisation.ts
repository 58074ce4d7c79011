import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { soqlText } from '@bureau/domain';
import { ObjectSettingsRepository } from '../settings/object-settings.repository.ts';
import {
  Descriptions,
  SalesforceFailure,
  type Description,
  type QueryPage,
  type SalesforceRecords,
  type SalesforceRow,
} from '../salesforce/index.ts';
import type { OrganisationFacts } from './organisation-facts.ts';
import { requiredObjects, SYNCED } from './required.ts';

/** What an object that the user does not see is refused with. */
const UNSEEN = new Set(['NOT_FOUND', 'INVALID_TYPE', 'ERROR_HTTP_404', 'INSUFFICIENT_ACCESS']);

/** Finds out about an organisation what the preflight asks: a description for each object, and one call of questions. */
@Injectable()
export class ReadOrganisation {
  constructor(
    private readonly descriptions: Descriptions,
    private readonly settings: ObjectSettingsRepository,
  ) {}

  /** Throws SalesforceFailure when it cannot be asked at all. */
  async run(records: SalesforceRecords, { renewable }: { renewable: boolean }): Promise<OrganisationFacts> {
    const descriptions = new Map<string, Description | null>();
    for (const { object } of requiredObjects({ personAccounts: true }))
      descriptions.set(object, await this.describe(records, object));

    const assigned = `SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${soqlText(records.userId)}`;
    const [statuses, rights, sets, types] = await records.queries([
      'SELECT ApiName FROM CaseStatus',
      `SELECT SobjectType, PermissionsViewAllRecords, PermissionsModifyAllRecords FROM ObjectPermissions WHERE ParentId IN (${assigned})`,
      `SELECT PermissionsEditCaseComments FROM PermissionSet WHERE Id IN (${assigned})`,
      "SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true AND IsActive = true",
    ]);
    const editing = rowsOf(sets)?.map((row) => row['PermissionsEditCaseComments'] === true) ?? [];
    return {
      descriptions,
      caseStatuses: rowsOf(statuses)?.flatMap((row) => textIn(row, 'ApiName')) ?? null,
      allRecords: allRecordsOf(rowsOf(rights)),
      editsCaseComments: editing.length === 0 ? null : editing.includes(true),
      personRecordTypes: rowsOf(types)?.flatMap((row) => textIn(row, 'Id')) ?? [],
      chosenRecordTypes: await this.chosen(),
      renewable,
    };
  }

  private async describe(records: SalesforceRecords, object: string): Promise<Description | null> {
    try {
      return await this.descriptions.of(records, object, { fresh: true });
    } catch (error) {
      if (error instanceof SalesforceFailure && UNSEEN.has(error.code)) return null;
      throw error;
    }
  }

  private async chosen(): Promise<Map<string, string | null>> {
    const of = async (object: SyncObject) => (await this.settings.of(object)).recordTypeId;
    return new Map([
      [SYNCED.company, await of('company')],
      [SYNCED.case, await of('case')],
    ]);
  }
}

/** Null: Salesforce did not answer this one; without rows nothing can be said either. */
function rowsOf(answer: QueryPage | SalesforceFailure | undefined): SalesforceRow[] | null {
  return answer === undefined || answer instanceof SalesforceFailure || answer.rows.length === 0 ? null : answer.rows;
}

function textIn(row: SalesforceRow, name: string): string[] {
  const value = row[name];
  return typeof value === 'string' ? [value] : [];
}

/** What any one of the user's sets allows, he may. */
function allRecordsOf(rows: SalesforceRow[] | null): OrganisationFacts['allRecords'] {
  if (!rows) return null;
  const rights = new Map<string, { view: boolean; modify: boolean }>();
  for (const row of rows) {
    const [object] = textIn(row, 'SobjectType');
    if (object === undefined) continue;
    const before = rights.get(object);
    rights.set(object, {
      view: before?.view === true || row['PermissionsViewAllRecords'] === true,
      modify: before?.modify === true || row['PermissionsModifyAllRecords'] === true,
    });
  }
  return rights;
}
