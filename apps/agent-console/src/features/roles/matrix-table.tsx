import { CaseScope } from '@bureau/contracts';
import type { Permission, Role } from '@bureau/contracts';
import { Button, Icon, Menu } from '@bureau/ui';
import { Fragment } from 'react';
import { permissionWord } from '../../pieces/permissions/index.ts';
import type { PermissionSection } from '../../pieces/permissions/index.ts';
import { MatrixCell } from './matrix-cell.tsx';
import { drafted } from './role-draft.ts';
import type { Drafts, Flag, RoleDraft } from './role-draft.ts';
import { rolesWords as words } from './roles.words.ts';
import { useGridKeys } from './use-grid-keys.ts';

export interface MatrixTableProps {
  roles: readonly Role[];
  drafts: Drafts;
  sections: readonly PermissionSection[];
  isManager: boolean;
  onOpen: (role: Role) => void;
  onPermission: (role: Role, permission: Permission, isAllowed: boolean) => void;
  onDraft: (role: Role, change: RoleDraft) => void;
}

const flags: readonly Flag[] = ['ownBrandsOnly', 'twoFactorRequired'];

/** The matrix itself: arrows go from cell to cell, Space ticks, names of roles and permissions stay in sight. */
export function MatrixTable({ roles, drafts, sections, isManager, onOpen, onPermission, onDraft }: MatrixTableProps) {
  const grid = useGridKeys();
  return (
    <div className="matrix-frame" tabIndex={-1}>
      <table className="matrix" ref={grid.ref} onKeyDown={grid.onKeyDown} aria-label={words.caption}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {words.permission}
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" data-changed={drafts.has(role.id) || undefined}>
                <Button variant="quiet" size="small" className="matrix-role" onPress={() => onOpen(role)}>
                  {role.name}
                </Button>
                <span className="matrix-users">{words.users(role.userCount)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <SectionRow title={words.sees} columns={roles.length} />
          <tr>
            <RowName name={words.scope} help={words.scopeHelp} />
            {roles.map((role) => (
              <ScopeCell key={role.id} {...{ role, drafts, isManager, onDraft }} />
            ))}
          </tr>
          {flags.map((flag) => (
            <tr key={flag}>
              <RowName name={words.flags[flag].name} help={words.flags[flag].help} />
              {roles.map((role) => {
                const isFixed = flag === 'ownBrandsOnly' && role.everything;
                return (
                  <MatrixCell
                    key={role.id}
                    label={words.cell(words.flags[flag].name, role.name)}
                    isOn={drafted(role, drafts)[flag]}
                    isChanged={drafts.get(role.id)?.[flag] !== undefined}
                    isFixed={isFixed || !isManager}
                    onChange={(is) => onDraft(role, { [flag]: is })}
                  />
                );
              })}
            </tr>
          ))}
          {sections.map((section) => (
            <Fragment key={section.id}>
              <SectionRow title={section.title} columns={roles.length} />
              {section.permissions.map((permission) => {
                const { name, allows } = permissionWord(permission);
                return (
                  <tr key={permission}>
                    <RowName name={name} help={allows} />
                    {roles.map((role) => {
                      const isOn = drafted(role, drafts).permissions.includes(permission);
                      return (
                        <MatrixCell
                          key={role.id}
                          label={words.cell(name, role.name)}
                          isOn={isOn}
                          isChanged={isOn !== role.permissions.includes(permission)}
                          isFixed={role.everything || !isManager}
                          onChange={(is) => onPermission(role, permission, is)}
                        />
                      );
                    })}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SectionRow({ title, columns }: { title: string; columns: number }) {
  return (
    <tr className="matrix-section">
      <th scope="colgroup" className="matrix-section-name">
        {title}
      </th>
      <td colSpan={columns} />
    </tr>
  );
}

function RowName({ name, help }: { name: string; help: string }) {
  return (
    <th scope="row">
      {name}
      <span className="matrix-help">{help}</span>
    </th>
  );
}

type ScopeCellProps = Pick<MatrixTableProps, 'drafts' | 'isManager' | 'onDraft'> & { role: Role };

function ScopeCell({ role, drafts, isManager, onDraft }: ScopeCellProps) {
  const { caseScope } = drafted(role, drafts);
  const isChanged = caseScope !== role.caseScope;
  if (role.everything || !isManager) return <td className="matrix-scope">{words.scopes[caseScope].short}</td>;
  return (
    <td className="matrix-scope" data-changed={isChanged || undefined}>
      <Menu
        label={words.cell(words.scope, role.name)}
        trigger={
          <Button
            variant="quiet"
            size="small"
            aria-label={`${words.cell(words.scope, role.name)}: ${words.scopes[caseScope].short}`}
          >
            {words.scopes[caseScope].short} <Icon name="chevron-down" size={12} />
          </Button>
        }
        groups={[
          {
            id: 'scopes',
            actions: CaseScope.options.map((scope) => ({
              id: scope,
              label: words.scopes[scope].name,
              detail: words.scopes[scope].help,
              isChecked: scope === caseScope,
              onAction: () => onDraft(role, { caseScope: scope }),
            })),
          },
        ]}
      />
    </td>
  );
}
