import type { Case } from '@bureau/contracts';
import { IconButton, useActions, useToasts } from '@bureau/ui';
import { Suspense, useState } from 'react';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import { late } from '../../pieces/late/index.ts';
import { useApplyMacros, useMacros } from '../../pieces/macros/index.ts';
import { macroButtonWords as words } from './macro-button.words.ts';

const MacroDialog = late(
  () => import('./macro-dialog.tsx'),
  (m) => m.MacroDialog,
  'at rest',
);

/** Opens the macros for a case; each is found in the palette by itself too. */
export function MacroButton({ supportCase }: { supportCase: Case }) {
  const [isOpen, setOpen] = useState(false);
  const { macros, mayApply } = useMacros();
  const { frozen } = useChangeCase(supportCase);
  const toasts = useToasts();
  const apply = useApplyMacros(supportCase);
  const unlessFrozen = (run: () => void) => () => (frozen === null ? run() : void toasts.show({ text: frozen }));
  const open = unlessFrozen(() => setOpen(true));
  const { section, keywords, apply: description } = words;
  useActions(
    mayApply
      ? [
          { id: 'case.macros', keys: 't', section: words.caseSection, description, icon: 'bolt', keywords, run: open },
          ...macros.map((macro) => ({
            id: `macro.${macro.id}`,
            section,
            description: macro.name,
            icon: 'bolt' as const,
            keywords: `${macro.folders.join(' ')} ${keywords}`,
            run: unlessFrozen(() => void apply([macro])),
          })),
        ]
      : [],
  );
  if (!mayApply) return null;
  return (
    <>
      <IconButton icon="bolt" size="small" label={words.apply} keys="t" onPress={open} />
      {isOpen && (
        <Suspense>
          <MacroDialog
            supportCase={supportCase}
            onClose={() => setOpen(false)}
            onApply={(chosen) => {
              setOpen(false);
              void apply(chosen);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
