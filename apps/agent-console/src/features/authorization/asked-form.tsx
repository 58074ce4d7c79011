import { authorizationsApi } from '@bureau/contracts';
import type { Allowed, Authorization, Denied, Permission } from '@bureau/contracts';
import { isProblem, useCommand, useSession } from '@bureau/client';
import { Banner, Button, Checkbox, Link } from '@bureau/ui';
import { useState } from 'react';
import { permissionSections, permissionWord } from '../../pieces/permissions/index.ts';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { authorizationWords as words } from './authorization.words.ts';

/** Whoever writes rules commands the desk: nobody gives that away by pressing what she presses anyway. */
const CAREFUL: ReadonlySet<Permission> = new Set(['rules:manage']);

interface AskedFormProps {
  asked: Authorization;
  token: string;
  onAllowed: (what: Allowed) => void;
  onDenied: (what: Denied) => void;
  onGone: () => void;
  onSignOut: () => void;
}

/** Who asks, what it may do, yes or no. */
export function AskedForm({ asked, token, onAllowed, onDenied, onGone, onSignOut }: AskedFormProps) {
  const { user } = useSession();
  const { application, returnsTo } = asked;
  const [scopes, setScopes] = useState<readonly Permission[]>(asked.scopes.filter((scope) => !CAREFUL.has(scope)));
  const onError = (error: Error) => {
    if (isProblem(error, 'authorization.gone') || isProblem(error, 'authorization.denied')) onGone();
  };
  const allow = useCommand(authorizationsApi.allow, {
    onSuccess: (what) => {
      onAllowed(what);
      if (what.redirectTo !== null) window.location.assign(what.redirectTo);
    },
    onError,
  });
  const deny = useCommand(authorizationsApi.deny, { onSuccess: onDenied, onError });
  const error =
    fieldErrorOf(allow.error, 'scopes') ??
    formErrorOf(allow.error, words.offline) ??
    formErrorOf(deny.error, words.offline);
  const isBusy = allow.isPending || deny.isPending;
  return (
    <>
      <p>{words.asks(application.name)}</p>
      <Links application={application} />
      <p className="authorization-row">
        <strong id="authorization-may">{words.may}</strong>
        <span className="authorization-aside">{words.chosen(scopes.length, asked.scopes.length)}</span>
      </p>
      <Scopes all={asked.scopes} chosen={scopes} onChange={setScopes} />
      <p className="authorization-aside">{words.mayHelp}</p>
      <p className="authorization-aside">{returnsTo === null ? words.byCode : words.back(returnsTo)}</p>
      {error && <Banner tone="danger">{error}</Banner>}
      <div className="authorization-row">
        <div className="authorization-answers">
          <Button
            variant="primary"
            isPending={allow.isPending}
            isDisabled={isBusy || scopes.length === 0}
            onPress={() => allow.mutate({ params: { token }, body: { scopes: [...scopes] } })}
          >
            {words.allow}
          </Button>
          <Button isPending={deny.isPending} isDisabled={isBusy} onPress={() => deny.mutate({ params: { token } })}>
            {words.deny}
          </Button>
        </div>
        <div className="authorization-who">
          <p className="authorization-aside">{words.signedIn(user.name)}</p>
          <Button variant="quiet" size="small" onPress={onSignOut}>
            {words.signOut}
          </Button>
        </div>
      </div>
    </>
  );
}

function Links({ application: { websiteUrl, supportUrl } }: Pick<Authorization, 'application'>) {
  if (websiteUrl === null && supportUrl === null) return null;
  return (
    <p className="authorization-row">
      {websiteUrl !== null && (
        <Link href={websiteUrl} target="_blank" rel="noreferrer">
          {words.website}
        </Link>
      )}
      {supportUrl !== null && (
        <Link href={supportUrl} target="_blank" rel="noreferrer">
          {words.support}
        </Link>
      )}
    </p>
  );
}

interface ScopesProps {
  all: readonly Permission[];
  chosen: readonly Permission[];
  onChange: (scopes: readonly Permission[]) => void;
}

function Scopes({ all, chosen, onChange }: ScopesProps) {
  const sections = permissionSections.flatMap((section) => {
    const permissions = section.permissions.filter((permission) => all.includes(permission));
    return permissions.length > 0 ? [{ ...section, permissions }] : [];
  });
  return (
    <div className="authorization-scopes" role="group" aria-labelledby="authorization-may" tabIndex={0}>
      {sections.map((section) => (
        <fieldset key={section.id}>
          <legend>{section.title}</legend>
          {section.permissions.map((permission) => (
            <Checkbox
              key={permission}
              isSelected={chosen.includes(permission)}
              onChange={(is) => {
                const others = chosen.filter((scope) => scope !== permission);
                onChange(is ? [...others, permission] : others);
              }}
              help={CAREFUL.has(permission) ? words.careful : undefined}
            >
              {permissionWord(permission).name}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
