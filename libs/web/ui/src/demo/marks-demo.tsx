import { useState } from 'react';
import { LiveBadge } from '../presence/live-badge.tsx';
import { PresenceMark } from '../presence/presence-mark.tsx';
import { Avatar } from '../status/avatar.tsx';
import { Badge } from '../status/badge.tsx';
import { PriorityMark } from '../status/priority-mark.tsx';
import { StatusMark } from '../status/status-mark.tsx';
import { RelativeTime } from '../time/relative-time.tsx';
import { useNow } from '../time/ui-clock.tsx';
import type { UiStatus } from '../words/ui-words.tsx';

const statuses: readonly UiStatus[] = ['new', 'open', 'pending', 'resolved', 'closed'];
const people = ['Ana Ferreira', 'Jonas Weber', 'Mia Chen', 'Omar Haddad', 'Lena Vogt', 'Ines Duarte', 'Tom Baker'];
const minute = 60_000;
const ages = [0, 2, 14, 180, 3 * 1440, 40 * 1440, 500 * 1440];

export function MarksDemo() {
  return (
    <>
      <div className="bu-demo-row">
        {statuses.map((status) => (
          <StatusMark key={status} status={status} />
        ))}
        {statuses.map((status) => (
          <StatusMark key={status} status={status} compact />
        ))}
      </div>
      <div className="bu-demo-row">
        {[1, 4, 6, 8, 10].map((level) => (
          <PriorityMark key={level} level={level} />
        ))}
      </div>
      <Badges />
      <People />
    </>
  );
}

function Badges() {
  const [hasLabel, setHasLabel] = useState(true);
  return (
    <div className="bu-demo-row">
      <Badge>espresso</Badge>
      <Badge tone="accent" icon="mail">
        E-mail
      </Badge>
      <Badge tone="positive" icon="shield-check">
        Verified
      </Badge>
      <Badge tone="caution" icon="shield-question">
        Not verified
      </Badge>
      <Badge tone="danger" icon="shield-alert">
        Forged
      </Badge>
      {hasLabel && (
        <Badge name="warranty" onRemove={() => setHasLabel(false)}>
          warranty
        </Badge>
      )}
    </div>
  );
}

function People() {
  const now = useNow();
  return (
    <>
      <div className="bu-demo-row">
        {people.map((name) => (
          <Avatar key={name} name={name} size={32} />
        ))}
        <Avatar name="Ana Ferreira" />
        <Avatar name="Ana Ferreira" size={20} />
        <Avatar name="Ana Ferreira" size={16} />
      </div>
      <div className="bu-demo-row">
        <LiveBadge state="live" />
        <LiveBadge state="catching-up" />
        <LiveBadge state="offline" since={new Date(now - 12 * minute)} />
        <PresenceMark kind="viewing" names={['Omar']} />
        <PresenceMark kind="writing" names={['Mia', 'Lena']} />
        <PresenceMark kind="writing" names={['Mia']} compact />
      </div>
    </>
  );
}

export function TimesDemo() {
  const now = useNow();
  return (
    <>
      <div className="bu-demo-row">
        {ages.map((age) => (
          <RelativeTime key={age} at={new Date(now - age * minute)} />
        ))}
        <RelativeTime at={new Date(now - 300 * minute)} tone="caution" />
        <RelativeTime at={new Date(now - 2000 * minute)} tone="danger" />
      </div>
      <RelativeTime at={new Date(now - 14 * minute)} show="exact" />
    </>
  );
}
