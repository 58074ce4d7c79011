import { formatNumber, plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

const people = (count: number) =>
  count === 0 ? 'nobody' : `${formatNumber(count)} ${plural(count, { one: 'user', other: 'users' })}`;

const excess: Record<string, string> = {
  everything: 'everything',
  scope: 'sight of that many cases',
  groups: 'sight of their groups',
  brands: 'sight of their brands',
};

/** Roles and what they may do. */
export const rolesWords = words('roles', {
  title: 'Roles',
  role: 'Role',
  lead: 'What each role may do and which cases it sees. A change holds for its users at once.',
  readOnly: 'What each role may do and which cases it sees. Your role does not allow you to change this.',
  caption: 'Permissions by role',
  add: 'Add role',
  addTitle: 'Add a role',
  addLead: 'Nobody can give a role more than he may do himself.',
  copy: 'Copy',
  copyTitle: (name: string) => `Add a role like “${name}”`,
  copyName: (name: string) => `${name} (copy)`,
  create: 'Add role',
  created: (name: string) => `Role “${name}” added`,
  cancel: 'Cancel',
  empty: 'There is no role.',
  gone: 'This role is gone. Somebody may have deleted it.',
  failed: 'The roles could not be loaded.',
  safe: 'Nothing was changed.',
  search: 'Find a permission',
  noMatch: (search: string) => `No permission is called “${search}”.`,
  permission: 'May …',
  sees: 'What its users see',
  users: people,
  cell: (permission: string, role: string) => `${permission}, ${role}`,
  changedCell: (cell: string) => `${cell}, changed`,
  scope: 'Which cases',
  scopeHelp: 'Cases outside of it do not exist for its users.',
  scopes: {
    all: { short: 'All', name: 'All cases', help: 'Every case of the desk.' },
    groups: { short: 'Own groups', name: 'Cases of their groups', help: 'Cases of their groups, and their own.' },
    assigned: { short: 'Own', name: 'Own cases', help: 'Only cases that are assigned to them.' },
  },
  flags: {
    ownBrandsOnly: {
      name: 'Only brands they serve',
      help: 'Cases of other brands do not exist for its users.',
    },
    twoFactorRequired: {
      name: 'Second factor demanded',
      help: 'Its users sign in with a code too, and can do nothing until they have set that up.',
    },
  },
  yes: 'yes',
  no: 'no',
  review: 'Review and save',
  discard: 'Discard changes',
  changes: (cells: number, roles: number, users: number) =>
    `${formatNumber(cells)} ${plural(cells, { one: 'change', other: 'changes' })} in ${formatNumber(roles)} ${plural(roles, { one: 'role', other: 'roles' })}, for ${people(users)}`,
  reviewTitle: 'What will change',
  reviewLead: 'The users of these roles have the new rights with their next click.',
  gains: (permission: string) => `May from now on: ${permission}`,
  loses: (permission: string) => `May no longer: ${permission}`,
  becomes: (what: string, value: string) => `${what}: ${value}`,
  save: 'Save',
  back: 'Back',
  saved: (count: number) => (count === 1 ? 'Role saved' : `${formatNumber(count)} roles saved`),
  conflict: 'Somebody changed this role meanwhile. Go back, look at it again, then save.',
  exceeded: (what: string) => `You cannot give or take what you do not have yourself: ${what}.`,
  excess,
  leave: {
    title: 'Leave without saving?',
    loss: 'What you changed in the table',
    confirm: 'Leave',
  },
  name: 'Name',
  description: 'What it is for',
  descriptionHelp: 'Your colleagues read this when they choose a role for somebody.',
  everythingHelp: 'This role may do everything, also what a later version adds. That cannot be narrowed.',
  whoHasIt: 'Who has this role',
  nobody: 'Nobody has it.',
  disabled: '(disabled)',
  delete: 'Delete role',
  deleteTitle: (name: string) => `Delete the role “${name}”?`,
  deleteHelp: 'Nobody has it.',
  deleted: (name: string) => `Role “${name}” deleted`,
  inUse: (name: string) => `“${name}” is still in use`,
  inUseHelp: 'Give these users another role first. Then the role can be deleted.',
  sight: {
    everything: 'Sees every case of every brand and may do everything.',
    nothing: 'Sees no cases.',
    scopes: { all: 'every case', groups: 'the cases of their groups and their own', assigned: 'only their own cases' },
    cases: (which: string, ownBrandsOnly: boolean) =>
      ownBrandsOnly ? `Sees ${which}, of the brands that they serve.` : `Sees ${which}, of every brand.`,
  },
});
