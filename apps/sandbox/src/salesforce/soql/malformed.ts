import { SfError } from '../sf-error.ts';

/** A query that Salesforce does not understand. */
export function malformed(words: string): SfError {
  return new SfError('MALFORMED_QUERY', words);
}

/** A query that names what is not there, or not for this user. */
export function noSuchColumn(field: string, object: string): SfError {
  const words = `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SfError('INVALID_FIELD', `\nERROR at Row:1:Column:1\n${words}`);
}

export function invalidType(name: string): SfError {
  const words = `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SfError('INVALID_TYPE', `\nERROR at Row:1:Column:1\n${words}`);
}
