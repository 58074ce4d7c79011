import './checklist.css';
import { checklistApi } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { AttentionList } from './attention-list.tsx';
import { ChecklistSection } from './checklist-section.tsx';

/** What an administrator sees first: what waits for her, and what the desk still lacks. */
export function ChecklistHome() {
  const session = useSession();
  return (
    <>
      <AttentionList />
      {can(session, checklistApi.read) && <ChecklistSection />}
    </>
  );
}
