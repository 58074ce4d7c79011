import './kbd.css';
import { Fragment } from 'react';
import { useUiWords } from '../words/ui-words.tsx';
import { formatKeys } from './format-keys.ts';

/** Key caps for `keys` such as `mod+k`, `shift+r` or `g i` (one after the other). */
export function Kbd({ keys }: { keys: string }) {
  const words = useUiWords();
  return (
    <kbd className="bu-kbd">
      {formatKeys(keys, words.keys).map((caps, stroke) => (
        <Fragment key={stroke}>
          {stroke > 0 && <span className="bu-kbd-then">{words.then}</span>}
          {caps.map((cap) => (
            <span key={cap} className="bu-kbd-cap">
              {cap}
            </span>
          ))}
        </Fragment>
      ))}
    </kbd>
  );
}
