import type { Role } from '@bureau/contracts';
import { Banner, Button, ConfirmDialog, SearchField } from '@bureau/ui';
import { useMemo, useState } from 'react';
import { permissionSections, permissionWord } from '../../pieces/permissions/index.ts';
import { useUnsavedGuard } from '../../pieces/form/index.ts';
import { MatrixTable } from './matrix-table.tsx';
import { ReviewChanges } from './review-changes.tsx';
import { differencesOf, withDraft, withPermission } from './role-draft.ts';
import type { Drafts } from './role-draft.ts';
import { rolesWords as words } from './roles.words.ts';

interface RoleMatrixProps {
  roles: readonly Role[];
  isManager: boolean;
  onOpen: (role: Role) => void;
}

const nothing: Drafts = new Map();

/** Permissions by roles. What is changed is marked, told in words before it is saved, and kept until then. */
export function RoleMatrix({ roles, isManager, onOpen }: RoleMatrixProps) {
  const [drafts, setDrafts] = useState(nothing);
  const [search, setSearch] = useState('');
  const [isReviewing, setReviewing] = useState(false);
  const sections = useSections(search);
  const differences = differencesOf(roles, drafts);
  const guard = useUnsavedGuard(differences.length > 0);
  return (
    <div className="role-matrix">
      <SearchField label={words.search} value={search} onChange={setSearch} />
      {sections.length === 0 && <Banner>{words.noMatch(search)}</Banner>}
      <MatrixTable
        roles={roles}
        drafts={drafts}
        sections={sections}
        isManager={isManager}
        onOpen={onOpen}
        onPermission={(role, permission, is) => setDrafts(withPermission(drafts, role, permission, is))}
        onDraft={(role, change) => setDrafts(withDraft(drafts, role, change))}
      />
      {differences.length > 0 && (
        <div className="role-matrix-bar">
          <Button variant="primary" onPress={() => setReviewing(true)}>
            {words.review}
          </Button>
          <Button onPress={() => setDrafts(nothing)}>{words.discard}</Button>
          <span role="status">
            {words.changes(
              differences.reduce((sum, { count }) => sum + count, 0),
              differences.length,
              differences.reduce((sum, { role }) => sum + role.userCount, 0),
            )}
          </span>
        </div>
      )}
      {isReviewing && (
        <ReviewChanges
          differences={differences}
          drafts={drafts}
          onSaved={(roleId) => setDrafts((before) => new Map([...before].filter(([id]) => id !== roleId)))}
          onClose={() => setReviewing(false)}
        />
      )}
      <ConfirmDialog
        isOpen={guard.isAsking}
        onClose={guard.stay}
        onConfirm={guard.leave}
        title={words.leave.title}
        losses={[words.leave.loss]}
        confirmLabel={words.leave.confirm}
      />
    </div>
  );
}

function useSections(search: string) {
  return useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    const fits = (text: string) => text.toLocaleLowerCase().includes(wanted);
    return permissionSections.flatMap((section) => {
      const permissions = section.permissions.filter((permission) => {
        const { name, allows } = permissionWord(permission);
        return fits(name) || fits(allows) || fits(section.title);
      });
      return permissions.length > 0 ? [{ ...section, permissions }] : [];
    });
  }, [search]);
}
