import type { Org } from './org.ts';
import type { Field } from './schema/field.ts';
import type { SfObject } from './schema/object.ts';
import { idIn, type Row } from './value.ts';
import { valueIn } from './soql/path.ts';

/** The version of the API that an answer names its addresses in. */
export type Version = string;

export function recordUrl(version: Version, object: SfObject, row: Row): string {
  return `/services/data/${version}/sobjects/${object.name}/${idIn(row)}`;
}

export function attributesOf(version: Version, object: SfObject, row: Row) {
  return { type: object.name, url: recordUrl(version, object, row) };
}

/** A field as the API tells it; compound ones are made of their parts. */
export function shown(org: Org, row: Row, field: Field): unknown {
  if (field.type === 'address') return addressOf(row, field.name.replace(/Address$/, ''));
  if (field.type === 'location') return null;
  return valueIn(org, row, field);
}

function addressOf(row: Row, prefix: string) {
  const part = (name: string) => row[prefix + name] ?? null;
  const parts = {
    city: part('City'),
    country: part('Country'),
    postalCode: part('PostalCode'),
    state: part('State'),
    street: part('Street'),
  };
  if (Object.values(parts).every((value) => value === null)) return null;
  return { ...parts, geocodeAccuracy: null, latitude: null, longitude: null };
}
