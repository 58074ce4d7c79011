/** Where a browser opens a record: Salesforce leads from its id to the page of its object, in Lightning and in Classic. */
export const recordUrl = (instanceUrl: string, id: string): string => `${instanceUrl}/${id}`;
