import '../status/status.css';
import { useLocale } from 'react-aria-components';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface PresenceMarkProps {
  kind: 'viewing' | 'writing';
  /** Who; nothing is drawn for nobody. */
  names: readonly string[];
  /** The sign alone with the words on hover, for narrow lists. */
  compact?: boolean;
}

/** An eye for who is looking, a pencil for who is writing. */
export function PresenceMark({ kind, names, compact = false }: PresenceMarkProps) {
  const words = useUiWords();
  const { locale } = useLocale();
  if (names.length === 0) return null;
  const people = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names);
  const sentence = kind === 'viewing' ? words.viewing(people) : words.writing(people);
  return (
    <span className="bu-presence" data-kind={kind} title={compact ? sentence : undefined}>
      <Icon name={kind === 'viewing' ? 'eye' : 'pencil'} size={14} />
      <span className={compact ? 'bu-hidden' : 'bu-truncate'}>{sentence}</span>
    </span>
  );
}
