import type { PreflightTodo } from '@bureau/contracts';

/** Names of menus, from Setup on. */
type Path = Pick<PreflightTodo, 'lightning' | 'classic'>;

/** What classic menus call the objects, and those of Lightning in the lists of permissions. */
const PLURALS: Record<string, string> = {
  Account: 'Accounts',
  Contact: 'Contacts',
  Case: 'Cases',
  CaseComment: 'Cases',
  EmailMessage: 'Email Messages',
  Task: 'Tasks',
};

const pluralOf = (object: string) => PLURALS[object] ?? object;

/** Where somebody lets a user see or edit a field. */
export function fieldAccessPath(object: string, label: string): Path {
  return {
    lightning: ['Object Manager', object, 'Fields & Relationships', label, 'Set Field-Level Security'],
    classic: ['Customize', pluralOf(object), 'Fields', label, 'Set Field-Level Security'],
  };
}

/** Where somebody lets a user read, create or edit records of an object, or all of them. */
export function objectAccessPath(object: string): Path {
  const last = ['Permission Sets', 'the set of the user', 'Object Settings', pluralOf(object), 'Edit'];
  return { lightning: ['Users', ...last], classic: ['Manage Users', ...last] };
}

/** Where a system permission is given, such as Edit Case Comments. */
export function systemAccessPath(permission: string): Path {
  const last = ['Permission Sets', 'the set of the user', 'System Permissions', permission];
  return { lightning: ['Users', ...last], classic: ['Manage Users', ...last] };
}

/** Where values of a list are added. */
export function valuesPath(object: string, label: string): Path {
  return {
    lightning: ['Object Manager', object, 'Fields & Relationships', label, 'New'],
    classic: ['Customize', pluralOf(object), 'Fields', label, 'New'],
  };
}

/** Where a field is made. */
export function newFieldPath(object: string): Path {
  return {
    lightning: ['Object Manager', object, 'Fields & Relationships', 'New'],
    classic: ['Customize', pluralOf(object), 'Fields', 'New'],
  };
}

export function recordTypesPath(object: string): Path {
  return {
    lightning: ['Object Manager', object, 'Record Types'],
    classic: ['Customize', pluralOf(object), 'Record Types'],
  };
}

export const FEED_TRACKING_PATH: Path = {
  lightning: ['Feature Settings', 'Chatter', 'Feed Tracking', 'Case'],
  classic: ['Customize', 'Chatter', 'Feed Tracking', 'Case'],
};

export const SESSION_PATH: Path = {
  lightning: ['Security', 'Session Settings'],
  classic: ['Security Controls', 'Session Settings'],
};

export const APP_PATH: Path = {
  lightning: ['Apps', 'External Client Apps', 'the app of the desk', 'Policies'],
  classic: ['Create', 'Apps', 'the app of the desk', 'Edit Policies'],
};

export const API_PATH: Path = systemAccessPath('API Enabled');
