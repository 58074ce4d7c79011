import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { standardPairs } from '@bureau/domain';
import { describe, expect, it } from 'vitest';
import { complaintsIn, Description, failureOf } from '../salesforce/index.ts';
import { presentField } from './present-field.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../../shared/corpora/salesforce');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: the recordings of Salesforce are not on this machine.');

/** The body of a recording: JSON in the last block of a YAML file, which breaks no line within a text. */
function recorded(object: string): Description {
  const yaml = readFileSync(path.join(folder, `cumulusci/GET_sobjects_${object}_describe.yaml`), 'utf8');
  const body = yaml.slice(yaml.indexOf('\n', yaml.indexOf('string: >')));
  const lines = body.split('\n').map((line) => line.trim());
  return Description.parse(JSON.parse(lines.join(' ')));
}

function answer(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, 'restforce', name), 'utf8'));
}

/** Verdict → names of fields, in the order of the description. */
function verdictsOf({ fields }: Description, object: 'company' | 'customer' | null): Record<string, string[]> {
  const pairs = object ? standardPairs(object, { personAccounts: false }) : [];
  const builtIn = new Set(pairs.map(({ salesforceField }) => salesforceField));
  const verdicts: Record<string, string[]> = {};
  for (const field of fields) {
    const { goesWith, refusal, ways, name } = presentField(field, builtIn);
    const verdict = refusal ?? (ways.length === 1 ? `${goesWith} here only` : `${goesWith}`);
    (verdicts[verdict] ??= []).push(name);
  }
  return verdicts;
}

const partsOf = (address: string, parts: string) => parts.split(' ').map((part) => address + part);
const PARTS = 'City State PostalCode Country Latitude Longitude GeocodeAccuracy';

describe.skipIf(!present)('fields that were recorded at Salesforce', () => {
  it('of an account go with what they may, and say why with nothing else', () => {
    expect(verdictsOf(recorded('Account'), 'company')).toEqual({
      id: ['Id'],
      system: ['IsDeleted', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'],
      lookup: [
        ...['MasterRecordId', 'RecordTypeId', 'ParentId', 'Primary_Contact__c', 'OwnerId', 'ns__LinkedAccount__c'],
        ...['CreatedById', 'LastModifiedById', 'DandbCompanyId', 'OperatingHoursId'],
      ],
      'built-in': ['Name'],
      list: ['Type', 'Industry', 'Ownership', 'Rating', 'CleanStatus', 'AccountSource'],
      'text-area': ['BillingStreet', 'ShippingStreet'],
      'compound-part': [...partsOf('Billing', PARTS), ...partsOf('Shipping', PARTS)],
      address: ['BillingAddress', 'ShippingAddress'],
      phone: ['Phone', 'Fax'],
      text: [
        ...['AccountNumber', 'Sic', 'TickerSymbol', 'Site', 'Jigsaw', 'DunsNumber', 'Tradestyle', 'NaicsCode'],
        ...['NaicsDesc', 'YearStarted', 'SicDesc'],
      ],
      url: ['Website', 'PhotoUrl'],
      currency: ['AnnualRevenue'],
      number: ['NumberOfEmployees'],
      'long-text-area': ['Description', 'ns__Description__c', 'History__c'],
      'date here only': ['LastActivityDate'],
      'date-time': ['LastViewedDate', 'LastReferencedDate'],
      'boolean here only': ['IsPartner', 'IsCustomerPortal'],
      'text here only': ['ChannelProgramName', 'ChannelProgramLevelName', 'JigsawCompanyId'],
    });
  });

  it('of a contact do so as well', () => {
    const verdicts = verdictsOf(recorded('Contact'), 'customer');
    expect(verdicts).toMatchObject({
      'built-in': [
        ...['AccountId', 'LastName', 'FirstName', 'Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'Email'],
        ...['Title', 'Description'],
      ],
      text: ['Department', 'AssistantName', 'EmailBouncedReason', 'Jigsaw'],
      list: ['LeadSource', 'CleanStatus'],
      date: ['Birthdate'],
      phone: ['Fax', 'AssistantPhone'],
      'compound-part': ['Salutation', ...partsOf('Other', PARTS), ...partsOf('Mailing', PARTS)],
      'boolean here only': ['IsEmailBounced'],
    });
    expect(Object.values(verdicts).flat()).toHaveLength(59);
  });

  it('of every type are told apart', () => {
    expect(verdictsOf(Description.parse(answer('sobject/sobject_describe_success_response.json')), null)).toEqual({
      id: ['Id'],
      lookup: ['OwnerId', 'CreatedById', 'LastModifiedById', 'ParentWhizbang__c'],
      system: ['IsDeleted', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'],
      text: ['Name', 'Text_Field'],
      'auto-number': ['Auto_Number'],
      boolean: ['Checkbox_Field'],
      currency: ['Currency_Field'],
      date: ['Date_Field'],
      'date-time': [
        ...['DateTime_Field', 'OtherDateTime_Field', 'CreateableButNotUpdateableField'],
        'UpdateableButNotCreateableField',
      ],
      email: ['Email_Field'],
      number: ['Number_Field'],
      percent: ['Percent_Field'],
      phone: ['Phone_Field'],
      list: ['Picklist_Field', 'Dependent_Picklist_Field'],
      'multi-select': ['Picklist_Multiselect_Field'],
      'text-area': ['TextArea_Field'],
      'long-text-area': ['TextAreaLong_Field'],
      'rich-text': ['TextAreaRich_Field'],
      url: ['URL_Field'],
    });
  });

  it.each([
    ['sobject/write_error_response.json', 'INVALID_FIELD'],
    ['sobject/query_error_response.json', 'INVALID_FIELD'],
    ['sobject/search_error_response.json', 'MALFORMED_SEARCH'],
    ['sobject/upsert_error_response.json', 'NOT_FOUND'],
    ['sobject/sobject_describe_error_response.json', 'NOT_FOUND'],
    ['sobject/sobject_find_error_response.json', 'NOT_FOUND'],
    ['sobject/delete_error_response.json', 'NOT_FOUND'],
    ['expired_session_response.json', 'INVALID_SESSION_ID'],
  ])('of an error say what it is: %s', (name, code) => {
    expect(complaintsIn(answer(name))?.[0].code).toBe(code);
  });

  it('of a sign-in that is refused are no complaint of the API', () => {
    expect(complaintsIn(answer('refresh_error_response.json'))).toBeNull();
    expect(failureOf(Object.assign(new Error('expired'), { name: 'invalid_grant' })).message).toBe('expired');
  });
});
