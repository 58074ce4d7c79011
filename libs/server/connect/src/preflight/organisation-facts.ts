import type { Description } from '../salesforce/index.ts';

/** What was found out about an organisation. */
export interface OrganisationFacts {
  /** By API name; null: the user sees no such object. */
  descriptions: ReadonlyMap<string, Description | null>;
  /** Names of the statuses of cases; null: they cannot be read. */
  caseStatuses: readonly string[] | null;
  /** What permission sets and the profile say of all records; null: they cannot be read. */
  allRecords: ReadonlyMap<string, { view: boolean; modify: boolean }> | null;
  /** Null: it cannot be read. */
  editsCaseComments: boolean | null;
  /** Ids of record types of persons. */
  personRecordTypes: readonly string[];
  /** Record types that the settings name, by API name of the object. */
  chosenRecordTypes: ReadonlyMap<string, string | null>;
  /** There is a key that the access can be renewed with. */
  renewable: boolean;
}

/** Whether customers may be accounts of persons there. */
export function hasPersonAccounts({ descriptions }: Pick<OrganisationFacts, 'descriptions'>): boolean {
  return descriptions.get('Account')?.fields.some(({ name }) => name === 'IsPersonAccount') ?? false;
}
