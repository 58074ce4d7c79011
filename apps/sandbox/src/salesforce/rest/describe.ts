import type { Org } from '../org.ts';
import { accessTo, rightsOn, visibleFields } from '../rights.ts';
import type { Field } from '../schema/field.ts';
import type { SfObject } from '../schema/object.ts';
import { ORG_NAME, RECORD_TYPES } from '../seed.ts';
import { idIn, type Row } from '../value.ts';

type Seen = { org: Org; user: Row; version: string };

/** Every kind of record this user sees, in few words. */
export function describeGlobal({ org, user, version }: Seen) {
  const seen = org.schema.objects().filter((object) => rightsOn(org, user, object).read);
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: seen.map((object) => summary({ org, user, version }, object)),
  };
}

/** A kind of record with all that this user sees of it (external-apis.md §3.6). */
export function describe(seen: Seen, object: SfObject) {
  const { org, user } = seen;
  return {
    actionOverrides: [],
    childRelationships: org.schema.children(object).map(({ name, object: child, field }) => ({
      cascadeDelete: field.onDelete === 'cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name,
      restrictedDelete: field.onDelete === 'restrict',
    })),
    compactLayoutable: true,
    ...summary(seen, object),
    fields: visibleFields(org, user, object).map((field) => describeField(seen, { object, field })),
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(seen, object),
    searchLayoutable: true,
    supportedScopes: [{ label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' }],
  };
}

function summary({ org, user, version }: Seen, object: SfObject) {
  const rights = rightsOn(org, user, object);
  const url = `/services/data/${version}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: rights.create,
    custom: object.name.endsWith('__c'),
    customSetting: false,
    deletable: rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: object.feedEnabled,
    hasSubtypes: object.name === 'Account' && org.setup.get().personAccounts,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mergeable: object.mergeable,
    mruEnabled: true,
    name: object.name,
    queryable: true,
    replicateable: rights.read && !object.virtual,
    retrieveable: true,
    searchable: true,
    triggerable: object.createable,
    undeletable: object.deletable,
    updateable: rights.edit,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

const SOAP_TYPES: Record<string, string> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  location: 'urn:location',
};

function describeField({ org, user }: Seen, { object, field }: { object: SfObject; field: Field }) {
  const writable = accessTo(org, user, { object, field }) === 'edit';
  const calculated = field.formula !== null;
  return {
    aggregatable: field.filterable,
    aiPredictionField: false,
    autoNumber: field.autoNumber,
    byteLength: field.inBytes ? field.length : field.length * 3,
    calculated,
    calculatedFormula: field.formula === '' ? null : field.formula,
    cascadeDelete: field.onDelete === 'cascade',
    caseSensitive: field.unique,
    compoundFieldName: field.compound,
    controllerName: field.controller,
    createable: field.createable && writable && object.createable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? field.defaultValue : null,
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultValue !== null || field.autoNumber || field.name === 'OwnerId',
    dependentPicklist: field.controller !== null,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    ...furtherTraits(field),
    updateable: field.updateable && writable && object.updateable,
  };
}

/** What nobody's rights change. */
function furtherTraits(field: Field) {
  return {
    extraTypeInfo: extraType(field),
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.filterable && field.length <= 255 && field.formula === null,
    highScaleNumber: false,
    htmlFormatted: field.html,
    idLookup: field.name === 'Id' || field.externalId || (field.type === 'email' && !field.custom),
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.nillable,
    permissionable: field.nillable && !field.nameField,
    picklistValues: field.choices.map(({ value, label, active, isDefault }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: field.type === 'location',
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    restrictedDelete: field.onDelete === 'restrict',
    restrictedPicklist: field.restricted,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.filterable,
    type: field.type,
    unique: field.unique,
    writeRequiresMasterRead: false,
  };
}

function extraType(field: Field): string | null {
  if (field.type !== 'textarea') return null;
  return field.html ? 'richtextarea' : 'plaintextarea';
}

const MASTER = '012000000000000AAA';

function recordTypeInfos({ org, user, version }: Seen, object: SfObject) {
  const rows = org.records.all('RecordType').filter((row) => row['SobjectType'] === object.name && usable(org, row));
  const infos = rows.map((row, index) => ({
    active: true,
    available: rightsOn(org, user, object).create,
    defaultRecordTypeMapping: index === 0,
    developerName: row['DeveloperName'],
    master: false,
    name: row['Name'],
    recordTypeId: idIn(row),
    urls: { layout: `/services/data/${version}/sobjects/${object.name}/describe/layouts/${idIn(row)}` },
  }));
  const master = {
    active: true,
    available: true,
    defaultRecordTypeMapping: infos.length === 0,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: MASTER,
    urls: { layout: `/services/data/${version}/sobjects/${object.name}/describe/layouts/${MASTER}` },
  };
  return [...infos, master];
}

function usable(org: Org, row: Row): boolean {
  return idIn(row) !== RECORD_TYPES.person || org.setup.get().personAccounts;
}

/** The values a record type offers, as `/ui-api/object-info/…/picklist-values/…` tells them. */
export function picklistValues({ org, user, version }: Seen, object: SfObject, recordTypeId: string) {
  const fields = visibleFields(org, user, object).filter(({ choices }) => choices.length > 0);
  const base = `/services/data/${version}/ui-api/object-info/${object.name}/picklist-values/${recordTypeId}`;
  const told = fields.map((field) => {
    const values = field.choices
      .filter(({ active }) => active)
      .map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
    const standard = values.find(({ value }) => value === field.defaultValue) ?? null;
    return [field.name, { controllerValues: {}, defaultValue: standard, url: `${base}/${field.name}`, values }];
  });
  return { eTag: ORG_NAME.length.toString(16), picklistFieldValues: Object.fromEntries(told) };
}
