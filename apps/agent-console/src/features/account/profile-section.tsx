import { ChangeProfile, sessionApi, usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { keyOf, useClient, useRefreshSession, useVersioned } from '@bureau/client';
import { ErrorState, Skeleton, TextArea, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { settingsWords } from './settings.words.ts';

const words = settingsWords.profile;

/** What one is called, by colleagues and by customers, and how one signs. */
export function ProfileSection() {
  const me = useVersioned(usersApi.me, {});
  if (me.isPending) return <Skeleton rows={4} />;
  if (!me.data) {
    const retry = () => void me.refetch();
    return <ErrorState what={words.failed} safe={words.safe} advice={problemText(me.error)} onRetry={retry} />;
  }
  return <ProfileForm me={me.data.value} version={me.data.version} onShowTheirs={() => void me.refetch()} />;
}

interface ProfileFormProps {
  me: UserDetails;
  /** As which it was read: another window may have saved since. */
  version: string | undefined;
  onShowTheirs: () => void;
}

function ProfileForm({ me, version, onShowTheirs }: ProfileFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const refreshSession = useRefreshSession();
  const { name, publicName, signature } = me;
  const form = useForm({
    saved: { name, publicName, signature },
    check: ChangeProfile,
    save: async (body) => {
      await client.call(usersApi.changeMe, { body }, { ifMatch: version });
      await Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(usersApi.me) }),
        queries.invalidateQueries({ queryKey: keyOf(sessionApi.whoAmI, {}) }),
        refreshSession(),
      ]);
    },
  });
  const { values, set, errorOf } = form;
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <TextField
        label={words.name}
        help={words.nameHelp}
        error={errorOf('name')}
        autoComplete="name"
        maxLength={100}
        value={values.name}
        onChange={(next) => set({ name: next })}
        validationBehavior="aria"
      />
      <TextField
        label={words.publicName}
        help={words.publicNameHelp}
        error={errorOf('publicName')}
        maxLength={100}
        placeholder={values.name}
        value={values.publicName}
        onChange={(next) => set({ publicName: next })}
        validationBehavior="aria"
      />
      <TextArea
        label={words.signature}
        help={words.signatureHelp}
        error={errorOf('signature')}
        rows={4}
        maxLength={2000}
        value={values.signature}
        onChange={(next) => set({ signature: next })}
        validationBehavior="aria"
      />
      <SignaturePreview name={values.publicName || values.name} signature={values.signature} />
    </FormFrame>
  );
}

function SignaturePreview({ name, signature }: { name: string; signature: string }) {
  return (
    <figure className="account-signature">
      <figcaption>{words.preview}</figcaption>
      <p>{signature.trim() || name}</p>
      <p className="account-signature-brand">{words.brandSignature}</p>
    </figure>
  );
}
