import { useState } from 'react';
import { Kbd } from '../kbd/kbd.tsx';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';

const strokes = ['mod+k', 'shift+r', 'g i', 'mod+shift+enter', '?', 'escape'];

export function ShortcutsDemo() {
  const [last, setLast] = useState('Press one of them.');
  useShortcuts([
    { id: 'demo.next', keys: 'n', description: 'Next, please', section: 'Demo', run: () => setLast('Next, please.') },
    {
      id: 'demo.inbox',
      keys: 'g i',
      description: 'Go to the inbox',
      section: 'Demo',
      run: () => setLast('To the inbox.'),
    },
    {
      id: 'demo.find',
      keys: 'mod+k',
      description: 'Find anything',
      section: 'Demo',
      run: () => setLast('Find anything.'),
    },
  ]);
  return (
    <>
      <div className="bu-demo-row">
        {strokes.map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
      </div>
      <p>
        <Kbd keys="n" /> next · <Kbd keys="g i" /> inbox · <Kbd keys="?" /> every shortcut. {last}
      </p>
    </>
  );
}
