import type { Field } from './field.ts';

/** A kind of record. */
export type SfObject = {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  fields: Field[];
  /** What one can do to it at all; rights of users come on top. */
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  mergeable: boolean;
  feedEnabled: boolean;
  /** Its rows are worked out when somebody asks, not kept. */
  virtual: boolean;
};

type Given = Pick<SfObject, 'name' | 'keyPrefix' | 'fields'> & Partial<SfObject>;

export function sfObject(given: Given): SfObject {
  const label = given.label ?? given.name.replace(/__c$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    label,
    labelPlural: `${label.replace(/y$/, 'ie')}s`,
    createable: true,
    updateable: true,
    deletable: true,
    mergeable: false,
    feedEnabled: false,
    virtual: false,
    ...given,
  };
}

/** Of the organisation itself: read, never written over the API here. */
export function setupObject(given: Given): SfObject {
  return sfObject({ createable: false, updateable: false, deletable: false, ...given });
}
