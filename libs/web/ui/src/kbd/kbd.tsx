import './kbd.css';
import { formatKeys } from './format-keys.ts';

/** Key caps for `keys` such as `mod+k`, `shift+r` or `g i`. */
export function Kbd({ keys }: { keys: string }) {
  const caps = formatKeys(keys).flatMap((stroke) => stroke.map((cap, index) => ({ cap, newStroke: index === 0 })));
  return (
    <kbd className="bu-kbd">
      {caps.map(({ cap, newStroke }, index) => (
        <span key={index} className="bu-kbd-cap" data-new-stroke={newStroke || undefined}>
          {cap}
        </span>
      ))}
    </kbd>
  );
}
