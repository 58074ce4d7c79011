import './macro-dialog.css';
import type { Case, Macro } from '@bureau/contracts';
import { Button, EmptyState, ErrorState, Icon, Link, Skeleton } from '@bureau/ui';
import { Command } from 'cmdk';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChooseDialog, ChooseRow } from '../../pieces/choose-dialog/index.ts';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { macroGroups, useMacros } from '../../pieces/macros/index.ts';
import type { MacroGroup } from '../../pieces/macros/index.ts';
import { macroDialogWords as words } from './macro-dialog.words.ts';
import { PreviewOn } from './preview-on.tsx';

export interface MacroDialogProps {
  supportCase: Case;
  onClose: () => void;
  onApply: (macros: readonly Macro[]) => void;
}

/** Macros to choose from, found by typing; beside them what the chosen ones would do to this case. */
export function MacroDialog({ supportCase, onClose, onApply }: MacroDialogProps) {
  const { macros, answer } = useMacros();
  const [typed, type] = useState('');
  const [row, setRow] = useState('');
  const several = useSeveral(macros);
  const groups = macroGroups(macros, typed);
  const meant = several.chosen.length > 0 ? several.chosen : [macroOf(groups, row)].flatMap((one) => one ?? []);
  const apply = (macro?: Macro) => {
    const all = several.chosen.length > 0 || !macro ? meant : [macro];
    if (all.length > 0) onApply(all);
  };
  const addRow = () => {
    const macro = macroOf(groups, row);
    if (macro) several.toggle(macro);
  };
  return (
    <ChooseDialog
      title={words.title}
      icon="bolt"
      field={words.field}
      longest={100}
      typed={typed}
      onType={type}
      row={row}
      onRow={setRow}
      onShiftEnter={addRow}
      resultsLabel={words.results}
      instead={insteadOf(answer, groups.length > 0)}
      results={groups.map((group) => (
        <Group key={group.id} group={group} isChosen={several.has} onToggle={several.toggle} onChoose={apply} />
      ))}
      preview={meant.length > 0 && <PreviewOn caseId={supportCase.id} macros={meant} />}
      nothingAtAll={answer.isSuccess && macros.length === 0 ? <NoMacros /> : null}
      hints={[
        { keys: 'enter', does: words.hints.apply },
        { keys: 'shift+enter', does: words.hints.add },
        { keys: 'escape', does: words.hints.close },
      ]}
      actions={
        <>
          <Link href="/admin/macros" quiet>
            {words.manage}
          </Link>
          {several.chosen.length > 1 && <span>{words.together(several.chosen.length)}</span>}
          <Button size="small" variant="primary" isDisabled={meant.length === 0} onPress={() => apply()}>
            {words.apply}
          </Button>
        </>
      }
      said={several.said}
      onClose={onClose}
    />
  );
}

function insteadOf(answer: ReturnType<typeof useMacros>['answer'], areAny: boolean): ReactNode {
  if (answer.isPending) return <Skeleton rows={6} shape="compact" />;
  if (answer.isError) return <ErrorState what={words.failed} safe={words.safe} onRetry={() => void answer.refetch()} />;
  return areAny ? null : <p className="choose-dialog-quiet">{words.nothing}</p>;
}

function NoMacros() {
  return (
    <EmptyState icon="bolt" action={<Link href="/admin/macros/new">{words.write}</Link>}>
      {words.none}
    </EmptyState>
  );
}

/** Macros that are applied together, in the order in which they were added. */
function useSeveral(macros: readonly Macro[]) {
  const [ids, setIds] = useState<readonly number[]>([]);
  const [said, say] = useState('');
  return {
    said,
    chosen: ids.flatMap((id) => macros.find((macro) => macro.id === id) ?? []),
    has: (id: number) => ids.includes(id),
    toggle: ({ id, name }: Macro) => {
      setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
      say(ids.includes(id) ? words.removed(name) : words.added(name));
    },
  };
}

interface GroupProps {
  group: MacroGroup;
  isChosen: (id: number) => boolean;
  onToggle: (macro: Macro) => void;
  onChoose: (macro: Macro) => void;
}

function Group({ group, isChosen, onToggle, onChoose }: GroupProps) {
  return (
    <Command.Group heading={headingOf(group)}>
      {group.rows.map(({ macro, marks }) => (
        <ChooseRow
          key={macro.id}
          value={valueOf(group, macro)}
          className="macro-row"
          isChosen={isChosen(macro.id)}
          onChoose={() => onChoose(macro)}
        >
          <span
            className="macro-tick"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onToggle(macro);
            }}
          >
            <Icon name={isChosen(macro.id) ? 'check' : 'plus'} size={14} />
          </span>
          <span className="macro-row-words">
            <span className="bu-truncate">
              <MarkedText text={macro.name} marks={marks} />
            </span>
            {macro.description !== '' && <span className="choose-dialog-quiet bu-truncate">{macro.description}</span>}
          </span>
          {macro.usedByMe > 0 && (
            <span className="choose-dialog-quiet bu-figures" title={words.usedTitle}>
              {words.used(macro.usedByMe)}
            </span>
          )}
        </ChooseRow>
      ))}
    </Command.Group>
  );
}

function headingOf({ kind, folder }: MacroGroup): string {
  if (kind === 'often') return words.often;
  return kind === 'found' ? words.found : (folder ?? words.top);
}

/** One macro may stand in several groups: the row is known by both. In lower case, as the list keeps its values. */
function valueOf(group: MacroGroup, macro: Macro): string {
  return `${group.id} ${macro.id}`.toLowerCase();
}

function macroOf(groups: readonly MacroGroup[], row: string): Macro | undefined {
  const rows = groups.flatMap((group) => group.rows.map(({ macro }) => ({ value: valueOf(group, macro), macro })));
  return rows.find(({ value }) => value === row.trim())?.macro;
}
