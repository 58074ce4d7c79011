import { NotificationKind } from '@bureau/contracts';
import type { NotifyBy } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { Banner, Button, Checkbox, Switch } from '@bureau/ui';
import { useState } from 'react';
import { askForPopUps, popUpPermission, ring } from '../../pieces/calls/index.ts';
import { useSavePreferences } from '../../pieces/preferences/index.ts';
import { settingsWords } from './settings.words.ts';

const words = settingsWords.notifications;
const ways: readonly (keyof NotifyBy)[] = ['inApp', 'browser', 'sound'];

/** What calls somebody, in which way, and when it keeps quiet. */
export function NotificationsSection() {
  const { preferences } = useSession();
  const save = useSavePreferences();
  const wantsPopUps = NotificationKind.options.some((kind) => preferences.notifications[kind].browser);
  return (
    <section className="account-fields">
      <p>{settingsWords.savedAtOnce}</p>
      <Matrix />
      <p>{words.off}</p>
      {wantsPopUps && <PopUpPermissionNote />}
      <Button icon="bell" onPress={ring}>
        {words.tryOut}
      </Button>
      <h2>{words.quiet}</h2>
      <Switch
        isSelected={preferences.quietWhileAway}
        onChange={(quietWhileAway) => save({ quietWhileAway })}
        help={words.quietWhileAwayHelp}
      >
        {words.quietWhileAway}
      </Switch>
      <Switch
        isSelected={preferences.quietWhileWriting}
        onChange={(quietWhileWriting) => save({ quietWhileWriting })}
        help={words.quietWhileWritingHelp}
      >
        {words.quietWhileWriting}
      </Switch>
    </section>
  );
}

function Matrix() {
  return (
    <table className="account-matrix">
      <caption className="bu-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          {ways.map((way) => (
            <th key={way} scope="col">
              {words.ways[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NotificationKind.options.map((kind) => (
          <MatrixRow key={kind} kind={kind} />
        ))}
      </tbody>
    </table>
  );
}

function MatrixRow({ kind }: { kind: NotificationKind }) {
  const { preferences } = useSession();
  const save = useSavePreferences();
  const { name, help } = words.kinds[kind];
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="bu-field-help">{help}</span>
      </th>
      {ways.map((way) => (
        <td key={way}>
          <Checkbox
            aria-label={words.way(name, words.ways[way])}
            isSelected={preferences.notifications[kind][way]}
            onChange={(isOn) => save({ notifications: { [kind]: { [way]: isOn } } }, { isTold: true })}
          />
        </td>
      ))}
    </tr>
  );
}

/** The browser is asked from a button only, after it has been said what for. */
function PopUpPermissionNote() {
  const [permission, setPermission] = useState(popUpPermission);
  switch (permission) {
    case 'granted':
      return null;
    case 'denied':
      return <Banner tone="caution">{words.denied}</Banner>;
    case 'unknown':
      return <Banner tone="caution">{words.unknown}</Banner>;
    case 'default':
      return (
        <Banner>
          <strong>{words.allowTitle}</strong> {words.allowHelp}{' '}
          <Button size="small" onPress={() => void askForPopUps().then(setPermission)}>
            {words.allow}
          </Button>
        </Banner>
      );
  }
}
