import { ApiProblem, isProblem, keyOf, useClient } from '@bureau/client';
import { rolesApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { Banner, Button, Dialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { permissionWord } from '../../pieces/permissions/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import type { Drafts, RoleDifference } from './role-draft.ts';
import { refusalOf } from './refusal-words.ts';
import { rolesWords as words } from './roles.words.ts';

interface ReviewChangesProps {
  differences: readonly RoleDifference[];
  drafts: Drafts;
  onSaved: (roleId: number) => void;
  onClose: () => void;
}

/** What will change for whom, in words, and then the saving of it, role by role. */
export function ReviewChanges({ differences, drafts, onSaved, onClose }: ReviewChangesProps) {
  const [refusals, setRefusals] = useState<ReadonlyMap<number, string>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const saveRole = useSaveRole(drafts);
  const queries = useQueryClient();
  const toasts = useToasts();
  const save = async () => {
    setSaving(true);
    const refused = new Map<number, string>();
    for (const { role } of differences) {
      const refusal = await saveRole(role);
      if (refusal === null) onSaved(role.id);
      else refused.set(role.id, refusal);
    }
    await queries.invalidateQueries({ queryKey: keyOf(rolesApi.list) });
    setSaving(false);
    setRefusals(refused);
    if (refused.size > 0) return;
    toasts.show({ text: words.saved(differences.length), tone: 'positive' });
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>{words.back}</Button>
      <Button variant="primary" isPending={isSaving} onPress={() => void save()}>
        {words.save}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.reviewTitle} size="wide" actions={actions}>
      <p className="role-review-lead">{words.reviewLead}</p>
      {differences.map((difference) => (
        <section key={difference.role.id} className="role-review">
          <h3>
            {difference.role.name} <span>{words.users(difference.role.userCount)}</span>
          </h3>
          {refusals.has(difference.role.id) && <Banner tone="danger">{refusals.get(difference.role.id)}</Banner>}
          <ul>
            {sentencesOf(difference).map(([kind, sentence]) => (
              <li key={sentence} data-kind={kind}>
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

type Sentence = readonly [kind: 'gain' | 'loss' | 'other', sentence: string];

function sentencesOf({ gains, loses, caseScope, ...flags }: RoleDifference): Sentence[] {
  const nameOf = (permission: string) => permissionWord(permission).name;
  return [
    ...gains.map((permission): Sentence => ['gain', words.gains(nameOf(permission))]),
    ...loses.map((permission): Sentence => ['loss', words.loses(nameOf(permission))]),
    ...(caseScope ? [['other', words.becomes(words.scope, words.scopes[caseScope].name)] as const] : []),
    ...(['ownBrandsOnly', 'twoFactorRequired'] as const).flatMap((flag): Sentence[] => {
      const value = flags[flag];
      if (value === undefined) return [];
      return [['other', words.becomes(words.flags[flag].name, value ? words.yes : words.no)]];
    }),
  ];
}

/** Saves one role as it was read; says what was refused, or null. */
function useSaveRole(drafts: Drafts) {
  const client = useClient();
  return async (role: Role): Promise<string | null> => {
    const params = { roleId: role.id };
    try {
      const { value, version } = await client.versioned(rolesApi.read, { params });
      if (value.updatedAt !== role.updatedAt) return words.conflict;
      await client.call(rolesApi.change, { params, body: drafts.get(role.id) ?? {} }, { ifMatch: version });
      return null;
    } catch (error) {
      if (isProblem(error, 'request.precondition-failed')) return words.conflict;
      return error instanceof ApiProblem ? refusalOf(error) : problemText(error);
    }
  };
}
